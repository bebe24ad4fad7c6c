from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.approvals import actions as approvals
from kontor.approvals.models import Request
from kontor.approvals.queries import panel
from kontor.documents.register import register
from kontor.kernel.formats import money
from kontor.kernel.refusals import Passed, Refusal, Refused
from kontor.orders import actions as orders
from kontor.orders.tests.make import make_order
from kontor.people.tests.make import make_staff
from kontor.shipments import actions, gates
from kontor.shipments.tests.make import (
    CASH,
    DEFERRED,
    make_debt,
    make_keeper,
    make_picking,
    make_placed,
    make_shipment,
    pay,
    pick,
)
from kontor.stock import actions as stock

pytestmark = pytest.mark.django_db


def refused(gate_list) -> dict[str, Refusal]:
    return {gate.code: gate for gate in gate_list if isinstance(gate, Refusal)}


def passed(gate_list) -> set[str]:
    return {gate.code for gate in gate_list if isinstance(gate, Passed)}


def ask_and_allow(order, action: str, consent: str) -> Request:
    at = timezone.now()
    head = make_staff("wholesale_head", office=order.office)
    request = approvals.ask(order, action, consent, by=order.owner, reason="He pays on Friday", at=at)
    return approvals.decide(request, Request.State.APPROVED, by=head, answer="Once", at=at)


@pytest.mark.clause("W-1.3.9.1")
def test_a_prepaid_order_goes_to_the_warehouse_only_when_the_money_is_there():
    order = make_placed()
    gate = refused(gates.pick_gates(order, by=order.owner))["not_paid"]
    assert str(gate.sentence) == f"{money(2000)} of {money(2000)} is not paid."
    assert str(gate.opens) == "It opens by itself when the money is on the statement."
    assert (gate.clause, gate.consent) == ("W-1.3.9.1", "pick_unpaid")
    with pytest.raises(Refused):
        actions.pass_to_picking(order, by=order.owner, at=timezone.now())
    pay(order, 1500)
    assert "500.00 of 2,000.00" in str(refused(gates.pick_gates(order, by=order.owner))["not_paid"].sentence)
    pay(order, 500)
    assert not refused(gates.pick_gates(order, by=order.owner))


@pytest.mark.clause("W-1.3.9.1")
def test_the_head_may_let_one_order_be_picked_before_payment_but_not_shipped():
    order = make_placed()
    request = ask_and_allow(order, "pass_to_picking", "pick_unpaid")
    picking = actions.pass_to_picking(order, by=order.owner, at=timezone.now())
    request.refresh_from_db()
    assert request.state == Request.State.SPENT
    assert picking.consents == [request.pk]
    shipment = pick(picking)
    with pytest.raises(Refused, match="is not paid"):
        actions.release(shipment, by=make_keeper(), at=timezone.now(), receiver="Ivanov")


def test_a_partial_prepayment_is_enough_when_the_agreed_percent_is_reached():
    order = make_placed(payment_order="partial", prepay_percent=Decimal(50))
    assert "1,000.00 of 1,000.00" in str(refused(gates.pick_gates(order, by=order.owner))["not_paid"].sentence)
    pay(order, 1000)
    assert not refused(gates.pick_gates(order, by=order.owner))


def test_a_deferred_order_is_picked_within_the_limit_alone():
    order = make_placed(**DEFERRED)
    assert "over_limit" in refused(gates.pick_gates(order, by=order.owner))
    order.client.credit_limit = Decimal(2000)
    order.client.save()
    assert "limit" in passed(gates.pick_gates(order, by=order.owner))
    second = make_placed(client=order.client, by=order.owner, **DEFERRED)
    actions.pass_to_picking(order, by=order.owner, at=timezone.now())
    gate = refused(gates.pick_gates(second, by=order.owner))["over_limit"]
    assert "2,000.00 is exceeded by 2,000.00" in str(gate.sentence)
    assert gate.consent == "over_credit_limit"


