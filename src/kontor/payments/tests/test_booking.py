"""Whose money it is and what it pays: booked once, by whom it may, never more than came."""

import threading
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import close_old_connections, connection
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor.documents.models import Document
from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.orders.models import Order
from kontor.payments import actions, queries
from kontor.payments.models import BankLine, Payment
from kontor.payments.queries import Span
from kontor.payments.tests.make import (
    AT,
    DAY,
    make_invoice,
    make_line,
    make_order,
    make_payer,
    make_waybill,
    statement,
)
from kontor.people.tests.make import make_office, make_staff
from kontor.receivables import queries as receivables
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db
SPAN = Span(DAY, DAY)
D = Decimal


def refused(error) -> list[str]:
    return [refusal.code for refusal in error.value.refusals]


def books_are_whole() -> bool:
    return not [*receivables.problems(), *queries.problems()]


def proposal_of(line: BankLine):
    return queries.propose_all([line]).proposals[line.pk]


@pytest.mark.clause("W-1.3.3.2")
def test_a_line_with_tax_id_invoice_and_sum_is_proposed_with_its_reasons():
    payer = make_payer("Okna Volgi")
    invoice = make_invoice(payer, 122000, number="318")
    line = make_line("122000.00", payer, "Оплата по счету № 318 от 12.11.2026")
    found = proposal_of(line)
    assert found.sure and found.allocations == ((invoice.pk, D(122000)),)
    assert [reason.code for reason in found.reasons] == ["tax_id", "invoice_named", "amount"]


def test_an_order_without_invoice_is_proposed_by_its_own_number():
    payer = make_payer()
    order = make_order(payer, 700, number="1207")
    found = proposal_of(make_line("700.00", payer, "Оплата заказа № 1207"))
    assert found.sure and found.allocations == ((order.pk, D(700)),)


def test_the_number_of_an_order_is_not_taken_for_that_of_an_invoice():
    payer = make_payer()
    make_order(payer, 700, number="1207")
    assert not proposal_of(make_line("700.00", payer, "Оплата счета № 1207")).sure


@pytest.mark.clause("W-1.3.3.2")
@pytest.mark.clause("W-1.3.6")
def test_booking_pays_the_order_lowers_the_debt_and_is_told():
    accountant, payer = make_staff("accountant"), make_payer()
    invoice = make_invoice(payer, 500)
    line = make_line("500.00", payer, by=accountant)
    payment = actions.book(line, payer, [(invoice.pk, D(500))], by=accountant, at=AT, reasons=["tax id"])
    assert (payment.total, payment.dated_on, payment.owner, payment.explanation) == (
        500,
        DAY,
        payer.owner,
        ["tax id"],
    )
    assert receivables.paid([invoice.based_on_id]) == {invoice.based_on_id: 500}
    assert receivables.balance(payer) == -500
    line.refresh_from_db()
    assert (line.state, line.client, line.decided_by, line.decided_at) == ("booked", payer, accountant, AT)
    assert Event.objects.get(kind="payment.booked").client == payer
    assert books_are_whole()


@pytest.mark.clause("W-1.3.3.2")
def test_one_payment_over_several_invoices_and_what_is_left_is_an_advance():
    accountant, payer = make_staff("accountant"), make_payer()
    one, two = make_invoice(payer, 300), make_invoice(payer, 150)
    line = make_line("500.00", payer, by=accountant)
    payment = actions.book(line, payer, [(two.pk, D(150)), (one.pk, D(300))], by=accountant, at=AT)
    assert receivables.unallocated(payment) == 50
    assert receivables.advances([payer.pk], DAY) == {payer.pk: 50}
    later = make_invoice(payer, 70)
    actions.allocate(payment, [(later.pk, D(50))], by=accountant, at=AT)
    assert receivables.unallocated(payment) == 0
    assert queries.payables(payer)[0].open == 20
    assert books_are_whole()


def test_several_payments_pay_one_invoice():
    accountant, payer = make_staff("accountant"), make_payer()
    invoice = make_invoice(payer, 500, number="9")
    data = statement(("200.00", payer, "часть по счету № 9"), ("300.00", payer, "остаток по счету № 9"))
    actions.load_statement("day.txt", data, by=accountant, at=AT)
    for line in BankLine.objects.order_by("pk"):
        actions.book(line, payer, proposal_of(line).allocations, by=accountant, at=AT)
    assert receivables.paid([invoice.based_on_id]) == {invoice.based_on_id: 500}
    assert queries.payables(payer) == []


