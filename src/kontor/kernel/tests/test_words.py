from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.kernel.words import CURRENCIES, chinese, counted, date_in_words, english, in_words, russian


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "Ноль рублей 00 копеек"),
        ("1", "Один рубль 00 копеек"),
        ("2.02", "Два рубля 02 копейки"),
        ("11.11", "Одиннадцать рублей 11 копеек"),
        ("21001", "Двадцать одна тысяча один рубль 00 копеек"),
        ("112.21", "Сто двенадцать рублей 21 копейка"),
        ("122000", "Сто двадцать две тысячи рублей 00 копеек"),
        ("1000000", "Один миллион рублей 00 копеек"),
        ("2345678.90", "Два миллиона триста сорок пять тысяч шестьсот семьдесят восемь рублей 90 копеек"),
        ("5000000011", "Пять миллиардов одиннадцать рублей 00 копеек"),
        ("-5", "Минус пять рублей 00 копеек"),
    ],
)
def test_roubles_in_russian(amount, words):
    assert in_words(Decimal(amount), "RUB", "ru") == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("0", "零元整"),
        ("100000", "壹拾万元整"),
        ("1234.05", "壹仟贰佰叁拾肆元零伍分"),
        ("21001", "贰万壹仟零壹元整"),
        ("0.05", "伍分"),
        ("0.5", "伍角"),
        ("10.05", "壹拾元零伍分"),
        ("100000001", "壹亿零壹元整"),
        ("1000005000", "壹拾亿零伍仟元整"),
        ("10010000", "壹仟零壹万元整"),
        ("100100.10", "壹拾万零壹佰元零壹角"),
        ("-5", "负伍元整"),
    ],
)
def test_yuan_by_the_rules_of_the_peoples_bank(amount, words):
    assert in_words(Decimal(amount), "CNY", "zh-hans") == "人民币" + words


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("21001", "RUB", "Twenty-one thousand and one roubles 00 kopecks"),
        ("1.01", "RUB", "One rouble 01 kopeck"),
        ("0.5", "EUR", "Zero euros 50 cents"),
        ("1000000", "CNY", "One million yuan 00 fen"),
        (
            "1234567.89",
            "USD",
            "One million two hundred and thirty-four thousand five hundred and sixty-seven US dollars 89 cents",
        ),
        ("2000015", "USD", "Two million and fifteen US dollars 00 cents"),
    ],
)
def test_amounts_in_english(amount, currency, words):
    assert in_words(Decimal(amount), currency, "en") == words


@pytest.mark.parametrize(
    ("currency", "language", "words"),
    [
        ("CNY", "ru", "Две тысячи два юаня 05 фэней"),
        ("USD", "ru", "Две тысячи два доллара США 05 центов"),
        ("EUR", "ru", "Две тысячи два евро 05 евроцентов"),
        ("USD", "zh", "贰仟零贰美元零伍美分"),
        ("RUB", "zh", "贰仟零贰卢布零伍戈比"),
    ],
)
def test_other_currencies(currency, language, words):
    assert in_words(Decimal("2002.05"), currency, language) == words


def test_a_trillion_is_not_written_out():
    with pytest.raises(ValueError):
        in_words(Decimal(10**12), "RUB", "ru")


whole = st.integers(0, 10**12 - 1)


@given(whole)
def test_every_number_has_its_words(n):
    for words in (russian(n), english(n)):
        assert words and words == " ".join(words.split())
    assert "零零" not in chinese(n) and (n == 0 or not chinese(n).endswith("零"))


@given(whole)
def test_chinese_words_read_back_as_the_number(n):
    assert read_chinese(chinese(n)) == n


@given(st.decimals(0, 10**9, places=2), st.sampled_from(sorted(CURRENCIES)), st.sampled_from(["ru", "en", "zh"]))
def test_different_amounts_never_share_words(amount, currency, language):
    assert in_words(amount, currency, language) != in_words(amount + Decimal("0.01"), currency, language)


def read_chinese(text: str) -> int:
    number = group = digit = 0
    for sign in text:
        if sign in (digits := "零壹贰叁肆伍陆柒捌玖"):
            digit = digits.index(sign)
        elif sign in (places := {"拾": 10, "佰": 100, "仟": 1000}):
            group, digit = group + digit * places[sign], 0
        else:
            number, group, digit = number + (group + digit) * {"万": 10**4, "亿": 10**8}[sign], 0, 0
    return number + group + digit


@pytest.mark.parametrize(
    ("n", "form"),
    [
        (1, "день"),
        (3, "дня"),
        (5, "дней"),
        (11, "дней"),
        (13, "дней"),
        (21, "день"),
        (112, "дней"),
        (0, "дней"),
    ],
)
def test_a_russian_noun_follows_its_number(n, form):
    assert counted(n, "день", "дня", "дней") == form


def test_a_date_in_words():
    day = date(2026, 11, 9)
    assert [date_in_words(day, language) for language in ("ru", "en", "zh-hans")] == [
        "9 ноября 2026 г.",
        "9 November 2026",
        "2026年11月9日",
    ]
