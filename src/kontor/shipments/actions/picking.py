"""Verbs on picking requests: pass, start, finish, return, withdraw. The order's head is locked before the request's."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.approvals import actions as approvals
from kontor.documents.actions import move, open_document, withdraw_followers
from kontor.documents.gates import right_gate, status_gate
from kontor.documents.rows import fast_insert
from kontor.duties import actions as duties
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.orders import actions as orders
from kontor.orders.models import Line, Order
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.shipments import gates, queries
from kontor.shipments.actions.waybill import open_waybill
from kontor.shipments.models import PICKING, Picking, PickingLine, Shipment
from kontor.standards import queries as standards
from kontor.stock import actions as stock
from kontor.stock.queries import reserved_by_line
from kontor.timeline import actions as timeline

Status = Picking.Status
HELD_IN_PICKING = timedelta(days=366)
"""Goods in picking do not run out like a reservation: they stay held until they leave or go back on the shelf."""


@transaction.atomic
def pass_to_picking(order: Order, *, by: Staff, at: datetime) -> Picking:
    """Hand an order over to the warehouse with the goods that are held for it (W-1.3.9, W-1.3.9.1).

    Safe to repeat: the request under way comes back as it is.
    """
    order = Order.objects.locked(order.pk)
    there = queries.picking_of(order)
    if there and order.status in queries.UNDER_WAY:
        return there
    day = timezone.localdate(at)
    spent = approvals.spend_or_refuse(gates.pick_gates(order, by=by, on=day), about=order, by=by, day=day)
    picking: Picking = open_document(
        Picking,
        PICKING,
        by=by,
        on=day,
        firm=order.firm,
        office=order.office,
        client=order.client,
        owner=order.owner,
        status=Status.PASSED,
        based_on=order,
        note=order.note,
        warehouse=order.warehouse,
        wanted_on=order.wanted_on,
        urgent=order.source == Order.Source.OFFICE,
        consents=[request.pk for request in spent],
    )
    lines = _write_lines(picking, order)
    stock.extend(order, at + HELD_IN_PICKING)
    orders.mark_picking(order, by=by)
    proof = timeline.record("picking.passed", by=by, document=picking, order=order.number, lines=lines)
    for kind in ("pass_to_picking", "settle_short_picking", "settle_returned_picking"):
        duties.fulfil(kind, by=by, document=order, proof=proof, at=at)
    return picking


def _write_lines(picking: Picking, order: Order) -> int:
    """One line for each order line of which something is held; answer how many."""
    held = reserved_by_line(order)
    lines = [line for line in order.lines.all() if held.get(line.pk)]
    rows = [
        {
            "picking_id": picking.pk,
            "no": no,
            "order_line": line.pk,
            "product_id": line.product_id,
            "asked": held[line.pk],
        }
        for no, line in enumerate(lines, start=1)
    ]
    fast_insert(PickingLine, rows)
    return len(rows)


@transaction.atomic
def start_picking(picking: Picking, *, by: Staff, at: datetime) -> Picking:
    """A keeper takes the request: the manager sees that it is being picked (W-1.3.9)."""
    picking = Picking.objects.locked(picking.pk)
    if picking.status == Status.STARTED and picking.keeper_id == by.pk:
        return picking
    refuse_if(right_gate(by, Right.PICK_GOODS))
    if picking.status == Status.STARTED:
        raise Refused([Refusal("taken", _("{name} is picking this request already.").format(name=picking.keeper))])
    move(picking, Status.STARTED, Picking.MOVES, by=by)
    picking.keeper, picking.started_at = by, at
    Picking.objects.filter(pk=picking.pk).update(keeper=by, started_at=at)
    timeline.record("picking.started", by=by, document=picking)
    return picking


@transaction.atomic
def finish_picking(picking: Picking, quantities: Mapping[int, Decimal], *, by: Staff, at: datetime) -> Shipment:
    """Enter what was really picked, by the request's line: the waybill is made for it (W-1.3.9.1, W-1.3.6.1a).

    What is missing goes back to the order and is no longer held; the manager settles it with the client. Safe to repeat.
    """
    order = Order.objects.locked(picking.based_on.pk)
    picking = Picking.objects.locked(picking.pk)
    if picking.status == Status.PICKED:
        return picking.shipment
    lines = list(picking.lines.select_related("product"))
    refuse_if(gates.finish_gates(picking, lines, quantities, by=by))
    short = [line for line in lines if quantities[line.pk] < line.asked]
    _count(picking, lines, quantities, by=by, at=at)
    _give_back(order, short, at)
    orders.mark_picked(order, by=by)
    shipment = open_waybill(order, picking, [line for line in lines if line.picked], by=by, at=at)
    timeline.record("picking.finished", by=by, document=picking, lines=len(lines), short=len(short))
    timeline.record("shipment.prepared", by=by, document=shipment, amount=shipment.total, order=order.number)
    if short:
        _assign(order, "settle_short_picking", at, 1, lines=len(short))
    if order.is_office_cash:
        _assign(order, "prepare_cash", at, 0, amount=shipment.total)
    return shipment


def _count(
    picking: Picking, lines: list[PickingLine], quantities: Mapping[int, Decimal], *, by: Staff, at: datetime
) -> None:
    for line in lines:
        line.picked = quantities[line.pk]
    PickingLine.objects.bulk_update(lines, ["picked"])
    move(picking, Status.PICKED, Picking.MOVES, by=by)
    picking.keeper, picking.picked_at = picking.keeper or by, at
    Picking.objects.filter(pk=picking.pk).update(keeper=picking.keeper, picked_at=at)


def _give_back(order: Order, short: list[PickingLine], at: datetime) -> None:
    """The missing part of a line is not held any more: it is not where the books have it."""
    wants = [(line.order_line, line.product_id, line.picked or Decimal(0)) for line in short]
    stock.reserve(order, wants, order.warehouse, at + HELD_IN_PICKING, partial=True, at=at)


@transaction.atomic
def return_picking(picking: Picking, *, by: Staff, at: datetime, reason: str) -> Picking:
    """The warehouse gives a request back with a reason; the order waits again, its goods stay held (W-1.3.9)."""
    order = Order.objects.locked(picking.based_on.pk)
    picking = Picking.objects.locked(picking.pk)
    if picking.status == Status.RETURNED:
        return picking
    refuse_if([*right_gate(by, Right.PICK_GOODS), *status_gate(picking, Picking.OPEN)])
    if not reason.strip():
        raise Refused([Refusal("no_reason", _("Say why the request goes back: the manager tells the client."))])
    move(picking, Status.RETURNED, Picking.MOVES, by=by)
    picking.returned_why = reason.strip()[:250]
    Picking.objects.filter(pk=picking.pk).update(returned_why=picking.returned_why)
    _back_to_placed(order, by=by, at=at)
    timeline.record("picking.returned", by=by, document=picking, said=picking.returned_why)
    _assign(order, "settle_returned_picking", at, 1)
    return picking


@transaction.atomic
def withdraw(picking: Picking, *, by: Staff, reason: str, at: datetime) -> Picking:
    """The manager takes a request back; goods that were picked go on the shelf again, the waybill is withdrawn."""
    order = Order.objects.locked(picking.based_on.pk)
    picking = Picking.objects.locked(picking.pk)
    if picking.status == Status.WITHDRAWN:
        return picking
    refuse_if(gates.withdraw_gates(picking, by=by))
    for shipment in Shipment.objects.filter(picking=picking, status=Shipment.Status.PREPARED):
        _annul(shipment, by=by, reason=reason, at=at)
    move(picking, Status.WITHDRAWN, Picking.MOVES, by=by)
    duties.let_go(picking, at=at)
    duties.let_go(order, at=at, kinds=("prepare_cash", "settle_short_picking"))
    _back_to_placed(order, by=by, at=at)
    timeline.record("picking.withdrawn", by=by, document=picking, said=reason)
    return picking


@transaction.atomic
def withdraw_waybill(shipment: Shipment, *, by: Staff, reason: str, at: datetime) -> Shipment:
    """Annul a waybill whose goods have not left: with it goes the picking behind it."""
    withdraw(shipment.picking, by=by, reason=reason, at=at)
    fresh: Shipment = Shipment.objects.get(pk=shipment.pk)
    return fresh


def _annul(shipment: Shipment, *, by: Staff, reason: str, at: datetime) -> None:
    """The waybill and the cash order made for it ask for nothing any more. The order is locked by the caller."""
    shipment = Shipment.objects.locked(shipment.pk)
    withdraw_followers(shipment, by=by, reason=reason, at=at)
    move(shipment, Shipment.Status.WITHDRAWN, Shipment.MOVES, by=by)
    duties.let_go(shipment, at=at)
    timeline.record("shipment.withdrawn", by=by, document=shipment, amount=shipment.total, said=reason)


def _back_to_placed(order: Order, *, by: Staff, at: datetime) -> None:
    """The order waits again, and its goods are held as long as any reservation."""
    if order.status in queries.UNDER_WAY:
        orders.return_to_placed(order, by=by)
    held = reserved_by_line(order)
    wants = [(line.pk, line.product_id, held[line.pk]) for line in Line.objects.filter(pk__in=held).order_by("no")]
    stock.reserve(order, wants, order.warehouse, orders.hold_until(order, at), partial=True, at=at)


def _assign(order: Order, kind: str, at: datetime, workdays: int, amount: Decimal | None = None, **facts: Any) -> None:
    calendar = standards.calendar(order.office, on=timezone.localdate(at))
    due = calendar.due_in(at, workdays=workdays)
    duties.assign(kind, owner=order.owner, due_at=due, document=order, amount=amount, at=at, **facts)


@transaction.atomic
def count_up(picking: Picking, code: str, *, by: Staff, at: datetime) -> PickingLine:
    """A bar code was scanned on the shelf: one more of that product is in the trolley. The first scan starts the picking."""
    picking = Picking.objects.locked(picking.pk)
    if picking.status == Status.PASSED:
        picking = start_picking(picking, by=by, at=at)
    refuse_if([*right_gate(by, Right.PICK_GOODS), *status_gate(picking, Picking.OPEN)])
    line = queries.line_by_code(picking, code)
    if line is None:
        sentence = _("“{code}” is not in this request. Put it back and scan the right one.")
        raise Refused([Refusal("wrong_code", sentence.format(code=code))])
    picked = (line.picked or Decimal(0)) + 1
    refuse_if(gates.count_gate(line, picked))
    line.picked = picked
    line.save(update_fields=["picked"])
    return line
