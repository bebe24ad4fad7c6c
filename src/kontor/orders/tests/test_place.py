"""Placing an order: goods are held, what is missing goes to purchasing, a margin below the floor needs consent."""

from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.approvals import actions as approvals
from kontor.kernel.refusals import Changed, Refused
from kontor.orders import actions
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.people.queries import deciders
from kontor.people.tests.make import make_staff
from kontor.procurement.models import PurchaseRequest
from kontor.receivables import queries as receivables
from kontor.shipments.tests.make import pay
from kontor.stock import queries as stock

pytestmark = pytest.mark.django_db
NOW = timezone.now


@pytest.mark.clause("W-1.3.8.1a")
def test_placing_lowers_free_stock_at_once() -> None:
    (product,) = make_goods(100, stock=30)
    order = make_order([(product, 12)])
    actions.place(order, by=order.owner, at=NOW())
    there = stock.availability([product.pk], order.warehouse, NOW().date())[product.pk]
    assert (there.reserved, there.free) == (12, 18)


def test_placing_twice_is_placing_once() -> None:
    (product,) = make_goods(100, stock=30)
    order = make_order([(product, 12)])
    actions.place(order, by=order.owner, at=NOW())
    again = actions.place(order, by=order.owner, at=NOW())
    assert again.status == Order.Status.PLACED
    assert stock.availability([product.pk], order.warehouse, NOW().date())[product.pk].reserved == 12


@pytest.mark.clause("W-1.3.8.1b", "W-1.3.8.2")
def test_what_is_short_becomes_a_purchase_request_and_reserved_plus_requested_is_ordered() -> None:
    (product,) = make_goods(100, stock=5)
    order = make_order([(product, 12)])
    actions.place(order, by=order.owner, at=NOW())
    request = PurchaseRequest.objects.get(based_on_id=order.pk)
    (line,) = request.lines.all()
    held = sum(stock.reserved_by_line(order).values())
    assert (held, line.quantity) == (5, 7)
    assert request.status == PurchaseRequest.Status.SUBMITTED


def test_an_empty_order_is_refused_in_words() -> None:
    order = make_order([])
    with pytest.raises(Refused, match="no lines"):
        actions.place(order, by=order.owner, at=NOW())


def test_a_product_withdrawn_in_the_meantime_is_named() -> None:
    (product,) = make_goods(100)
    order = make_order([(product, 1)])
    product.withdrawn_at = NOW()
    product.save()
    with pytest.raises(Refused, match=product.name):
        actions.place(order, by=order.owner, at=NOW())


def test_a_stranger_without_the_right_is_refused() -> None:
    order = make_order()
    with pytest.raises(Refused):
        actions.place(order, by=make_staff("cashier"), at=NOW())


def test_the_second_of_two_people_learns_of_the_first() -> None:
    (product,) = make_goods(100)
    order = make_order([(product, 1)])
    seen = order.version
    other = make_staff("wholesale_head", name="Elena Sokolova")
    line = order.lines.get()
    actions.set_line(order, line.pk, by=other, quantity=Decimal(3), version=seen)
    with pytest.raises(Changed) as changed:
        actions.set_line(order, line.pk, by=order.owner, quantity=Decimal(2), version=seen)
    assert changed.value.by == "Elena Sokolova"


def test_what_a_removed_or_replaced_line_held_is_free_again() -> None:
    kept, removed, replaced, instead = make_goods(100, 100, 100, 100, stock=30)
    order = make_order([(kept, 1), (removed, 12), (replaced, 5)])
    actions.place(order, by=order.owner, at=NOW())
    order = actions.reopen(order, by=order.owner, reason="fewer", at=NOW())
    lines = {line.product_id: line.pk for line in order.lines.all()}
    order = actions.remove_line(order, lines[removed.pk], by=order.owner)
    order = actions.take_substitute(order, lines[replaced.pk], instead, Decimal(5), by=order.owner, on=NOW().date())
    actions.place(order, by=order.owner, at=NOW())
    there = stock.availability([kept.pk, removed.pk, replaced.pk, instead.pk], order.warehouse, NOW().date())
    assert [there[each.pk].reserved for each in (kept, removed, replaced, instead)] == [1, 0, 0, 5]


def test_money_beyond_the_smaller_sum_of_a_changed_order_is_the_clients_advance() -> None:
    order = make_order()  # 2,000: ten of 100, four of 250
    actions.place(order, by=order.owner, at=NOW())
    payment = pay(order, "2000")
    order = actions.reopen(order, by=order.owner, reason="fewer", at=NOW())
    order = actions.remove_line(order, order.lines.order_by("no")[1].pk, by=order.owner)
    order = actions.place(order, by=order.owner, at=NOW())
    assert receivables.paid([order.pk])[order.pk] == order.total == 1000
    assert receivables.unallocated(payment) == 1000


def _cheap_order() -> Order:
    for role in ("key_account_manager", "office_head", "wholesale_head", "director"):
        make_staff(role)
    (product,) = make_goods(100, cost=80)
    return make_order([(product, 10)])


def test_below_the_floor_an_order_waits_for_a_consent_that_is_spent_once() -> None:
    order = _cheap_order()
    with pytest.raises(Refused, match="the floor"):
        actions.place(order, by=order.owner, at=NOW())
    request = approvals.ask(order, "place", "margin_below_floor", by=order.owner, reason="A new line", at=NOW())
    approvals.decide(request, "approved", by=deciders([request.decides], NOW().date())[0], answer="", at=NOW())
    actions.place(order, by=order.owner, at=NOW())
    request.refresh_from_db()
    assert request.state == "spent"
    actions.reopen(order, by=order.owner, reason="more", at=NOW())
    with pytest.raises(Refused, match="the floor"):
        actions.place(order, by=order.owner, at=NOW())


def test_a_consent_for_a_small_order_does_not_cover_a_large_one_of_the_same_margin() -> None:
    order = _cheap_order()
    request = approvals.ask(order, "place", "margin_below_floor", by=order.owner, reason="A new line", at=NOW())
    approvals.decide(request, "approved", by=deciders([request.decides], NOW().date())[0], answer="", at=NOW())
    actions.set_line(order, order.lines.get().pk, by=order.owner, quantity=Decimal(90_000))
    with pytest.raises(Refused, match="better figures"):
        actions.place(order, by=order.owner, at=NOW())


def test_a_consent_is_void_when_the_margin_gets_worse() -> None:
    order = _cheap_order()
    request = approvals.ask(order, "place", "margin_below_floor", by=order.owner, reason="A new line", at=NOW())
    approvals.decide(request, "approved", by=deciders([request.decides], NOW().date())[0], answer="", at=NOW())
    actions.set_line(order, order.lines.get().pk, by=order.owner, discount=Decimal(1))
    with pytest.raises(Refused, match="better figures"):
        actions.place(order, by=order.owner, at=NOW())


def test_cancelling_frees_the_goods_and_withdraws_the_request() -> None:
    (product,) = make_goods(100, stock=5)
    order = make_order([(product, 12)])
    actions.place(order, by=order.owner, at=NOW())
    actions.cancel(order, by=order.owner, reason="bought elsewhere", at=NOW())
    assert stock.availability([product.pk], order.warehouse, NOW().date())[product.pk].reserved == 0
    assert PurchaseRequest.objects.get(based_on_id=order.pk).status == PurchaseRequest.Status.WITHDRAWN
    assert not list(receivables.problems())
