"""Why a price cannot be set."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.documents.gates import right_gate
from kontor.kernel.formats import day_full, money
from kontor.kernel.refusals import Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right


def price_gates(
    amounts: Collection[Decimal], *, by: Staff, since: date, until: date | None, on: date
) -> Iterator[Refusal]:
    """A price is above zero and never changes days that are past."""
    yield from right_gate(by, Right.KEEP_PRICES)
    if wrong := [amount for amount in amounts if amount <= 0]:
        yield Refusal(
            "not_positive",
            _("A price must be more than zero, not {amount}.").format(amount=money(min(wrong))),
        )
    if since < on:
        yield Refusal(
            "in_the_past",
            _(
                "A price holds from today or later, not from {day}: papers have been written at the prices of that day."
            ).format(day=day_full(since)),
        )
    if until is not None and until < since:
        yield Refusal(
            "ends_before",
            _("The price would end on {until}, before it starts on {since}.").format(
                until=day_full(until), since=day_full(since)
            ),
        )


def percent_gate(percent: Decimal) -> Iterator[Refusal]:
    """A level made from another one by a percentage."""
    if percent <= -100:
        yield Refusal("not_positive", _("A discount of {percent}% leaves no price.").format(percent=-percent))
