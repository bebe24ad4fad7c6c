"""Verbs on what clients owe: charge, settle, refund, reverse, allocate, undo.

The balance is kept by the statement that writes the entry. A paper writes one entry of a kind: repeating adds nothing.
The verbs ask for no right: the paper's own verb above has asked.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.documents.models import Document
from kontor.documents.rows import execute, fast_insert, fetch
from kontor.kernel.refusals import refuse_if
from kontor.parties.models import Client, Firm
from kontor.people.models import Staff
from kontor.receivables.gates import allocation_gates, undo_gates
from kontor.receivables.models import Allocation, Entry

_WRITE = """
WITH entry AS (
    INSERT INTO receivables_entry (client_id, firm_id, kind, document_id, order_id, amount, "on", due_on, at)
    VALUES (%(client)s, %(firm)s, %(kind)s, %(document)s, %(order)s, %(amount)s, %(on)s, %(due_on)s, %(at)s)
    ON CONFLICT ON CONSTRAINT entry_once_per_paper DO NOTHING
    RETURNING client_id, firm_id, amount
)
INSERT INTO receivables_balance (client_id, firm_id, amount) SELECT client_id, firm_id, amount FROM entry
ON CONFLICT ON CONSTRAINT client_balance_once DO UPDATE SET amount = receivables_balance.amount + EXCLUDED.amount
"""


def charge(
    client: Client,
    firm: Firm,
    document: Document,
    order: Document | None,
    amount: Decimal,
    on: date,
    due_on: date | None,
    *,
    at: datetime | None = None,
) -> bool:
    """Goods were handed over: the client owes their sum until `due_on`. False: this paper has charged already.

    A charge without an order (a debt from before the books) is paid like an order: allocate to its paper.
    """
    return _write(Entry.Kind.CHARGE, client, firm, document, _above_zero(amount), on, order=order, due_on=due_on, at=at)


def settle(
    client: Client, firm: Firm, document: Document, amount: Decimal, on: date, *, at: datetime | None = None
) -> bool:
    """The client paid. False: this paper has been booked already."""
    return _write(Entry.Kind.PAYMENT, client, firm, document, -_above_zero(amount), on, at=at)


def refund(
    client: Client, firm: Firm, document: Document, amount: Decimal, on: date, *, at: datetime | None = None
) -> bool:
    """We gave money back. False: this paper has been booked already."""
    return _write(Entry.Kind.REFUND, client, firm, document, _above_zero(amount), on, at=at)


def correct(
    client: Client,
    firm: Firm,
    document: Document,
    amount: Decimal,
    on: date,
    *,
    order: Document | None = None,
    at: datetime | None = None,
) -> bool:
    """Change what the client owes, up or down, by a paper that says why. False: this paper has been booked already."""
    return _write(Entry.Kind.CORRECTION, client, firm, document, amount, on, order=order, at=at)


_REVERSE = """
WITH undone AS (
    SELECT client_id, firm_id, min(CASE kind WHEN 'charge' THEN COALESCE(order_id, document_id) END) AS order_id, -sum(amount) AS amount FROM receivables_entry
    WHERE document_id = %(document)s GROUP BY client_id, firm_id HAVING sum(amount) <> 0
), entry AS (
    INSERT INTO receivables_entry (client_id, firm_id, kind, document_id, order_id, amount, "on", at)
    SELECT client_id, firm_id, 'correction', %(document)s, order_id, amount, %(on)s, %(at)s FROM undone
    ON CONFLICT ON CONSTRAINT entry_once_per_paper DO NOTHING
    RETURNING client_id, firm_id, amount
)
INSERT INTO receivables_balance (client_id, firm_id, amount) SELECT client_id, firm_id, amount FROM entry
ON CONFLICT ON CONSTRAINT client_balance_once DO UPDATE SET amount = receivables_balance.amount + EXCLUDED.amount
"""


def reverse(document: Document, on: date, *, at: datetime | None = None) -> bool:
    """A withdrawn paper owes and pays nothing any more: an entry against its entries. False: nothing to reverse."""
    return bool(execute(_REVERSE, {"document": document.pk, "on": on, "at": at or timezone.now()}))


def _above_zero(amount: Decimal) -> Decimal:
    if amount <= 0:
        raise ValueError("the sum of an entry is above zero; its kind gives the sign")
    return amount


def _write(
    kind: Entry.Kind,
    client: Client,
    firm: Firm,
    document: Document,
    amount: Decimal,
    on: date,
    *,
    order: Document | None = None,
    due_on: date | None = None,
    at: datetime | None = None,
) -> bool:
    asked = {
        "client": client.pk, "firm": firm.pk, "kind": kind.value, "document": document.pk,
        "order": order.pk if order else None, "amount": amount, "on": on, "due_on": due_on, "at": at or timezone.now(),
    }  # fmt: skip
    return bool(execute(_WRITE, asked))


_LOCK_HEADS = "SELECT id FROM documents_document WHERE id IN (%(payment)s, %(order)s) ORDER BY id FOR NO KEY UPDATE"

_SUMS = """
SELECT COALESCE((SELECT -sum(amount) FROM receivables_entry WHERE document_id = %(payment)s), 0),
       COALESCE((SELECT sum(amount) FROM receivables_allocation WHERE payment_id = %(payment)s), 0),
       COALESCE((SELECT sum(amount) FROM receivables_allocation WHERE order_id = %(order)s), 0),
       COALESCE((SELECT sum(amount) FROM receivables_allocation
                 WHERE payment_id = %(payment)s AND order_id = %(order)s), 0),
       (SELECT total FROM documents_document WHERE id = %(order)s)
