"""Booking a line of the statement: the payment, what it pays, and the way back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.documents.actions import move, open_document
from kontor.documents.models import Document
from kontor.duties import actions as duties
from kontor.kernel.refusals import Refused, refuse_if
from kontor.orders.models import Order
from kontor.parties.models import Client
from kontor.payments import gates
from kontor.payments.actions.lines import locked, settle_line
from kontor.payments.models import PAYMENT, BankLine, Payment
from kontor.payments.queries.bank import Span, bank_day, may_book
from kontor.payments.queries.proposing import Payable, payables, propose_all, still_to_prepay
from kontor.people.models import Staff
from kontor.receivables import actions as receivables
from kontor.receivables import queries as balances
from kontor.standards import queries as standards
from kontor.timeline import actions as timeline

Parts = Sequence[tuple[int, Decimal]]
"""Which paper (invoice, or order without one) gets how much."""

PASS_TO_PICKING = "pass_to_picking"


@transaction.atomic
def book(
    line: BankLine, client: Client, parts: Parts, *, by: Staff, at: datetime, reasons: Sequence[str] = ()
) -> Payment:
    """Make the client's payment of an incoming line; what the parts leave over is an advance (W-1.3.3.2).

    The same booking by the same person comes back as it is; a line that somebody else was faster with is refused.
    """
    line = locked(line)
    if there := _same_booking(line, client, parts, by):
        return there
    refuse_if([*gates.line_gates(line, by=by), *gates.client_gate(client, by=by)])
    wanted, heads = _wanted(client, parts)
    refuse_if(gates.parts_gates(client, line.amount, wanted))
    payment = _post(line, client, by, reasons)
    _pay(payment, [(payable, amount) for payable, amount in wanted if payable], heads, by=by, at=at)
    settle_line(line, BankLine.State.BOOKED, by=by, at=at, client_id=client.pk)
    return payment


def _same_booking(line: BankLine, client: Client, parts: Parts, by: Staff) -> Payment | None:
    """A double click: the payment that this very booking made."""
    if line.state != BankLine.State.BOOKED or line.decided_by_id != by.pk or line.client_id != client.pk:
        return None
    payment: Payment = line.payments.get(status=Payment.Status.POSTED)
    rows = payment.allocations.values_list("invoice_id", "order_id", "amount")
    return payment if sorted((invoice or order, amount) for invoice, order, amount in rows) == sorted(parts) else None


def _post(line: BankLine, client: Client, by: Staff, reasons: Sequence[str]) -> Payment:
    """The payment's paper and its entry in the ledger."""
    firm = line.account.firm
    payment: Payment = open_document(
        Payment,
        PAYMENT,
        by=by,
        on=line.posted_on,
        firm=firm,
        office=client.office,
        status=Payment.Status.POSTED,
        client=client,
        owner=client.owner,
        total=line.amount,
        currency=line.currency,
        line=line,
        explanation=list(reasons),
    )
    receivables.settle(client, firm, payment, line.amount, line.posted_on)
    return payment


def _wanted(client: Client, parts: Parts) -> tuple[list[tuple[Payable | None, Decimal]], dict[int, Order]]:
    """What the parts pay, with their orders locked; None for what is not open, or was cancelled before we had the lock."""
    open_papers = {payable.paper.pk: payable for payable in payables(client)} if parts else {}
    found = [(open_papers.get(paper), amount) for paper, amount in parts]
    heads = _lock_orders(payable for payable, _amount in found if payable)
    dead = {order.pk for order in heads.values() if order.status == Order.Status.CANCELLED}
    return [(None if payable and payable.order_id in dead else payable, amount) for payable, amount in found], heads


def _lock_orders(wanted: Iterable[Payable]) -> dict[int, Order]:
    """The orders that are to be paid, their heads locked in the order of their ids."""
    ids = sorted({payable.order_id for payable in wanted})
    _lock_heads(ids)
    return {order.pk: order for order in Order.objects.filter(pk__in=ids).select_related("client", "owner", "office")}


def _lock_heads(ids: Iterable[int]) -> None:
    """Orders before payments, as whoever cancels an order locks them: the two never wait for each other."""
    list(Document.objects.select_for_update(no_key=True).filter(pk__in=list(ids)).order_by("pk").values_list("pk"))


def _pay(
    payment: Payment,
    parts: Sequence[tuple[Payable, Decimal]],
    heads: dict[int, Order],
    *,
    by: Staff,
    at: datetime,
) -> None:
    """Allocate the parts, tell it, and let the manager pass on what may now be picked."""
    on = payment.dated_on
    for payable, amount in parts:
        invoice = None if payable.is_order else payable.paper
        receivables.allocate(payment, heads[payable.order_id], amount, by, on, invoice, at=at)
    papers = [payable.paper.number for payable, _amount in parts]
    timeline.record("payment.booked", by=by, document=payment, amount=payment.total, at=at, papers=papers)
    _follow(parts, heads, at)


def _follow(parts: Sequence[tuple[Payable, Decimal]], heads: dict[int, Order], at: datetime) -> None:
    """What a paid order asks of its manager: pass it to picking; the call about the date is no longer needed."""
    unpaid = still_to_prepay(heads.values())
    for order in heads.values():
        if order.status == Order.Status.PLACED and order.must_prepay and not unpaid[order.pk]:
            due = standards.calendar(order.office, on=timezone.localdate(at)).end_of_workday(at)
            duties.assign(PASS_TO_PICKING, owner=order.owner, due_at=due, document=order, amount=order.total, at=at)
    for payable, amount in parts:
        if not payable.is_order and amount >= payable.open:
            duties.let_go(payable.paper, at=at, kinds=("call_payment_date", "send_invoice_again"))


