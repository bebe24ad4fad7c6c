"""Questions: what is late, what is due today, what waits on a client or paper; and a duty in the reader's words."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from kontor.documents.models import Document
from kontor.duties.kinds import KINDS
from kontor.duties.models import Duty, DutyQuerySet, State
from kontor.kernel import formats
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.timeline.changes import shown
from kontor.timeline.facts import read

WITH = ("owner", "client", "document", "set_by", "excused_by", "done_by")


def late(staff: Staff, now: datetime) -> DutyQuerySet:
    """What this person has not done though its time is over, the oldest first."""
    return _todo().filter(owner=staff, due_at__lt=now).order_by("due_at", "id")


def today(staff: Staff, now: datetime) -> DutyQuerySet:
    """What this person has still to do today, the soonest first."""
    return _todo().filter(owner=staff, due_at__gte=now, due_at__lt=_end_of_day(now)).order_by("due_at", "id")


def coming(staff: Staff, now: datetime) -> DutyQuerySet:
    """What is due after today."""
    return _todo().filter(owner=staff, due_at__gte=_end_of_day(now)).order_by("due_at", "id")


def of_client(client: Client) -> DutyQuerySet:
    """What is open about a client, whoever has to do it."""
    return _todo().filter(client=client).order_by("due_at", "id")


def of_document(document: Document) -> DutyQuerySet:
    return _todo().filter(document_id=document.pk).order_by("due_at", "id")


def listed(
    viewer: Staff, state: str, now: datetime, *, owner: str = "", clause: str = "", text: str = ""
) -> DutyQuerySet:
    """The duties of everybody whom the viewer leads, in one state, by person and clause. No order: the page gives one."""
    found = Duty.objects.visible_to(viewer).in_state(state, now).select_related(*WITH)
    if owner.isdecimal():
        found = found.filter(owner_id=int(owner))
    if clause:
        found = found.filter(clause=clause)
    if text:
        found = found.filter(
            Q(client__name__icontains=text) | Q(document__number__icontains=text) | Q(what__icontains=text)
        )
    return found


def in_charge(viewer: Staff) -> list[Staff]:
    """Whom the viewer may ask about: everybody in sight who has or had a duty."""
    owners = Duty.objects.visible_to(viewer).order_by().values("owner_id").distinct()
    return list(Staff.objects.filter(Q(pk__in=owners) | Q(pk=viewer.pk)).order_by("name"))


def _todo() -> DutyQuerySet:
    return Duty.objects.open().select_related(*WITH)


def _end_of_day(now: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(now) + timedelta(days=1), time.min))


def title_of(duty: Duty) -> str:
    """What is to be done: a task's own words, else the kind's label."""
    kind = KINDS.get(duty.kind)
    return duty.what or (str(kind.label) if kind else duty.kind)


def why_of(duty: Duty) -> str:
    """The line under the title, with the duty's facts in the reader's format."""
    kind = KINDS.get(duty.kind)
    if kind is None or not kind.why:
        return ""
    words: dict[str, str] = defaultdict(lambda: formats.NOTHING)
    words |= {name: shown(value) for name, fact in duty.facts.items() if (value := read(fact)) not in (None, "")}
    words["number"] = duty.document.number if duty.document else words["number"]
    words["amount"] = formats.money0(duty.amount) if duty.amount is not None else words["amount"]
    return str(kind.why).format_map(words)


def state_of(duty: Duty, now: datetime) -> State:
    """How one duty counts now: the same classes as the query."""
    if duty.void_at:
        return State.VOID
    if duty.excused_at:
        return State.EXCUSED
    if duty.done_at:
        return State.KEPT if duty.done_at <= duty.due_at else State.LATE
    return State.OPEN if duty.due_at >= now else State.BROKEN


@dataclass(frozen=True)
class Told:
    """A duty as a list shows it."""

    duty: Duty
    title: str
    why: str
    icon: str
    state: State
    by_tick: bool


def told(duties: Collection[Duty], now: datetime) -> list[Told]:
    return [_told(duty, now) for duty in duties]


def _told(duty: Duty, now: datetime) -> Told:
    kind = KINDS.get(duty.kind)
    by_tick = bool(kind and kind.by_tick)
    return Told(
        duty,
        title_of(duty),
        why_of(duty),
        kind.icon if kind else "circle-check",
        state_of(duty, now),
        by_tick,
    )
