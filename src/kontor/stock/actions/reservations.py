"""Verbs that hold goods for papers and let them go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.documents.models import Document
from kontor.documents.rows import execute, fetch
from kontor.kernel.refusals import refuse_if
from kontor.people.models import Staff
from kontor.stock.gates import Short, short_gate
from kontor.stock.models import Reservation, Warehouse
from kontor.timeline import actions as timeline

Want = tuple[int, int, Decimal]
"""A line of a paper: its id, its product's id, how much."""

_LOCK_WANTED = """
SELECT 1 FROM stock_balance b JOIN (
    SELECT %(warehouse)s::bigint AS warehouse_id, unnest(%(products)s::bigint[]) AS product_id
    UNION
    SELECT warehouse_id, product_id FROM stock_reservation
    WHERE document_id = %(document)s AND state = 'active' AND line = ANY(%(lines)s)
) k USING (warehouse_id, product_id)
ORDER BY b.warehouse_id, b.product_id FOR NO KEY UPDATE OF b
"""

_RESERVE = """
WITH want AS (
    SELECT * FROM unnest(%(lines)s::bigint[], %(products)s::bigint[], %(quantities)s::numeric[])
    WITH ORDINALITY AS t (line, product_id, quantity, no)
), held AS (
    SELECT id, line, warehouse_id, product_id, quantity FROM stock_reservation
    WHERE document_id = %(document)s AND state = 'active' AND line = ANY(%(lines)s)
), pool AS (  -- what is free, and what these very lines hold already
    SELECT b.product_id, b.on_hand - b.reserved + COALESCE(
        (SELECT sum(h.quantity) FROM held h WHERE (h.warehouse_id, h.product_id) = (b.warehouse_id, b.product_id)), 0
    ) AS quantity
    FROM stock_balance b WHERE b.warehouse_id = %(warehouse)s AND b.product_id = ANY(%(products)s)
), left_over AS (  -- lines of one product are served in their order
    SELECT w.*, GREATEST(0, COALESCE(p.quantity, 0) - sum(w.quantity) OVER earlier + w.quantity) AS free
    FROM want w LEFT JOIN pool p USING (product_id)
    WINDOW earlier AS (PARTITION BY w.product_id ORDER BY w.no)
), plan AS (
    SELECT *, CASE WHEN %(whole_lines)s AND free < quantity THEN 0 ELSE LEAST(quantity, free) END AS take
    FROM left_over
), go AS (
    SELECT 1 WHERE %(partial)s OR NOT EXISTS (SELECT 1 FROM plan WHERE take < quantity)
), change AS (
    SELECT warehouse_id, product_id, sum(quantity) AS quantity FROM (
        SELECT %(warehouse)s::bigint AS warehouse_id, product_id, take AS quantity FROM plan
        UNION ALL SELECT warehouse_id, product_id, -quantity FROM held
    ) t, go GROUP BY 1, 2 HAVING sum(quantity) <> 0
), balanced AS (
    UPDATE stock_balance b SET reserved = b.reserved + c.quantity FROM change c
    WHERE (b.warehouse_id, b.product_id) = (c.warehouse_id, c.product_id)
), freed AS (
    UPDATE stock_reservation r SET state = 'freed', ended_at = %(now)s FROM held h, plan p, go
    WHERE r.id = h.id AND p.line = h.line AND p.take = 0
), kept AS (
    INSERT INTO stock_reservation (document_id, line, product_id, warehouse_id, quantity, until, state, made_at)
    SELECT %(document)s, line, product_id, %(warehouse)s, take, %(until)s, 'active', %(now)s FROM plan, go WHERE take > 0
    ON CONFLICT (document_id, line) WHERE state = 'active' DO UPDATE
    SET product_id = EXCLUDED.product_id, warehouse_id = EXCLUDED.warehouse_id, quantity = EXCLUDED.quantity,
        until = EXCLUDED.until
)
SELECT line, product_id, quantity, take, free FROM plan ORDER BY no
"""


