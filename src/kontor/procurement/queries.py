"""Questions about requests for missing goods."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import QuerySet, Sum

from kontor.documents.models import Document
from kontor.people.models import Staff
from kontor.procurement.models import PurchaseRequest, RequestLine

OPEN = (PurchaseRequest.Status.SUBMITTED, PurchaseRequest.Status.ACCEPTED)


def tray(staff: Staff) -> QuerySet[PurchaseRequest]:
    """What waits for purchasing: new requests first, then accepted ones by the day they are expected."""
    return (
        PurchaseRequest.objects.visible_to(staff)
        .filter(status__in=OPEN)
        .select_related("client", "owner", "based_on", "warehouse")
        .order_by("-status", "expected_on", "pk")
    )


def open_requests(order: Document) -> list[PurchaseRequest]:
    return list(PurchaseRequest.objects.filter(based_on_id=order.pk, status__in=OPEN).order_by("pk"))


def requested_by_line(order: Document) -> dict[int, Decimal]:
    """What is still to come from purchasing, by the order's line."""
    rows = (
        RequestLine.objects.filter(request__based_on_id=order.pk, request__status__in=OPEN)
        .values_list("order_line")
        .annotate(asked=Sum("quantity"), got=Sum("received"))
    )
    return {line: asked - got for line, asked, got in rows if asked > got}


def waiting_lines(product_ids: Iterable[int]) -> QuerySet[RequestLine]:
    """Lines that wait for these goods, in the order in which they were asked for (W-1.3.8.2)."""
    return (
        RequestLine.objects.filter(product_id__in=list(product_ids), request__status__in=OPEN)
        .select_related("request", "request__based_on", "request__owner")
        .order_by("request_id", "no")
    )


def lines_of(requests: Iterable[PurchaseRequest]) -> dict[int, list[RequestLine]]:
    """The lines of many requests in one query, by request."""
    found: dict[int, list[RequestLine]] = {}
    ids = [request.pk for request in requests]
    for line in RequestLine.objects.filter(request_id__in=ids).select_related("product").order_by("request_id", "no"):
        found.setdefault(line.request_id, []).append(line)
    return found
