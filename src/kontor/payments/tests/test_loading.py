"""The bank's file: whole or not at all, and never twice."""

import os
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.parties.models import FirmAccount
from kontor.parties.tests.make import make_firm
from kontor.payments import actions, queries
from kontor.payments.models import BankLine, Review, StatementDay, StatementFile
from kontor.payments.queries import Span
from kontor.payments.tests import statements
from kontor.payments.tests.make import AT, DAY, make_payer, our_account, statement
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def accountant() -> Staff:
    make_firm()
    return make_staff("accountant")


def refusals(error: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in error.value.refusals]


def nothing_is_there() -> bool:
    return not (BankLine.objects.exists() or StatementFile.objects.exists() or StatementDay.objects.exists())


@pytest.mark.clause("W-1.3.3")
def test_a_statement_is_taken_in_whole_with_who_and_when(accountant):
    payer = make_payer()
    loaded = actions.load_statement(
        "kl_to_1c.txt", statement(("500.00", payer, "а"), ("7.50", None, "б")), by=accountant, at=AT
    )
    assert (loaded.new, loaded.lines, loaded.since, loaded.until) == (2, 2, DAY, DAY)
    day = StatementDay.objects.get()
    assert (day.opening, day.received, day.closing) == (100000, Decimal("507.50"), Decimal("100507.50"))
    assert (loaded.file.loaded_by, loaded.file.loaded_at) == (accountant, AT)
    assert Event.objects.get(kind="statement.loaded").by == accountant
    assert {line.state for line in BankLine.objects.all()} == {BankLine.State.OPEN}


@pytest.mark.clause("W-1.3.3")
def test_the_same_file_again_changes_nothing(accountant):
    data = statement(("500.00", make_payer(), "а"), ("500.00", make_payer(), "а"))
    actions.load_statement("one.txt", data, by=accountant, at=AT)
    again = actions.load_statement("other name.txt", data, by=accountant, at=AT)
    assert (again.new, again.lines) == (0, 2)
    assert BankLine.objects.count() == 2
    assert StatementFile.objects.count() == 1
    assert Event.objects.filter(kind="statement.loaded").count() == 1


def test_an_overlapping_file_adds_only_what_is_new(accountant):
    payer = make_payer()
    actions.load_statement("morning.txt", statement(("500.00", payer, "а")), by=accountant, at=AT)
    later = actions.load_statement(
        "evening.txt", statement(("500.00", payer, "а"), ("20.00", payer, "б")), by=accountant, at=AT
    )
    assert (later.new, later.lines) == (1, 2)
    assert StatementDay.objects.get().received == 520, "the later statement of the day knows better"


def test_outgoing_lines_are_kept_and_want_no_decision(accountant):
    number = our_account().number
    fee = statements.fee().replace(statements.OURS, number)
    head = statements.account(received="0.00", closing="98499.50", number=number)
    data = statements.in_bytes(statements.composed(head, fee, accounts=(number,)))
    actions.load_statement("fee.txt", data, by=accountant, at=AT)
    line = BankLine.objects.get()
    assert (line.direction, line.state) == (BankLine.Direction.OUT, BankLine.State.KEPT)


def test_a_statement_of_an_account_that_is_not_ours_is_refused_by_name(accountant):
    data = statements.in_bytes(statements.day_of_bank())
    with pytest.raises(Refused) as error:
        actions.load_statement("strange.txt", data, by=accountant, at=AT, confirmed=True)
    assert "account_not_ours" in refusals(error)
    assert statements.OURS in str(error.value)
    assert nothing_is_there()


def test_sums_that_do_not_add_up_are_confirmed_by_a_person_first(accountant):
    data = statement(("500.00", make_payer(), "а")).replace(b"100500.00", b"100999.00")
    with pytest.raises(actions.Unconfirmed) as asked:
        actions.load_statement("day.txt", data, by=accountant, at=AT)
    assert "100,999.00" in asked.value.sentences[0]
    assert nothing_is_there()
    assert actions.load_statement("day.txt", data, by=accountant, at=AT, confirmed=True).new == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable"),
        (b"\x00\x01 nonsense", "unreadable"),
        (b"x" * (8 * 1024 * 1024 + 1), "too_large"),
    ],
)
def test_what_is_no_statement_is_refused_in_words(accountant, data, code):
    with pytest.raises(Refused) as error:
        actions.load_statement("photo.jpg", data, by=accountant, at=AT)
    assert refusals(error) == [code]
    assert nothing_is_there()


def test_a_file_that_breaks_off_inside_a_document_is_refused_with_the_line(accountant):
    whole = statement(("500.00", make_payer(), "а"), ("20.00", make_payer(), "б"))
    with pytest.raises(Refused) as error:
        actions.load_statement("cut.txt", whole[:-60], by=accountant, at=AT, confirmed=True)
    assert refusals(error) == ["cut_inside_section"]
    assert "line" in str(error.value)
    assert nothing_is_there()


def test_an_amount_that_is_no_number_takes_nothing_in(accountant):
    data = statement(("500.00", make_payer(), "а"), ("20.00", make_payer(), "б")).replace(b"=20.00", b"=20.0O")
    with pytest.raises(Refused) as error:
        actions.load_statement("bad.txt", data, by=accountant, at=AT)
    assert refusals(error) == ["unreadable"]
    assert nothing_is_there()


