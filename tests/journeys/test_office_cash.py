"""A client stands in the office with cash: picked first, paid for what was picked, issued with the mark."""

import pytest
from django.utils import timezone

from kontor.kernel.refusals import Refused
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_order
from kontor.payments import actions as payments
from kontor.receivables import queries as receivables
from kontor.reports.books import prove_the_books
from kontor.shipments import actions as shipments
from kontor.shipments.models import Shipment
from kontor.shipments.tests.make import CASH, pick
from kontor.stock.models import Movement
from tests.office import Office, open_office

pytestmark = pytest.mark.django_db


def picked(office: Office) -> Shipment:
    """Ten screws and three anchors, of which two are found; nobody asks for money before."""
    now = timezone.now()
    lines = [(office.goods[1], 10), (office.goods[2], 3)]
    order = make_order(lines, client=office.clients["Okna Volgi"], by=office.manager, at=now, **CASH)
    orders.place(order, by=office.manager, at=now)
    with pytest.raises(Refused, match="not picked yet"):
        shipments.cash_order_for_order(order, by=office.manager, at=now)
    picking = shipments.pass_to_picking(order, by=office.manager, at=now)
    assert picking.urgent, "the client waits in the office"
    return pick(picking, office["warehouse"], line2=2)


@pytest.mark.clause(
    "W-1.3.6.1a", "W-1.3.6.1b", "W-1.3.7", "W-1.3.7.1a", "W-1.3.7.1b", "W-1.3.7.2", "W-1.3.7.3a", "W-1.3.7.3b"
)
def test_the_money_is_for_what_was_picked_and_opens_the_warehouse() -> None:
    office, now = open_office(), timezone.now()
    manager, cashier, keeper = office.manager, office["cashier"], office["warehouse"]
    waybill = picked(office)
    cash_order = shipments.cash_order_for_picked(waybill, by=manager, at=now)
    assert cash_order.total == waybill.total == 10 * 120 + 2 * 45

    # On the way nobody slips past: no mark, no goods; the manager writes the order and never takes the money.
    with pytest.raises(Refused, match="paid mark"):
        shipments.release(waybill, by=keeper, at=now, receiver="Irina Fomina")
    with pytest.raises(Refused, match="Only the cashier"):
        payments.receive_cash(cash_order, by=manager, at=now, accompanied_by=manager)
    assert not Movement.objects.filter(document=waybill).exists()

    payments.receive_cash(cash_order, by=cashier, at=now, accompanied_by=manager, amount=cash_order.total)
    assert receivables.balance(waybill.client) == -waybill.total
    with pytest.raises(Refused, match="right"):
        shipments.release(waybill, by=manager, at=now, receiver="Irina Fomina")
    released = shipments.release(waybill, by=keeper, at=now, receiver="Irina Fomina")
    assert (released.accompanied_by, released.status) == (manager, Shipment.Status.DELIVERED)
    assert receivables.balance(waybill.client) == 0

    again = shipments.release(waybill, by=keeper, at=now, receiver="Somebody else")
    assert (again.pk, again.receiver) == (released.pk, "Irina Fomina")
    assert Movement.objects.filter(document=waybill).count() == 2
    shipments.close_rest(Order.objects.get(pk=waybill.based_on_id), by=manager, reason="Two anchors will do", at=now)
    assert list(prove_the_books()) == []
