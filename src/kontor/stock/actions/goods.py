"""Verbs by which goods come, are counted and are expected."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.documents.models import Document
from kontor.documents.rows import execute, fetch
from kontor.kernel.refusals import refuse_if
from kontor.people.models import Staff
from kontor.stock.gates import Short, below_reserved_gate
from kontor.stock.models import Movement, Warehouse

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
    execute(_RECEIVE, _receipt(document, warehouse, came, by, on, kind, note, at))


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
    execute(_OPEN_BALANCES, asked)
    free_now = dict(fetch(_LOCK_PRODUCTS, asked))
    shorts = [
        Short(product, -quantity, free_now[product]) for product, quantity in changes if -quantity > free_now[product]
    ]
    refuse_if(below_reserved_gate(shorts) if shorts else ())
    execute(_CORRECT, asked)


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
        execute(
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
    execute(_EXPECT, asked)


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
    rows = fetch(_ARRIVED, {"document": document.pk, "now": now})
    if not rows:
        return False
    counted = list(goods) if goods is not None else [(product, quantity) for _where, product, quantity in rows]
    receive(document, warehouse, counted, by, on, at=now)
    return True
