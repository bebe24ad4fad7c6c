"""Verbs on a waybill: the cash order for it, release, delivery; and to close what will not be delivered any more."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.approvals import actions as approvals
from kontor.documents.actions import move, same_version
from kontor.documents.gates import right_gate, status_gate
from kontor.duties import actions as duties
from kontor.kernel.money import money
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.parties.models import Client, DeliveryMethod
from kontor.payments import actions as payments
from kontor.payments.models import CashOrder
from kontor.payments.queries import cash_order_of
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.receivables import actions as receivables
from kontor.shipments import gates, queries
from kontor.shipments.models import Shipment, ShipmentLine
from kontor.standards import queries as standards
from kontor.stock import actions as stock
from kontor.timeline import actions as timeline
from kontor.turnover import actions as turnover

Status = Shipment.Status
FIRST_BOUGHT = (Client.Status.PROSPECT, Client.Status.TARGET, Client.Status.NEW, Client.Status.FORMER)


@transaction.atomic
def cash_order_for_picked(shipment: Shipment, *, by: Staff, at: datetime) -> CashOrder:
    """The cash receipt order for the sum of what was really picked (W-1.3.6.1a). The one under way comes back as it is."""
    order = Order.objects.locked(shipment.based_on.pk)
    shipment = Shipment.objects.locked(shipment.pk)
    if there := cash_order_of(shipment):
        return there
    refuse_if(gates.cash_gates(shipment, by=by))
    cash_order: CashOrder = payments.prepare_cash_order(
        order, basis=shipment, amount=shipment.total, vat=shipment.vat, by=by, at=at
    )
    duties.fulfil("prepare_cash", by=by, document=order, at=at)
    return cash_order


@transaction.atomic
def cash_order_for_order(order: Order, *, by: Staff, at: datetime) -> CashOrder:
    """The same, asked of the order: refused before it is picked."""
    shipment = queries.prepared(order)
    if shipment is None:
        raise Refused(gate for gate in gates.order_cash_gates(order, by=by) if isinstance(gate, Refusal))
    return cash_order_for_picked(shipment, by=by, at=at)


@transaction.atomic
def ship(order: Order, *, by: Staff, at: datetime, **given: object) -> Shipment:
    """Release the goods that stand ready for an order; before they are picked this is refused with every reason."""
    if shipment := queries.prepared(order):
        return release(shipment, by=by, at=at, **given)  # type: ignore[arg-type]
    released = queries.shipments_of(order).exclude(status=Status.PREPARED).last()
    if released and order.status in (Order.Status.SHIPPED, Order.Status.COMPLETED):
        return released
    raise Refused(gate for gate in gates.ship_gates(order, by=by) if isinstance(gate, Refusal))


@transaction.atomic
def release(
    shipment: Shipment,
    *,
    by: Staff,
    at: datetime,
    receiver: str,
    authority: str = "",
    accompanied_by: Staff | None = None,
    carrier: str = "",
    version: int | None = None,
) -> Shipment:
    """Hand the picked goods over: they leave the stock, and the client owes their sum (W-1.3.7.3b).

    Safe to repeat: a second issue on the same waybill gives the first one back. Goods that the client fetches are
    delivered by this; others wait for `confirm_delivery`.
    """
    order = Order.objects.locked(shipment.based_on.pk)
    shipment = Shipment.objects.locked(shipment.pk)
    if shipment.status in (Status.RELEASED, Status.DELIVERED):
        return shipment
    same_version(shipment, version)
    day = timezone.localdate(at)
    refuse_if([*right_gate(by, Right.RELEASE_GOODS), *status_gate(shipment, gates.PREPARED)])
    if not receiver.strip():
        raise Refused([Refusal("no_receiver", _("Name who takes the goods."), clause="W-1.3.7.3b")])
    approvals.spend_or_refuse(gates.ship_gates(order, by=by, on=day), about=order, by=by, day=day)
    _hand_over(
        shipment,
        order,
        by,
        at,
        receiver,
        authority,
        accompanied_by or gates.escort_of(order, shipment),
        carrier,
    )
    _enter_in_books(shipment, order, by=by, on=day, at=at)
    timeline.record(
        "shipment.released",
        by=by,
        document=shipment,
        amount=shipment.total,
        order=order.number,
        receiver=shipment.receiver,
    )
    if shipment.delivery_method == DeliveryMethod.PICK_UP:
        return confirm_delivery(shipment, by=by, at=at, receiver=shipment.receiver)
    due = standards.calendar(order.office, on=day).due_in(at, workdays=1)
    duties.assign("confirm_delivery", owner=order.owner, due_at=due, document=shipment, amount=shipment.total, at=at)
    return shipment


def _hand_over(
    shipment: Shipment,
    order: Order,
    by: Staff,
    at: datetime,
    receiver: str,
    authority: str,
    accompanied_by: Staff | None,
    carrier: str,
) -> None:
    """Who gave what to whom, by which right, in whose company."""
    move(shipment, Status.RELEASED, Shipment.MOVES, by=by)
    facts = {
        "receiver": receiver.strip()[:160],
        "authority": authority.strip()[:160],
        "carrier": carrier.strip()[:160],
        "accompanied_by": accompanied_by,
        "released_by": by,
        "released_at": at,
    }
    for name, value in facts.items():
        setattr(shipment, name, value)
    Shipment.objects.filter(pk=shipment.pk).update(**facts)


def _enter_in_books(shipment: Shipment, order: Order, *, by: Staff, on: date, at: datetime) -> None:
    """Less in stock, more owed, turnover counted, the order carried on; the ledgers in the order of their locks."""
    lines = list(shipment.lines.all())
    issues = [(line.order_line, line.product_id, line.quantity) for line in lines]
    stock.use(order, shipment.warehouse, issues, by, on, paper=shipment, at=at)
    due_on = on + timedelta(days=order.credit_days)
    receivables.charge(order.client, order.firm, shipment, order, shipment.total, on, due_on, at=at)
    turnover.sold(shipment, [_sale(line) for line in lines], on)
    orders.mark_shipped(order, {line.order_line: line.quantity for line in lines}, by=by, on=on)
    Client.objects.filter(pk=order.client.pk, status__in=FIRST_BOUGHT).update(status=Client.Status.CURRENT)


def _sale(line: ShipmentLine) -> turnover.Row:
    return turnover.Row(line.product_id, line.quantity, line.sum, line.vat, money(line.cost * line.quantity))


@transaction.atomic
def confirm_delivery(shipment: Shipment, *, by: Staff, at: datetime, receiver: str = "") -> Shipment:
    """The client has the goods: the waybill is delivered, and with the last one the order is completed."""
    order = Order.objects.locked(shipment.based_on.pk)
    shipment = Shipment.objects.locked(shipment.pk)
    if shipment.status == Status.DELIVERED:
        return shipment
    refuse_if(status_gate(shipment, gates.RELEASED))
    move(shipment, Status.DELIVERED, Shipment.MOVES, by=by)
    shipment.receiver = receiver.strip()[:160] or shipment.receiver
    shipment.delivered_at, shipment.delivered_by = at, by
    Shipment.objects.filter(pk=shipment.pk).update(receiver=shipment.receiver, delivered_at=at, delivered_by=by)
    proof = timeline.record(
        "shipment.delivered", by=by, document=shipment, amount=shipment.total, receiver=shipment.receiver
    )
    duties.fulfil("confirm_delivery", by=by, document=shipment, proof=proof, at=at)
    _complete(order, by=by, at=at)
    return shipment


def _complete(order: Order, *, by: Staff, at: datetime) -> None:
    """Nothing is left to ship, and nothing is on the way."""
    on_the_way = queries.shipments_of(order).exclude(status=Status.DELIVERED)
    if order.status == Order.Status.SHIPPED and not on_the_way.exists():
        orders.complete(order, by=by, at=at)


@transaction.atomic
def close_rest(order: Order, *, by: Staff, reason: str, at: datetime) -> Order:
    """The client takes no more: the order is closed at what was shipped, and completed when that has arrived."""
    order = orders.close_rest(order, by=by, reason=reason, at=at)
    duties.fulfil("settle_short_picking", by=by, document=order, at=at)
    duties.fulfil("settle_returned_picking", by=by, document=order, at=at)
    duties.let_go(order, at=at, kinds=("pass_to_picking",))
    _complete(order, by=by, at=at)
    return order
