"""Amounts, counts and dates in words, as printed papers carry them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kontor.kernel.money import HUNDRED, MOST_MONEY, money


class Unit(NamedTuple):
    """A counted noun: one рубль, few рубля, many рублей; English uses one and many."""

    one: str
    few: str
    many: str


class Currency(NamedTuple):
    """The names of a currency and of its hundredth in the three languages."""

    ru: Unit
    ru_cent: Unit
    en: Unit
    en_cent: Unit
    zh: str
    zh_cent: str


_CENT_RU = Unit("цент", "цента", "центов")
_CENT_EN = Unit("cent", "cents", "cents")

CURRENCIES = {
    "RUB": Currency(
        ru=Unit("рубль", "рубля", "рублей"),
        ru_cent=Unit("копейка", "копейки", "копеек"),
        en=Unit("rouble", "roubles", "roubles"),
        en_cent=Unit("kopeck", "kopecks", "kopecks"),
        zh="卢布",
        zh_cent="戈比",
    ),
    "CNY": Currency(
        ru=Unit("юань", "юаня", "юаней"),
        ru_cent=Unit("фэнь", "фэня", "фэней"),
        en=Unit("yuan", "yuan", "yuan"),
        en_cent=Unit("fen", "fen", "fen"),
        zh="元",
        zh_cent="分",
    ),
    "USD": Currency(
        ru=Unit("доллар США", "доллара США", "долларов США"),
        ru_cent=_CENT_RU,
        en=Unit("US dollar", "US dollars", "US dollars"),
        en_cent=_CENT_EN,
        zh="美元",
        zh_cent="美分",
    ),
    "EUR": Currency(
        ru=Unit("евро", "евро", "евро"),
        ru_cent=Unit("евроцент", "евроцента", "евроцентов"),
        en=Unit("euro", "euros", "euros"),
        en_cent=_CENT_EN,
        zh="欧元",
        zh_cent="欧分",
    ),
}


def in_words(amount: Decimal, currency: str, language: str) -> str:
    """The amount in words: «Двадцать одна тысяча один рубль 00 копеек», 人民币贰万壹仟零壹元整.

    `language` is ru, zh or English; a debt the other way round begins with its minus in words.
    Raises KeyError for a currency without a name here, ValueError from a trillion on.
    """
    amount = money(amount)
    if abs(amount) > MOST_MONEY:
        raise ValueError("An amount in words ends below a trillion.")
    name = CURRENCIES[currency]
    whole, cents = divmod(int(abs(amount) * HUNDRED), 100)
    match language[:2]:
        case "zh":
            return _chinese(whole, cents, name, negative=amount < 0)
        case "ru":
            minus = "минус " if amount < 0 else ""
            text = f"{minus}{russian(whole)} {counted(whole, *name.ru)} {cents:02} {counted(cents, *name.ru_cent)}"
        case _:
            minus = "minus " if amount < 0 else ""
            text = f"{minus}{english(whole)} {_plural(whole, name.en)} {cents:02} {_plural(cents, name.en_cent)}"
    return text[0].upper() + text[1:]


def date_in_words(day: date, language: str) -> str:
    """«9 ноября 2026 г.», 2026年11月9日, 9 November 2026."""
    match language[:2]:
        case "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        case "ru":
            return f"{day.day} {MONTHS_RU[day.month - 1]} {day.year} г."
        case _:
            return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


MONTHS_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
MONTHS_EN = "January February March April May June July August September October November December".split()


# Russian


def counted(n: int, one: str, few: str, many: str) -> str:
    """The form of a Russian noun after a number: 1, 21 рубль; 2–4, 22 рубля; 0, 5–20 рублей."""
    n = abs(n)
    if n % 10 == 1 and n % 100 != 11:
        return one
    if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14):
        return few
    return many


_RU_TEENS = (
    "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
).split()
_RU_ONES = ["", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", *_RU_TEENS]
_RU_TENS = ["", "", *"двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()]
_RU_HUNDREDS = ["", *"сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()]
_RU_SCALES = (
    Unit("миллиард", "миллиарда", "миллиардов"),
    Unit("миллион", "миллиона", "миллионов"),
    Unit("тысяча", "тысячи", "тысяч"),
)


def russian(n: int) -> str:
    """A whole number below a trillion in Russian, masculine: двадцать одна тысяча один."""
    words: list[str] = []
    *groups, last = _thousands(n)
    for group, scale in zip(groups, _RU_SCALES, strict=True):
        if group:
            words += [*_russian_group(group, feminine=scale.one == "тысяча"), counted(group, *scale)]
    words += _russian_group(last, feminine=False)
    return " ".join(words) or "ноль"


def _russian_group(n: int, *, feminine: bool) -> Iterator[str]:
    """A number below a thousand; thousands are feminine: одна тысяча, две тысячи."""
    hundreds, rest = divmod(n, 100)
    tens, ones = (0, rest) if rest < 20 else divmod(rest, 10)
    word = {1: "одна", 2: "две"}.get(ones, _RU_ONES[ones]) if feminine else _RU_ONES[ones]
    return filter(None, (_RU_HUNDREDS[hundreds], _RU_TENS[tens], word))


# English

_EN_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_EN_TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]
_EN_SCALES = (" billion", " million", " thousand", "")


def english(n: int) -> str:
    """A whole number below a trillion in English: twenty-one thousand and one."""
    groups = _thousands(n)
    words = [_english_group(group) + scale for group, scale in zip(groups, _EN_SCALES, strict=True) if group]
    if n > 1000 and 0 < groups[-1] < 100:
        words.insert(-1, "and")
    return " ".join(words) or "zero"


def _english_group(n: int) -> str:
    """A number from 1 to 999: two hundred and five."""
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    if rest < 20:
        below = _EN_ONES[rest]
    else:
        below = _EN_TENS[tens] + (f"-{_EN_ONES[ones]}" if ones else "")
    if not hundreds:
        return below
    return f"{_EN_ONES[hundreds]} hundred" + (f" and {below}" if rest else "")


def _plural(n: int, unit: Unit) -> str:
    return unit.one if n == 1 else unit.many


def _thousands(n: int) -> list[int]:
    """Billions, millions, thousands and the rest."""
    return [n // 1000**power % 1000 for power in (3, 2, 1, 0)]


# Chinese, upper case, by the People's Bank's rules for filling in bills

_ZH_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_ZH_PLACES = ((1000, "仟"), (100, "佰"), (10, "拾"), (1, ""))
_ZH_SCALES = ((10**8, "亿"), (10**4, "万"), (1, ""))


def chinese(n: int) -> str:
    """A whole number below a trillion in upper-case Chinese: 壹万陆仟肆佰零玖. A 零 stands for zeros skipped in between."""
    text = ""
    for scale, name in _ZH_SCALES:
        group = n // scale % 10**4
        if group:
            # Zeros before this group: its own leading ones, or a whole group left out on the way down.
            gap = group < 1000 or (n // scale // 10**4 and n // scale // 10**4 % 10**4 == 0)
            text += ("零" if text and gap else "") + _chinese_group(group) + name
    return text or "零"


def _chinese_group(n: int) -> str:
    """A number from 1 to 9999: 壹仟零玖."""
    text, skipped = "", False
    for place, name in _ZH_PLACES:
        digit = n // place % 10
        if digit:
            text += ("零" if skipped and text else "") + _ZH_DIGITS[digit] + name
        skipped = not digit
    return text


def _chinese(whole: int, cents: int, name: Currency, *, negative: bool) -> str:
    minus = "负" if negative else ""
    if name.zh == "元":
        return f"人民币{minus}{_yuan(whole, cents)}"
    if not cents:
        return f"{minus}{chinese(whole)}{name.zh}整"
    zero = "零" if cents < 10 else ""
    return f"{minus}{chinese(whole)}{name.zh}{zero}{chinese(cents)}{name.zh_cent}"


def _yuan(whole: int, cents: int) -> str:
    """元 closes with 整; 角 and 分 do not. 零 before 角 where the 元 place is zero, and before 分 where 角 is missing."""
    if not cents:
        return f"{chinese(whole)}元整"
    jiao, fen = divmod(cents, 10)
    text = f"{chinese(whole)}元" if whole else ""
    if whole and (whole % 10 == 0 or not jiao):
        text += "零"
    if jiao:
        text += f"{_ZH_DIGITS[jiao]}角"
    if fen:
        text += f"{_ZH_DIGITS[fen]}分"
    return text
