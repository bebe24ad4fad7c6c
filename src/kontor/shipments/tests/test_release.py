from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.orders.models import Order
from kontor.parties.models import Client
from kontor.payments import actions as payments
from kontor.people.tests.make import make_staff
from kontor.printing.tests.reading import text_of
from kontor.receivables import queries as receivables
from kontor.receivables.models import Balance as Account
from kontor.receivables.models import Entry
from kontor.shipments import actions, gates, printing
from kontor.shipments.models import Shipment
from kontor.shipments.tests.make import (
    BY_TRUCK,
    CASH,
    DEFERRED,
    make_keeper,
    make_picking,
    make_placed,
    make_shipment,
    pay,
    pick,
)
from kontor.stock import actions as stock
from kontor.stock.models import Balance, Movement
from kontor.stock.queries import problems
from kontor.timeline.models import Event
from kontor.turnover.models import Sale

pytestmark = pytest.mark.django_db


def release(shipment: Shipment, **given) -> Shipment:
    given = {"by": make_keeper(), "at": timezone.now(), "receiver": "Ivan Petrov", **given}
    return actions.release(shipment, **given)


@pytest.mark.clause("W-1.3.7.3b", "W-1.3.9.1")
def test_a_release_moves_goods_money_turnover_and_the_order_at_once():
    client_status = Client.Status.NEW
    shipment = make_shipment(**BY_TRUCK)
    Client.objects.filter(pk=shipment.client_id).update(status=client_status)
    keeper = make_keeper()
    shipment = release(shipment, by=keeper, authority="No 17 of 1 Nov", carrier="A 123 BC")
    assert (shipment.status, shipment.released_by, shipment.carrier) == (
        Shipment.Status.RELEASED,
        keeper,
        "A 123 BC",
    )
    assert list(Movement.objects.filter(document=shipment).values_list("quantity", flat=True)) == [-10, -4]
    assert set(Balance.objects.values_list("on_hand", "reserved")) == {(90, 0), (96, 0)}
    assert Entry.objects.get(document=shipment).amount == 2000
    assert Account.objects.get(client=shipment.client).amount == 0
    assert sum(Sale.objects.values_list("amount", flat=True)) == 2000
    order = Order.objects.get(pk=shipment.based_on_id)
    assert order.status == Order.Status.SHIPPED
    assert [line.shipped for line in order.lines.all()] == [10, 4]
    shipment.client.refresh_from_db()
    assert shipment.client.status == Client.Status.CURRENT
    assert Event.objects.get(kind="shipment.released").facts["receiver"] == "Ivan Petrov"
    assert Duty.objects.open().get().kind == "confirm_delivery"
    assert not list(problems())


@pytest.mark.clause("W-1.3.7.3b")
def test_a_second_issue_on_the_same_waybill_gives_the_first_one_back():
    first = release(make_shipment())
    second = release(first, receiver="Somebody else")
    assert (second.pk, second.receiver) == (first.pk, "Ivan Petrov")
    assert Movement.objects.filter(document=first).count() == 2
    order = Order.objects.get(pk=first.based_on_id)
    assert actions.ship(order, by=make_keeper(), at=timezone.now(), receiver="x").pk == first.pk


def test_the_debt_is_due_after_the_days_agreed():
    order = make_placed(**DEFERRED)
    Client.objects.filter(pk=order.client_id).update(credit_limit=5000)
    order.client.refresh_from_db()
    shipment = release(pick(make_picking(order)))
    assert Entry.objects.get(document=shipment).due_on == timezone.localdate() + timedelta(days=14)


@pytest.mark.clause("W-1.3.7.3b")
def test_goods_that_the_client_fetches_are_delivered_by_their_issue():
    shipment = release(make_shipment())
    order = Order.objects.get(pk=shipment.based_on_id)
    assert (shipment.status, order.status) == (Shipment.Status.DELIVERED, Order.Status.COMPLETED)
    assert not Duty.objects.open().exists()


