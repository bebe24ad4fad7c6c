"""The cash desk: what waits for the cashier, the paid mark, the cash book of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from kontor.documents.models import Document
from kontor.kernel.money import ZERO, total
from kontor.payments.models import CashExpense, CashOrder
from kontor.people.models import Office, Staff

Status = CashOrder.Status
LIVE = (Status.PREPARED, Status.RECEIVED)


@dataclass(frozen=True)
class PaidMark:
    """The cashier's mark “Paid”: who took the money, when, by which cash order (W-1.3.7.2)."""

    cashier: Staff
    at: datetime
    cash_order: CashOrder

    @property
    def sum(self) -> Decimal:
        return self.cash_order.total


def paid_mark(paper: Document) -> PaidMark | None:
    """The mark on an order or on its waybill; None while the money is not in the cash desk."""
    found = CashOrder.objects.filter(Q(order_id=paper.pk) | Q(based_on_id=paper.pk), status=Status.RECEIVED)
    order = found.select_related("received_by", "accompanied_by").order_by("-pk").first()
    if order is None or order.received_by is None or order.received_at is None:
        return None
    return PaidMark(order.received_by, order.received_at, order)


def cash_order_of(basis: Document) -> CashOrder | None:
    """The cash order in force that was made on this paper."""
    found: CashOrder | None = CashOrder.objects.filter(based_on_id=basis.pk, status__in=LIVE).first()
    return found


def received_in_cash(order: Document) -> Decimal:
    """What the client has paid, or is about to pay, in cash for an order: the limit of the law counts it together."""
    rows = CashOrder.objects.filter(order_id=order.pk, status__in=LIVE)
    return rows.aggregate(sum=Sum("total"))["sum"] or ZERO


def tray(viewer: Staff) -> QuerySet[CashOrder]:
    """Prepared cash orders that wait for the cashier, the oldest first (W-1.3.7.1a)."""
    found: QuerySet[CashOrder] = CashOrder.objects.visible_to(viewer).filter(status=Status.PREPARED)
    return found.select_related("client", "owner", "office", "order", "based_on").order_by("pk")


def find_by_code(code: str, viewer: Staff) -> CashOrder | None:
    """The cash order that a scanned or typed number means: its own, its waybill's or its order's; the latest first."""
    wanted = code.strip()
    if not wanted:
        return None
    named = Q(number__iexact=wanted) | Q(based_on__number__iexact=wanted) | Q(order__number__iexact=wanted)
    found = CashOrder.objects.visible_to(viewer).filter(named).exclude(status=Status.WITHDRAWN)
    waiting: CashOrder | None = found.filter(status=Status.PREPARED).order_by("-pk").first()
    return waiting or found.order_by("-pk").first()


@dataclass(frozen=True)
class Entry:
    """A row of the cash book: money in or out."""

    paper: Document
    at: datetime
    who: str
    basis: str
    cashier: Staff | None
    received: Decimal
    paid_out: Decimal


@dataclass(frozen=True)
class CashierTotal:
    cashier: Staff | None
    received: Decimal
    paid_out: Decimal


@dataclass(frozen=True)
class CashBook:
    """Receipts and expenses of a day in the order in which they happened, with totals by cashier (W-1.3.7)."""

    day: date
    entries: tuple[Entry, ...]
    orders: tuple[CashOrder, ...]

    @property
    def received(self) -> Decimal:
        return total(entry.received for entry in self.entries)

    @property
    def paid_out(self) -> Decimal:
        return total(entry.paid_out for entry in self.entries)

    @property
    def by_cashier(self) -> list[CashierTotal]:
        found: dict[Staff | None, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.cashier, []).append(entry)
        return [_of_cashier(cashier, entries) for cashier, entries in found.items()]


def _of_cashier(cashier: Staff | None, entries: Iterable[Entry]) -> CashierTotal:
    rows = list(entries)
    return CashierTotal(cashier, total(row.received for row in rows), total(row.paid_out for row in rows))


def cash_book(day: date, viewer: Staff, *, office: Office | None = None) -> CashBook:
    """The cash book of a day: two queries. A receipt that was paid back stands in it twice, in and out."""
    receipts = CashOrder.objects.visible_to(viewer).filter(received_at__date=day)
    expenses = CashExpense.objects.visible_to(viewer).filter(paid_at__date=day)
    if office:
        receipts, expenses = receipts.filter(office=office), expenses.filter(office=office)
    orders = tuple(receipts.select_related("client", "received_by", "order"))
    entries = [_receipt(order) for order in orders]
    entries += [_expense(paper) for paper in expenses.select_related("client", "cashier")]
    return CashBook(day, tuple(sorted(entries, key=lambda entry: (entry.at, entry.paper.pk))), orders)


def _receipt(order: CashOrder) -> Entry:
    return Entry(
        order,
        timezone.localtime(order.received_at),
        order.payer,
        order.basis,
        order.received_by,
        order.total,
        ZERO,
    )


def _expense(paper: CashExpense) -> Entry:
    return Entry(
        paper,
        timezone.localtime(paper.paid_at),
        paper.receiver,
        paper.reason,
        paper.cashier,
        ZERO,
        paper.total,
    )
