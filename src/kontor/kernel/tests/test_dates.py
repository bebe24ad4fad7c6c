from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.kernel.dates import parse_date
from kontor.kernel.words import date_in_words

TODAY = date(2026, 11, 9)  # a Monday


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2026-11-30", "en", date(2026, 11, 30)),
        ("20261130", "ru", date(2026, 11, 30)),
        ("2026/11/30", "zh-hans", date(2026, 11, 30)),
        ("30.11.2026", "ru", date(2026, 11, 30)),
        ("30.11.26", "ru", date(2026, 11, 30)),
        ("30.11", "ru", date(2026, 11, 30)),
        ("15.01", "ru", date(2027, 1, 15)),
        ("30/11/2026", "en", date(2026, 11, 30)),
        ("11/30", "zh-hans", date(2026, 11, 30)),
        ("11月30日", "en", date(2026, 11, 30)),
        ("2026年11月30日", "ru", date(2026, 11, 30)),
        ("30 ноября", "ru", date(2026, 11, 30)),
        ("30 Nov 2026", "en", date(2026, 11, 30)),
        ("November 30, 2026", "en", date(2026, 11, 30)),
        ("29.02.2028", "ru", date(2028, 2, 29)),
        ("+3", "en", date(2026, 11, 12)),
        ("＋3", "zh-hans", date(2026, 11, 12)),
        ("-1", "en", date(2026, 11, 8)),
        ("пн", "ru", date(2026, 11, 16)),
        ("Fri", "en", date(2026, 11, 13)),
        ("周一", "zh-hans", date(2026, 11, 16)),
        ("星期天", "zh-hans", date(2026, 11, 15)),
        ("завтра", "ru", date(2026, 11, 10)),
        ("Tomorrow", "en", date(2026, 11, 10)),
        ("明天", "zh-hans", date(2026, 11, 10)),
        ("послезавтра", "en", date(2026, 11, 11)),
    ],
)
def test_a_date_is_read_as_people_type_it(text, language, day):
    assert parse_date(text, TODAY, language) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Enter a date"),
        ("31.02.2026", "no such day"),
        ("29.02", "no such day"),
        ("11/30/2026", "no such day"),
        ("soon", "not a date"),
        ("12", "not a date"),
    ],
)
def test_what_is_no_date_is_refused_in_words(text, sentence):
    with pytest.raises(ValueError, match=sentence):
        parse_date(text, TODAY, "en")


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["ru", "en", "zh"]))
def test_a_date_in_words_is_read_back(day, language):
    assert parse_date(date_in_words(day, language), TODAY, language) == day
    assert parse_date(day.isoformat(), TODAY, language) == day


@given(st.dates(TODAY - timedelta(days=180), TODAY + timedelta(days=180)))
def test_a_date_without_a_year_is_the_nearest_one(day):
    assert parse_date(f"{day:%d.%m}", TODAY, "ru") == day


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_dates(text):
    try:
        assert parse_date(text, TODAY, "zh")
    except ValueError as error:
        assert str(error)
