"""Moments of the story, and a wall clock that shows them while the demo is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.utils import timezone

from kontor.people.models import Office


def moment(day: date, at: time, office: Office) -> datetime:
    """A time of day on the clock of an office."""
    return datetime.combine(day, at, ZoneInfo(office.time_zone))


def minutes(moment: datetime, count: float) -> datetime:
    """So many minutes later, but not after the doors have closed: then a little before closing."""
    later = moment + timedelta(minutes=count)
    last = moment.replace(hour=17, minute=56, second=(moment.minute * 7) % 60)
    return max(moment + timedelta(seconds=40), min(later, last))


@contextmanager
def clock_shows(moment: datetime) -> Iterator[None]:
    """The actions of the house see this moment as now. One process makes the demo, so nobody else is fooled."""
    with patch.object(timezone, "now", lambda: moment):
        yield