@dataclass(frozen=True)
class BookedSure:
    """How many sure proposals were booked, and how many were no longer as sure as they looked."""

    booked: tuple[Payment, ...]
    left: int


@transaction.atomic
def book_sure(span: Span, *, by: Staff, at: datetime, mine: bool = False) -> BookedSure:
    """Book every sure proposal of a span that this person may book. One that is contested meanwhile stays open."""
    wanted = [row.line.pk for row in bank_day(span, by, mine=mine).sure]
    list(BankLine.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk"))
    open_lines = BankLine.objects.filter(pk__in=wanted, state=BankLine.State.OPEN).select_related("account__firm")
    table = propose_all(list(open_lines.order_by("posted_on", "pk")))
    sure = [(pk, proposal) for pk, proposal in table.proposals.items() if proposal.sure and proposal.client_id]
    _lock_orders(table.payables[paper] for _pk, proposal in sure for paper, _amount in proposal.allocations)
    booked: list[Payment] = []
    for pk, proposal in sure:
        client = table.clients[proposal.client_id or 0]
        reasons = [reason.sentence for reason in proposal.reasons]
        if payment := _book_or_leave(BankLine(pk=pk), client, proposal.allocations, by=by, at=at, reasons=reasons):
            booked.append(payment)
    return BookedSure(tuple(booked), len(wanted) - len(booked))


def _book_or_leave(line: BankLine, client: Client, parts: Parts, *, by: Staff, **how: Any) -> Payment | None:
    """Two sums that name one invoice are each sure alone; the second is left for a person."""
    if not may_book(by, client):
        return None
    try:
        with transaction.atomic():
            return book(line, client, parts, by=by, **how)
    except Refused:
        return None


@transaction.atomic
def allocate(payment: Payment, parts: Parts, *, by: Staff, at: datetime) -> Payment:
    """Let the advance of a booked payment pay more papers of the client."""
    client = Client.objects.get(documents=payment.pk)
    wanted, heads = _wanted(client, parts)
    payment = Payment.objects.locked(payment.pk)
    refuse_if(gates.unbook_gates(payment, by=by))
    refuse_if(gates.parts_gates(client, balances.unallocated(payment), wanted))
    _pay_more(payment, [(payable, amount) for payable, amount in wanted if payable], heads, by=by, at=at)
    return payment


def _pay_more(
    payment: Payment,
    parts: Sequence[tuple[Payable, Decimal]],
    heads: dict[int, Order],
    *,
    by: Staff,
    at: datetime,
) -> None:
    for payable, amount in parts:
        invoice = None if payable.is_order else payable.paper
        receivables.allocate(payment, heads[payable.order_id], amount, by, timezone.localdate(at), invoice, at=at)
        timeline.record("payment.allocated", by=by, document=payment, amount=amount, at=at, paper=payable.paper.number)
    _follow(parts, heads, at)


@transaction.atomic
def unallocate(payment: Payment, order: Document, *, by: Staff, at: datetime) -> Decimal:
    """Take back what a payment pays an order: it is the client's advance again. Answers how much it was."""
    _lock_heads([order.pk])
    payment = Payment.objects.locked(payment.pk)
    refuse_if(gates.unbook_gates(payment, by=by))
    back = receivables.unallocate(payment, order, by, timezone.localdate(at), at=at)
    if back:
        _no_longer_covered([order.pk], at)
        timeline.record("payment.unallocated", by=by, document=payment, amount=back, at=at, paper=order.number)
    return back


@transaction.atomic
def unbook(payment: Payment, *, by: Staff, at: datetime, reason: str = "") -> Payment:
    """Take a booking back: allocations and ledger are corrected by entries, nothing is deleted; the line is open again."""
    line = locked(payment.line)
    _lock_heads(order.pk for order, _amount in balances.allocated(payment))
    payment = Payment.objects.locked(payment.pk)
    if payment.status == Payment.Status.WITHDRAWN:
        return payment
    refuse_if(gates.unbook_gates(payment, by=by))
    on = timezone.localdate(at)
    orders = [order for order, _amount in balances.allocated(payment)]
    for order in orders:
        receivables.unallocate(payment, order, by, on, at=at)
    receivables.reverse(payment, on, at=at)
    move(payment, Payment.Status.WITHDRAWN, Payment.MOVES, by=by)
    settle_line(line, BankLine.State.OPEN, by=by, at=at)
    timeline.record("payment.withdrawn", by=by, document=payment, amount=payment.total, said=reason, at=at)
    _no_longer_covered([order.pk for order in orders], at)
    return payment


def _no_longer_covered(order_ids: Sequence[int], at: datetime) -> None:
    """Orders whose prepayment is missing again are not to be passed to picking."""
    orders = Order.objects.filter(pk__in=order_ids)
    unpaid = still_to_prepay(orders)
    for order in orders:
        if unpaid[order.pk]:
            duties.let_go(order, at=at, kinds=(PASS_TO_PICKING,))
