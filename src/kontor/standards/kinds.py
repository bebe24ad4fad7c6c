"""Kinds of settings: how a value is read from a form, a file or the database, kept as JSON, and said in words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from kontor.kernel import formats
from kontor.kernel.money import parse_amount

DAY_NAMES = (
    "mon пн 周一",
    "tue вт 周二",
    "wed ср 周三",
    "thu чт 周四",
    "fri пт 周五",
    "sat сб 周六",
    "sun вс 周日",
)
WEEKDAYS = {name: day for day, names in enumerate(DAY_NAMES) for name in names.split()}
MONDAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """Days (0 is Monday) and hours in which the office works."""

    workdays: frozenset[int]
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class WeekTime:
    """A moment of each week: weekday (0 is Monday) and local time."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class Kind:
    """How values of one kind are read (ValueError with a sentence for people), kept as JSON, and shown."""

    name: str
    unit: str | Promise
    read: Callable[[object], Any]
    keep: Callable[[Any], Any]
    show: Callable[[Any], str]


def _as_is(value: Any) -> Any:
    return value


def read_whole(raw: object) -> int:
    text = re.sub(r"\s", "", str(raw))
    if not re.fullmatch(r"\d{1,9}", text):
        raise ValueError(_("“{value}” is not a whole number.").format(value=raw))
    return int(text)


def read_amount(raw: object) -> Decimal:
    amount = parse_amount(str(raw), get_language() or "")
    if amount < 0:
        raise ValueError(_("“{value}” is not an amount from zero up.").format(value=raw))
    return amount


def read_percent(raw: object) -> Decimal:
    percent = read_amount(str(raw).rstrip("% "))
    if percent > 100:
        raise ValueError(_("{value} is more than 100 percent.").format(value=raw))
    return percent


def read_time(raw: object) -> time:
    try:
        return time.fromisoformat(str(raw).strip().zfill(5))
    except ValueError:
        raise ValueError(_("“{value}” is not a time of day such as 10:00.").format(value=raw)) from None


def read_flag(raw: object) -> bool:
    text = str(raw).strip().lower()
    if text not in ("true", "false", "on", "off", "yes", "no", "1", "0"):
        raise ValueError(_("“{value}” is neither yes nor no.").format(value=raw))
    return text in ("true", "on", "yes", "1")


def read_list(raw: object) -> tuple[str, ...]:
    parts = raw if isinstance(raw, list | tuple) else str(raw).split(",")
    names = tuple(dict.fromkeys(str(part).strip() for part in parts if str(part).strip()))
    if not names:
        raise ValueError(_("The list is empty; at least one entry is needed."))
    return names


def read_week(raw: object) -> WorkingWeek:
    """`Mon-Fri 09:00-18:00`; days as names in three languages or 1 to 7, single days after commas."""
    found = re.fullmatch(r"\s*(\S+)\s+(\S+?)\s*[-–]\s*(\S+)\s*", str(raw))
    if not found:
        raise ValueError(_("“{value}” is not a working week such as Mon-Fri 09:00-18:00.").format(value=raw))
    opens, closes = read_time(found[2]), read_time(found[3])
    if opens >= closes:
        raise ValueError(
            _("The office closes at {closes}, before it opens at {opens}.").format(
                opens=formats.clock(opens), closes=formats.clock(closes)
            )
        )
    days = _read_days(found[1])
    if not days:
        raise ValueError(_("“{value}” names no days; begin with the earlier day of the week.").format(value=found[1]))
    return WorkingWeek(frozenset(days), opens, closes)


def read_week_time(raw: object) -> WeekTime:
    """`Mon 10:00`."""
    day, _space, at = str(raw).strip().partition(" ")
    return WeekTime(_read_day(day), read_time(at))


def _read_days(text: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        first, _dash, last = part.replace("–", "-").partition("-")
        start, stop = _read_day(first), _read_day(last or first)
        days += range(start, stop + 1)
    return days


def _read_day(text: str) -> int:
    name = text.strip().lower().rstrip(".")
    if name in WEEKDAYS:
        return WEEKDAYS[name]
    if name in "1234567" and len(name) == 1:
        return int(name) - 1
    raise ValueError(_("“{value}” is not a day of the week such as Mon.").format(value=text))


def keep_week(week: WorkingWeek) -> str:
    days = ",".join(DAY_NAMES[day].split()[0].capitalize() for day in sorted(week.workdays))
    return f"{days} {week.opens:%H:%M}-{week.closes:%H:%M}"


def keep_week_time(moment: WeekTime) -> str:
    return f"{DAY_NAMES[moment.weekday].split()[0].capitalize()} {moment.at:%H:%M}"


def show_week(week: WorkingWeek) -> str:
    days = sorted(week.workdays)
    in_a_row = days == list(range(days[0], days[-1] + 1)) and len(days) > 2
    names = [_day_name(day) for day in days]
    said = f"{names[0]}–{names[-1]}" if in_a_row else ", ".join(names)
    return f"{said} {formats.clock(week.opens)}–{formats.clock(week.closes)}"


def show_week_time(moment: WeekTime) -> str:
    return f"{_day_name(moment.weekday)} {formats.clock(moment.at)}"


def _day_name(day: int) -> str:
    return formats.weekday_short(MONDAY + timedelta(days=day))


def show_flag(flag: bool) -> str:
    return _("yes") if flag else _("no")


def _whole(name: str, unit: str | Promise, show: Callable[[int], str]) -> Kind:
    return Kind(name, unit, read_whole, _as_is, show)


DAYS = _whole("days", gettext_lazy("days"), lambda n: ngettext("{n} day", "{n} days", n).format(n=formats.qty(n)))
WORKDAYS = _whole(
    "workdays",
    gettext_lazy("working days"),
    lambda n: ngettext("{n} working day", "{n} working days", n).format(n=formats.qty(n)),
)
HOURS = _whole(
    "hours",
    gettext_lazy("working hours"),
    lambda n: (
        ngettext("{n} working hour", "{n} working hours", n).format(n=formats.qty(n))
        if n
        else _("the same working day")
    ),
)
MINUTES = _whole(
    "minutes",
    gettext_lazy("minutes"),
    lambda n: ngettext("{n} minute", "{n} minutes", n).format(n=formats.qty(n)),
)
COUNT = _whole("count", "", formats.qty)
PERCENT = Kind("percent", "%", read_percent, str, formats.percent)
MONEY = Kind("money", "", read_amount, str, formats.money)
TIME = Kind("time", gettext_lazy("time of day"), read_time, "{:%H:%M}".format, formats.clock)
FLAG = Kind("bool", "", read_flag, _as_is, show_flag)
TEXT = Kind("text", "", lambda raw: str(raw).strip(), _as_is, str)
CHOICE = Kind("choice", "", lambda raw: str(raw).strip(), _as_is, str)
LIST = Kind("list", "", read_list, list, ", ".join)
WEEK = Kind("week", gettext_lazy("days and hours"), read_week, keep_week, show_week)
WEEK_TIME = Kind("week_time", gettext_lazy("day and time"), read_week_time, keep_week_time, show_week_time)
