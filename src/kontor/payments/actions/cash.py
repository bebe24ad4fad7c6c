"""The cash desk: the manager prepares, the cashier takes the money, marks it paid, and may pay it back."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from kontor.documents.actions import move, open_document
from kontor.documents.models import Document
from kontor.duties import actions as duties
from kontor.kernel.refusals import refuse_if
from kontor.parties.models import Client
from kontor.parties.on_paper import language_of
from kontor.payments import gates
from kontor.payments.models import CASH_EXPENSE, CASH_ORDER, CashExpense, CashOrder
from kontor.payments.queries.cash import cash_order_of
from kontor.people.models import Staff
from kontor.receivables import actions as receivables
from kontor.receivables import queries as balances
from kontor.standards import queries as standards
from kontor.timeline import actions as timeline

Status = CashOrder.Status
ACCOMPANY = "accompany_to_cash_desk"


@transaction.atomic
def prepare_cash_order(
    order: Document, *, basis: Document, amount: Decimal, vat: Decimal, by: Staff, at: datetime
) -> CashOrder:
    """The cash receipt order for what was picked (W-1.3.6.1b). `basis` is the waybill; it has one cash order in force.

    The manager prepares it and comes with the client to the cash desk (W-1.3.7.1b); only the cashier takes the money.
    """
    Document.objects.locked(basis.pk)
    if there := cash_order_of(basis):
        return there
    on = timezone.localdate(at)
    refuse_if(gates.prepare_gates(order, amount, vat, on, by=by))
    client = client_of(order)
    cash_order: CashOrder = open_document(
        CashOrder,
        CASH_ORDER,
        by=by,
        on=on,
        firm=order.firm,
        office=order.office,
        status=Status.PREPARED,
        client=client,
        owner=order.owner,
        total=amount,
        currency=order.currency,
        based_on=basis,
        order_id=order.pk,
        payer=(client.full_name or client.name)[:250],
        basis=_basis(order, basis),
        vat=vat,
    )
    timeline.record("cash.prepared", by=by, document=cash_order, amount=amount, at=at, order=order.number)
    due = standards.calendar(order.office, on=on).end_of_workday(at)
    duties.assign(ACCOMPANY, owner=order.owner, due_at=due, document=cash_order, amount=amount, at=at)
    return cash_order


def client_of(paper: Document) -> Client:
    """The client of a paper that cannot be without one."""
    if paper.client is None:
        raise ValueError("cash is taken from a client: the paper names none")
    return paper.client


def _basis(order: Document, basis: Document) -> str:
    """What the money is for, as it stands on the paper, in the client's language."""
    with override(language_of(order.client)):
        return _("Order {order}, waybill {waybill}").format(order=order.number, waybill=basis.number)


@transaction.atomic
def receive_cash(
    cash_order: CashOrder,
    *,
    by: Staff,
    at: datetime,
    accompanied_by: Staff | None,
    amount: Decimal | None = None,
) -> CashOrder:
    """The cashier took the whole sum: the debt is settled, the order paid, the waybill marked (W-1.3.7.1a, W-1.3.7.2).

    `amount` is what the cashier had on the screen.
    """
    cash_order = _locked(cash_order)
    if cash_order.status == Status.RECEIVED and by.pk == cash_order.received_by_id:
        return cash_order
    on = timezone.localdate(at)
    refuse_if([*gates.receive_gates(cash_order, by=by), *gates.money_gates(cash_order, amount, accompanied_by)])
    refuse_if(gates.cash_limit_gate(cash_order.order, Decimal(0), on))
    move(cash_order, Status.RECEIVED, CashOrder.MOVES, by=by)
    cash_order.received_by, cash_order.received_at, cash_order.accompanied_by = by, at, accompanied_by
    CashOrder.objects.filter(pk=cash_order.pk).update(received_by=by, received_at=at, accompanied_by=accompanied_by)
    receivables.settle(client_of(cash_order), cash_order.firm, cash_order, cash_order.total, on, at=at)
    _allocate(cash_order, by, at)
    proof = timeline.record(
        "cash.received",
        by=by,
        document=cash_order,
        amount=cash_order.total,
        at=at,
        accompanied_by=accompanied_by,
    )
    duties.fulfil(ACCOMPANY, by=accompanied_by, document=cash_order, proof=proof, at=at)
    return cash_order


def _locked(cash_order: CashOrder) -> CashOrder:
    """The cash order under lock, its order and waybill before it, as the warehouse locks them: it must not issue the
    goods, nor the manager cancel the order, while we decide."""
    for above in filter(None, (cash_order.order_id, cash_order.based_on_id)):
        Document.objects.locked(above)
    locked: CashOrder = CashOrder.objects.locked(cash_order.pk)
    return locked


def _allocate(cash_order: CashOrder, by: Staff, at: datetime) -> None:
    """The money pays its order; what the order no longer wants is the client's advance."""
    order = cash_order.order
    unpaid = order.total - balances.paid([order.pk])[order.pk]
    if (part := min(cash_order.total, unpaid)) > 0:
        receivables.allocate(cash_order, order, part, by, timezone.localdate(at), at=at)


@transaction.atomic
def cancel_paid_mark(cash_order: CashOrder, *, by: Staff, at: datetime, reason: str) -> CashExpense:
    """The cashier takes the mark back and pays the money out by a cash expense order (W-1.3.7.2)."""
    cash_order = _locked(cash_order)
    if cash_order.status == Status.PAID_BACK:
        there: CashExpense = CashExpense.objects.get(based_on_id=cash_order.pk)
        return there
    refuse_if([*gates.cancel_mark_gates(cash_order, by=by), *gates.reason_gate(reason)])
    on = timezone.localdate(at)
    expense: CashExpense = open_document(
        CashExpense,
        CASH_EXPENSE,
        by=by,
        on=on,
        firm=cash_order.firm,
        office=cash_order.office,
        status=CashExpense.Status.POSTED,
        client=cash_order.client,
        owner=cash_order.owner,
        total=cash_order.total,
        currency=cash_order.currency,
        based_on=cash_order,
        receiver=cash_order.payer,
        cashier=by,
        paid_at=at,
        reason=reason.strip()[:250],
    )
    receivables.unallocate(cash_order, cash_order.order, by, on, at=at)
    receivables.refund(client_of(cash_order), cash_order.firm, expense, cash_order.total, on, at=at)
    move(cash_order, Status.PAID_BACK, CashOrder.MOVES, by=by)
    CashOrder.objects.filter(pk=cash_order.pk).update(returned_why=expense.reason)
    timeline.record(
        "cash.paid_back",
        by=by,
        document=expense,
        amount=expense.total,
        said=reason,
        at=at,
        order=cash_order.number,
    )
    return expense


@transaction.atomic
def withdraw_cash_order(cash_order: CashOrder, *, by: Staff, at: datetime, reason: str = "") -> CashOrder:
    """A prepared cash order is no longer wanted; its number stays taken."""
    cash_order = CashOrder.objects.locked(cash_order.pk)
    if cash_order.status == Status.WITHDRAWN:
        return cash_order
    move(cash_order, Status.WITHDRAWN, CashOrder.MOVES, by=by)
    CashOrder.objects.filter(pk=cash_order.pk).update(returned_why=reason.strip()[:250])
    duties.let_go(cash_order, at=at)
    timeline.record("cash.withdrawn", by=by, document=cash_order, amount=cash_order.total, said=reason, at=at)
    return cash_order
