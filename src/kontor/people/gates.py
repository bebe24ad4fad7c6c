"""Why staff may not be changed so."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from kontor.kernel.refusals import Refusal
from kontor.people.models import Staff
from kontor.people.queries import who_may
from kontor.people.rights import Right


def staff_gates(by: Staff) -> Iterator[Refusal]:
    """Staff, roles and stand-ins are kept by whoever has the right."""
    if not by.may(Right.KEEP_STAFF):
        names = ", ".join(str(staff) for staff in who_may(Right.KEEP_STAFF))
        opens = _("Ask {names}.").format(names=names) if names else ""
        sentence = _("You lack the right: {right}.").format(right=Right.KEEP_STAFF.label)
        yield Refusal("not_allowed", sentence, opens=opens)


def somebody_keeps_staff() -> Iterator[Refusal]:
    """Asked after a change: the house must not lock itself out."""
    if not who_may(Right.KEEP_STAFF, limit=1):
        sentence = _("Then nobody would have the right “{right}” any more. Give it to somebody else first.")
        yield Refusal("nobody_left", sentence.format(right=Right.KEEP_STAFF.label))


def stand_in_gates(absent: Staff, deputy: Staff, *, since: date, until: date, basis: str) -> Iterator[Refusal]:
    """An authorisation names its paper, runs forward, and is not given to oneself."""
    if absent.pk == deputy.pk:
        yield Refusal("deputy", _("Nobody stands in for himself."))
    if until < since:
        yield Refusal("until", _("The last day lies before the first."))
    if not basis.strip():
        yield Refusal(
            "basis",
            _("Name the paper that gives the authorisation: order, power of attorney, number and date."),
        )
    if not deputy.is_active:
        yield Refusal("deputy", _("{name} does not work here any more.").format(name=deputy))
