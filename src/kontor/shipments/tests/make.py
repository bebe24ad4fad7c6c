"""Plain makers of pickings and shipments for the tests of every app."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kontor.documents.models import Document
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_order
from kontor.parties.models import Client, DeliveryMethod, PaymentMethod, PaymentOrder
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.receivables import actions as receivables
from kontor.shipments import actions
from kontor.shipments.models import Picking, Shipment

DEFERRED = {"payment_order": PaymentOrder.DEFERRED, "credit_days": 14}
CASH = {"payment_method": PaymentMethod.CASH, "source": Order.Source.OFFICE}
BY_TRUCK = {"delivery_method": DeliveryMethod.OWN_TRANSPORT}


def make_keeper(**columns: Any) -> Staff:
    return make_staff("warehouse", **columns)


def make_placed(*, by: Staff | None = None, at: datetime | None = None, **given: Any) -> Order:
    """An order of 2,000.00 whose goods are held."""
    by, at = by or make_staff("sales_manager"), at or timezone.now()
    return orders.place(make_order(by=by, at=at, **given), by=by, at=at)


def pay(order: Order, amount: Decimal | int | str, *, on: date | None = None) -> Document:
    """Money on the bank account for an order, booked and allocated."""
    day, sum = on or timezone.localdate(), Decimal(amount)
    payment = Document.objects.create(
        kind="payment", number=f"pay-{Document.objects.count()}", dated_on=day, year=day.year, firm=order.firm,
        client=order.client, office=order.office, owner=order.owner, status="posted", total=sum, currency=order.currency,
    )  # fmt: skip
    receivables.settle(order.client, order.firm, payment, sum, day)
    receivables.allocate(payment, order, sum, order.owner, day)
    return payment


def make_debt(
    client: Client, amount: Decimal | int | str, *, order: Order, due_on: date, number: str = "M-9806"
) -> Document:
    """A waybill from before, unpaid, in the ledger."""
    paper = Document.objects.create(
        kind="shipment", number=number, dated_on=due_on, year=due_on.year, firm=order.firm, client=client,
        office=order.office, owner=order.owner, status="delivered", total=amount, currency=order.currency,
    )  # fmt: skip
    receivables.charge(client, order.firm, paper, None, Decimal(amount), due_on, due_on)
    return paper


def make_picking(order: Order | None = None, *, paid: bool = True, **given: Any) -> Picking:
    """A request in the warehouse; a prepaid order is paid in full first."""
    order = order or make_placed(**given)
    if paid and order.must_prepay:
        pay(order, order.must_prepay)
    return actions.pass_to_picking(order, by=order.owner, at=timezone.now())


def pick(picking: Picking, keeper: Staff | None = None, **short: int) -> Shipment:
    """Pick everything; `line1=3` says that only 3 of line 1 were found."""
    counted = {line.pk: Decimal(short.get(f"line{line.no}", line.asked)) for line in picking.lines.all()}
    return actions.finish_picking(picking, counted, by=keeper or make_keeper(), at=timezone.now())


def make_shipment(**given: Any) -> Shipment:
    """Picked goods with their waybill."""
    return pick(make_picking(**given))