def reserve(
    document: Document,
    wants: Iterable[Want],
    warehouse: Warehouse,
    until: datetime,
    *,
    partial: bool = False,
    whole_lines: bool = False,
    at: datetime | None = None,
) -> dict[int, Decimal]:
    """Hold goods for the lines of a paper until a moment; answer what each line has now (W-1.3.8.1a).

    Reserving again adjusts a line to its new product, quantity, warehouse and moment; zero gives it up. If a line cannot be
    served in full, nothing changes and Refused names every short line; with `partial` each line takes what is free, and with
    `whole_lines` besides only lines that are free as a whole take anything.
    """
    lines = list(wants)
    if not lines:
        return {}
    if any(quantity < 0 for _line, _product, quantity in lines):
        raise ValueError("wanted quantities are not negative")
    asked = {
        "document": document.pk,
        "warehouse": warehouse.pk,
        "lines": [line for line, _product, _quantity in lines],
        "products": [product for _line, product, _quantity in lines],
        "quantities": [quantity for _line, _product, quantity in lines],
        "until": until,
        "partial": partial or whole_lines,
        "whole_lines": whole_lines,
        "now": at or timezone.now(),
    }
    with transaction.atomic(savepoint=False):
        rows = _locked(_LOCK_WANTED, _RESERVE, asked)
    if not asked["partial"]:
        shorts = [
            Short(product, wanted, free) for _line, product, wanted, take, free in rows if take < wanted
        ]
        refuse_if(short_gate(shorts, warehouse) if shorts else ())
    return {line: take for line, _product, _wanted, take, _free in rows}


_LOCK_HELD = """
SELECT 1 FROM stock_balance b JOIN (
    SELECT DISTINCT warehouse_id, product_id FROM stock_reservation
    WHERE document_id = %(document)s AND state = 'active' AND (%(lines)s::bigint[] IS NULL OR line = ANY(%(lines)s))
) k USING (warehouse_id, product_id)
ORDER BY b.warehouse_id, b.product_id FOR NO KEY UPDATE OF b
"""

_FREE = """
WITH freed AS (
    UPDATE stock_reservation SET state = 'freed', ended_at = %(now)s
    WHERE document_id = %(document)s AND state = 'active' AND (%(lines)s::bigint[] IS NULL OR line = ANY(%(lines)s))
    RETURNING line, warehouse_id, product_id, quantity
), balanced AS (
    UPDATE stock_balance b SET reserved = b.reserved - f.quantity
    FROM (SELECT warehouse_id, product_id, sum(quantity) AS quantity FROM freed GROUP BY 1, 2) f
    WHERE (b.warehouse_id, b.product_id) = (f.warehouse_id, f.product_id)
)
SELECT line, quantity FROM freed
"""


def free(
    document: Document, lines: Sequence[int] | None = None, *, at: datetime | None = None
) -> dict[int, Decimal]:
    """Give up what a paper holds, or what some of its lines hold; answer what each of them held."""
    asked = {
        "document": document.pk,
        "lines": None if lines is None else list(lines),
        "now": at or timezone.now(),
    }
    with transaction.atomic(savepoint=False):
        return dict(_locked(_LOCK_HELD, _FREE, asked))


_USE = """
WITH issue AS (
    SELECT * FROM unnest(%(lines)s::bigint[], %(products)s::bigint[], %(quantities)s::numeric[])
    WITH ORDINALITY AS t (line, product_id, quantity, no)
), held AS (
    SELECT r.id, r.line, r.product_id, r.quantity, r.until, r.made_at, LEAST(r.quantity, i.quantity) AS used
    FROM stock_reservation r JOIN issue i USING (line, product_id)
    WHERE r.document_id = %(document)s AND r.state = 'active' AND r.warehouse_id = %(warehouse)s AND i.quantity > 0
), change AS (
    SELECT i.product_id, sum(i.quantity) AS gone, COALESCE(sum(h.used), 0) AS used
    FROM issue i LEFT JOIN held h USING (line) GROUP BY 1
), short AS (
    SELECT c.product_id, c.gone, GREATEST(0, COALESCE(b.on_hand - b.reserved, 0) + c.used) AS free
    FROM change c LEFT JOIN stock_balance b ON b.warehouse_id = %(warehouse)s AND b.product_id = c.product_id
    WHERE COALESCE(b.on_hand - b.reserved, 0) < c.gone - c.used
), go AS (
    SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM short)
), balanced AS (
    UPDATE stock_balance b SET on_hand = b.on_hand - c.gone, reserved = b.reserved - c.used FROM change c, go
    WHERE b.warehouse_id = %(warehouse)s AND b.product_id = c.product_id
), used AS (
    UPDATE stock_reservation r SET state = 'used', quantity = h.used, ended_at = %(now)s FROM held h, go WHERE r.id = h.id
    RETURNING h.*
), rest AS (  -- what a line holds beyond the issue stays held
    INSERT INTO stock_reservation (document_id, line, product_id, warehouse_id, quantity, until, state, made_at)
    SELECT %(document)s, line, product_id, %(warehouse)s, quantity - used, until, 'active', made_at FROM used
    WHERE quantity > used
), moved AS (
    INSERT INTO stock_movement (kind, product_id, warehouse_id, quantity, "on", at, document_id, by_id, note)
    SELECT 'issue', product_id, %(warehouse)s, -quantity, %(on)s, %(now)s, %(paper)s, %(by)s, '' FROM issue, go
    WHERE quantity > 0 ORDER BY no
)
SELECT product_id, gone, free FROM short
"""


