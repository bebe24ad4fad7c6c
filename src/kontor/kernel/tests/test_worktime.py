from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.kernel.worktime import Calendar

MOSCOW = ZoneInfo("Europe/Moscow")
OFFICE = Calendar(
    workdays=frozenset(range(5)),
    opens=time(9),
    closes=time(18),
    tz=MOSCOW,
    days_off=frozenset({date(2026, 11, 4)}),
    extra_workdays=frozenset({date(2026, 11, 14)}),
)
FRIDAY = date(2026, 11, 6)

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
calendars = st.builds(
    lambda workdays, off, extra: Calendar(workdays, time(9), time(18), MOSCOW, off - extra, extra),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.frozensets(days, max_size=20),
    st.frozensets(days, max_size=20),
)


def at(hour: int, day: date = FRIDAY) -> datetime:
    return datetime.combine(day, time(hour), MOSCOW)


def test_single_days_take_precedence_over_the_week():
    assert not OFFICE.is_workday(date(2026, 11, 4))
    assert OFFICE.is_workday(date(2026, 11, 14))
    assert OFFICE.next_workday(date(2026, 11, 13)) == date(2026, 11, 14)


def test_the_end_of_the_day_is_the_next_days_after_hours():
    assert OFFICE.end_of_workday(at(10)) == at(18)
    assert OFFICE.end_of_workday(at(19)) == at(18, date(2026, 11, 9))
    assert OFFICE.end_of_workday(datetime(2026, 11, 6, 21, 30, tzinfo=UTC)) == at(18, date(2026, 11, 9))


def test_a_deadline_is_the_close_of_its_last_day():
    assert OFFICE.due_in(at(10), workdays=1) == at(18, date(2026, 11, 9))
    assert OFFICE.due_in(at(10), days=1) == at(18, date(2026, 11, 9))
    assert OFFICE.due_in(at(10), days=3) == at(18, date(2026, 11, 9))
    assert OFFICE.due_in(at(10), workdays=0) == at(18)


@pytest.mark.parametrize("term", [{}, {"workdays": 1, "days": 1}, {"days": -1}])
def test_a_deadline_needs_one_term(term):
    with pytest.raises(ValueError):
        OFFICE.due_in(at(10), **term)


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError):
        OFFICE.end_of_workday(datetime(2026, 11, 6, 12))


def test_a_calendar_that_never_works_is_refused():
    with pytest.raises(ValueError):
        Calendar(frozenset(), time(9), time(18), MOSCOW)


@given(calendars, days, st.integers(-30, 30))
def test_so_many_working_days_lie_between(calendar, day, n):
    day = calendar.workday_from(day)
    there = calendar.add_workdays(day, n)
    assert calendar.is_workday(there)
    assert calendar.workdays_between(day, there) == n
    assert calendar.add_workdays(there, -n) == day


@given(calendars, days)
def test_the_day_before_the_next_working_day_is_the_last_one(calendar, day):
    day = calendar.workday_from(day)
    assert calendar.previous_workday(calendar.next_workday(day)) == day


@given(calendars, days, days, days)
def test_working_days_add_up_over_any_day_between(calendar, one, two, three):
    between = calendar.workdays_between
    assert between(one, two) + between(two, three) == between(one, three)


moments = st.datetimes(
    datetime(2026, 1, 1),
    datetime(2027, 12, 1),
    timezones=st.sampled_from([UTC, MOSCOW, ZoneInfo("Asia/Shanghai")]),
)


@given(calendars, moments, st.integers(0, 20))
def test_a_deadline_lies_ahead_within_working_time_and_never_moves_back(calendar, moment, n):
    for term in ("workdays", "days"):
        due = calendar.due_in(moment, **{term: n})
        assert due > moment
        assert calendar.is_workday(due.date()) and due.time() == calendar.closes
        assert calendar.due_in(moment, **{term: n + 1}) >= due
        assert calendar.due_in(moment + timedelta(hours=1), **{term: n}) >= due