def test_a_line_is_never_allocated_beyond_its_sum():
    accountant, payer = make_staff("accountant"), make_payer()
    invoice = make_invoice(payer, 900)
    line = make_line("500.00", payer, by=accountant)
    with pytest.raises(Refused) as error:
        actions.book(line, payer, [(invoice.pk, D("500.01"))], by=accountant, at=AT)
    assert refused(error) == ["too_much"] and "0.01" in str(error.value)
    assert not Payment.objects.exists()


def test_an_order_is_never_paid_beyond_its_sum():
    accountant, payer = make_staff("accountant"), make_payer()
    invoice = make_invoice(payer, 400)
    with pytest.raises(Refused) as error:
        actions.book(make_line("500.00", payer, by=accountant), payer, [(invoice.pk, D(500))], by=accountant, at=AT)
    assert refused(error) == ["more_than_owed"]
    assert not Payment.objects.exists()


def test_a_paper_of_another_client_and_sums_of_zero_are_refused():
    accountant, payer = make_staff("accountant"), make_payer()
    strange, own = make_invoice(make_payer("Other"), 500), make_invoice(payer, 500)
    line = make_line("500.00", payer, by=accountant)
    with pytest.raises(Refused) as error:
        actions.book(line, payer, [(strange.pk, D(10)), (own.pk, D(0))], by=accountant, at=AT)
    assert refused(error) == ["not_open", "not_positive"]


def test_managers_book_for_their_own_clients_only():
    manager, colleague = make_staff("sales_manager"), make_staff("sales_manager")
    payer = make_payer(owner=manager)
    invoice = make_invoice(payer, 500)
    line = make_line("500.00", payer)
    with pytest.raises(Refused) as error:
        actions.book(line, payer, [(invoice.pk, D(500))], by=colleague, at=AT)
    assert refused(error) == ["not_yours"] and manager.name in str(error.value)
    assert actions.book(line, payer, [(invoice.pk, D(500))], by=manager, at=AT).owner == manager


@pytest.mark.parametrize("role", ["warehouse", "cashier", "purchasing"])
def test_others_book_nothing(role):
    payer = make_payer()
    with pytest.raises(Refused) as error:
        actions.book(make_line("5.00", payer), payer, [], by=make_staff(role), at=AT)
    assert "not_allowed" in refused(error)


def test_a_clerk_of_the_office_books_for_clients_of_the_office():
    payer, clerk = make_payer(), make_staff("back_office")
    elsewhere = make_staff("back_office", office=make_office("Kazan"))
    line = make_line("5.00", payer)
    with pytest.raises(Refused):
        actions.book(line, payer, [], by=elsewhere, at=AT)
    assert actions.book(line, payer, [], by=clerk, at=AT)


def test_the_same_booking_again_comes_back_and_another_one_is_refused_by_name():
    accountant, colleague, payer = make_staff("accountant"), make_staff("accountant"), make_payer()
    invoice = make_invoice(payer, 500)
    line, parts = make_line("500.00", payer, by=accountant), [(invoice.pk, D(500))]
    payment = actions.book(line, payer, parts, by=accountant, at=AT)
    assert actions.book(line, payer, parts, by=accountant, at=AT) == payment
    with pytest.raises(Refused) as error:
        actions.book(line, payer, parts, by=colleague, at=AT)
    assert refused(error) == ["already_booked"] and accountant.name in str(error.value)
    assert Payment.objects.count() == 1


def test_outgoing_money_is_nobodys_payment():
    payer = make_payer()
    line = make_line("5.00", payer)
    BankLine.objects.filter(pk=line.pk).update(direction="out", state="kept")
    with pytest.raises(Refused) as error:
        actions.book(line, payer, [], by=make_staff("accountant"), at=AT)
    assert refused(error) == ["not_incoming"]


@pytest.mark.clause("W-1.3.3.2")
def test_all_sure_lines_are_booked_at_once_and_questions_stay():
    accountant, payer = make_staff("accountant"), make_payer()
    make_invoice(payer, 100, number="1")
    make_invoice(payer, 200, number="2")
    data = statement(
        ("100.00", payer, "по счету № 1"), ("200.00", payer, "по счету № 2"), ("200.00", payer, "по счету № 2"),
        ("33.00", None, "за товар"),
    )  # fmt: skip
    actions.load_statement("day.txt", data, by=accountant, at=AT)
    done = actions.book_sure(SPAN, by=accountant, at=AT)
    assert [payment.total for payment in done.booked] == [100, 200]
    assert done.left == 1, "the second sum for invoice 2 is no longer sure"
    assert BankLine.objects.filter(state="open").count() == 2
    again = actions.book_sure(SPAN, by=accountant, at=AT)
    assert (again.booked, again.left) == ((), 0)
    assert books_are_whole()