@pytest.mark.clause("W-1.3.9.1")
def test_an_overdue_debt_closes_picking_on_credit_and_says_what_opens_it():
    order = make_placed(**DEFERRED)
    order.client.credit_limit = Decimal(1_000_000)
    order.client.save()
    today = timezone.localdate()
    make_debt(order.client, 112_300, order=order, due_on=today - timedelta(days=19))
    make_debt(order.client, 70_100, order=order, due_on=today - timedelta(days=3), number="M-9900")
    gate = refused(gates.pick_gates(order, by=order.owner))["overdue"]
    assert str(gate.sentence) == "Overdue debt 182,400.00, 19 days."
    assert "more than 10 days late" in str(gate.opens)
    assert "112,300.00 (M-9806) is received" in str(gate.opens)
    assert gate.facts["days_late"] == 19


def test_a_consent_for_overdue_debt_covers_picking_and_release_until_the_debt_grows():
    order = make_placed(**DEFERRED)
    order.client.credit_limit = Decimal(1_000_000)
    order.client.save()
    today = timezone.localdate()
    make_debt(order.client, 5_000, order=order, due_on=today - timedelta(days=19))
    ask_and_allow(order, "pass_to_picking", "ship_overdue")
    shipment = pick(actions.pass_to_picking(order, by=order.owner, at=timezone.now()))
    order.refresh_from_db()
    assert not refused(gates.ship_gates(order, by=order.owner))
    make_debt(order.client, 100, order=order, due_on=today - timedelta(days=11), number="M-9999")
    with pytest.raises(Refused, match=r"Overdue debt 5,100\.00, 19 days"):
        actions.release(shipment, by=make_keeper(), at=timezone.now(), receiver="Ivanov")


def test_by_the_rules_nobody_lets_goods_out_on_debts_older_than_sixty_days():
    order = make_placed(**DEFERRED)
    make_debt(order.client, 100, order=order, due_on=timezone.localdate() - timedelta(days=61))
    with pytest.raises(Refused, match="nobody may"):
        approvals.ask(order, "pass_to_picking", "ship_overdue", by=order.owner, reason="Please", at=timezone.now())


@pytest.mark.clause("W-1.3.6.1a")
def test_a_cash_order_is_picked_before_it_is_paid():
    order = make_placed(**CASH)
    assert not refused(gates.pick_gates(order, by=order.owner))
    assert make_picking(order).urgent


def test_an_order_without_held_goods_is_not_passed_on():
    order = make_placed(**DEFERRED)
    stock.free(order)
    assert "not_held" in refused(gates.pick_gates(order, by=order.owner))


def test_only_who_may_passes_an_order_on():
    order = make_placed()
    assert "not_allowed" in refused(gates.pick_gates(order, by=make_keeper()))


@pytest.mark.clause("W-1.3.7.2", "W-1.3.9")
def test_the_panel_says_in_every_status_why_the_order_cannot_ship_yet():
    manager = make_staff("sales_manager")
    draft = make_order(by=manager, **CASH)
    assert set(refused(gates.ship_gates(draft, by=manager))) == {"draft", "not_picked", "no_paid_mark"}
    order = orders.place(draft, by=manager, at=timezone.now())
    assert set(refused(gates.ship_gates(order, by=manager))) == {"not_picked", "no_paid_mark"}
    picking = make_picking(order)
    order.refresh_from_db()
    assert "waited in the warehouse" in str(refused(gates.ship_gates(order, by=manager))["not_picked"].sentence)
    keeper = make_keeper(name="Pavel Orlov")
    actions.start_picking(picking, by=keeper, at=timezone.now())
    assert "Pavel Orlov has been picking" in str(refused(gates.ship_gates(order, by=manager))["not_picked"].sentence)
    pick(picking, keeper)
    order.refresh_from_db()
    found = list(gates.ship_gates(order, by=manager))
    assert set(refused(found)) == {"no_paid_mark"}
    assert "Make the cash order" in str(refused(found)["no_paid_mark"].opens)
    assert {"held", "picked", "no_overdue", "accompanied"} <= passed(found)
    assert panel(order, found, day=timezone.localdate()).closed == 1
    orders.cancel(order, by=manager, reason="No longer wanted", at=timezone.now())
    order.refresh_from_db()
    assert set(refused(gates.ship_gates(order, by=manager))) == {"cancelled"}


def test_an_exception_asked_for_on_a_waybill_is_bound_to_its_order() -> None:
    shipment = make_shipment()
    assert register.action("shipment", "release").about(shipment).pk == shipment.based_on_id
