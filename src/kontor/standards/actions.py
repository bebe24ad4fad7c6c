"""Verbs of the standards: set a value, take over a playbook, keep the calendar."""

import tomllib
import uuid
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import holidays
from django.db import transaction
from django.utils.translation import gettext as _

from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.standards import memory
from kontor.standards.models import CalendarDay, Revision, SettingValue
from kontor.standards.settings import Setting, setting

PLAYBOOKS = Path(__file__).parent / "data" / "playbooks"


@transaction.atomic
def set_value(key: str, value: object, *, since: date, by: Staff, reason: str) -> SettingValue:
    """Let a setting be worth something from a day on. Safe to repeat: the same value for the same day stays one entry.

    `value` is typed, or its text as a person writes it. KeyError: no such setting. Refused: no right, no reason, or a bad value.
    """
    asked = setting(key)
    _lock()
    kept, faults = _read(asked, value)
    last = SettingValue.objects.filter(key=key, since=since).order_by("-id").first()
    if last and not faults and last.value == kept:
        return last

    refuse_if([*_right(by), *_reason(reason), *faults])
    entry = SettingValue.objects.create(key=key, value=kept, since=since, set_by=by, reason=reason.strip())
    memory.changed()
    return entry


@transaction.atomic
def apply_playbook(name: str, *, since: date, by: Staff) -> list[SettingValue]:
    """Set every value that the playbook `data/playbooks/NAME.toml` names, from a day on. Safe to repeat.

    KeyError: no such playbook, or it names a setting that does not exist. Refused: no right, or bad values, all at once.
    """
    playbook = _playbook(name)
    reason = _("Playbook “{name}”").format(name=playbook["title"]["en"])
    entries: list[SettingValue] = []
    refusals: dict[str, Refusal] = {}
    for key, raw in playbook["settings"].items():
        try:
            entries.append(set_value(key, raw, since=since, by=by, reason=reason))
        except Refused as refused:
            refusals |= {str(each.sentence): each for each in refused.refusals}
    refuse_if(refusals.values())
    return entries


def playbooks() -> tuple[str, ...]:
    """Names of the playbooks that come with the product."""
    return tuple(sorted(path.stem for path in PLAYBOOKS.glob("*.toml")))


@transaction.atomic
def set_day(country: str, day: date, *, is_workday: bool, note: str, by: Staff) -> CalendarDay:
    """Say that a day is off, or worked, in a country, whatever the week says. Clause W-0.2. Refused: no right."""
    refuse_if(_right(by))
    _lock()
    entry, _new = CalendarDay.objects.update_or_create(
        country=country, day=day, defaults={"is_workday": is_workday, "note": note}
    )
    memory.changed()
    return entry


@transaction.atomic
def seed_calendar(countries: Iterable[str], years: Iterable[int]) -> int:
    """Enter the public holidays that are known for these countries and years; returns how many days were new.

    What the company has already entered stays as it is: the database wins. Clause W-0.2.
    """
    _lock()
    known = set(CalendarDay.objects.values_list("country", "day"))
    wanted = list(years)
    days = [
        entry for country in countries for entry in _public_days(country, wanted) if (country, entry.day) not in known
    ]
    CalendarDay.objects.bulk_create(days)
    memory.changed()
    return len(days)


def _public_days(country: str, years: list[int]) -> Iterator[CalendarDay]:
    public = holidays.country_holidays(country, years=years, language={"RU": "ru", "CN": "zh_CN"}.get(country))
    for day, note in public.items():
        yield CalendarDay(country=country, day=day, is_workday=False, note=note[:200])
    for day in public.weekend_workdays:
        if day.year in years:
            yield CalendarDay(country=country, day=day, is_workday=True, note="")


def _lock() -> None:
    """One writer at a time, and a new stamp for every reader."""
    Revision.objects.update_or_create(pk=1, defaults={"stamp": uuid.uuid4()})


def _read(asked: Setting, value: object) -> tuple[Any, list[Refusal]]:
    """The value as it is kept, or why it cannot be."""
    try:
        typed_in = value if isinstance(value, str | list | int) else asked.keep(value)
        return asked.keep(asked.read(typed_in)), []
    except ValueError as fault:
        return None, [Refusal("bad_value", str(fault), facts={"setting": asked.key})]


def _right(by: Staff) -> Iterator[Refusal]:
    if not by.may(Right.CHANGE_SETTINGS):
        yield Refusal("not_allowed", _("Only who may change settings and decision tables can do this."))


def _reason(reason: str) -> Iterator[Refusal]:
    if not reason.strip():
        yield Refusal("no_reason", _("Say why the value changes; the reason stays in the history."))


def _playbook(name: str) -> dict[str, Any]:
    if name not in playbooks():
        raise KeyError(f"no playbook {name!r}; there are {', '.join(playbooks())}")
    return tomllib.loads((PLAYBOOKS / f"{name}.toml").read_text("utf-8"))