def test_without_an_account_of_ours_nothing_can_be_told():
    with pytest.raises(Refused) as error:
        actions.load_statement(
            "day.txt", statements.in_bytes(statements.day_of_bank()), by=make_staff("accountant"), at=AT
        )
    assert "no_account" in refusals(error)


@pytest.mark.clause("W-1.3.3")
def test_only_accounting_loads_statements():
    make_firm()
    with pytest.raises(Refused) as error:
        actions.load_statement("day.txt", statement(), by=make_staff("sales_manager"), at=AT)
    assert refusals(error) == ["not_allowed"]


@pytest.mark.clause("W-1.3.3.1a")
def test_while_the_statement_is_missing_only_accounting_is_late(accountant):
    manager = make_staff("sales_manager")
    actions.begin_day(AT)
    actions.begin_day(AT)
    assert [(duty.kind, duty.owner) for duty in Duty.objects.open()] == [("load_statement", accountant)]
    actions.load_statement("day.txt", statement(("500.00", make_payer(owner=manager), "а")), by=accountant, at=AT)
    assert [(duty.kind, duty.owner) for duty in Duty.objects.open()] == [("review_statement", manager)]
    loading = Duty.objects.get(kind="load_statement")
    assert (loading.done_by, loading.done_at) == (accountant, AT)


def test_a_day_without_movements_is_loaded_too(accountant):
    actions.begin_day(AT)
    assert actions.load_statement("quiet.txt", statement(), by=accountant, at=AT).lines == 0
    assert Duty.objects.get(kind="load_statement").done_at == AT


@pytest.mark.clause("W-1.3.3.1a")
def test_a_review_after_the_hour_of_the_setting_is_late(accountant):
    manager = make_staff("sales_manager")
    actions.load_statement("day.txt", statement(("500.00", make_payer(owner=manager), "а")), by=accountant, at=AT)
    duty = Duty.objects.get(kind="review_statement", owner=manager)
    assert duty.due_at == datetime(2026, 11, 13, 7, 0, tzinfo=UTC), "10:00 in Moscow"
    eleven = AT + timedelta(hours=2)
    review = actions.review(DAY, by=manager, at=eleven)
    assert actions.review(DAY, by=manager, at=eleven + timedelta(hours=1)) == review
    duty.refresh_from_db()
    assert (duty.done_at, Duty.objects.with_state(eleven).get(pk=duty.pk).state) == (eleven, "late")


@pytest.mark.clause("W-1.3.3.1a")
def test_who_got_the_statement_late_has_until_the_close_of_the_day(accountant):
    manager = make_staff("sales_manager")
    noon = AT + timedelta(hours=3)
    actions.load_statement("day.txt", statement(("500.00", make_payer(owner=manager), "а")), by=accountant, at=noon)
    assert Duty.objects.get(owner=manager).due_at == datetime(2026, 11, 13, 15, 0, tzinfo=UTC)


def test_no_duty_arises_on_a_day_off(accountant):
    assert actions.begin_day(AT + timedelta(days=1)) == 0


def test_a_day_that_is_not_over_cannot_be_reviewed():
    with pytest.raises(Refused) as error:
        actions.review(AT.date(), by=make_staff("sales_manager"), at=AT)
    assert refusals(error) == ["not_over"]


@pytest.mark.clause("W-1.3.3.1b")
def test_the_statement_is_preset_to_the_previous_working_day_and_after_days_off_begins_after_the_last_review():
    manager = make_staff("sales_manager")
    friday, monday = date(2026, 11, 13), date(2026, 11, 16)
    assert queries.preset_span(manager, friday) == Span(DAY, DAY)
    sunday = date(2026, 11, 15)
    assert queries.preset_span(manager, monday) == Span(friday, sunday), "banks may work on days off"
    Review.objects.create(staff=manager, day=date(2026, 11, 11), at=AT)
    assert queries.preset_span(manager, monday) == Span(DAY, sunday), "what was not reviewed is shown again"
    Review.objects.create(staff=manager, day=DAY, at=AT)
    assert queries.preset_span(manager, monday) == Span(friday, sunday)


@pytest.mark.skipif(not os.environ.get("KONTOR_TEST_STATEMENT"), reason="KONTOR_TEST_STATEMENT names no file")
def test_a_real_statement_is_read_whole_and_reading_it_twice_changes_nothing():
    firm = make_firm()
    data = Path(os.environ["KONTOR_TEST_STATEMENT"]).read_bytes()
    for number in {
        line.split(b"=")[1].strip().decode()
        for line in data.splitlines()
        if line.startswith("РасчСчет".encode("cp1251"))
    }:
        FirmAccount.objects.create(firm=firm, number=number, bank="Bank", is_main=False)
    accountant = make_staff("accountant")
    loaded = actions.load_statement("real.txt", data, by=accountant, at=AT)
    assert loaded.new == loaded.lines == BankLine.objects.count() > 0
    day = queries.bank_day(Span(loaded.since, loaded.until), accountant)
    stated = StatementDay.objects.all()
    assert (day.came, day.went) == (
        sum(each.received for each in stated),
        sum(each.written_off for each in stated),
    )
    assert day.opening is not None and day.opening + day.came - day.went == day.closing
    assert actions.load_statement("real.txt", data, by=accountant, at=AT).new == 0
    assert BankLine.objects.count() == loaded.lines
