"""A request for missing goods: purchasing answers, the goods come and are held for the order that waits."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.procurement import actions, queries
from kontor.procurement.models import PurchaseRequest
from kontor.stock import queries as stock

pytestmark = pytest.mark.django_db
NOW = timezone.now


def missing_goods() -> tuple[Order, PurchaseRequest, Staff]:
    """An order of 12 with 5 in stock, placed; its request and the buyer."""
    buyer = make_staff("purchasing")
    (product,) = make_goods(100, stock=5)
    order = make_order([(product, 12)])
    orders.place(order, by=order.owner, at=NOW())
    return order, PurchaseRequest.objects.get(based_on_id=order.pk), buyer


@pytest.mark.clause("W-1.3.8.2")
def test_purchasing_names_a_day_and_the_order_screen_shows_what_arrives() -> None:
    order, request, buyer = missing_goods()
    day = timezone.localdate() + timedelta(days=5)
    assert Duty.objects.open().get(kind="answer_purchase_request").owner == buyer
    actions.accept(request, by=buyer, at=NOW(), expected_on=day)
    product = order.lines.get().product_id
    there = stock.availability([product], order.warehouse, timezone.localdate())[product]
    assert (there.arriving, there.arriving_on) == (7, day)
    assert not Duty.objects.open().filter(kind="answer_purchase_request").exists()


@pytest.mark.clause("W-1.3.8.2")
def test_goods_that_come_are_held_for_the_line_that_waits_and_booking_twice_adds_nothing() -> None:
    order, request, buyer = missing_goods()
    actions.receive(request, by=buyer, at=NOW())
    actions.receive(request, by=buyer, at=NOW())
    product = order.lines.get().product_id
    there = stock.availability([product], order.warehouse, timezone.localdate())[product]
    assert (there.on_hand, there.reserved) == (12, 12)
    assert not queries.requested_by_line(order)


def test_a_refusal_needs_a_reason_and_gives_the_manager_a_duty() -> None:
    order, request, buyer = missing_goods()
    with pytest.raises(Refused, match="why"):
        actions.refuse(request, by=buyer, at=NOW(), answer=" ")
    actions.refuse(request, by=buyer, at=NOW(), answer="The maker has stopped it")
    assert Duty.objects.open().get(kind="settle_refused_goods").owner == order.owner


def test_a_day_in_the_past_and_a_stranger_are_refused() -> None:
    _order, request, buyer = missing_goods()
    with pytest.raises(Refused, match="past"):
        actions.accept(request, by=buyer, at=NOW(), expected_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused):
        actions.receive(request, by=make_staff("sales_manager"), at=NOW())


def test_purchasing_works_its_tray_in_the_browser(client) -> None:
    order, request, buyer = missing_goods()
    client.force_login(buyer)
    assert order.client.name in client.get("/purchases/").content.decode()
    assert client.get(f"/purchases/{request.pk}/").status_code == 200
    day = timezone.localdate() + timedelta(days=3)
    client.post(f"/papers/purchase_request/{request.pk}/accept/", {"expected_on": day.isoformat(), "op": uuid4()})
    client.post(f"/papers/purchase_request/{request.pk}/receive/", {"op": uuid4()})
    request.refresh_from_db()
    assert request.status == PurchaseRequest.Status.RECEIVED


def test_the_tray_costs_the_same_for_one_request_and_for_many(client, django_assert_max_num_queries) -> None:
    _order, _request, buyer = missing_goods()
    for _number in range(3):
        missing_goods()
    client.force_login(buyer)
    client.get("/purchases/")
    with django_assert_max_num_queries(14):
        client.get("/purchases/")
