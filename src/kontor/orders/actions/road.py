"""Verbs that carry an order along its road: start, place, change, pick, ship, complete, cancel."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.approvals import actions as approvals
from kontor.catalog.models import Product
from kontor.clients import actions as clients
from kontor.documents.actions import move, open_document, same_version, touch, withdraw_followers
from kontor.documents.gates import right_gate
from kontor.documents.rows import fast_update
from kontor.duties import actions as duties
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.kernel.worktime import Calendar
from kontor.orders import gates
from kontor.orders.actions.lines import keep_shipped, open_for_change, recount
from kontor.orders.models import KIND, Line, Order
from kontor.orders.queries import lines_of, paid
from kontor.parties.models import Client, DeliveryMethod, Firm, PaymentMethod
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.procurement import actions as procurement
from kontor.procurement.queries import open_requests
from kontor.receivables import actions as receivables
from kontor.receivables import queries as receivables_queries
from kontor.receivables.queries import paid_by
from kontor.standards import queries as standards
from kontor.stock import actions as stock
from kontor.stock.models import Warehouse
from kontor.timeline import actions as timeline

Status = Order.Status


@transaction.atomic
def start(
    client: Client,
    *,
    by: Staff,
    at: datetime,
    source: str = Order.Source.PHONE,
    request_text: str = "",
    warehouse: Warehouse | None = None,
) -> Order:
    """Open a draft with everything that is known of the client filled in (W-1.3.4)."""
    refuse_if(right_gate(by, Right.TAKE_ORDERS))
    order: Order = open_document(
        Order,
        KIND,
        by=by,
        on=timezone.localdate(at),
        firm=Firm.objects.order_by("id")[0],
        office=by.office,
        client=client,
        owner=client.owner,
        status=Status.DRAFT,
        source=source,
        received_at=at,
        request_text=request_text,
        warehouse=warehouse or _usual_warehouse(by),
        level=client.price_level,
        payment_order=client.payment_order,
        payment_method=(client.payment_methods or [PaymentMethod.BANK])[0],
        prepay_percent=client.prepay_percent,
        credit_days=client.credit_days,
        delivery_method=(client.delivery_methods or [DeliveryMethod.PICK_UP])[0],
        delivery_address=client.delivery_address,
    )
    timeline.record("order.entered", by=by, document=order, said=request_text, source=order.get_source_display())
    return order


def _usual_warehouse(by: Staff) -> Warehouse:
    return Warehouse.objects.filter(office=by.office).first() or Warehouse.objects.all()[0]


@transaction.atomic
def set_head(order: Order, *, by: Staff, version: int | None = None, **fields: Any) -> Order:
    """Other terms on a draft: payment, delivery, wanted date, warehouse, contact, note."""
    order = open_for_change(order, by=by, version=version)
    note = fields.pop("note", order.note)
    touch(order, by=by, note=note)
    for name, value in fields.items():
        setattr(order, name, value)
    Order.objects.filter(pk=order.pk).update(**fields)
    return order


@transaction.atomic
def place(order: Order, *, by: Staff, at: datetime, version: int | None = None) -> Order:
    """Reserve what is there and request from purchasing what is missing (W-1.3.8.1a, W-1.3.8.1b).

    Safe to repeat: an order already placed comes back as it is.
    """
    order = Order.objects.locked(order)
    if order.status == Status.PLACED:
        return order
    same_version(order, version)
    place_locked(order, lines_of(order), by=by, at=at, until=hold_until(order, at))
    return order


def place_locked(order: Order, lines: list[Line], *, by: Staff, at: datetime, until: datetime) -> None:
    """Place an order whose head the caller has locked and whose lines it has read; goods are held until a moment."""
    approvals.spend_or_refuse(
        gates.place_gates(order, by=by, lines=lines), about=order, by=by, day=timezone.localdate(at)
    )
    short = _reserve(order, lines, until)
    move(order, Status.PLACED, Order.MOVES, by=by)
    if order.placed_at:  # it was reopened, and may be worth less than has been paid for it
        _give_back_excess(order, by=by, on=timezone.localdate(at), at=at)
    order.placed_at = at
    fast_update(Order, order.pk, {"placed_at": at})
    timeline.record("order.placed", by=by, document=order, amount=order.total, lines=len(lines), short=len(short))
    if short:
        procurement.request_missing(order, short, warehouse=order.warehouse, by=by, at=at, wanted_on=order.wanted_on)


def _reserve(order: Order, lines: list[Line], until: datetime) -> list[tuple[int, Product, Decimal]]:
    """Hold what is free; answer what is missing as (line, product, quantity)."""
    wants = [(line.pk, line.product_id, line.quantity - line.shipped) for line in lines]
    held = stock.reserve(order, wants, order.warehouse, until, partial=True)
    missing = ((line, line.quantity - line.shipped - held.get(line.pk, Decimal(0))) for line in lines)
    return [(line.pk, line.product, quantity) for line, quantity in missing if quantity > 0]


def hold_until(order: Order, at: datetime) -> datetime:
    """When a reservation ends: at the close of the day that the setting reservation_hold_days names (W-1.3.8.1a)."""
    day = timezone.localdate(at)
    calendar: Calendar = standards.calendar(order.office, on=day)
    return calendar.due_in(at, workdays=standards.whole("reservation_hold_days", day))


@transaction.atomic
def reopen(order: Order, *, by: Staff, reason: str, at: datetime) -> Order:
    """Take a placed order back to draft to change it: its invoice and requests are withdrawn, the goods stay held."""
    order = Order.objects.locked(order)
    if order.status == Status.DRAFT:
        return order
    refuse_if(right_gate(by, Right.TAKE_ORDERS))
    withdraw_followers(order, by=by, reason=reason, at=at)
    move(order, Status.DRAFT, Order.MOVES, by=by)
    timeline.record("order.reopened", by=by, document=order, said=reason)
    return order


@transaction.atomic
def cancel(order: Order, *, by: Staff, reason: str, at: datetime) -> Order:
    """Cancel with a reason: goods are freed, papers withdrawn, money in becomes the client's advance."""
    order = Order.objects.locked(order)
    if order.status == Status.CANCELLED:
        return order
    if not reason.strip():
        raise Refused([Refusal("no_reason", _("Give the reason for the cancellation."))])
    approvals.spend_or_refuse(gates.cancel_gates(order, by=by), about=order, by=by, day=timezone.localdate(at))
    withdraw_followers(order, by=by, reason=reason, at=at)
    _give_back(order, by, at)
    stock.free(order)
    duties.let_go(order)
    move(order, Status.CANCELLED, Order.MOVES, by=by)
    Order.objects.filter(pk=order.pk).update(cancelled_why=reason.strip()[:250])
    timeline.record("order.cancelled", by=by, document=order, amount=order.total, said=reason)
    return order


