"""The call sheet: who is called and why, what is recorded, which promises are kept."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.contacts.models import Contact
from kontor.debts import actions, queries
from kontor.debts.models import CallRow, Promise, Reconciliation
from kontor.debts.tests.make import make_debt, make_payment
from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db
Outcome, Reason = CallRow.Outcome, CallRow.Reason


@pytest.fixture
def anna():
    return make_staff("sales_manager", name="Anna Lindqvist")


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def today():
    return timezone.localdate()


def formed(owner, on):
    return {row.client: row for row in actions.form_sheet(owner, on, by=owner, at=timezone.now())}


def promise(row, *, days=3, amount=100, by, **more):
    day = timezone.localdate() + timedelta(days=days)
    return actions.record_call(
        row,
        Outcome.WILL_PAY,
        by=by,
        at=timezone.now(),
        said="On Tuesday.",
        amount=Decimal(amount),
        by_day=day,
        **more,
    )


@pytest.mark.clause("W-1.3.3.3b")
def test_the_sheet_names_each_client_once_with_the_reason_the_heaviest_debt_first(anna, today):
    small, large, fine = (make_client(name, owner=anna) for name in ("Small", "Large", "Fine"))
    make_debt(small, 1_000, late=5)
    make_debt(large, 500_000, late=20)
    make_debt(large, 10_000, late=2)
    make_debt(fine, 90_000, late=-5)
    make_debt(make_client("Somebody else's"), 1, late=5)
    rows = formed(anna, today)
    assert list(rows) == [large, small]
    assert rows[large].reason == Reason.OVERDUE and rows[large].overdue == rows[large].debt == 510_000


@pytest.mark.clause("W-1.3.3.3b")
def test_forming_the_sheet_again_adds_new_clients_and_keeps_results(anna, now, today):
    first, second, settled = (make_client(owner=anna) for _ in range(3))
    make_debt(first, 100)
    order = make_debt(settled, 100)
    rows = formed(anna, today)
    actions.record_call(rows[first], Outcome.DISPUTES, by=anna, at=now, said="We sent it back.")
    make_debt(second, 900)
    make_payment(settled, 100, order=order)
    again = formed(anna, today)
    assert set(again) == {first, second}
    assert again[first].outcome == Outcome.DISPUTES and again[second].outcome == ""
    assert set(formed(anna, today)) == {first, second}
    assert Event.objects.filter(kind="debts.sheet_formed").count() == 1


@pytest.mark.clause("W-1.3.3.4a")
def test_a_row_without_outcome_comes_back_the_next_day_and_the_duty_stays_open(anna, now, today):
    called, left = make_client(owner=anna), make_client(owner=anna)
    make_debt(called, 100)
    make_debt(left, 100)
    rows = formed(anna, today)
    promise(rows[called], by=anna)
    tomorrow = today + timedelta(days=1)
    assert set(formed(anna, tomorrow)) == {left}
    assert CallRow.objects.get(client=left, day=today).outcome == ""
    assert Duty.objects.open().filter(kind="call_debtors", owner=anna).count() == 2


@pytest.mark.clause("W-1.3.3.4a")
def test_the_duty_of_the_day_is_fulfilled_by_the_last_outcome(anna, now, today):
    one, two = make_client(owner=anna), make_client(owner=anna)
    make_debt(one, 100)
    make_debt(two, 100)
    rows = formed(anna, today)
    promise(rows[one], by=anna)
    assert Duty.objects.open().filter(kind="call_debtors").exists()
    actions.record_call(rows[two], Outcome.NO_ANSWER, by=anna, at=now)
    duty = Duty.objects.get(kind="call_debtors")
    assert duty.done_by == anna and duty.clause == "W-1.3.3.4a" and duty.proof_id


@pytest.mark.clause("W-1.3.3.4b")
def test_a_talk_without_the_clients_words_is_refused(anna, now, today):
    client = make_client(owner=anna)
    with pytest.raises(Refused) as refused:
        actions.record_call(client, Outcome.WILL_PAY, by=anna, at=now, said="  ")
    assert {refusal.code for refusal in refused.value.refusals} == {"said", "amount", "by_day"}
    assert not Contact.objects.exists() and not CallRow.objects.exists()


@pytest.mark.clause("W-1.3.3.4b")
def test_the_words_stand_in_the_contact_log_apart_from_sum_and_day(anna, now, today):
    client = make_client(owner=anna, person="Igor Belov")
    make_debt(client, 182_400)
    row = promise(client, by=anna, amount=182_400, person=client.persons.get())
    assert row.contact.said == "On Tuesday." and row.contact.person.name == "Igor Belov"
    kept = Promise.objects.get()
    assert (kept.amount, kept.by_day, kept.contact) == (182_400, today + timedelta(days=3), row.contact)
    assert Event.objects.filter(client=client, kind="debts.promised", amount=182_400).exists()


def test_the_same_answer_twice_is_one_contact(anna, now):
    client = make_client(owner=anna)
    make_debt(client, 100)
    promise(client, by=anna)
    promise(client, by=anna)
    assert Contact.objects.count() == Promise.objects.count() == 1


def test_who_promised_for_later_is_left_in_peace_until_that_day(anna, today):
    client = make_client(owner=anna)
    make_debt(client, 100)
    promise(client, by=anna, days=3)
    assert formed(anna, today + timedelta(days=2)) == {}
    assert formed(anna, today + timedelta(days=3))[client].reason == Reason.PROMISE


@pytest.mark.parametrize(("paid", "state"), [(100, "kept"), (99, "broken")])
def test_a_promise_is_kept_by_money_in_time_and_broken_without_it(anna, today, paid, state):
    client = make_client(owner=anna)
    order = make_debt(client, 500)
    make_payment(client, 300, on=today)
    promise(client, by=anna, days=2)
    assert actions.settle_promises(today + timedelta(days=2)) == 0
    make_payment(client, paid, order=order, on=today + timedelta(days=2))
    assert actions.settle_promises(today + timedelta(days=3)) == (state == "broken")
    assert Promise.objects.get().state == state
    assert Event.objects.filter(kind=f"debts.promise_{state}", client=client, by=None).exists()
    assert actions.settle_promises(today + timedelta(days=4)) == 0


def test_a_broken_promise_brings_the_client_back_and_is_counted(anna, today):
    client = make_client(owner=anna)
    make_debt(client, 500)
    promise(client, by=anna, days=1)
    later = today + timedelta(days=2)
    actions.settle_promises(later)
    assert formed(anna, later)[client].reason == Reason.BROKEN
    assert queries.broken_counts([client.pk]) == {client.pk: 1}


def test_a_new_promise_replaces_the_open_one(anna):
    client = make_client(owner=anna)
    make_debt(client, 500)
    promise(client, by=anna, days=1)
    promise(client, by=anna, days=4, amount=200)
    states = Promise.objects.filter(client=client).order_by("id").values_list("state", flat=True)
    assert list(states) in (["replaced", "open"], ["open"])


def test_a_dispute_opens_a_statement_and_a_call_put_off_rests(anna, now, today):
    client = make_client(owner=anna)
    make_debt(client, 500)
    actions.record_call(client, Outcome.DISPUTES, by=anna, at=now, said="Half came back.")
    paper = Reconciliation.objects.get(client=client)
    assert paper.status == "draft" and paper.closing == 500
    with pytest.raises(Refused):
        actions.record_call(client, Outcome.MOVED, by=anna, at=now)
    next_at = timezone.make_aware(datetime.combine(today + timedelta(days=5), datetime.min.time())) + timedelta(
        hours=10
    )
    actions.record_call(client, Outcome.MOVED, by=anna, at=now, next_at=next_at)
    assert formed(anna, today + timedelta(days=3)) == {}
    assert client in formed(anna, today + timedelta(days=5))


def test_rows_are_added_and_moved_by_hand(anna, today):
    one, two = make_client(owner=anna), make_client(owner=anna)
    make_debt(one, 100)
    formed(anna, today)
    row = actions.add_to_sheet(two, by=anna, day=today)
    assert actions.add_to_sheet(two, by=anna, day=today) == row and row.reason == Reason.ADDED
    actions.move_row(row, by=anna, up=True)
    assert [each.client for each in queries.sheet(anna, today)] == [two, one]
    assert two in formed(anna, today + timedelta(days=1))