def test_a_manager_books_only_own_sure_lines_at_once():
    manager = make_staff("sales_manager")
    mine, other = make_payer(owner=manager), make_payer()
    make_invoice(mine, 100, number="1")
    make_invoice(other, 200, number="2")
    data = statement(("100.00", mine, "по счету № 1"), ("200.00", other, "по счету № 2"))
    actions.load_statement("day.txt", data, by=make_staff("accountant"), at=AT)
    assert [payment.client for payment in actions.book_sure(SPAN, by=manager, at=AT).booked] == [mine]


@pytest.mark.clause("W-1.3.3.2")
def test_undoing_restores_the_invoice_and_opens_the_line_and_deletes_nothing():
    accountant, payer = make_staff("accountant"), make_payer()
    invoice = make_invoice(payer, 500)
    line = make_line("500.00", payer, by=accountant)
    payment = actions.book(line, payer, [(invoice.pk, D(500))], by=accountant, at=AT)
    for _repeat in range(2):
        actions.unbook(payment, by=accountant, at=AT, reason="wrong client")
    line.refresh_from_db()
    payment.refresh_from_db()
    assert (line.state, line.client, line.decided_by) == ("open", None, None)
    assert (payment.status, receivables.balance(payer), receivables.unallocated(payment)) == (
        "withdrawn",
        0,
        0,
    )
    assert queries.payables(payer)[0].open == 500
    assert payment.entries.count() == 2 and payment.allocations.count() == 2
    again = actions.book(line, payer, [(invoice.pk, D(500))], by=accountant, at=AT)
    assert again.pk != payment.pk
    assert books_are_whole()


def test_a_manager_does_not_take_back_a_colleagues_payment():
    payer, accountant = make_payer(), make_staff("accountant")
    payment = actions.book(make_line("5.00", payer, by=accountant), payer, [], by=accountant, at=AT)
    with pytest.raises(Refused) as error:
        actions.unbook(payment, by=make_staff("sales_manager"), at=AT)
    assert refused(error) == ["not_yours"]


def test_one_allocation_can_be_taken_back_alone():
    accountant, payer = make_staff("accountant"), make_payer()
    one, two = make_invoice(payer, 300), make_invoice(payer, 200)
    line = make_line("500.00", payer, by=accountant)
    payment = actions.book(line, payer, [(one.pk, D(300)), (two.pk, D(200))], by=accountant, at=AT)
    assert actions.unallocate(payment, one.based_on, by=accountant, at=AT) == 300
    assert actions.unallocate(payment, one.based_on, by=accountant, at=AT) == 0
    assert receivables.unallocated(payment) == 300
    assert books_are_whole()


@pytest.mark.clause("W-1.3.9.1")
def test_a_covered_prepayment_asks_the_manager_to_pass_the_order_to_picking():
    accountant, payer = make_staff("accountant"), make_payer()
    half = make_order(payer, 1000, payment_order="partial", prepay_percent=50)
    part = make_line("400.00", payer, by=accountant)
    actions.book(part, payer, [(half.pk, D(400))], by=accountant, at=AT)
    assert not Duty.objects.filter(kind="pass_to_picking").exists()
    actions.load_statement("more.txt", statement(("100.00", payer, "доплата")), by=accountant, at=AT)
    rest = actions.book(BankLine.objects.latest("pk"), payer, [(half.pk, D(100))], by=accountant, at=AT)
    duty = Duty.objects.open().get(kind="pass_to_picking")
    assert (duty.owner, duty.document_id) == (payer.owner, half.pk)
    actions.unbook(rest, by=accountant, at=AT)
    duty.refresh_from_db()
    assert duty.void_at == AT, "the prepayment is missing again"


@pytest.mark.parametrize("terms", [{"payment_method": "cash"}, {"payment_order": "deferred"}, {"status": "picking"}])
def test_orders_that_are_not_waiting_for_a_prepayment_ask_for_nothing(terms):
    accountant, payer = make_staff("accountant"), make_payer()
    order = make_order(payer, 100, **terms)
    actions.book(make_line("100.00", payer, by=accountant), payer, [(order.pk, D(100))], by=accountant, at=AT)
    assert not Duty.objects.filter(kind="pass_to_picking").exists()