def use(
    document: Document,
    warehouse: Warehouse,
    issues: Iterable[Want],
    by: Staff,
    on: date,
    *,
    paper: Document | None = None,
    at: datetime | None = None,
) -> None:
    """Issue goods: less on hand, the lines' reservations used, a movement for each line.

    `document` is the paper that holds the goods (the order), `paper` the one that carries them out (the waybill; the same
    paper if not given). More than a line holds is taken from what is free, or Refused. What a line holds beyond the issue
    stays held: call `free` when it is not needed.
    """
    lines = list(issues)
    asked = {
        "document": document.pk,
        "paper": (paper or document).pk,
        "warehouse": warehouse.pk,
        "lines": [line for line, _product, _quantity in lines],
        "products": [product for _line, product, _quantity in lines],
        "quantities": [quantity for _line, _product, quantity in lines],
        "by": by.pk,
        "on": on,
        "now": at or timezone.now(),
    }
    with transaction.atomic(savepoint=False):
        shorts = _locked(_LOCK_WANTED, _USE, asked)
    refuse_if(short_gate([Short(*row) for row in shorts], warehouse) if shorts else ())


def extend(document: Document, until: datetime) -> int:
    """Hold everything of a paper at least until a moment; a later end stays. Answers how many lines are held."""
    held = Reservation.objects.filter(document_id=document.pk, state=Reservation.State.ACTIVE)
    longer = held.filter(until__lt=until).update(until=until)
    return longer or held.count()


_LOCK_DUE = """
WITH due AS (
    SELECT id, warehouse_id, product_id FROM stock_reservation
    WHERE state = 'active' AND until <= %(now)s ORDER BY until LIMIT %(limit)s
), locked AS (
    SELECT b.product_id FROM stock_balance b
    WHERE (b.warehouse_id, b.product_id) IN (SELECT warehouse_id, product_id FROM due)
    ORDER BY b.warehouse_id, b.product_id FOR NO KEY UPDATE
)
SELECT ARRAY(SELECT id FROM due), (SELECT count(*) FROM locked)
"""

_EXPIRE = """
WITH ended AS (
    UPDATE stock_reservation SET state = 'expired', ended_at = %(now)s
    WHERE id = ANY(%(due)s) AND state = 'active' AND until <= %(now)s
    RETURNING document_id, warehouse_id, product_id, quantity
), balanced AS (
    UPDATE stock_balance b SET reserved = b.reserved - e.quantity
    FROM (SELECT warehouse_id, product_id, sum(quantity) AS quantity FROM ended GROUP BY 1, 2) e
    WHERE (b.warehouse_id, b.product_id) = (e.warehouse_id, e.product_id)
)
SELECT document_id, count(*) FROM ended GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Expired:
    """A paper whose goods are free again, and how many of its lines had been held."""

    document: int
    lines: int


@transaction.atomic
def expire(now: datetime, limit: int = 500) -> list[Expired]:
    """End the reservations whose time has come, the oldest first; each paper's timeline tells it. Repeat until empty."""
    ((due, _locked_balances),) = fetch(_LOCK_DUE, {"now": now, "limit": limit})
    ended = [Expired(*row) for row in fetch(_EXPIRE, {"now": now, "due": due})] if due else []
    papers = Document.objects.in_bulk([each.document for each in ended])
    for each in ended:
        timeline.record("stock.expired", by=None, document=papers[each.document], at=now, lines=each.lines)
    return ended


def _locked(lock: str, statement: str, asked: dict[str, Any]) -> list[Any]:
    """Take the locks, then run the statement: its snapshot is younger than the locks."""
    execute(lock, asked)
    return fetch(statement, asked)
