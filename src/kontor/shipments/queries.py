"""Questions about pickings and shipments: the warehouse's trays, what is under way, how far a client's credit is used."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from kontor.catalog.models import BarCode
from kontor.documents.models import Document
from kontor.orders.models import KIND as ORDER
from kontor.orders.models import Order
from kontor.payments.models import CashOrder
from kontor.people.models import Staff
from kontor.receivables import queries as receivables
from kontor.receivables.models import Entry
from kontor.shipments.models import PICKING, SHIPMENT, Picking, PickingLine, Shipment
from kontor.stock.models import Warehouse

ZERO = Decimal(0)
UNDER_WAY = (Order.Status.PICKING, Order.Status.PICKED)


def to_pick(staff: Staff, warehouse: Warehouse | None = None) -> QuerySet[Picking]:
    """The warehouse's queue: in the order of hand-over, a client who waits in the office first (W-1.3.9)."""
    found: QuerySet[Picking] = Picking.objects.visible_to(staff).filter(status__in=Picking.OPEN)
    if warehouse:
        found = found.filter(warehouse=warehouse)
    found = found.select_related("client", "owner", "keeper", "based_on", "warehouse")
    return found.annotate(positions=Count("lines")).order_by("-urgent", "pk")


def to_release(staff: Staff, warehouse: Warehouse | None = None) -> QuerySet[Shipment]:
    """Picked goods that stand ready, in the order in which they were picked, urgent ones first."""
    found: QuerySet[Shipment] = Shipment.objects.visible_to(staff).filter(status=Shipment.Status.PREPARED)
    if warehouse:
        found = found.filter(warehouse=warehouse)
    return found.select_related("client", "owner", "based_on", "picking").order_by("-picking__urgent", "pk")


def picking_of(order: Document) -> Picking | None:
    """The picking request of an order that is under way or picked; the latest one."""
    live = (*Picking.OPEN, Picking.Status.PICKED)
    found = Picking.objects.filter(based_on_id=order.pk, status__in=live).select_related("keeper")
    picking: Picking | None = found.order_by("-pk").first()
    return picking


def order_of(paper: Picking | Shipment) -> Order:
    """The order behind a picking request or a waybill."""
    found: Order = Order.objects.select_related("client", "owner").get(pk=paper.based_on.pk)
    return found


def shipments_of(order: Document) -> QuerySet[Shipment]:
    """The waybills of an order, the first one first."""
    found: QuerySet[Shipment] = Shipment.objects.filter(based_on_id=order.pk)
    return found.exclude(status=Shipment.Status.WITHDRAWN).order_by("pk")


def prepared(order: Document) -> Shipment | None:
    """The waybill that waits for its release."""
    return shipments_of(order).filter(status=Shipment.Status.PREPARED).first()


def charged(order_ids: Iterable[int]) -> dict[int, Decimal]:
    """What has been shipped of each order, in money; orders of which nothing left are missing."""
    rows = Entry.objects.filter(order_id__in=list(order_ids), kind=Entry.Kind.CHARGE)
    return dict(rows.values_list("order_id").annotate(sum=Sum("amount")))


def planned(order: Order) -> Decimal:
    """What an order, and the client's others in picking, will add to the debt: neither shipped nor paid (W-Q6)."""
    others = Order.objects.filter(client=order.client, status__in=UNDER_WAY).exclude(pk=order.pk)
    totals = {order.pk: order.total} | dict(others.values_list("pk", "total"))
    shipped, paid = charged(totals), receivables.paid(list(totals))
    return sum(
        (max(total - max(shipped.get(pk, ZERO), paid[pk]), ZERO) for pk, total in totals.items()),
        ZERO,
    )


def exposure(order: Order, on: date) -> receivables.Exposure:
    """How the client stands against the limit once this order has left."""
    return receivables.exposure(order.client, planned(order), on)


def line_by_code(picking: Picking, code: str) -> PickingLine | None:
    """The line of a request whose product carries this bar code or article; one that wants more before a full one."""
    products = BarCode.objects.filter(code=code).values("product_id")
    lines = picking.lines.filter(Q(product_id__in=products) | Q(product__article__iexact=code))
    found = list(lines.select_related("product"))
    return next((line for line in found if (line.picked or ZERO) < line.asked), found[0] if found else None)


def by_code(staff: Staff, text: str) -> Document | None:
    """What a scanned number names: a picking request or a waybill by itself, or what is under way of an order."""
    if not text:
        return None
    found = Document.objects.visible_to(staff).filter(number__iexact=text)
    paper: Document | None = found.filter(kind__in=[PICKING, SHIPMENT]).order_by("-pk").first()
    if paper is None and (order := found.filter(kind=ORDER).order_by("-pk").first()):
        return prepared(order) or picking_of(order) or shipments_of(order).last()
    return paper


def marked(shipment_ids: Iterable[int]) -> set[int]:
    """Which of these waybills carry the cashier's paid mark."""
    found = CashOrder.objects.filter(based_on_id__in=list(shipment_ids), status=CashOrder.Status.RECEIVED)
    return set(found.values_list("based_on_id", flat=True))


def journal(staff: Staff, statuses: Iterable[str], text: str = "") -> QuerySet[Shipment]:
    """Waybills in some states, narrowed by number, order or client."""
    found: QuerySet[Shipment] = Shipment.objects.visible_to(staff).filter(status__in=list(statuses))
    if text:
        named = Q(number__icontains=text) | Q(based_on__number__icontains=text) | Q(client__name__icontains=text)
        found = found.filter(named)
    return found.select_related("client", "owner", "based_on", "warehouse")