@pytest.mark.clause("W-1.3.3.2")
def test_a_line_that_is_not_from_a_client_or_not_known_is_decided_with_who_and_when():
    accountant = make_staff("accountant")
    line = make_line("90.00", None, by=accountant)
    with pytest.raises(Refused) as error:
        actions.hand_to_accounting(line, by=accountant, at=AT, note=" ")
    assert refused(error) == ["no_reason"]
    actions.hand_to_accounting(line, by=accountant, at=AT, note="whose?")
    line = actions.mark_not_client(line, by=accountant, at=AT + timedelta(hours=1), note="loan")
    assert (line.state, line.note, line.decided_by) == ("not_client", "loan", accountant)
    with pytest.raises(Refused) as error:
        actions.book(line, make_payer(), [], by=accountant, at=AT)
    assert refused(error) == ["already_decided"]
    assert actions.reopen_line(line, by=accountant, at=AT).state == "open"


def test_a_booked_line_is_not_reopened_past_its_payment():
    accountant, payer = make_staff("accountant"), make_payer()
    line = make_line("5.00", payer, by=accountant)
    actions.book(line, payer, [], by=accountant, at=AT)
    for verb in (actions.reopen_line, actions.mark_not_client):
        with pytest.raises(Refused) as error:
            verb(line, by=accountant, at=AT)
        assert refused(error)[0] in ("booked", "already_booked")


@pytest.mark.django_db(transaction=True)
def test_two_people_book_one_line_at_once_and_one_is_told_who_was_faster():
    people, payer = [make_staff("accountant"), make_staff("accountant")], make_payer()
    invoice = make_invoice(payer, 500)
    line = make_line("500.00", payer, by=people[0])
    outcomes: list[object] = []
    start = threading.Barrier(2)

    def one(staff):
        close_old_connections()
        start.wait()
        try:
            outcomes.append(actions.book(line, payer, [(invoice.pk, D(500))], by=staff, at=AT))
        except Refused as error:
            outcomes.append(error.refusals[0].code)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(staff,)) for staff in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes), key=len, reverse=True)[0] == "already_booked"
    assert Payment.objects.count() == 1
    assert books_are_whole()


@pytest.mark.django_db
@settings(max_examples=12, deadline=None)
@given(
    wants=st.lists(st.integers(1, 300), min_size=1, max_size=4),
    came=st.lists(st.integers(1, 300), min_size=1, max_size=4),
    undo=st.lists(st.integers(0, 3), max_size=4),
)
def test_whatever_is_booked_and_taken_back_the_books_are_whole(wants, came, undo):
    accountant, payer = make_staff("accountant"), make_payer()
    papers = [make_invoice(payer, want) for want in wants]
    day = DAY + timedelta(days=BankLine.objects.count())
    data = statement(*((f"{sum_}.00", payer, f"no {no}") for no, sum_ in enumerate(came)), day=day)
    file = actions.load_statement("day.txt", data, by=accountant, at=AT).file
    payments = []
    for line in file.lines.order_by("pk"):
        parts = [(paper.pk, D(7)) for paper in papers]
        try:
            payments.append(actions.book(line, payer, proposal_of(line).allocations, by=accountant, at=AT))
            actions.allocate(payments[-1], parts, by=accountant, at=AT)
        except Refused:
            pass
    for index in undo:
        if index < len(payments):
            actions.unbook(payments[index], by=accountant, at=AT)
    for payment in payments:
        assert 0 <= receivables.unallocated(payment) <= payment.total
    assert all(payable.open >= 0 for payable in queries.payables(payer))
    assert books_are_whole()


def test_a_waybill_of_an_order_is_no_paper_to_pay():
    payer = make_payer()
    order = make_order(payer, 100, status=Order.Status.DRAFT)
    make_waybill(order)
    assert queries.payables(payer) == []


def test_an_order_that_was_cancelled_in_the_meantime_is_not_paid(monkeypatch):
    accountant, payer = make_staff("accountant"), make_payer()
    order = make_order(payer, 500)
    line = make_line("500.00", payer, by=accountant)

    def and_then_cancelled(client):
        found = queries.payables(client)
        Document.objects.filter(pk=order.pk).update(status="cancelled")
        return found

    monkeypatch.setattr("kontor.payments.actions.booking.payables", and_then_cancelled)
    with pytest.raises(Refused) as error:
        actions.book(line, payer, [(order.pk, D(500))], by=accountant, at=AT)
    assert error.value.refusals[0].code == "not_open"
