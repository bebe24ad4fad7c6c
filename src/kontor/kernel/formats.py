"""How numbers, money and dates are written in English, Russian and Chinese.

Pages use these as filters; actions and print forms call them to format the parameters of a sentence. Every function takes
the language as its last argument and uses the active one without it. The minus is U+2212, spaces do not break.
"""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from django.utils import timezone
from django.utils.translation import get_language

NBSP = "\u00a0"
THIN = "\u202f"
MINUS = "\u2212"
NOTHING = "\u2014"

Number: TypeAlias = Decimal | int | float

_GROUP = {"en": ",", "ru": NBSP, "zh": ","}
_POINT = {"en": ".", "ru": ",", "zh": "."}
_WESTERN_UNITS = {
    "en": [(9, "B"), (6, "M"), (3, "k")],
    "ru": [(9, "млрд"), (6, "млн"), (3, "тыс.")],
}
_BYTES = {"en": ["B", "kB", "MB", "GB"], "ru": ["Б", "кБ", "МБ", "ГБ"], "zh": ["B", "kB", "MB", "GB"]}
_MONTHS_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "ru": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.".split(),
}
_MONTHS_OF_DAY = {
    "en": "January February March April May June July August September October November December".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
_MONTHS = {
    "en": _MONTHS_OF_DAY["en"],
    "ru": "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь".split(),
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "ru": "Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье".split(),
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日".split(),
}
_WEEKDAYS_SHORT = {
    "en": "Mon Tue Wed Thu Fri Sat Sun".split(),
    "ru": "пн вт ср чт пт сб вс".split(),
    "zh": "周一 周二 周三 周四 周五 周六 周日".split(),
}


def tongue(language: str | None = None) -> str:
    """`en`, `ru` or `zh`: the language of formats for a Django language code, the active one by default."""
    code = (language or get_language() or "en").lower()[:2]
    return code if code in _GROUP else "en"


def number(value: Number, digits: int = 0, language: str | None = None) -> str:
    """A number with exactly `digits` decimals, rounded half up: −1,234,500.00."""
    to = tongue(language)
    rounded = _exact(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    whole, _, fraction = f"{abs(rounded):,f}".partition(".")
    sign = MINUS if rounded < 0 else ""
    point = _POINT[to] + fraction if fraction else ""
    return sign + whole.replace(",", _GROUP[to]) + point


def money(value: Number, language: str | None = None) -> str:
    """A sum in a document: two decimals."""
    return number(value, 2, language)


def money0(value: Number, language: str | None = None) -> str:
    """A sum in an overview: whole units of currency."""
    return number(value, 0, language)


def qty(value: Number, language: str | None = None) -> str:
    """A quantity: up to three decimals, no idle zeros."""
    rounded = _exact(value).quantize(Decimal("0.001"), ROUND_HALF_UP).normalize()
    exponent = rounded.as_tuple().exponent
    return number(rounded, max(0, -exponent) if isinstance(exponent, int) else 0, language)


def signed(value: Number, digits: int = 0, language: str | None = None) -> str:
    """A difference with its sign: +330, −340, 0."""
    text = number(value, digits, language)
    return f"+{text}" if _exact(value) > 0 else text


def percent(value: Number, digits: int = 1, language: str | None = None) -> str:
    """Percentage points (8.5, not 0.085) with at most `digits` decimals: 8.5%, 8,5 %."""
    to = tongue(language)
    rounded = _exact(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    shown = number(rounded, 0 if rounded == rounded.to_integral_value() else digits, language)
    return f"{shown}{THIN}%" if to == "ru" else f"{shown}%"


def share(part: Number, whole: Number, digits: int = 0, language: str | None = None) -> str:
    """What `part` is of `whole`, in percent; a dash when there is no whole."""
    return percent(_exact(part) * 100 / _exact(whole), digits, language) if whole else NOTHING


def short(value: Number, language: str | None = None) -> str:
    """A sum for facts and charts: 642 k, 12.8 M; 642 тыс., 12,8 млн; 64.2 万, 1,278 万, 1.2 亿."""
    return _chinese_short(_exact(value)) if tongue(language) == "zh" else _western_short(_exact(value), language)


def _western_short(value: Decimal, language: str | None) -> str:
    if abs(value) < 1000:
        return number(value, 0, language)
    rounded = Decimal(f"{value:.2e}")
    for power, unit in _WESTERN_UNITS[tongue(language)]:
        if abs(rounded) >= 10**power:
            scaled = rounded.scaleb(-power)
            digits = max(0, 2 - scaled.adjusted()) if power > 3 else int(abs(scaled) < 10)
            return number(scaled, digits, language) + THIN + unit
    raise AssertionError("a thousand has a unit")


def _chinese_short(value: Decimal) -> str:
    if abs(value) < 10_000:
        return number(value, 0, "zh")
    if abs(value) < 99_995_000:
        ten_thousands = value.scaleb(-4)
        return number(ten_thousands, 1 if abs(ten_thousands) < 1000 else 0, "zh") + THIN + "万"
    return number(value.scaleb(-8), 1, "zh") + THIN + "亿"


def day_full(value: date, language: str | None = None) -> str:
    """21 Nov 2026; 21.11.2026; 2026年11月21日."""
    on = _local_day(value)
    match tongue(language):
        case "ru":
            return f"{on:%d.%m.%Y}"
        case "zh":
            return f"{on.year}年{on.month}月{on.day}日"
        case to:
            return f"{on.day}{NBSP}{_MONTHS_SHORT[to][on.month - 1]}{NBSP}{on.year}"


def day_short(value: date, language: str | None = None) -> str:
    """21 Nov; 21 нояб.; 11月21日."""
    on, to = _local_day(value), tongue(language)
    if to == "zh":
        return f"{on.month}月{on.day}日"
    return f"{on.day}{NBSP}{_MONTHS_SHORT[to][on.month - 1]}"


def day(value: date, today: date | None = None, language: str | None = None) -> str:
    """The short day within this year, the full one otherwise. Without `today` the clock is asked."""
    this_year = (today or timezone.localdate()).year
    return day_short(value, language) if _local_day(value).year == this_year else day_full(value, language)


def weekday_long(value: date, language: str | None = None) -> str:
    """Thursday, 19 November; Четверг, 19 ноября; 11月19日 星期四."""
    on, to = _local_day(value), tongue(language)
    weekday = _WEEKDAYS[to][on.weekday()]
    if to == "zh":
        return f"{on.month}月{on.day}日 {weekday}"
    return f"{weekday}, {on.day}{NBSP}{_MONTHS_OF_DAY[to][on.month - 1]}"


def weekday_short(value: date, language: str | None = None) -> str:
    """Thu; чт; 周四."""
    return _WEEKDAYS_SHORT[tongue(language)][_local_day(value).weekday()]


def month(value: date, language: str | None = None) -> str:
    """November 2026; Ноябрь 2026; 2026年11月: headings of a timeline, names of periods."""
    on, to = _local_day(value), tongue(language)
    return f"{on.year}年{on.month}月" if to == "zh" else f"{_MONTHS[to][on.month - 1]}{NBSP}{on.year}"


def clock(value: datetime | time) -> str:
    """24 hours: 09:15. A moment is shown in the local time zone."""
    return f"{_local(value) if isinstance(value, datetime) else value:%H:%M}"


def moment(value: datetime, today: date | None = None, language: str | None = None) -> str:
    """Day and hour: 21 Nov, 10:42; 21 нояб., 10:42; 11月21日 10:42."""
    gap = " " if tongue(language) == "zh" else f",{NBSP}"
    return day(value, today, language) + gap + clock(value)


def size(count: int, language: str | None = None) -> str:
    """The size of a file given in bytes: 1.2 MB."""
    scaled, units = Decimal(count), _BYTES[tongue(language)]
    while scaled >= 1000 and len(units) > 1:
        scaled, units = scaled / 1000, units[1:]
    whole = scaled >= 10 or scaled == scaled.to_integral_value()
    return number(scaled, 0 if whole else 1, language) + NBSP + units[0]


def _exact(value: Number) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def _local_day(value: date) -> date:
    return _local(value).date() if isinstance(value, datetime) else value