def _give_back(order: Order, by: Staff, at: datetime) -> None:
    """The payments of a cancelled order pay it no longer: they are the client's advance."""
    for payment, _amount in paid_by(order):
        receivables.unallocate(payment, order, by, timezone.localdate(at), at=at)


def mark_picking(order: Order, *, by: Staff) -> None:
    """The warehouse has the order. The head is locked by the caller."""
    move(order, Status.PICKING, Order.MOVES, by=by)


def mark_picked(order: Order, *, by: Staff) -> None:
    move(order, Status.PICKED, Order.MOVES, by=by)


def return_to_placed(order: Order, *, by: Staff) -> None:
    """Picking was returned or withdrawn, or a part is still to be delivered."""
    move(order, Status.PLACED, Order.MOVES, by=by)


def mark_shipped(order: Order, shipped: dict[int, Decimal], *, by: Staff, on: date) -> None:
    """Note what left, by line. With everything gone the order is shipped, else the rest goes on as placed."""
    lines = list(order.lines.all())
    for line in lines:
        line.shipped += shipped.get(line.pk, Decimal(0))
    Line.objects.bulk_update(lines, ["shipped"])
    move(order, Status.SHIPPED, Order.MOVES, by=by)
    if any(line.shipped < line.quantity for line in lines):
        move(order, Status.PLACED, Order.MOVES, by=by)
    clients.has_ordered(order.client_id, on=on)


@transaction.atomic
def close_rest(order: Order, *, by: Staff, reason: str, at: datetime) -> Order:
    """Nothing more will be delivered: the order comes down to what was shipped, what it still holds is free again.

    Requests to purchasing are withdrawn, and money beyond the new total becomes the client's advance. Safe to repeat.
    """
    order = Order.objects.locked(order.pk)
    if order.status in (Status.SHIPPED, Status.COMPLETED):
        return order
    refuse_if(gates.close_rest_gates(order, by=by))
    if not reason.strip():
        raise Refused([Refusal("no_reason", _("Say why the rest is not delivered."))])
    for request in open_requests(order):
        procurement.withdraw(request, by=by, reason=reason, at=at)
    stock.free(order)
    left_out = order.total
    keep_shipped(order)
    recount(order, by=by)
    _give_back_excess(order, by=by, on=timezone.localdate(at), at=at)
    move(order, Status.SHIPPED, Order.MOVES, by=by)
    timeline.record(
        "order.rest_closed",
        by=by,
        document=order,
        said=reason,
        amount=order.total,
        left_out=left_out - order.total,
    )
    return order


def _give_back_excess(order: Order, *, by: Staff, on: date, at: datetime) -> None:
    """Money that pays more than the order is worth now pays nothing: the last payments first."""
    excess = paid(order) - order.total
    for payment, amount in reversed(receivables_queries.paid_by(order)):
        if excess <= 0:
            return
        excess -= receivables.unallocate(payment, order, by, on, min(amount, excess), at=at)


@transaction.atomic
def complete(order: Order, *, by: Staff, at: datetime) -> Order:
    """The client has the goods."""
    order = Order.objects.locked(order)
    if order.status == Status.COMPLETED:
        return order
    move(order, Status.COMPLETED, Order.MOVES, by=by)
    Order.objects.filter(pk=order.pk).update(completed_at=at)
    timeline.record("order.completed", by=by, document=order, amount=order.total)
    return order
