"""How a standard was kept: counts of cases by clause and person, and the cases themselves.

A case is a duty that names the clause (kept, late, excused, broken), an event whose kind proves it (kept), or a consent that
was used to step over it (excused). Nothing is counted that cannot be opened: `cases` answers the rows behind each figure.
Duties that are not yet due are not counted.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from kontor.approvals.models import Request
from kontor.duties.models import Duty, State
from kontor.people.models import Staff
from kontor.people.rights import Scope
from kontor.reports.periods import Month
from kontor.timeline.kinds import KINDS as EVENTS
from kontor.timeline.models import Event

STATES = (State.KEPT, State.LATE, State.EXCUSED, State.BROKEN)
SOURCES = ("duties", "events", "requests")
SYSTEM = 0  # the person of what happens by itself


@dataclass(frozen=True, slots=True)
class Tally:
    """Cases of a clause in a period."""

    kept: int = 0
    late: int = 0
    excused: int = 0
    broken: int = 0

    @property
    def all(self) -> int:
        return self.kept + self.late + self.excused + self.broken

    def of(self, state: str) -> int:
        return int(getattr(self, state))

    def plus(self, state: str, count: int) -> "Tally":
        figures = {name: self.of(name) + (count if name == state else 0) for name in STATES}
        return Tally(**{str(name): figure for name, figure in figures.items()})

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(self.of(name) + other.of(name) for name in STATES))


def total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


@dataclass(frozen=True)
class Asked:
    """Whose cases of which time the reader may and wants to see. `who`: a person, or None for everybody in sight."""

    viewer: Staff
    since: datetime
    until: datetime
    now: datetime
    who: int | None = None
    clause: str = ""

    def _whose(self, path: str) -> Q:
        where = Q()
        if self.viewer.scope == Scope.OWN:
            where &= Q(**{path: self.viewer.pk})
        elif self.viewer.scope == Scope.OFFICE:
            where &= Q(**{f"{path}__office_id": self.viewer.office_id})
        if self.who == SYSTEM:
            return where & Q(**{f"{path}__isnull": True})
        return where if self.who is None else where & Q(**{path: self.who})

    def duties(self) -> Any:
        found = Duty.objects.filter(self._whose("owner"), due_at__gte=self.since, due_at__lt=self.until)
        return found.filter(clause=self.clause) if self.clause else found.exclude(clause="")

    def events(self) -> QuerySet[Event]:
        kinds = [code for code, kind in EVENTS.items() if (self.clause in kind.keeps if self.clause else kind.keeps)]
        hidden = [code for code in kinds if (right := EVENTS[code].right) and not self.viewer.may(right)]
        return Event.objects.filter(
            self._whose("by"), kind__in=set(kinds) - set(hidden), at__gte=self.since, at__lt=self.until
        )

    def requests(self) -> QuerySet[Request]:
        found = Request.objects.filter(
            self._whose("asked_by"),
            state=Request.State.SPENT,
            spent_at__gte=self.since,
            spent_at__lt=self.until,
        )
        return found.filter(clause=self.clause) if self.clause else found.exclude(clause="")


Record = dict[str, dict[int | None, Tally]]


def record(asked: Asked) -> Record:
    """Tallies by clause and person (None: the system). One grouped query per source."""
    found: Record = defaultdict(lambda: defaultdict(Tally))
    for clause, person, state, count in _grouped(asked.duties().with_state(asked.now), "clause", "owner_id", "state"):
        if state in STATES:
            found[clause][person] = found[clause][person].plus(state, count)
    for kind, person, count in _grouped(asked.events(), "kind", "by_id"):
        for clause in EVENTS[kind].keeps:
            if asked.clause in ("", clause):
                found[clause][person] = found[clause][person].plus(State.KEPT, count)
    for clause, person, count in _grouped(asked.requests(), "clause", "asked_by_id"):
        found[clause][person] = found[clause][person].plus(State.EXCUSED, count)
    return found


def by_month(asked: Asked) -> dict[Month, Tally]:
    """Tallies of one clause by month. One grouped query per source."""
    found: dict[Month, Tally] = defaultdict(Tally)
    duties = asked.duties().with_state(asked.now).annotate(month=TruncMonth("due_at"))
    for month, state, count in _grouped(duties, "month", "state"):
        if state in STATES:
            found[Month(month.date())] = found[Month(month.date())].plus(state, count)
    for month, count in _grouped(asked.events().annotate(month=TruncMonth("at")), "month"):
        found[Month(month.date())] = found[Month(month.date())].plus(State.KEPT, count)
    for month, count in _grouped(asked.requests().annotate(month=TruncMonth("spent_at")), "month"):
        found[Month(month.date())] = found[Month(month.date())].plus(State.EXCUSED, count)
    return found


def _grouped(rows: Any, *columns: str) -> Any:
    return rows.order_by().values_list(*columns).annotate(count=Count("id"))


def cases(asked: Asked, source: str, state: str) -> QuerySet[Any]:
    """The rows behind a figure of one clause, from one source. Empty where a source knows no such state."""
    if source == "events":
        rows = asked.events().select_related("by", "client", "document")
        return rows if state == State.KEPT else rows.none()
    if source == "requests":
        used = asked.requests().select_related("asked_by", "client", "document", "decided_by")
        return used if state == State.EXCUSED else used.none()
    found = asked.duties().select_related("owner", "client", "document", "done_by", "excused_by", "set_by")
    duties: QuerySet[Duty] = found.in_state(state, asked.now)
    return duties
