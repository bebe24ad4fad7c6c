from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods
from kontor.people.tests.make import make_staff
from kontor.procurement import actions as procurement
from kontor.procurement.models import PurchaseRequest
from kontor.shipments import actions, queries
from kontor.shipments.models import Picking, Shipment
from kontor.shipments.tests.make import CASH, make_keeper, make_picking, make_placed, pay, pick
from kontor.stock import actions as stock
from kontor.stock.models import Balance
from kontor.stock.queries import held_until, reserved_by_line
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db


def open_duties(document) -> set[str]:
    return set(Duty.objects.open().filter(document_id=document.pk).values_list("kind", flat=True))


@pytest.mark.clause("W-1.3.9", "W-1.3.9.1")
def test_a_paid_order_lies_in_the_warehouse_queue_with_its_lines():
    order = make_placed()
    pay(order, 2000)
    picking = actions.pass_to_picking(order, by=order.owner, at=timezone.now())
    assert [(line.no, line.asked) for line in picking.lines.all()] == [(1, 10), (2, 4)]
    assert list(queries.to_pick(make_keeper())) == [picking]
    order.refresh_from_db()
    assert order.status == Order.Status.PICKING
    assert Event.objects.filter(kind="picking.passed", document=picking).exists()
    again = actions.pass_to_picking(order, by=order.owner, at=timezone.now())
    assert again.pk == picking.pk
    assert Picking.objects.count() == 1


@pytest.mark.clause("W-1.3.9")
def test_who_waits_in_the_office_comes_first_then_the_order_of_hand_over():
    first, second = make_picking(), make_picking()
    waiting = make_picking(**CASH)
    assert list(queries.to_pick(make_keeper())) == [waiting, first, second]


@pytest.mark.clause("W-1.3.9")
def test_a_manager_sees_the_state_of_his_requests_and_not_those_of_others():
    mine, _others = make_picking(), make_picking()
    assert list(queries.to_pick(mine.owner)) == [mine]


@pytest.mark.clause("W-1.3.9")
def test_one_keeper_picks_a_request():
    picking, first = make_picking(), make_keeper(name="Pavel Orlov")
    actions.start_picking(picking, by=first, at=timezone.now())
    assert actions.start_picking(picking, by=first, at=timezone.now()).keeper == first
    with pytest.raises(Refused, match="Pavel Orlov is picking this request already"):
        actions.start_picking(picking, by=make_keeper(), at=timezone.now())
    with pytest.raises(Refused, match="You lack the right"):
        actions.start_picking(picking, by=picking.owner, at=timezone.now())


@pytest.mark.clause("W-1.3.9.1", "W-1.3.6.1a")
def test_the_waybill_is_made_for_what_was_picked_at_the_orders_prices():
    goods = make_goods(100, "33.33")
    order = make_placed(lines=[(goods[0], 10), (goods[1], 3)], **CASH)
    shipment = pick(make_picking(order), line1=7)
    rows = list(shipment.lines.values_list("quantity", "price", "sum"))
    assert rows == [(7, 100, 700), (3, Decimal("33.33"), Decimal("99.99"))]
    assert shipment.total == Decimal("799.99")
    assert shipment.vat == Decimal("144.26")
    order.refresh_from_db()
    assert order.status == Order.Status.PICKED
    assert open_duties(order) >= {"settle_short_picking", "prepare_cash"}


@pytest.mark.clause("W-1.3.9.1")
def test_what_was_not_found_goes_back_to_the_order_and_is_no_longer_held():
    picking = make_picking()
    line = picking.lines.all()[0]
    pick(picking, line1=7)
    assert reserved_by_line(picking.based_on)[line.order_line] == 7
    assert Balance.objects.get(product=line.product).reserved == 7
    assert actions.finish_picking(picking, {}, by=make_keeper(), at=timezone.now()).total == 1700


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        ({}, "Line 1: .* is not counted yet"),
        ({"1": "11", "2": "4"}, "Line 1: 11 of .* is more than the 10 pc"),
        ({"1": "-1", "2": "4"}, "below zero"),
        ({"1": "1.5", "2": "4"}, "counted in whole units"),
        ({"1": "0", "2": "0"}, "Nothing was picked"),
    ],
)
def test_a_wrong_count_is_refused_in_words_and_changes_nothing(counted, sentence):
    picking = make_picking()
    by_line = {line.pk: Decimal(counted[str(line.no)]) for line in picking.lines.all() if str(line.no) in counted}
    with pytest.raises(Refused, match=sentence):
        actions.finish_picking(picking, by_line, by=make_keeper(), at=timezone.now())
    assert not Shipment.objects.exists()
    assert Picking.objects.get(pk=picking.pk).status == Picking.Status.PASSED


@pytest.mark.clause("W-1.3.9")
def test_the_warehouse_returns_a_request_with_a_reason():
    picking, keeper, at = make_picking(), make_keeper(), timezone.now()
    with pytest.raises(Refused, match="Say why"):
        actions.return_picking(picking, by=keeper, at=at, reason=" ")
    picking = actions.return_picking(picking, by=keeper, at=at, reason="The pallet is broken")
    order = Order.objects.get(pk=picking.based_on_id)
    assert (picking.status, order.status) == (Picking.Status.RETURNED, Order.Status.PLACED)
    assert reserved_by_line(order)
    assert open_duties(order) == {"settle_returned_picking"}
    again = actions.pass_to_picking(order, by=order.owner, at=at)
    assert again.pk != picking.pk
    assert not open_duties(order)


def test_goods_in_picking_do_not_run_out_like_a_reservation():
    picking = make_picking()
    stock.expire(timezone.now() + timedelta(days=60))
    assert reserved_by_line(picking.based_on)
    actions.withdraw(picking, by=picking.owner, reason="A mistake", at=timezone.now())
    stock.expire(timezone.now() + timedelta(days=60))
    assert not reserved_by_line(picking.based_on)


def test_a_request_that_is_taken_back_takes_its_waybill_along():
    shipment = pick(make_picking())
    actions.withdraw(shipment.picking, by=shipment.owner, reason="A mistake", at=timezone.now())
    shipment.refresh_from_db()
    order = Order.objects.get(pk=shipment.based_on_id)
    assert (shipment.status, order.status) == (Shipment.Status.WITHDRAWN, Order.Status.PLACED)
    assert reserved_by_line(order)


def test_a_picked_order_is_cancelled_with_everything_that_stands_on_it():
    shipment = pick(make_picking(**CASH))
    order = orders.cancel(
        Order.objects.get(pk=shipment.based_on_id), by=shipment.owner, reason="He left", at=timezone.now()
    )
    shipment.refresh_from_db()
    assert (order.status, shipment.status) == (Order.Status.CANCELLED, Shipment.Status.WITHDRAWN)
    assert not Balance.objects.exclude(reserved=0).exists()
    assert not open_duties(order)


def test_goods_that_arrive_do_not_shorten_how_long_picked_goods_are_held() -> None:
    (product,) = make_goods(100, stock=5)
    order, now = make_placed(lines=[(product, 12)], **CASH), timezone.now()
    actions.pass_to_picking(order, by=order.owner, at=now)
    held = held_until(order)
    request, buyer = PurchaseRequest.objects.get(), make_staff("purchasing")
    procurement.accept(request, by=buyer, at=now, expected_on=timezone.localdate(now))
    procurement.receive(request, by=buyer, at=now)
    assert reserved_by_line(order) == {order.lines.get().pk: 12}
    assert held_until(order) == held
