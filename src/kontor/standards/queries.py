"""Questions to the standards: what a setting is worth on a day, which days are worked, what carries out a clause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from kontor.kernel.worktime import Calendar
from kontor.people.models import Office
from kontor.standards import memory
from kontor.standards.clauses import Clause, Section, clause, standard
from kontor.standards.kinds import WorkingWeek
from kontor.standards.models import CalendarDay, SettingValue
from kontor.standards.rules import Rule
from kontor.standards.rules import rules_of as rules_of
from kontor.standards.settings import Setting, all_settings, setting


def value(key: str, on: date) -> Any:
    """What the setting is worth on a day, in the type of its kind; its default if the company has set nothing.

    KeyError: no such setting. Costs at most one short statement per request, see `memory`.
    """
    asked = setting(key)
    kept = _kept(key, on)
    return asked.default if kept is None else asked.read(kept)


def whole(key: str, on: date) -> int:
    """A setting in days, working days, hours, minutes or pieces."""
    return cast(int, value(key, on))


def amount(key: str, on: date) -> Decimal:
    """A setting in percent or money."""
    return cast(Decimal, value(key, on))


def text(key: str, on: date) -> str:
    """A setting that is a choice or a text."""
    return cast(str, value(key, on))


def flag(key: str, on: date) -> bool:
    """A setting that is yes or no."""
    return cast(bool, value(key, on))


def _kept(key: str, on: date) -> Any:
    """The kept form of the latest value whose day has come; of two for one day, the later entry. None: never set."""
    rows = memory.current().values.get(key, ())
    return next((kept for since, kept in reversed(rows) if since <= on), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a setting in words, since when, by whom and why; `state` is `coming`, `now` or `past`."""

    value: str
    state: str
    row: SettingValue


@dataclass(frozen=True, slots=True)
class Worth:
    """A setting with the clause it serves, its value on a day, the entry that says so (None: the default), and the next."""

    setting: Setting
    clause: Clause | None
    value: str
    entry: Entry | None
    coming: Entry | None


def entries(asked: Setting, *, on: date) -> list[Entry]:
    """Every value the company has set, the latest first, told apart by what holds on a day."""
    return _entries(asked, history(asked.key), on)


def worth(letter: str, *, on: date) -> list[Worth]:
    """Every setting of a standard (empty: of none) with its value on a day, in one query."""
    rows: dict[str, list[SettingValue]] = {}
    for row in SettingValue.objects.select_related("set_by").order_by("-since", "-id"):
        rows.setdefault(row.key, []).append(row)
    return [_worth(each, letter, _entries(each, rows.get(each.key, ()), on)) for each in settings_of(letter)]


def _worth(asked: Setting, letter: str, found: list[Entry]) -> Worth:
    entry = next((each for each in found if each.state == "now"), None)
    coming = next((each for each in reversed(found) if each.state == "coming"), None)
    served = next((clause(id) for id in asked.clauses if id.startswith(letter or "-")), None)
    value = entry.value if entry else asked.show(asked.default)
    return Worth(asked, served, value, entry, coming)


def _entries(asked: Setting, rows: Iterable[SettingValue], on: date) -> list[Entry]:
    told: list[Entry] = []
    for row in rows:
        state = "coming" if row.since > on else "past" if any(each.state == "now" for each in told) else "now"
        told.append(Entry(asked.show(asked.read(row.value)), state, row))
    return told


def history(key: str) -> QuerySet[SettingValue]:
    """Every value the company has set, the latest first, with who and why."""
    return SettingValue.objects.filter(key=key).select_related("set_by").order_by("-since", "-id")


def calendar(office: Office, *, on: date) -> Calendar:
    """When an office works: the working week that holds on a day, and the exceptional days of its country.

    Clause W-0.2.
    """
    week: WorkingWeek = value("working_calendar", on)
    return _calendar(week, memory.current().stamp, office.country, office.time_zone)


@lru_cache(maxsize=64)
def _calendar(week: WorkingWeek, _stamp: str | None, country: str, time_zone: str) -> Calendar:
    days = memory.current().days.get(country, {})
    return Calendar(
        workdays=week.workdays,
        opens=week.opens,
        closes=week.closes,
        days_off=frozenset(day for day, worked in days.items() if not worked),
        extra_workdays=frozenset(day for day, worked in days.items() if worked),
        tz=ZoneInfo(time_zone),
    )


def calendar_days(country: str, year: int) -> QuerySet[CalendarDay]:
    """The exceptional days of a country in a year."""
    return CalendarDay.objects.filter(country=country, day__year=year)


def settings_of(letter: str) -> tuple[Setting, ...]:
    """Settings that serve a clause of the standard, in the order of the paper; with an empty letter, those of none."""
    if not letter:
        return tuple(each for each in all_settings() if not each.clauses)
    order = {each.id: place for place, each in enumerate(standard(letter).clauses)}
    places = {each.key: [order[id] for id in each.clauses if id in order] for each in all_settings()}
    served = (each for each in all_settings() if places[each.key])
    return tuple(sorted(served, key=lambda each: min(places[each.key])))


def sections(letter: str) -> Iterator[tuple[Section, list[tuple[Clause, tuple[Rule, ...]]]]]:
    """The standard section by section, each clause with the rules that carry it out."""
    for section in standard(letter).sections:
        yield section, [(each, rules_of(each.id)) for each in section.clauses]


def built(clause_id: str) -> bool:
    """Does a rule carry out this clause? A setting alone does nothing and does not count."""
    return any(rule.what != "setting" for rule in rules_of(clause(clause_id).id))
