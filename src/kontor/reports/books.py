"""The proof of the books: every balance, number, allocation and posted paper, a sentence for whatever does not add up.

Each question is one statement over whole tables. What a ledger knows about itself it proves itself (`problems` of stock,
receivables and turnover); what lies between the apps is proved here.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.documents.models import Series
from kontor.documents.register import register
from kontor.kernel.formats import day_full, money, number
from kontor.receivables import queries as receivables
from kontor.stock import queries as stock
from kontor.turnover import queries as turnover

SHOWN = 50  # of one kind of problem; the rest is counted


def prove_the_books() -> Iterator[str]:
    """What does not add up, a sentence each; nothing when the books are whole."""
    for proof in PROOFS:
        yield from _capped(proof())


def _capped(problems: Iterator[str]) -> Iterator[str]:
    more = 0
    for count, problem in enumerate(problems, start=1):
        if count <= SHOWN:
            yield problem
        else:
            more += 1
    if more:
        yield ngettext("… and {count} more of this kind.", "… and {count} more of this kind.", more).format(
            count=number(more)
        )


_HOLES = """
WITH series AS (
    SELECT * FROM unnest(%(kinds)s::text[], %(firms)s::bigint[], %(offices)s::bigint[], %(years)s::int[], %(heads)s::text[], %(next)s::int[])
    AS t (kind, firm_id, office_id, year, head, next)
), taken AS (
    SELECT s.kind, s.firm_id, s.year, s.head, n FROM series s, generate_series(1, s.next - 1) n
)
SELECT t.kind, t.head || t.n, t.year FROM taken t
WHERE NOT EXISTS (
    SELECT FROM documents_document d
    WHERE d.kind = t.kind AND d.firm_id = t.firm_id AND d.year = t.year AND d.number = t.head || t.n
) ORDER BY t.kind, t.year, t.head, t.n
"""


def numbers() -> Iterator[str]:
    """Every number that a series gave out stands on a paper: papers are withdrawn, never lost."""
    rows = list(Series.objects.select_related("office").filter(next__gt=1))
    heads = ["".join(f"{part}-" for part in (_prefix(row.kind), row.office.code) if part) for row in rows]
    asked = {
        "kinds": [row.kind for row in rows], "firms": [row.firm_id for row in rows], "years": [row.year for row in rows],
        "offices": [row.office_id for row in rows], "heads": heads, "next": [row.next for row in rows],
    }  # fmt: skip
    for kind, missing, year in _fetch(_HOLES, asked) if rows else ():
        yield _("{kind} {number} of {year} was given out, but there is no such paper.").format(
            kind=_kind(kind), number=missing, year=year
        )


def _prefix(kind: str) -> str:
    return register.kinds[kind].prefix if kind in register.kinds else ""


_SILENT = """
SELECT d.kind, d.number FROM documents_document d
WHERE NOT EXISTS (SELECT FROM timeline_event e WHERE e.document_id = d.id) ORDER BY d.id
"""


def events() -> Iterator[str]:
    """Every paper has left a trace in the timeline."""
    for kind, paper in _fetch(_SILENT):
        yield _("{kind} {number} has no entry in the timeline.").format(kind=_kind(kind), number=paper)


_LEDGER = """
SELECT d.kind, d.number, d.status, d.total, COALESCE(e.sum, 0) FROM documents_document d
LEFT JOIN (SELECT document_id, sum(amount) AS sum FROM receivables_entry GROUP BY 1) e ON e.document_id = d.id
WHERE (d.kind, d.status) IN (('payment', 'posted'), ('cash_order', 'received')) AND COALESCE(e.sum, 0) <> -d.total
   OR (d.kind, d.status) IN (('shipment', 'released'), ('shipment', 'delivered')) AND COALESCE(e.sum, 0) <> d.total
   OR (d.kind, d.status) IN (('payment', 'withdrawn'), ('cash_order', 'prepared'), ('cash_order', 'withdrawn'), ('shipment', 'prepared'), ('shipment', 'withdrawn'))
      AND COALESCE(e.sum, 0) <> 0