def test_a_delivery_is_confirmed_once_and_completes_the_order():
    shipment = release(make_shipment(**BY_TRUCK))
    at = timezone.now()
    shipment = actions.confirm_delivery(shipment, by=shipment.owner, at=at, receiver="Storekeeper Volkova")
    assert (shipment.status, shipment.receiver) == (Shipment.Status.DELIVERED, "Storekeeper Volkova")
    assert actions.confirm_delivery(shipment, by=shipment.owner, at=at, receiver="x").receiver == "Storekeeper Volkova"
    assert Order.objects.get(pk=shipment.based_on_id).status == Order.Status.COMPLETED
    assert not Duty.objects.open().exists()


@pytest.mark.clause("W-1.3.7.3b")
def test_nobody_but_the_warehouse_issues_and_never_to_nobody():
    shipment = make_shipment()
    with pytest.raises(Refused, match="You lack the right"):
        release(shipment, by=shipment.owner)
    with pytest.raises(Refused, match="Name who takes the goods"):
        release(shipment, receiver="  ")
    with pytest.raises(Refused, match="this cannot be done with it now"):
        actions.confirm_delivery(shipment, by=shipment.owner, at=timezone.now())


@pytest.mark.clause("W-1.3.7.2", "W-1.3.7.3b")
def test_goods_for_cash_never_leave_without_the_paid_mark():
    shipment = make_shipment(**CASH)
    with pytest.raises(Refused, match="goods leave only with the cashier's paid mark"):
        release(shipment)
    actions.cash_order_for_picked(shipment, by=shipment.owner, at=timezone.now())
    with pytest.raises(Refused, match="paid mark"):
        release(shipment)
    assert not Movement.objects.filter(document=shipment).exists()


@pytest.mark.clause("W-1.3.6.1a")
def test_before_the_goods_are_picked_there_is_no_cash_order():
    order = make_placed(**CASH)
    with pytest.raises(Refused, match="not picked yet"):
        actions.cash_order_for_order(order, by=order.owner, at=timezone.now())
    shipment = pick(make_picking(order), line1=7)
    cash_order = actions.cash_order_for_order(order, by=order.owner, at=timezone.now())
    assert (cash_order.total, cash_order.based_on_id) == (Decimal(1700), shipment.pk)
    assert actions.cash_order_for_picked(shipment, by=order.owner, at=timezone.now()).pk == cash_order.pk
    assert not Duty.objects.open().filter(kind="prepare_cash").exists()


def test_an_order_paid_by_transfer_has_no_cash_order():
    shipment = make_shipment()
    with pytest.raises(Refused, match="paid by bank transfer"):
        actions.cash_order_for_picked(shipment, by=shipment.owner, at=timezone.now())


def test_what_was_left_out_ships_later_and_the_parts_add_up_to_the_cent():
    order = make_placed()
    pay(order, 2000)
    first = release(pick(make_picking(order, paid=False), line1=7))
    order.refresh_from_db()
    assert order.status == Order.Status.PLACED
    with pytest.raises(Refused, match="No goods are held"):
        actions.pass_to_picking(order, by=order.owner, at=timezone.now())
    line = order.lines.all()[0]
    stock.reserve(order, [(line.pk, line.product_id, Decimal(3))], order.warehouse, timezone.now() + timedelta(days=1))
    second = release(pick(make_picking(order, paid=False)))
    order.refresh_from_db()
    assert (first.total, second.total) == (1700, 300)
    assert order.status == Order.Status.COMPLETED


@pytest.mark.clause("W-1.3.9.1")
def test_the_rest_of_an_order_is_closed_with_a_reason_and_its_money_becomes_an_advance():
    order = make_placed()
    payment = pay(order, 2000)
    with pytest.raises(Refused, match="Nothing has been shipped yet"):
        actions.close_rest(order, by=order.owner, reason="x", at=timezone.now())
    release(pick(make_picking(order, paid=False), line1=7))
    with pytest.raises(Refused, match="Say why"):
        actions.close_rest(order, by=order.owner, reason="", at=timezone.now())
    order = actions.close_rest(order, by=order.owner, reason="The client takes no more", at=timezone.now())
    assert (order.total, Order.objects.get(pk=order.pk).status) == (1700, Order.Status.COMPLETED)
    assert receivables.unallocated(payment) == 300
    assert not Duty.objects.open().exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("W-1.3.7.3b")
