"""Why a card may not be changed so."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kontor.kernel.refusals import Refusal
from kontor.parties.models import Client, PaymentOrder
from kontor.people.models import Staff
from kontor.people.queries import who_may
from kontor.people.rights import Right


def card_gates(by: Staff) -> Iterator[Refusal]:
    """Only who keeps cards changes them."""
    yield from _right(by, Right.KEEP_CLIENTS)


def owner_gates(by: Staff) -> Iterator[Refusal]:
    """A client passes to another manager by the head's hand."""
    yield from _right(by, Right.CHANGE_OWNER)


def terms_gates(client: Client, terms: Mapping[str, Any], *, by: Staff) -> Iterator[Refusal]:
    """Terms are money: who may set them, and that they agree with each other."""
    yield from _right(by, Right.SET_TERMS)
    order = terms.get("payment_order", client.payment_order)
    percent = Decimal(terms.get("prepay_percent", client.prepay_percent))
    days = int(terms.get("credit_days", client.credit_days))
    if order == PaymentOrder.PARTIAL and not 0 < percent < 100:
        yield Refusal("prepay_percent", _("A partial prepayment is more than 0% and less than 100%."))
    if order == PaymentOrder.DEFERRED and days < 1:
        yield Refusal("credit_days", _("A deferred payment needs its days: one at least."))
    if Decimal(terms.get("credit_limit", client.credit_limit)) < 0:
        yield Refusal("credit_limit", _("A credit limit cannot be negative."))


def requisite_gates(wrong: Mapping[str, str | Promise]) -> Iterator[Refusal]:
    """One refusal for each requisite that the country's rules do not accept; its code is the field."""
    for name, sentence in wrong.items():
        yield Refusal(name, str(sentence))


def _right(by: Staff, right: Right) -> Iterator[Refusal]:
    if by.may(right):
        return
    if names := ", ".join(str(staff) for staff in who_may(right, office=by.office)):
        opens = _("Ask {names}.").format(names=names)
        yield Refusal("not_allowed", _("You lack the right: {right}.").format(right=right.label), opens=opens)
    else:
        yield Refusal("not_allowed", _("You lack the right: {right}.").format(right=right.label))
