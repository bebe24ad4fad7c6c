"""Why a duty may not be ticked, excused, postponed or set by hand."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from kontor.documents.gates import right_gate
from kontor.duties.kinds import KINDS
from kontor.duties.models import Duty
from kontor.kernel.refusals import Gates, Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right, Scope


def in_sight(by: Staff, owner: Staff) -> bool:
    """Whether a head leads this person: himself, his office, or everybody."""
    return by == owner or by.scope == Scope.ALL or (by.scope == Scope.OFFICE and by.office_id == owner.office_id)


def _open(duty: Duty) -> Iterator[Refusal]:
    if duty.void_at:
        yield Refusal("void", _("The need is gone: this duty does not count any more."))
    elif duty.excused_at:
        yield Refusal("excused", _("This duty is excused already."))


def tick_gates(duty: Duty, *, by: Staff) -> Gates:
    """Only its owner ticks a duty, and only one that leaves no evidence."""
    yield from _open(duty)
    if duty.owner_id != by.pk:
        yield Refusal("not_yours", _("Only {name} can mark this duty as done.").format(name=duty.owner))
    kind = KINDS.get(duty.kind)
    if kind is None or not kind.by_tick:
        yield Refusal("needs_evidence", _("This duty closes by itself when the work is recorded; it cannot be ticked."))


def excuse_gates(duty: Duty, *, by: Staff, reason: str) -> Gates:
    """The head excuses, with a reason, what was late or cannot be done; what was kept needs no excuse."""
    yield from right_gate(by, Right.EXCUSE_DUTIES)
    if duty.void_at:
        yield from _open(duty)
    if duty.done_at and duty.done_at <= duty.due_at:
        yield Refusal("kept", _("This duty was done in time; there is nothing to excuse."))
    if not in_sight(by, duty.owner):
        yield Refusal("not_in_sight", _("{name} works in another office.").format(name=duty.owner))
    if by.pk == duty.owner_id:
        yield Refusal("own_duty", _("Nobody excuses a duty of his own."))
    if not reason.strip():
        yield Refusal("no_reason", _("Say why: the reason stands in the record."))


def postpone_gates(duty: Duty, *, by: Staff, due_at: datetime, at: datetime) -> Gates:
    """The standard's times are not moved; one's own tasks are."""
    if duty.done_at:
        yield Refusal("done", _("This duty is done already."))
    yield from _open(duty)
    if duty.clause:
        yield Refusal("set_by_clause", _("The standard set this time; only the head can excuse the duty."))
    if by.pk not in (duty.owner_id, duty.set_by_id):
        yield Refusal("not_yours", _("Only {name} can postpone this task.").format(name=duty.owner))
    if due_at <= at:
        yield Refusal("past", _("The new time has to lie ahead."))


def by_hand_gates(what: str, *, by: Staff, owner: Staff, due_at: datetime, at: datetime) -> Gates:
    if not what.strip():
        yield Refusal("empty", _("Say what is to be done."))
    if due_at <= at:
        yield Refusal("past", _("A task has to be due in the future."))
    if not owner.is_active:
        yield Refusal("gone", _("{name} does not work here any more.").format(name=owner))
    if by != owner and not (by.may(Right.EXCUSE_DUTIES) and in_sight(by, owner)):
        yield Refusal("not_allowed", _("Only the head sets tasks for others."))