ORDER BY d.id
"""


def ledger() -> Iterator[str]:
    """Posted money and released goods stand in the ledger with their sum; papers that are not posted do not."""
    for kind, paper, status, amount, booked in _fetch(_LEDGER):
        yield _("{kind} {number} ({status}) is over {sum}, but {booked} stands in the ledger.").format(
            kind=_kind(kind),
            number=paper,
            status=_status(kind, status),
            sum=money(amount),
            booked=money(booked),
        )


_STRANGE_ALLOCATIONS = """
SELECT p.number, o.number FROM receivables_allocation a
JOIN documents_document p ON p.id = a.payment_id JOIN documents_document o ON o.id = a.order_id
WHERE p.client_id IS DISTINCT FROM a.client_id OR o.client_id IS DISTINCT FROM a.client_id
GROUP BY p.id, o.id HAVING sum(a.amount) <> 0 ORDER BY p.id, o.id
"""
_DEAD_ALLOCATIONS = """
SELECT d.kind, d.number, d.status, sum(a.amount) FROM receivables_allocation a JOIN documents_document d ON d.id IN (a.payment_id, a.order_id)
WHERE (d.kind, d.status) IN (SELECT * FROM unnest(%(kinds)s::text[], %(statuses)s::text[]))
GROUP BY d.id HAVING sum(a.amount) <> 0 ORDER BY d.id
"""


def allocations() -> Iterator[str]:
    """A payment pays orders of its own client, and neither of the two is withdrawn."""
    for payment, order in _fetch(_STRANGE_ALLOCATIONS):
        yield _("Payment {payment} pays order {order} of another client.").format(payment=payment, order=order)
    for kind, paper, status, amount in _fetch(_DEAD_ALLOCATIONS, _dead()):
        yield _("{kind} {number} is “{status}”, but {sum} is still allocated.").format(
            kind=_kind(kind), number=paper, status=_status(kind, status), sum=money(amount)
        )


_DEAD_RESERVATIONS = """
SELECT d.kind, d.number, d.status FROM stock_reservation r JOIN documents_document d ON d.id = r.document_id
WHERE r.state = 'active' AND (d.kind, d.status) IN (SELECT * FROM unnest(%(kinds)s::text[], %(statuses)s::text[]))
GROUP BY d.id ORDER BY d.id
"""


def reservations() -> Iterator[str]:
    """Nothing is held for a paper that was withdrawn."""
    for kind, paper, status in _fetch(_DEAD_RESERVATIONS, _dead()):
        yield _("{kind} {number} is “{status}”, but goods are still held for it.").format(
            kind=_kind(kind), number=paper, status=_status(kind, status)
        )


_TOTALS = """
SELECT d.kind, d.number, d.total, COALESCE(l.sum, 0), h.vat, COALESCE(l.vat, 0) FROM documents_document d
JOIN {head} h ON h.document_id = d.id
LEFT JOIN (SELECT {key} AS id, sum("sum") AS sum, sum(vat) AS vat FROM {lines} GROUP BY 1) l ON l.id = d.id
WHERE (d.total, h.vat) IS DISTINCT FROM (COALESCE(l.sum, 0), COALESCE(l.vat, 0)) ORDER BY d.id
"""


def totals() -> Iterator[str]:
    """The total and the VAT of an order and of a shipment are those of its lines."""
    for head, lines, key in (
        ("orders_order", "orders_line", "order_id"),
        ("shipments_shipment", "shipments_shipmentline", "shipment_id"),
    ):
        for kind, paper, amount, summed, vat, vat_summed in _fetch(_TOTALS.format(head=head, lines=lines, key=key)):
            yield _(
                "{kind} {number}: the total is {total} with VAT {vat}, but the lines add up to {sum} with VAT {vat_sum}."
            ).format(
                kind=_kind(kind),
                number=paper,
                total=money(amount),
                vat=money(vat),
                sum=money(summed),
                vat_sum=money(vat_summed),
            )


_STATEMENTS = """
SELECT a.number, s.since, s.opening + s.received - s.written_off, s.closing FROM payments_statementday s
JOIN parties_firmaccount a ON a.id = s.account_id WHERE s.opening + s.received - s.written_off <> s.closing ORDER BY s.id
"""


def bank() -> Iterator[str]:
    """A day of a bank account: opening and movements give the closing balance."""
    for account, day, summed, closing in _fetch(_STATEMENTS):
        yield _(
            "Account {account}, {day}: the movements give {sum}, but the bank's closing balance is {closing}."
        ).format(account=account, day=day_full(day), sum=money(summed), closing=money(closing))


_CONSENTS = """
SELECT d.number FROM approvals_request r JOIN documents_document d ON d.id = r.document_id
WHERE r.state = 'spent' AND (r.spent_at IS NULL OR r.decided_by_id IS NULL OR NOT EXISTS (
    SELECT FROM timeline_event e WHERE e.document_id = r.document_id AND e.kind = 'approval.spent'
)) ORDER BY r.id
"""


def consents() -> Iterator[str]:
    """A consent that was used was given by somebody, and its use is in the timeline."""
    for (paper,) in _fetch(_CONSENTS):
        yield _("A consent used on {number} was given by nobody, or its use left no entry.").format(number=paper)


PROOFS: tuple[Callable[[], Iterator[str]], ...] = (
    stock.problems, receivables.problems, turnover.problems, numbers, events, ledger, allocations, reservations, totals, bank, consents,
)  # fmt: skip


def _dead() -> dict[str, list[str]]:
    """Kinds and their statuses in which a paper no longer counts."""
    pairs = [
        (kind.code, str(getattr(status, "value", status))) for kind in register.kinds.values() for status in kind.dead
    ]
    return {"kinds": [kind for kind, _status in pairs], "statuses": [status for _kind, status in pairs]}


def _kind(code: str) -> str:
    return str(register.kinds[code].label) if code in register.kinds else code


def _status(kind: str, status: str) -> str:
    try:
        return str(register.kinds[kind].statuses(status).label)
    except (KeyError, ValueError):
        return status


def _fetch(statement: str, asked: Mapping[str, Any] | None = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        rows: list[Any] = cursor.fetchall()
        return rows
