"""Verbs on goods: reserve, free, use, receive, correct, expect, expire.

Each is a lock and one set-based statement, whatever the number of lines. Balances are locked in the order (warehouse,
product), so writers wait for each other and never deadlock; the statement after the lock sees what the others left.
The verbs ask for no right: the paper's own verb above has asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from kontor.documents.models import Document
from kontor.kernel.refusals import refuse_if
from kontor.people.models import Staff
from kontor.stock.gates import Short, below_reserved_gate, short_gate
from kontor.stock.models import Movement, Reservation, Warehouse
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


_RECEIVE = """
WITH goods AS (
    SELECT * FROM unnest(%(products)s::bigint[], %(quantities)s::numeric[]) WITH ORDINALITY AS t (product_id, quantity, no)
), moved AS (
    INSERT INTO stock_movement (kind, product_id, warehouse_id, quantity, "on", at, document_id, by_id, note)
    SELECT %(kind)s, product_id, %(warehouse)s, quantity, %(on)s, %(now)s, %(document)s, %(by)s, %(note)s FROM goods ORDER BY no
)
INSERT INTO stock_balance (warehouse_id, product_id, on_hand, reserved)
SELECT %(warehouse)s, product_id, sum(quantity), 0 FROM goods GROUP BY product_id ORDER BY product_id
ON CONFLICT (warehouse_id, product_id) DO UPDATE SET on_hand = stock_balance.on_hand + EXCLUDED.on_hand
"""


@transaction.atomic
def receive(
    document: Document | None,
    warehouse: Warehouse,
    goods: Iterable[tuple[int, Decimal]],
    by: Staff | None,
    on: date,
    *,
    kind: Movement.Kind = Movement.Kind.RECEIPT,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Goods came: (product id, quantity above zero) each; a movement and the balance. `RETURN` for goods that came back."""
    came = list(goods)
    if any(quantity <= 0 for _product, quantity in came):
        raise ValueError("received quantities are above zero")
    _execute(_RECEIVE, _receipt(document, warehouse, came, by, on, kind, note, at))


_OPEN_BALANCES = """
INSERT INTO stock_balance (warehouse_id, product_id, on_hand, reserved)
SELECT DISTINCT %(warehouse)s, product_id, 0, 0 FROM unnest(%(products)s::bigint[]) AS t (product_id) ORDER BY product_id
ON CONFLICT (warehouse_id, product_id) DO NOTHING
"""

_LOCK_PRODUCTS = """
SELECT product_id, on_hand - reserved FROM stock_balance
WHERE warehouse_id = %(warehouse)s AND product_id = ANY(%(products)s) ORDER BY product_id FOR NO KEY UPDATE
"""

_CORRECT = """
WITH goods AS (
    SELECT * FROM unnest(%(products)s::bigint[], %(quantities)s::numeric[]) WITH ORDINALITY AS t (product_id, quantity, no)
), moved AS (
    INSERT INTO stock_movement (kind, product_id, warehouse_id, quantity, "on", at, document_id, by_id, note)
    SELECT %(kind)s, product_id, %(warehouse)s, quantity, %(on)s, %(now)s, %(document)s, %(by)s, %(note)s FROM goods ORDER BY no
)
UPDATE stock_balance b SET on_hand = b.on_hand + g.quantity FROM goods g
WHERE b.warehouse_id = %(warehouse)s AND b.product_id = g.product_id
"""


@transaction.atomic
def correct(
    warehouse: Warehouse,
    goods: Iterable[tuple[int, Decimal]],
    by: Staff,
    on: date,
    *,
    note: str,
    document: Document | None = None,
    at: datetime | None = None,
) -> None:
    """Bring the balance to what was counted: + found, − missing. Refused for goods that are promised to clients."""
    changes = [(product, quantity) for product, quantity in dict(goods).items() if quantity]
    asked = _receipt(document, warehouse, changes, by, on, Movement.Kind.CORRECTION, note, at)
    _execute(_OPEN_BALANCES, asked)
    free_now = dict(_execute(_LOCK_PRODUCTS, asked))
    shorts = [
        Short(product, -quantity, free_now[product]) for product, quantity in changes if -quantity > free_now[product]
    ]
    refuse_if(below_reserved_gate(shorts) if shorts else ())
    _execute(_CORRECT, asked)


def _receipt(
    document: Document | None,
    warehouse: Warehouse,
    goods: Sequence[tuple[int, Decimal]],
    by: Staff | None,
    on: date,
    kind: Movement.Kind,
    note: str,
    at: datetime | None,
) -> dict[str, Any]:
    return {
        "document": document.pk if document else None,
        "warehouse": warehouse.pk,
        "products": [product for product, _quantity in goods],
        "quantities": [quantity for _product, quantity in goods],
        "by": by.pk if by else None,
        "on": on,
        "kind": kind.value,
        "note": note,
        "now": at or timezone.now(),
    }


_EXPECT = """
INSERT INTO stock_arrival (product_id, warehouse_id, quantity, expected_on, document_id)
SELECT product_id, %(warehouse)s, quantity, %(on)s, %(document)s
FROM unnest(%(products)s::bigint[], %(quantities)s::numeric[]) AS t (product_id, quantity)
"""


@transaction.atomic
def expect(
    document: Document | None, warehouse: Warehouse, goods: Iterable[tuple[int, Decimal]], expected_on: date
) -> None:
    """Goods will arrive on a day. Saying it again for the same paper replaces what was expected by it."""
    coming = list(goods)
    if document:
        _execute(
            "DELETE FROM stock_arrival WHERE document_id = %(document)s AND received_at IS NULL",
            {"document": document.pk},
        )
    asked = {
        "document": document.pk if document else None,
        "warehouse": warehouse.pk,
        "on": expected_on,
        "products": [product for product, _quantity in coming],
        "quantities": [quantity for _product, quantity in coming],
    }
    _execute(_EXPECT, asked)


_ARRIVED = """
UPDATE stock_arrival SET received_at = %(now)s
WHERE document_id = %(document)s AND received_at IS NULL RETURNING warehouse_id, product_id, quantity
"""


@transaction.atomic
def arrive(
    document: Document,
    warehouse: Warehouse,
    by: Staff,
    on: date,
    goods: Iterable[tuple[int, Decimal]] | None = None,
    *,
    at: datetime | None = None,
) -> bool:
    """The goods that were expected by a paper have come: all of them, or `goods` as counted. False: nothing was expected."""
    now = at or timezone.now()
    rows = _execute(_ARRIVED, {"document": document.pk, "now": now})
    if not rows:
        return False
    counted = (
        list(goods) if goods is not None else [(product, quantity) for _where, product, quantity in rows]
    )
    receive(document, warehouse, counted, by, on, at=now)
    return True


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
    ((due, _locked_balances),) = _execute(_LOCK_DUE, {"now": now, "limit": limit})
    ended = [Expired(*row) for row in _execute(_EXPIRE, {"now": now, "due": due})] if due else []
    papers = Document.objects.in_bulk([each.document for each in ended])
    for each in ended:
        timeline.record("stock.expired", by=None, document=papers[each.document], at=now, lines=each.lines)
    return ended


def _locked(lock: str, statement: str, asked: dict[str, Any]) -> list[Any]:
    """Take the locks, then run the statement: its snapshot is younger than the locks."""
    with connection.cursor() as cursor:
        cursor.execute(lock, asked)
        cursor.execute(statement, asked)
        return cursor.fetchall()


def _execute(statement: str, asked: dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return cursor.fetchall() if cursor.description else []
