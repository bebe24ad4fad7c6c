"""The cash desk: prepared by the manager, taken and marked by the cashier alone, paid back only before the goods leave."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kontor.documents.actions import withdraw_followers
from kontor.documents.models import Document
from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.payments import actions, queries
from kontor.payments.models import CashExpense, CashOrder
from kontor.payments.tests.make import AT, make_order, make_payer, make_waybill
from kontor.people.models import Staff
from kontor.people.tests.make import make_office, make_staff
from kontor.receivables import queries as receivables
from kontor.standards import actions as standards

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def manager() -> Staff:
    return make_staff("sales_manager")


@pytest.fixture
def cashier() -> Staff:
    return make_staff("cashier")


def prepared(manager: Staff, total: int = 600, amount: str = "540.00") -> CashOrder:
    order = make_order(make_payer("Okna Volgi", owner=manager), total, payment_method="cash", status="picked")
    return actions.prepare_cash_order(
        order, basis=make_waybill(order), amount=D(amount), vat=D("97.38"), by=manager, at=AT
    )


def refused(error) -> list[str]:
    return [refusal.code for refusal in error.value.refusals]


@pytest.mark.clause("W-1.3.6.1b")
def test_a_waybill_has_one_cash_order_in_a_series_without_holes(manager):
    first = prepared(manager)
    again = actions.prepare_cash_order(first.order, basis=first.based_on, amount=D(1), vat=D(0), by=manager, at=AT)
    second = prepared(manager)
    assert again == first
    assert [int(paper.number.split("-")[-1]) for paper in (first, second)] == [1, 2]
    assert (first.payer, first.total, first.vat) == ("Okna Volgi", D(540), D("97.38"))
    assert first.order.number in first.basis and first.based_on.number in first.basis


def test_a_refused_cash_order_leaves_no_hole_in_the_series(manager):
    order = make_order(make_payer(owner=manager), 600)
    for amount, vat, code in ((0, 0, "not_positive"), (10, 11, "vat")):
        with pytest.raises(Refused) as error:
            actions.prepare_cash_order(
                order, basis=make_waybill(order), amount=D(amount), vat=D(vat), by=manager, at=AT
            )
        assert refused(error) == [code]
    assert prepared(manager).number.split("-")[-1] == "1"


@pytest.mark.clause("W-1.3.7.1a")
@pytest.mark.clause("W-1.3.7.2")
@pytest.mark.clause("W-1.3.7")
def test_the_cashier_takes_the_whole_sum_and_the_paper_is_marked_paid(manager, cashier):
    cash_order = prepared(manager)
    assert queries.paid_mark(cash_order.order) is None
    actions.receive_cash(cash_order, by=cashier, at=AT, accompanied_by=manager, amount=D(540))
    for paper in (cash_order.order, cash_order.based_on):
        mark = queries.paid_mark(paper)
        assert (mark.cashier, mark.at, mark.cash_order, mark.sum) == (cashier, AT, cash_order, 540)
    assert receivables.paid([cash_order.order_id]) == {cash_order.order_id: 540}
    assert receivables.balance(cash_order.client) == -540
    book = queries.cash_book(AT.date(), cashier)
    assert [(entry.paper.pk, entry.received) for entry in book.entries] == [(cash_order.pk, 540)]


@pytest.mark.clause("W-1.3.7.1a")
@pytest.mark.parametrize("role", ["sales_manager", "director", "accountant", "warehouse"])
def test_nobody_but_the_cashier_takes_cash(manager, role):
    with pytest.raises(Refused) as error:
        actions.receive_cash(prepared(manager), by=make_staff(role), at=AT, accompanied_by=manager)
    assert refused(error) == ["not_allowed"]
    assert CashOrder.objects.get().status == "prepared"


@pytest.mark.clause("W-1.3.7.1a")
@pytest.mark.parametrize("amount", ["539.99", "540.01", "0"])
def test_less_or_more_than_the_whole_sum_is_not_taken(manager, cashier, amount):
    with pytest.raises(Refused) as error:
        actions.receive_cash(prepared(manager), by=cashier, at=AT, accompanied_by=manager, amount=D(amount))
    assert refused(error) == ["not_the_sum"]


@pytest.mark.clause("W-1.3.7.1b")
def test_who_came_with_the_client_stands_on_the_payment(manager, cashier):
    cash_order, colleague = prepared(manager), make_staff("sales_manager")
    with pytest.raises(Refused) as error:
        actions.receive_cash(cash_order, by=cashier, at=AT, accompanied_by=None)
    assert refused(error) == ["nobody_came_along"]
    duty = Duty.objects.get(kind="accompany_to_cash_desk")
    assert duty.owner == manager
    assert actions.receive_cash(cash_order, by=cashier, at=AT, accompanied_by=colleague).accompanied_by == colleague
    duty.refresh_from_db()
    assert (duty.done_by, duty.done_at) == (colleague, AT)


def test_taking_the_money_twice_is_taking_it_once(manager, cashier):
    cash_order = prepared(manager)
    for _twice in range(2):
        actions.receive_cash(cash_order, by=cashier, at=AT, accompanied_by=manager)
    assert receivables.balance(cash_order.client) == -540
    with pytest.raises(Refused) as error:
        actions.receive_cash(cash_order, by=make_staff("cashier"), at=AT, accompanied_by=manager)
    assert refused(error) == ["wrong_status"]


def test_cash_beyond_what_the_order_wants_is_an_advance(manager, cashier):
    cash_order = prepared(manager, total=500)
    actions.receive_cash(cash_order, by=cashier, at=AT, accompanied_by=manager)
    assert receivables.paid([cash_order.order_id])[cash_order.order_id] == 500
    assert receivables.unallocated(cash_order) == 40


@pytest.mark.clause("W-1.3.7.2")
def test_the_cashier_takes_the_mark_back_with_a_reason_and_pays_the_money_out(manager, cashier):
    cash_order = actions.receive_cash(prepared(manager), by=cashier, at=AT, accompanied_by=manager)
    with pytest.raises(Refused) as error:
        actions.cancel_paid_mark(cash_order, by=cashier, at=AT, reason=" ")
    assert refused(error) == ["no_reason"]
    expense = actions.cancel_paid_mark(cash_order, by=cashier, at=AT, reason="The client changed his mind")
    assert actions.cancel_paid_mark(cash_order, by=cashier, at=AT, reason="again") == expense
    assert queries.paid_mark(cash_order.order) is None
    assert receivables.paid([cash_order.order_id])[cash_order.order_id] == 0
    assert receivables.balance(cash_order.client) == 0
    assert (CashExpense.objects.get().total, expense.reason) == (540, "The client changed his mind")
    book = queries.cash_book(AT.date(), cashier)
    assert (book.received, book.paid_out) == (540, 540)
    assert not [*receivables.problems(), *queries.problems()]


@pytest.mark.clause("W-1.3.7.2")
def test_nobody_else_takes_the_mark_back_and_nobody_at_all_once_the_goods_have_left(manager, cashier):
    cash_order = actions.receive_cash(prepared(manager), by=cashier, at=AT, accompanied_by=manager)
    with pytest.raises(Refused) as error:
        actions.cancel_paid_mark(cash_order, by=make_staff("director"), at=AT, reason="because")
    assert refused(error) == ["not_allowed"]
    Document.objects.filter(pk=cash_order.based_on_id).update(status="released")
    with pytest.raises(Refused) as error:
        actions.cancel_paid_mark(cash_order, by=cashier, at=AT, reason="because")
    assert refused(error) == ["goods_gone"] and cash_order.based_on.number in str(error.value)


@pytest.mark.clause("W-1.3.7.1a")
def test_more_cash_than_the_limit_under_one_contract_is_refused_by_how_much(manager):
    head = make_staff("director")
    standards.set_value("cash_limit", "1000", since=AT.date(), by=head, reason="law")
    order = make_order(make_payer(owner=manager), 2000)
    actions.prepare_cash_order(order, basis=make_waybill(order), amount=D(700), vat=D(0), by=manager, at=AT)
    with pytest.raises(Refused) as error:
        actions.prepare_cash_order(order, basis=make_waybill(order), amount=D(301), vat=D(0), by=manager, at=AT)
    assert refused(error) == ["cash_limit"] and "1,001.00" in str(error.value)
    actions.prepare_cash_order(order, basis=make_waybill(order), amount=D(300), vat=D(0), by=manager, at=AT)


def test_a_prepared_cash_order_goes_with_its_waybill_and_a_paid_one_stops_it(manager, cashier):
    first, second = prepared(manager), prepared(manager)
    withdraw_followers(first.based_on, by=manager, reason="repacked", at=AT)
    first.refresh_from_db()
    assert first.status == "withdrawn"
    assert not Duty.objects.open().filter(document_id=first.pk).exists()
    actions.receive_cash(second, by=cashier, at=AT, accompanied_by=manager)
    with pytest.raises(Refused) as error:
        withdraw_followers(second.based_on, by=manager, reason="repacked", at=AT)
    assert refused(error) == ["stands_on_it"] and second.number in str(error.value)


@pytest.mark.clause("W-1.3.7.1a")
def test_the_cashier_finds_a_cash_order_by_any_number_on_the_clients_paper(manager, cashier):
    cash_order = prepared(manager)
    for code in (cash_order.number, cash_order.order.number.lower(), f" {cash_order.based_on.number} "):
        assert queries.find_by_code(code, cashier) == cash_order
    assert queries.find_by_code("4711", cashier) is None
    assert list(queries.tray(cashier)) == [cash_order]
    assert list(queries.tray(make_staff("sales_manager"))) == [], "a colleague's client"


@pytest.mark.clause("W-1.3.7")
def test_the_cash_book_adds_up_by_cashier_day_and_office(manager, cashier, django_assert_num_queries):
    other = make_staff("cashier")
    for person in (cashier, cashier, other):
        actions.receive_cash(prepared(manager), by=person, at=AT, accompanied_by=manager)
    cashier = Staff.objects.get(pk=cashier.pk)
    with django_assert_num_queries(3):
        book = queries.cash_book(AT.date(), cashier)
        totals = {row.cashier: row.received for row in book.by_cashier}
    assert totals == {cashier: 1080, other: 540}
    assert queries.cash_book(AT.date() - timedelta(days=1), cashier).entries == ()
    assert queries.cash_book(AT.date(), cashier, office=make_office("Kazan")).received == 0
    assert queries.cash_book(date(2026, 11, 13), make_staff("sales_manager")).entries == ()