def test_two_keepers_at_once_issue_the_goods_once():
    shipment, keepers = make_shipment(), [make_keeper(), make_keeper()]
    start, answers = Barrier(2), []

    def issue(keeper) -> None:
        start.wait()
        answers.append(release(shipment, by=keeper).released_by_id)
        connection.close()

    threads = [Thread(target=issue, args=(keeper,)) for keeper in keepers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(answers)) == 1
    assert Movement.objects.filter(document=shipment).count() == 2
    assert Entry.objects.filter(document=shipment).count() == 1


def take_cash(cash_order, *, accompanied_by):
    cashier = make_staff("cashier", name="Olga Lapteva")
    return payments.receive_cash(cash_order, by=cashier, at=timezone.now(), accompanied_by=accompanied_by)


@pytest.mark.clause("W-1.3.6.1a", "W-1.3.7.2", "W-1.3.7.3a", "W-1.3.7.3b")
def test_office_cash_goods_are_picked_paid_by_the_picked_sum_and_issued_with_the_mark():
    order = make_placed(**CASH)
    shipment = pick(make_picking(order), line1=7)
    cash_order = actions.cash_order_for_picked(shipment, by=order.owner, at=timezone.now())
    take_cash(cash_order, accompanied_by=order.owner)
    found = {gate.code: str(gate.sentence) for gate in gates.release_gates(shipment, by=make_keeper())}
    assert found["paid_mark"].startswith("Paid mark of Olga Lapteva")
    assert found["accompanied"] == f"{order.owner} accompanies the client to the warehouse."
    assert "ОПЛАЧЕНО" in text_of(printing.waybill(Shipment.objects.get(pk=shipment.pk)))
    shipment = release(shipment)
    assert (shipment.status, shipment.accompanied_by) == (Shipment.Status.DELIVERED, order.owner)
    assert Account.objects.get(client=order.client).amount == 0
    order.refresh_from_db()
    assert order.status == Order.Status.PLACED


@pytest.mark.clause("W-1.3.7.2")
def test_the_mark_of_the_first_part_does_not_let_the_second_part_out():
    order = make_placed(**CASH)
    first = pick(make_picking(order), line1=7)
    take_cash(actions.cash_order_for_picked(first, by=order.owner, at=timezone.now()), accompanied_by=order.owner)
    release(first)
    order.refresh_from_db()
    line = order.lines.all()[0]
    until = timezone.now() + timedelta(days=1)
    stock.reserve(order, [(line.pk, line.product_id, Decimal(3))], order.warehouse, until)
    second = pick(make_picking(order))
    with pytest.raises(Refused, match=r"300\.00 in cash is not paid"):
        release(second)


@pytest.mark.clause("W-1.3.7.2")
def test_a_mark_that_the_cashier_took_back_lets_nothing_out():
    shipment = make_shipment(**CASH)
    cash_order = actions.cash_order_for_picked(shipment, by=shipment.owner, at=timezone.now())
    paid = take_cash(cash_order, accompanied_by=shipment.owner)
    payments.cancel_paid_mark(paid, by=paid.received_by, at=timezone.now(), reason="A wrong note")
    with pytest.raises(Refused, match="paid mark"):
        release(shipment)


def test_what_is_paid_in_cash_is_not_taken_back_from_picking_before_the_money_is_paid_out():
    shipment = make_shipment(**CASH)
    cash_order = actions.cash_order_for_picked(shipment, by=shipment.owner, at=timezone.now())
    take_cash(cash_order, accompanied_by=shipment.owner)
    with pytest.raises(Refused, match="has to be withdrawn first"):
        actions.withdraw(shipment.picking, by=shipment.owner, reason="He left", at=timezone.now())


def test_what_has_left_is_not_taken_back_from_picking():
    shipment = release(make_shipment())
    with pytest.raises(Refused, match="The goods have left with waybill"):
        actions.withdraw(shipment.picking, by=shipment.owner, reason="He left", at=timezone.now())
