from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kontor.kernel.refusals import Refused
from kontor.standards import queries
from kontor.standards.actions import seed_calendar, set_day, set_value
from kontor.standards.models import CalendarDay
from kontor.standards.tests.make import make_admin, make_office, make_staff

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
YEARS = range(2025, 2028)


@pytest.mark.clause("W-0.2")
def test_the_calendar_of_an_office_knows_its_countrys_holidays_and_moved_days() -> None:
    seed_calendar(["RU", "CN"], YEARS)
    moscow = queries.calendar(make_office("RU"), on=DAY)
    shanghai = queries.calendar(make_office("CN", "Asia/Shanghai"), on=DAY)
    assert not moscow.is_workday(date(2026, 1, 9))
    assert moscow.is_workday(date(2025, 11, 1))
    assert shanghai.is_workday(date(2026, 1, 9))
    assert shanghai.is_workday(date(2026, 2, 14))
    assert not shanghai.is_workday(date(2026, 10, 1))


@pytest.mark.clause("W-0.2")
def test_a_deadline_in_working_days_skips_holidays() -> None:
    seed_calendar(["RU"], YEARS)
    moscow = queries.calendar(make_office("RU"), on=DAY)
    sent = datetime(2025, 12, 30, 15, tzinfo=ZoneInfo("Europe/Moscow"))
    assert moscow.due_in(sent, workdays=1).date() == date(2026, 1, 12)


@pytest.mark.clause("W-0.2")
def test_what_the_company_has_entered_wins_over_the_public_calendar() -> None:
    admin, office = make_admin(), make_office("RU")
    set_day("RU", date(2026, 11, 4), is_workday=True, note="Stock-taking", by=admin)
    seed_calendar(["RU"], YEARS)
    assert queries.calendar(office, on=DAY).is_workday(date(2026, 11, 4))
    set_day("RU", date(2026, 11, 4), is_workday=False, note="Called off", by=admin)
    assert not queries.calendar(office, on=DAY).is_workday(date(2026, 11, 4))


def test_seeding_twice_adds_nothing() -> None:
    assert seed_calendar(["RU", "CN"], YEARS) == CalendarDay.objects.count() > 100
    assert seed_calendar(["RU", "CN"], YEARS) == 0


@pytest.mark.clause("W-0.2")
def test_the_working_week_holds_from_its_day_on() -> None:
    office = make_office("RU")
    set_value("working_calendar", "Mon-Sat 08:00-17:00", since=DAY, by=make_admin(), reason="Season")
    assert not queries.calendar(office, on=date(2026, 11, 22)).is_workday(date(2026, 11, 28))
    assert queries.calendar(office, on=DAY).is_workday(date(2026, 11, 28))


def test_the_calendar_is_changed_only_by_those_who_may() -> None:
    with pytest.raises(Refused):
        set_day("RU", DAY, is_workday=False, note="", by=make_staff())
