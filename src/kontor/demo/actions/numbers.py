"""Numbers of papers in the order of time, for what is written in bulk and for what the actions make between it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from kontor.documents.models import Series
from kontor.documents.register import register
from kontor.parties.models import Firm
from kontor.people.models import Office

Wanted = tuple[datetime, int, Office, int]
"""When, in the series of which year and office, for which key of the world."""


class Numbers:
    """The series of the firm. Plan all papers of a kind first, then take their numbers in any order."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm
        self.planned: dict[tuple[str, int], tuple[Office, int, int]] = {}
        self.last: dict[tuple[str, int, int], int] = defaultdict(int)

    def plan(self, kind: str, wanted: Iterable[Wanted]) -> None:
        """Give the papers of a kind their places in the series."""
        for _at, year, office, key in sorted(wanted, key=lambda each: (each[0], each[3])):
            series = (kind, office.pk, year)
            self.last[series] += 1
            self.planned[kind, key] = (office, year, self.last[series])

    def of(self, kind: str, key: int) -> str:
        """The number as it stands on the paper."""
        office, _year, count = self.planned[kind, key]
        return "-".join(part for part in (register.kind(kind).prefix, office.code, str(count)) if part)

    def turn_to(self, kind: str, key: int) -> None:
        """Let the next paper that an action makes have the number planned for it."""
        if place := self.planned.get((kind, key)):
            self._set(kind, place[0].pk, place[1], place[2])

    def close(self, kinds: Collection[str] = ()) -> None:
        """Every series, or those of some kinds, goes on after its last planned number."""
        for (kind, office, year), last in self.last.items():
            if not kinds or kind in kinds:
                self._set(kind, office, year, last + 1)

    def _set(self, kind: str, office: int, year: int, count: int) -> None:
        Series.objects.update_or_create(
            kind=kind, firm=self.firm, office_id=office, year=year, defaults={"next": count}
        )
