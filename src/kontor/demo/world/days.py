"""Working days by the simple rule: Monday to Friday."""

from __future__ import annotations

from datetime import date, timedelta

ONE = timedelta(days=1)


def workday(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def after(day: date, count: int) -> date:
    """`count` working days later; zero is the day itself or the Monday after it."""
    day = workday(day)
    for _ in range(count):
        day = workday(day + ONE)
    return day


def before(day: date, count: int) -> date:
    """`count` working days earlier."""
    while count:
        day -= ONE
        count -= day.weekday() < 5
    return day
