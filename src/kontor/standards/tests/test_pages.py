from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kontor.standards import queries
from kontor.standards.actions import seed_calendar, set_value
from kontor.standards.models import CalendarDay, SettingValue
from kontor.standards.settings import all_settings
from kontor.standards.tests.make import make_admin, make_staff

pytestmark = pytest.mark.django_db
INVOICE_VALID = "/settings/invoice_valid_days/"


def sign_in(staff, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(staff)
    return client


@pytest.fixture
def desk() -> Client:
    return sign_in(make_admin())


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_every_page_of_the_settings_opens_in_three_languages(language: str) -> None:
    client = sign_in(make_admin(), language)
    seed_calendar(["RU"], [2026])
    for address in (
        "/settings/?of=W",
        "/settings/?of=D",
        "/settings/?of=house",
        "/settings/calendar/?year=2026",
    ):
        assert client.get(address).status_code == 200
    for each in all_settings():
        assert client.get(reverse("standards:setting", args=[each.key])).status_code == 200


def test_the_list_shows_each_setting_with_its_clause_its_value_and_what_is_coming(desk: Client) -> None:
    later = timezone.localdate() + timedelta(days=40)
    set_value("invoice_valid_days", 9, since=later, by=make_admin(), reason="Season")
    page = desk.get("/settings/").content.decode()
    assert "A prepaid order goes to picking when the money has arrived." in page
    assert "<b>5 working days</b><small>9 working days from" in page


def test_the_list_costs_one_query_for_all_settings(desk: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(7):
        desk.get("/settings/")


def test_a_new_value_is_set_from_a_day_with_a_reason(desk: Client) -> None:
    answer = desk.post(INVOICE_VALID, {"value": "7", "since": "+3", "reason": "Clients asked", "op": uuid4()})
    assert (answer.status_code, answer["Location"]) == (303, INVOICE_VALID)
    day = timezone.localdate() + timedelta(days=3)
    assert queries.whole("invoice_valid_days", day) == 7
    assert "Clients asked" in desk.get(INVOICE_VALID).content.decode()


def test_a_double_click_sets_the_value_once(desk: Client) -> None:
    sent = {"value": "7", "since": "+3", "reason": "Clients asked", "op": uuid4()}
    assert [desk.post(INVOICE_VALID, sent).status_code for _click in range(2)] == [303, 303]
    assert SettingValue.objects.count() == 1


def test_a_bad_value_comes_back_with_the_sentence_and_what_was_typed(desk: Client) -> None:
    answer = desk.post(INVOICE_VALID, {"value": "soon", "since": "+3", "reason": "Clients asked"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“soon” is not a whole number." in page
    assert 'value="soon"' in page and "Clients asked" in page


def test_a_value_cannot_hold_from_a_day_that_has_passed(desk: Client) -> None:
    answer = desk.post(INVOICE_VALID, {"value": "7", "since": "-1", "reason": "Too late"})
    assert answer.status_code == 422
    assert not SettingValue.objects.exists()


def test_whoever_lacks_the_right_reads_but_does_not_set() -> None:
    client = sign_in(make_staff())
    assert 'name="value"' not in client.get(INVOICE_VALID).content.decode()
    assert client.post(INVOICE_VALID, {"value": "7", "since": "+3", "reason": "Mine"}).status_code == 409
    assert not SettingValue.objects.exists()


def test_a_setting_or_standard_that_does_not_exist_is_not_found(desk: Client) -> None:
    for address in (
        "/settings/nothing/",
        "/settings/?of=X",
        "/settings/calendar/?year=soon",
        "/settings/calendar/?country=ZZ",
    ):
        assert desk.get(address).status_code == 404


@pytest.mark.clause("W-0.2")
def test_a_day_of_the_calendar_is_changed_on_its_page(desk: Client) -> None:
    sent = {"country": "RU", "day": "2026-11-04", "is_workday": "yes", "note": "Stock-taking", "op": uuid4()}
    answer = desk.post("/settings/calendar/", sent)
    assert answer["Location"] == "/settings/calendar/?country=RU&year=2026"
    assert CalendarDay.objects.get().is_workday
    assert "Stock-taking" in desk.get(answer["Location"]).content.decode()
