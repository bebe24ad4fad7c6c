"""Questions about invoices: what is open, what has expired, who is to be called."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from kontor.documents.models import Document
from kontor.invoices.models import Invoice
from kontor.orders.models import Order
from kontor.people.models import Staff
from kontor.receivables import queries as receivables

LIVE = (Invoice.Status.ISSUED, Invoice.Status.SENT)


def invoice_of(order: Document) -> Invoice | None:
    """The invoice in force of an order."""
    found: Invoice | None = Invoice.objects.filter(based_on_id=order.pk, status__in=LIVE).order_by("-pk").first()
    return found


def open_amount(invoice: Invoice) -> Decimal:
    """What is still to be paid of it: the order's sum less what was allocated to the order."""
    paid = receivables.paid([invoice.order_id]).get(invoice.order_id, Decimal(0))
    return max(invoice.total - paid, Decimal(0))


@dataclass(frozen=True)
class Unpaid:
    invoice: Invoice
    open: Decimal


def unpaid(client_ids: list[int] | None = None, *, viewer: Staff | None = None) -> list[Unpaid]:
    """Every invoice in force that is not paid in full: two queries, whatever their number."""
    found = Invoice.objects.filter(status__in=[*LIVE, Invoice.Status.EXPIRED])
    found = found.exclude(based_on__status__in=[Order.Status.CANCELLED, Order.Status.DRAFT])
    if client_ids is not None:
        found = found.filter(client_id__in=client_ids)
    if viewer is not None:
        found = found.visible_to(viewer)
    invoices = list(found.select_related("client").order_by("dated_on", "pk"))
    paid = receivables.paid([invoice.order_id for invoice in invoices])
    rows = [Unpaid(each, each.total - paid.get(each.order_id, Decimal(0))) for each in invoices]
    return [row for row in rows if row.open > 0]


def run_out(on: date) -> QuerySet[Invoice]:
    """Invoices whose validity has passed."""
    return Invoice.objects.filter(status__in=LIVE, valid_until__lt=on).order_by("pk")


def paid_of(invoices: list[Invoice]) -> dict[int, Decimal]:
    """What has been paid of each invoice's order, capped at the invoice's sum."""
    paid = receivables.paid([each.order_id for each in invoices])
    return {each.pk: min(paid.get(each.order_id, Decimal(0)), each.total) for each in invoices}
