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

NOTHING = Decimal(0)

_HELD = """
SELECT line, warehouse_id, product_id, quantity FROM stock_reservation
WHERE document_id = %(document)s AND state = 'active' AND line = ANY(%(lines)s)
"""

_LOCK = """
SELECT b.warehouse_id, b.product_id, b.on_hand - b.reserved FROM stock_balance b
JOIN unnest(%(warehouses)s::bigint[], %(products)s::bigint[]) AS k (warehouse_id, product_id) USING (warehouse_id, product_id)
ORDER BY b.warehouse_id, b.product_id FOR NO KEY UPDATE OF b
"""

_HOLD = """
WITH balanced AS (
    UPDATE stock_balance b SET reserved = b.reserved + c.quantity
    FROM unnest(%(warehouses)s::bigint[], %(products)s::bigint[], %(changes)s::numeric[]) AS c (warehouse_id, product_id, quantity)
    WHERE b.warehouse_id = c.warehouse_id AND b.product_id = c.product_id
), freed AS (
    UPDATE stock_reservation SET state = 'freed', ended_at = %(now)s
    WHERE document_id = %(document)s AND state = 'active' AND line = ANY(%(given_up)s)
)
INSERT INTO stock_reservation (document_id, line, product_id, warehouse_id, quantity, until, state, made_at)
SELECT %(document)s, line, product_id, %(warehouse)s, quantity, %(until)s, 'active', %(now)s
FROM unnest(%(held_lines)s::bigint[], %(held_products)s::bigint[], %(held)s::numeric[]) AS t (line, product_id, quantity)
ON CONFLICT (document_id, line) WHERE state = 'active' DO UPDATE
SET product_id = EXCLUDED.product_id, warehouse_id = EXCLUDED.warehouse_id, quantity = EXCLUDED.quantity, until = EXCLUDED.until
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
    `whole_lines` besides only lines that are free as a whole take anything. The paper's head is locked by the caller.
    """
    lines = list(wants)
    if any(quantity < 0 for _line, _product, quantity in lines):
        raise ValueError("wanted quantities are not negative")
    if not lines:
        return {}
    with transaction.atomic(savepoint=False):
        held, pool = _locked_pool(document, lines, warehouse)
        taken, shorts = _served(lines, pool, warehouse, whole_lines)
        if not shorts or partial or whole_lines:
            _hold(document, lines, taken, held, warehouse, until, at or timezone.now())
            return taken
    refuse_if(short_gate(shorts, warehouse))
    raise AssertionError("a short line is a refusal")


Key = tuple[int, int]
"""Of a balance: warehouse and product."""
Held = dict[int, tuple[Key, Decimal]]
"""What lines hold: in which balance, how much."""


def _locked_pool(document: Document, lines: list[Want], warehouse: Warehouse) -> tuple[Held, dict[Key, Decimal]]:
    """Under lock: what the lines hold already, and what is free for them, that included."""
    asked = {"document": document.pk, "lines": [line for line, *_rest in lines]}
    held = _held(asked)
    keys = list(
        {(warehouse.pk, product) for _line, product, _quantity in lines} | {key for key, _quantity in held.values()}
    )
    balances = fetch(
        _LOCK,
        {
            "warehouses": [place for place, _product in keys],
            "products": [product for _place, product in keys],
        },
    )
    if held:  # what was read before the lock may have ended since
        held = _held(asked)
    pool: dict[Key, Decimal] = {(place, product): quantity for place, product, quantity in balances}
    for key, quantity in held.values():
        pool[key] += quantity
    return held, pool


def _held(asked: dict[str, Any]) -> Held:
    return {line: ((place, product), quantity) for line, place, product, quantity in fetch(_HELD, asked)}


def _served(
    lines: list[Want], pool: dict[Key, Decimal], warehouse: Warehouse, whole_lines: bool
) -> tuple[dict[int, Decimal], list[Short]]:
    """What each line takes from the pool, in their order, and which lines are short."""
    left, taken, shorts = dict(pool), {}, []
    for line, product, wanted in lines:
        free = left.get((warehouse.pk, product), NOTHING)
        taken[line] = NOTHING if whole_lines and free < wanted else min(wanted, free)
        if taken[line] < wanted:
            shorts.append(Short(product, wanted, free))
        if taken[line]:
            left[warehouse.pk, product] = free - taken[line]
    return taken, shorts


def _hold(
    document: Document,
    lines: list[Want],
    taken: dict[int, Decimal],
    held: Held,
    warehouse: Warehouse,
    until: datetime,
    now: datetime,
) -> None:
    """Write what the lines hold from now on, and the balances by the difference: one statement."""
    changes: dict[Key, Decimal] = {}
    for line, product, _wanted in lines:
        changes[warehouse.pk, product] = changes.get((warehouse.pk, product), NOTHING) + taken[line]
    for key, quantity in held.values():
        changes[key] = changes.get(key, NOTHING) - quantity
    moved = {key: quantity for key, quantity in changes.items() if quantity}
    kept = [(line, product) for line, product, _wanted in lines if taken[line]]
    asked = {
        "document": document.pk, "warehouse": warehouse.pk, "until": until, "now": now,
        "warehouses": [place for place, _product in moved], "products": [product for _place, product in moved],
        "changes": list(moved.values()), "given_up": [line for line in held if not taken[line]],
        "held_lines": [line for line, _product in kept], "held_products": [product for _line, product in kept],
        "held": [taken[line] for line, _product in kept],
    }  # fmt: skip
    execute(_HOLD, asked)


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


def free(document: Document, lines: Sequence[int] | None = None, *, at: datetime | None = None) -> dict[int, Decimal]:
    """Give up what a paper holds, or what some of its lines hold; answer what each of them held."""
    asked = {
        "document": document.pk,
        "lines": None if lines is None else list(lines),
        "now": at or timezone.now(),
    }
    with transaction.atomic(savepoint=False):
        return dict(_locked(_LOCK_HELD, _FREE, asked))


_LOCK_WANTED = """
SELECT 1 FROM stock_balance b JOIN (
    SELECT %(warehouse)s::bigint AS warehouse_id, unnest(%(products)s::bigint[]) AS product_id
    UNION
    SELECT warehouse_id, product_id FROM stock_reservation
    WHERE document_id = %(document)s AND state = 'active' AND line = ANY(%(lines)s)
) k USING (warehouse_id, product_id)
ORDER BY b.warehouse_id, b.product_id FOR NO KEY UPDATE OF b
"""

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
