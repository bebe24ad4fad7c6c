from datetime import date, datetime, time
from decimal import Decimal

import pytest

from kontor.kernel import formats

DAY = date(2026, 11, 19)
EN, RU, ZH = "en", "ru", "zh-hans"


@pytest.mark.parametrize(
    ("language", "written"),
    [(EN, "1,234,500.00"), (RU, "1\u00a0234\u00a0500,00"), (ZH, "1,234,500.00")],
)
def test_money_in_a_document_has_two_decimals(language, written):
    assert formats.money(Decimal("1234500"), language) == written


def test_half_a_cent_is_rounded_away_from_zero_and_the_minus_is_a_minus():
    assert formats.money(Decimal("-0.005"), EN) == "−0.01"
    assert formats.money0(Decimal("-139606"), EN) == "−139,606"
    assert formats.money(Decimal("-0.001"), EN) == "0.00"


@pytest.mark.parametrize(
    ("value", "en", "ru", "zh"),
    [
        ("642300", "642 k", "642 тыс.", "64.2 万"),
        ("12780000", "12.8 M", "12,8 млн", "1,278 万"),
        ("2760000", "2.76 M", "2,76 млн", "276.0 万"),
        ("118600000", "119 M", "119 млн", "1.2 亿"),
        ("999950", "1.00 M", "1,00 млн", "100.0 万"),
        ("1750", "1.8 k", "1,8 тыс.", "1,750"),
        ("999.4", "999", "999", "999"),
        ("-406000", "−406 k", "−406 тыс.", "−40.6 万"),
        ("0", "0", "0", "0"),
    ],
)
def test_short_sums_count_in_the_units_of_the_language(value, en, ru, zh):
    shown = [formats.short(Decimal(value), language).replace("\u202f", " ") for language in (EN, RU, ZH)]
    assert shown == [en, ru, zh]


def test_a_quantity_shows_no_idle_zeros():
    assert formats.qty(Decimal("120.000"), EN) == "120"
    assert formats.qty(Decimal("2000"), EN) == "2,000"
    assert formats.qty(Decimal("1.250"), RU) == "1,25"


def test_percent_takes_points_and_russian_sets_a_thin_space():
    assert formats.percent(Decimal("8.5"), language=EN) == "8.5%"
    assert formats.percent(Decimal("8.5"), language=RU) == "8,5\u202f%"
    assert formats.percent(61, language=ZH) == "61%"
    assert formats.share(1, 0, language=EN) == "—"
    assert formats.share(1, 3, language=EN) == "33%"


@pytest.mark.parametrize(
    ("language", "full", "short", "long", "month"),
    [
        (EN, "19 Nov 2026", "19 Nov", "Thursday, 19 November", "November 2026"),
        (RU, "19.11.2026", "19 нояб.", "Четверг, 19 ноября", "Ноябрь 2026"),
        (ZH, "2026年11月19日", "11月19日", "11月19日 星期四", "2026年11月"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language, full, short, long, month):
    shown = [
        formats.day_full(DAY, language),
        formats.day_short(DAY, language),
        formats.weekday_long(DAY, language),
        formats.month(DAY, language),
    ]
    assert [text.replace("\u00a0", " ") for text in shown] == [full, short, long, month]


def test_a_day_of_another_year_is_written_in_full():
    assert formats.day(DAY, date(2026, 1, 1), ZH) == "11月19日"
    assert formats.day(DAY, date(2027, 1, 1), ZH) == "2026年11月19日"


def test_hours_are_twenty_four():
    assert formats.clock(time(9, 5)) == "09:05"
    assert formats.moment(datetime(2026, 11, 19, 16, 20), DAY, EN).replace("\u00a0", " ") == "19 Nov, 16:20"


def test_the_size_of_a_file_is_told_in_its_largest_unit():
    assert [formats.size(count, EN).replace("\u00a0", " ") for count in (512, 1_240, 12_400_000)] == [
        "512 B",
        "1.2 kB",
        "12 MB",
    ]