"""


@transaction.atomic
def allocate(
    payment: Document,
    order: Document,
    amount: Decimal,
    by: Staff,
    on: date,
    invoice: Document | None = None,
    *,
    beyond_order: bool = False,
    at: datetime | None = None,
) -> int:
    """Let part of a booked payment pay an order; answer the row's id.

    Refused beyond what the payment has left, and beyond what the order still wants unless `beyond_order`. Both heads are
    locked in the order of their ids, so two clerks never allocate the same money and never deadlock.
    """
    received, given, got, _here, total = _sums(payment, order)
    refuse_if(
        allocation_gates(payment, order, amount, left=received - given, unpaid=total - got, beyond_order=beyond_order)
    )
    return _allocation(payment, order, amount, by, on, invoice, at)


@transaction.atomic
def unallocate(
    payment: Document,
    order: Document,
    by: Staff,
    on: date,
    amount: Decimal | None = None,
    *,
    at: datetime | None = None,
) -> Decimal:
    """Take back what of a payment pays an order, all of it unless `amount` says less; answer how much."""
    *_others, here, _total = _sums(payment, order)
    back = here if amount is None else amount
    if amount is None and not here:
        return here
    refuse_if(undo_gates(payment, order, back, paid=here))
    _allocation(payment, order, -back, by, on, None, at)
    return back


def _sums(payment: Document, order: Document) -> tuple[Decimal, ...]:
    """Under lock: received by the payment, allocated of it, paid of the order, by this payment, and the order's total."""
    asked = {"payment": payment.pk, "order": order.pk}
    execute(_LOCK_HEADS, asked)
    (sums,) = fetch(_SUMS, asked)
    return tuple(sums)


def _allocation(
    payment: Document,
    order: Document,
    amount: Decimal,
    by: Staff,
    on: date,
    invoice: Document | None,
    at: datetime | None,
) -> int:
    row: dict[str, Any] = {
        "payment_id": payment.pk, "order_id": order.pk, "invoice_id": invoice.pk if invoice else None,
        "client_id": payment.client_id, "amount": amount, "on": on, "by_id": by.pk, "at": at or timezone.now(),
    }  # fmt: skip
    (pk,) = fast_insert(Allocation, [row])
    return pk
