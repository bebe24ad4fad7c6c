"""Gates that every paper shares."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kontor.documents.models import Document
from kontor.documents.register import Action, register
from kontor.kernel.refusals import Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right


def right_gate(by: Staff, right: Right) -> Iterator[Refusal]:
    if not by.may(right):
        yield Refusal("not_allowed", _("You lack the right: {right}.").format(right=right.label))


def status_gate(document: Document, statuses: frozenset[str]) -> Iterator[Refusal]:
    """A verb asked of a paper in a status that does not know it."""
    if document.status not in statuses:
        kind = register.kind(document.kind)
        yield Refusal(
            "wrong_status",
            _("{kind} {number} is “{status}”; this cannot be done with it now.").format(
                kind=kind.label, number=document.number, status=kind.statuses(document.status).label
            ),
        )


def action_gates(action: Action, document: Document, *, by: Staff) -> Iterator[Refusal]:
    """What stands before any verb: the right and the status. The verb's own gates come after."""
    yield from right_gate(by, action.right)
    if action.statuses:
        yield from status_gate(document, action.statuses)
