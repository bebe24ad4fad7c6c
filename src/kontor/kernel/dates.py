"""Dates as people type them, in the three languages."""

import re
import unicodedata
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

_OFFSETS = {
    **dict.fromkeys(("вчера", "yesterday", "昨天"), -1),
    **dict.fromkeys(("сегодня", "today", "今天"), 0),
    **dict.fromkeys(("завтра", "tomorrow", "明天"), 1),
    **dict.fromkeys(("послезавтра", "后天"), 2),
}
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "пн понедельник mon monday 周一 星期一 礼拜一",
            "вт вторник tue tuesday 周二 星期二 礼拜二",
            "ср среда среду wed wednesday 周三 星期三 礼拜三",
            "чт четверг thu thursday 周四 星期四 礼拜四",
            "пт пятница пятницу fri friday 周五 星期五 礼拜五",
            "сб суббота субботу sat saturday 周六 星期六 礼拜六",
            "вс воскресенье sun sunday 周日 周天 星期日 星期天 礼拜天",
        )
    )
    for word in words.split()
}
_MONTHS = {
    word: number
    for number, words in enumerate(
        "янв jan|фев feb|мар mar|апр apr|май мая may|июн jun|июл jul|авг aug|сен sep|окт oct|ноя nov|дек dec".split(
            "|"
        ),
        1,
    )
    for word in words.split()
}
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:[-./年]\s?(?P<month>\d{1,2})[-./月]\s?(?P<day>\d{1,2})日?|(?P<mm>\d\d)(?P<dd>\d\d))"
)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?:[./-](?P<year>\d{4}|\d\d))?\.?")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[月./-](?P<day>\d{1,2})[日号]?")
_NAMED = re.compile(
    r"(?P<day>\d{1,2})\.?\s?(?P<name>[а-яa-z]{3})[а-яa-z]*\.?(?:,?\s?(?P<year>\d{4})(?:\s?г(?:\.|ода)?)?)?"
)
_NAMED_FIRST = re.compile(r"(?P<name>[a-z]{3})[a-z]*\.?\s(?P<day>\d{1,2})(?:,?\s(?P<year>\d{4}))?")


def parse_date(text: str, today: date, language: str) -> date:
    """Read a date: 9.11.2026, 2026-11-09, 9 ноября, 11月9日, +3, пн, 周一, tomorrow.

    Without a year it is the one nearest to today; a weekday is the next one after today. Figures run day first, in
    Chinese month first. Raises ValueError with a sentence for the user.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    if not plain:
        raise ValueError(_("Enter a date."))
    try:
        found = _relative(plain, today) or _calendar_day(plain, today, month_first=language.startswith("zh"))
    except (ValueError, OverflowError) as error:
        raise ValueError(_("There is no such day as “{text}”.").format(text=text.strip()[:40])) from error
    if found is None:
        raise ValueError(
            _("“{text}” is not a date. Write it like {example}.").format(
                text=text.strip()[:40], example=today.isoformat()
            )
        )
    return found


def _relative(text: str, today: date) -> date | None:
    if re.fullmatch(r"[+-]\d{1,4}", text, re.A):
        return today + timedelta(days=int(text))
    if text in _OFFSETS:
        return today + timedelta(days=_OFFSETS[text])
    if (weekday := _WEEKDAYS.get(text.rstrip("."))) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return None


def _calendar_day(text: str, today: date, *, month_first: bool) -> date | None:
    short = _MONTH_FIRST if month_first or "月" in text else _DAY_FIRST
    for pattern in (_YEAR_FIRST, short, _NAMED, _NAMED_FIRST):
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            month = _MONTHS.get(parts.get("name") or "") or int(parts.get("month") or parts.get("mm") or 0)
            return _in_year(parts.get("year"), month, int(parts.get("day") or parts.get("dd") or 0), today)
    return None


def _in_year(year: str | None, month: int, day: int, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = [
        date(near, month, day) for near in (today.year - 1, today.year, today.year + 1) if _exists(near, month, day)
    ]
    if not near:
        raise ValueError(day)
    return min(near, key=lambda candidate: abs(candidate - today))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
