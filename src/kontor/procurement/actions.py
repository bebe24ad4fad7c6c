"""Verbs on requests for missing goods: request, accept, refuse, receive, withdraw."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.catalog.models import Product
from kontor.documents.actions import move, open_document
from kontor.documents.models import Document
from kontor.documents.rows import fast_insert
from kontor.duties import actions as duties
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.people.models import Staff
from kontor.people.queries import holders
from kontor.procurement.gates import answer_gates, expected_gate
from kontor.procurement.models import KIND, PurchaseRequest, RequestLine
from kontor.standards import queries as standards
from kontor.stock import actions as stock
from kontor.stock.models import Warehouse
from kontor.stock.queries import held_until, reserved_by_line
from kontor.timeline import actions as timeline

Status = PurchaseRequest.Status
Missing = tuple[int, Product, Decimal]


@transaction.atomic
def request_missing(
    order: Document,
    missing: Sequence[Missing],
    *,
    warehouse: Warehouse,
    by: Staff,
    at: datetime,
    wanted_on: date | None = None,
) -> PurchaseRequest:
    """Pass what is short on an order to purchasing: (line, product, quantity) each (W-1.3.8.1b, W-1.3.8.2)."""
    request: PurchaseRequest = open_document(
        PurchaseRequest,
        KIND,
        by=by,
        on=timezone.localdate(at),
        status=Status.SUBMITTED,
        based_on=order,
        warehouse=warehouse,
        wanted_on=wanted_on,
    )
    rows = [
        {
            "request_id": request.pk,
            "no": no,
            "order_line": line,
            "product_id": product.pk,
            "quantity": quantity,
            "received": 0,
        }
        for no, (line, product, quantity) in enumerate(missing, start=1)
    ]
    fast_insert(RequestLine, rows)
    timeline.record("purchase.requested", by=by, document=request, order=order.number, lines=len(rows))
    calendar = standards.calendar(order.office, on=timezone.localdate(at))
    for buyer in holders("purchasing")[:1]:
        duties.assign(
            "answer_purchase_request",
            owner=buyer,
            due_at=calendar.due_in(at, workdays=1),
            document=request,
            at=at,
        )
    return request


@transaction.atomic
def accept(
    request: PurchaseRequest, *, by: Staff, at: datetime, expected_on: date, answer: str = ""
) -> PurchaseRequest:
    """Purchasing names the day of arrival; naming another day later tells the manager again."""
    request = PurchaseRequest.objects.locked(request)
    if request.status == Status.ACCEPTED and request.expected_on == expected_on:
        return request
    refuse_if([*answer_gates(request, by=by), *expected_gate(expected_on, timezone.localdate(at))])
    goods = [(line.product_id, line.quantity - line.received) for line in request.lines.all()]
    stock.expect(request, request.warehouse, goods, expected_on)
    move(request, Status.ACCEPTED, PurchaseRequest.MOVES, by=by)
    _answered(request, by, at, answer, expected_on)
    timeline.record("purchase.accepted", by=by, document=request, said=answer, expected_on=expected_on)
    return request


@transaction.atomic
def refuse(request: PurchaseRequest, *, by: Staff, at: datetime, answer: str) -> PurchaseRequest:
    """Purchasing cannot get the goods; the manager settles the lines with the client."""
    request = PurchaseRequest.objects.locked(request)
    if request.status == Status.REFUSED:
        return request
    refuse_if(answer_gates(request, by=by))
    if not answer.strip():
        raise Refused([Refusal("no_reason", _("Say why the goods cannot be had: the manager tells the client."))])
    _expect_nothing(request, at)
    move(request, Status.REFUSED, PurchaseRequest.MOVES, by=by)
    _answered(request, by, at, answer, None)
    timeline.record("purchase.refused", by=by, document=request, said=answer)
    calendar = standards.calendar(request.office, on=timezone.localdate(at))
    duties.assign(
        "settle_refused_goods",
        owner=request.owner,
        due_at=calendar.due_in(at, workdays=1),
        document=request,
        at=at,
    )
    return request


def _answered(request: PurchaseRequest, by: Staff, at: datetime, answer: str, expected_on: date | None) -> None:
    request.answer, request.answered_at, request.expected_on = answer.strip()[:250], at, expected_on
    PurchaseRequest.objects.filter(pk=request.pk).update(answer=request.answer, answered_at=at, expected_on=expected_on)
    duties.fulfil("answer_purchase_request", by=by, document=request, at=at)


@transaction.atomic
def receive(request: PurchaseRequest, *, by: Staff, at: datetime) -> PurchaseRequest:
    """The goods have come: they are booked in and held for the order line that waits (W-1.3.8.2)."""
    if request.based_on_id:
        Document.objects.locked(request.based_on_id)
    request = PurchaseRequest.objects.locked(request)
    if request.status == Status.RECEIVED:
        return request
    refuse_if(answer_gates(request, by=by))
    lines = list(request.lines.all())
    came = [(line.product_id, line.quantity - line.received) for line in lines if line.quantity > line.received]
    if not stock.arrive(request, request.warehouse, by, timezone.localdate(at), came):
        stock.receive(request, request.warehouse, came, by, timezone.localdate(at))
    _hold_for_order(request, lines, at)
    RequestLine.objects.bulk_update([_full(line) for line in lines], ["received"])
    move(request, Status.RECEIVED, PurchaseRequest.MOVES, by=by)
    timeline.record("purchase.received", by=by, document=request, lines=len(lines))
    return request


def _hold_for_order(request: PurchaseRequest, lines: list[RequestLine], at: datetime) -> None:
    """Give the goods to the lines that asked for them, on top of what they hold already."""
    calendar = standards.calendar(request.office, on=timezone.localdate(at))
    until = calendar.due_in(at, workdays=standards.whole("reservation_hold_days", timezone.localdate(at)))
    until = max(until, held_until(request.based_on) or until)  # an order in picking holds its goods longer
    held = reserved_by_line(request.based_on)
    wants = [
        (
            line.order_line,
            line.product_id,
            held.get(line.order_line, Decimal(0)) + line.quantity - line.received,
        )
        for line in lines
    ]
    stock.reserve(request.based_on, wants, request.warehouse, until, partial=True)


def _full(line: RequestLine) -> RequestLine:
    line.received = line.quantity
    return line


def _expect_nothing(request: PurchaseRequest, at: datetime) -> None:
    stock.expect(request, request.warehouse, [], timezone.localdate(at))


@transaction.atomic
def withdraw(request: PurchaseRequest, *, by: Staff, reason: str, at: datetime) -> PurchaseRequest:
    """The order was cancelled or changed: purchasing need not get the goods any more."""
    request = PurchaseRequest.objects.locked(request)
    if request.status == Status.WITHDRAWN:
        return request
    _expect_nothing(request, at)
    move(request, Status.WITHDRAWN, PurchaseRequest.MOVES, by=by)
    duties.let_go(request, at=at)
    timeline.record("purchase.withdrawn", by=by, document=request, said=reason)
    return request
