import json
from datetime import date, time
from decimal import Decimal

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection, transaction
from django.utils.translation import override

from kontor.kernel.refusals import Refused
from kontor.standards import memory, queries
from kontor.standards.actions import apply_playbook, playbooks, set_value
from kontor.standards.kinds import WorkingWeek
from kontor.standards.models import SettingValue
from kontor.standards.settings import all_settings, setting
from kontor.standards.tests.make import make_admin, make_staff

DAY = date(2026, 11, 23)


def test_every_default_can_be_kept_read_back_and_shown() -> None:
    for each in all_settings():
        kept = json.loads(json.dumps(each.keep(each.default)))
        assert each.read(kept) == each.default, each.key
        assert each.show(each.default), each.key


def test_both_papers_have_their_settings() -> None:
    assert len([each for each in queries.settings_of("W") if each.key in WHOLESALE]) == len(WHOLESALE) == 19
    assert len(queries.settings_of("D")) == 12


WHOLESALE = {
    "bank_report_date", "bank_review_by", "weekly_mailing_period", "weekly_mailing_slot", "invoice_after_request_hours",
    "invoice_valid_days", "invoice_call_days", "reservation_hold_days", "contract_return_days",
    "price_list_request_send_hours", "price_list_callback_days", "former_client_after_days", "reconciliation_period",
    "own_product_offer_min", "quality_document_warn_days", "questionnaire_reminder_days", "contract_renewal_warn_days",
    "call_quiet_days", "working_calendar",
}  # fmt: skip


def test_values_are_shown_in_words_of_the_language() -> None:
    valid, week = setting("invoice_valid_days"), setting("working_calendar")
    with override("en"):
        assert valid.show(1) == "1 working day"
        assert setting("margin_floor_percent").show(Decimal("8.50")) == "8.5%"
        assert week.show(week.default) == "Mon–Fri 09:00–18:00"


@pytest.mark.parametrize(
    ("key", "raw", "sentence"),
    [
        ("invoice_valid_days", "a week", "“a week” is not a whole number."),
        ("invoice_valid_days", "0", "“Invoice is valid for” cannot be less than 1."),
        ("margin_floor_percent", "101", "101 is more than 100 percent."),
        ("margin_floor_percent", "NaN", "“NaN” is not a number."),
        ("cash_limit", "-5", "“-5” is not an amount from zero up."),
        ("bank_review_by", "25:00", "“25:00” is not a time of day such as 10:00."),
        ("reservation_default", "maybe", "“maybe” is not a choice here"),
        ("working_calendar", "always", "“always” is not a working week such as Mon-Fri 09:00-18:00."),
        ("working_calendar", "Mon-Fri 18:00-09:00", "The office closes at 09:00, before it opens at 18:00."),
        ("working_calendar", "Fri-Mon 09:00-18:00", "“Fri-Mon” names no days"),
        ("client_types", " , ", "The list is empty"),
    ],
)
def test_a_bad_value_is_refused_in_a_sentence(key: str, raw: str, sentence: str) -> None:
    with override("en"), pytest.raises(ValueError) as fault:
        setting(key).read(raw)
    assert sentence in str(fault.value)


def test_a_week_is_understood_in_three_languages() -> None:
    six_days = WorkingWeek(frozenset(range(6)), time(8, 30), time(17))
    for said in ("Mon-Sat 8:30-17:00", "пн–сб 08:30–17:00", "周一-周六 08:30-17:00", "1-5,6 08:30-17:00"):
        assert setting("working_calendar").read(said) == six_days


@pytest.mark.django_db
def test_the_default_holds_until_the_company_sets_a_value_from_a_day() -> None:
    set_value("invoice_valid_days", "7", since=DAY, by=make_admin(), reason="Clients asked")
    assert queries.whole("invoice_valid_days", date(2026, 11, 22)) == 5
    assert queries.whole("invoice_valid_days", DAY) == 7


@pytest.mark.django_db
def test_of_two_values_for_one_day_the_later_entry_holds_and_both_stay_in_the_history() -> None:
    admin = make_admin()
    set_value("margin_floor_percent", "12,5", since=DAY, by=admin, reason="Season")
    set_value("margin_floor_percent", Decimal(11), since=DAY, by=admin, reason="Slip")
    assert queries.amount("margin_floor_percent", DAY) == Decimal(11)
    assert [entry.value for entry in queries.history("margin_floor_percent")] == ["11.00", "12.50"]


@pytest.mark.django_db
def test_setting_the_same_value_again_adds_nothing() -> None:
    admin = make_admin()
    first = set_value("call_sheet_size", 40, since=DAY, by=admin, reason="More people")
    assert set_value("call_sheet_size", "40", since=DAY, by=admin, reason="More people") == first
    assert SettingValue.objects.count() == 1


@pytest.mark.django_db
def test_every_reason_for_refusing_a_value_is_given_at_once() -> None:
    with pytest.raises(Refused) as refused:
        set_value("call_sheet_size", "many", since=DAY, by=make_staff(), reason=" ")
    assert [each.code for each in refused.value.refusals] == ["not_allowed", "no_reason", "bad_value"]
    assert not SettingValue.objects.exists()


@pytest.mark.django_db
def test_a_value_that_was_rolled_back_is_not_remembered() -> None:
    admin = make_admin()
    with pytest.raises(RuntimeError), transaction.atomic():
        set_value("call_sheet_size", 50, since=DAY, by=admin, reason="Try")
        assert queries.whole("call_sheet_size", DAY) == 50
        raise RuntimeError
    assert queries.whole("call_sheet_size", DAY) == 30


@pytest.mark.django_db
def test_a_request_asks_the_database_once_however_many_settings_it_reads(django_assert_num_queries) -> None:
    memory._begin()
    with django_assert_num_queries(1):
        for each in all_settings():
            queries.value(each.key, DAY)
    memory._end()


@pytest.mark.django_db
def test_what_another_process_changed_is_seen_by_the_next_request() -> None:
    memory._begin()
    queries.whole("call_sheet_size", DAY)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO standards_revision VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET stamp = gen_random_uuid()"
        )
    SettingValue.objects.create(key="call_sheet_size", value=12, since=DAY, set_by=make_admin(), reason="Elsewhere")
    assert queries.whole("call_sheet_size", DAY) == 30
    memory._end()
    memory._begin()
    assert queries.whole("call_sheet_size", DAY) == 12
    memory._end()


def test_the_memory_follows_requests() -> None:
    for signal, receiver in ((request_started, memory._begin), (request_finished, memory._end)):
        assert receiver in [found() if callable(found) else found for _id, found, *_rest in signal.receivers]


@pytest.mark.django_db
@pytest.mark.parametrize("name", playbooks())
def test_every_playbook_can_be_applied_and_applied_again(name: str) -> None:
    admin = make_admin()
    entries = apply_playbook(name, since=DAY, by=admin)
    assert apply_playbook(name, since=DAY, by=admin) == entries
    assert SettingValue.objects.count() == len(entries) > 20


@pytest.mark.django_db
def test_a_playbook_without_the_right_is_refused_once() -> None:
    with pytest.raises(Refused) as refused:
        apply_playbook("wholesale", since=DAY, by=make_staff())
    assert [each.code for each in refused.value.refusals] == ["not_allowed"]
