"""Questions to the ledger of goods: what is free, what arrives, who holds it, and whether the books are whole."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db.models import F, QuerySet, Sum
from django.utils.translation import gettext as _

from kontor.catalog.models import Product
from kontor.documents.models import Document
from kontor.documents.rows import fetch
from kontor.kernel.formats import qty
from kontor.people.models import Staff
from kontor.stock.models import Arrival, Balance, Movement, Reservation, Warehouse

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Held:
    """A product in one warehouse."""

    on_hand: Decimal = NOTHING
    reserved: Decimal = NOTHING

    @property
    def free(self) -> Decimal:
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True)
class Availability:
    """What can be promised of a product: in the asked warehouse, or in all of them.

    `arriving` is what is expected on `arriving_on`, the nearest day with an arrival; `by_warehouse` always tells all.
    """

    on_hand: Decimal = NOTHING
    reserved: Decimal = NOTHING
    arriving: Decimal = NOTHING
    arriving_on: date | None = None
    by_warehouse: dict[int, Held] = field(default_factory=dict)

    @property
    def free(self) -> Decimal:
        return self.on_hand - self.reserved

    def covers(self, quantity: Decimal) -> bool:
        return self.free >= quantity


_AVAILABILITY = """
SELECT product_id, warehouse_id, on_hand, reserved, NULL::date AS expected_on
FROM stock_balance WHERE product_id = ANY(%(products)s)
UNION ALL (
SELECT DISTINCT ON (product_id) product_id, NULL, sum(quantity), NULL, expected_on
FROM stock_arrival
WHERE product_id = ANY(%(products)s) AND received_at IS NULL AND expected_on >= %(on)s
  AND (%(warehouse)s::bigint IS NULL OR warehouse_id = %(warehouse)s)
GROUP BY product_id, expected_on ORDER BY product_id, expected_on)
"""


def availability(
    product_ids: Collection[int], warehouse: Warehouse | int | None = None, on: date | None = None
) -> dict[int, Availability]:
    """What is on hand, reserved, free and arriving of many products, in one query. Every asked product has an answer."""
    place = warehouse.pk if isinstance(warehouse, Warehouse) else warehouse
    held: dict[int, dict[int, Held]] = {product: {} for product in product_ids}
    coming: dict[int, tuple[Decimal, date]] = {}
    asked = {"products": list(held), "warehouse": place, "on": on or date.min}
    for product, where, quantity, reserved, expected_on in fetch(_AVAILABILITY, asked):
        if where is None:
            coming[product] = (quantity, expected_on)
        else:
            held[product][where] = Held(quantity, reserved)
    return {product: _summed(held[product], place, coming.get(product)) for product in held}


def _summed(held: dict[int, Held], place: int | None, coming: tuple[Decimal, date] | None) -> Availability:
    counted = list(held.values()) if place is None else [held.get(place, Held())]
    return Availability(
        on_hand=sum((each.on_hand for each in counted), NOTHING),
        reserved=sum((each.reserved for each in counted), NOTHING),
        arriving=coming[0] if coming else NOTHING,
        arriving_on=coming[1] if coming else None,
        by_warehouse=held,
    )


def available(product: Product, warehouse: Warehouse | None, on: date) -> Availability:
    """The same about one product."""
    return availability([product.pk], warehouse, on)[product.pk]


def reserved_by_line(document: Document) -> dict[int, Decimal]:
    """What is held now for each line of a paper."""
    rows = Reservation.objects.filter(document_id=document.pk, state=Reservation.State.ACTIVE)
    return dict(rows.values_list("line", "quantity"))


def held_until(document: Document) -> datetime | None:
    """When the first of a paper's reservations ends; None if nothing is held."""
    rows = Reservation.objects.filter(document_id=document.pk, state=Reservation.State.ACTIVE)
    return rows.order_by("until").values_list("until", flat=True).first()


def holders(product: Product, warehouse: Warehouse | None = None, limit: int = 50) -> QuerySet[Reservation]:
    """Which papers hold a product now, the soonest to end first."""
    rows = Reservation.objects.filter(product=product, state=Reservation.State.ACTIVE)
    if warehouse:
        rows = rows.filter(warehouse=warehouse)
    return rows.select_related("document__client", "warehouse").order_by("until", "id")[:limit]


def ending(before: datetime, viewer: Staff, limit: int = 100) -> QuerySet[Reservation]:
    """Reservations that end before a moment, of papers that the viewer may see."""
    seen = Document.objects.visible_to(viewer).values("pk")
    rows = Reservation.objects.filter(state=Reservation.State.ACTIVE, until__lt=before, document__in=seen)
    return rows.select_related("document__client", "product", "warehouse").order_by("until", "id")[:limit]


def movements(
    product: Product, warehouse: Warehouse | None = None, before: int | None = None, limit: int = 50
) -> QuerySet[Movement]:
    """How goods came and went, the latest first; `before` is the id where the last page ended."""
    rows = Movement.objects.filter(product=product)
    if warehouse:
        rows = rows.filter(warehouse=warehouse)
    if before:
        rows = rows.filter(pk__lt=before)
    return rows.select_related("document", "warehouse", "by").order_by("-id")[:limit]


def expected(on: date, warehouse: Warehouse | None = None, limit: int = 200) -> QuerySet[Arrival]:
    """What is expected and has not come, by day; what is late comes first."""
    rows = Arrival.objects.filter(received_at=None)
    if warehouse:
        rows = rows.filter(warehouse=warehouse)
    return rows.select_related("product", "warehouse", "document").order_by("expected_on", "id")[:limit]


def worth(warehouse: Warehouse | None = None) -> Decimal:
    """The goods on hand at cost."""
    rows = Balance.objects.filter(warehouse=warehouse) if warehouse else Balance.objects.all()
    return rows.aggregate(sum=Sum(F("on_hand") * F("product__cost")))["sum"] or NOTHING


_UNEQUAL = """
WITH moved AS (
    SELECT warehouse_id, product_id, sum(quantity) AS sum FROM stock_movement GROUP BY 1, 2
), held AS (
    SELECT warehouse_id, product_id, sum(quantity) AS sum FROM stock_reservation WHERE state = 'active' GROUP BY 1, 2
), keys AS (
    SELECT warehouse_id, product_id FROM stock_balance UNION SELECT warehouse_id, product_id FROM moved
    UNION SELECT warehouse_id, product_id FROM held
)
SELECT w.name, p.article, p.name,
       COALESCE(b.on_hand, 0), COALESCE(m.sum, 0), COALESCE(b.reserved, 0), COALESCE(h.sum, 0)
FROM keys k
JOIN stock_warehouse w ON w.id = k.warehouse_id
JOIN catalog_product p ON p.id = k.product_id
LEFT JOIN stock_balance b USING (warehouse_id, product_id)
LEFT JOIN moved m USING (warehouse_id, product_id)
LEFT JOIN held h USING (warehouse_id, product_id)
WHERE COALESCE(b.on_hand, 0) <> COALESCE(m.sum, 0) OR COALESCE(b.reserved, 0) <> COALESCE(h.sum, 0)
   OR COALESCE(b.reserved, 0) > COALESCE(b.on_hand, 0)
ORDER BY w.id, p.article
"""


def problems() -> Iterator[str]:
    """What does not add up in the books of goods, a sentence each; nothing when they are whole."""
    for warehouse, article, name, on_hand, moved, reserved, held in fetch(_UNEQUAL, {}):
        goods = {"warehouse": warehouse, "article": article, "product": name}
        if on_hand != moved:
            yield _("{warehouse}, {article} {product}: {on_hand} on hand, but the movements add up to {moved}.").format(
                on_hand=qty(on_hand), moved=qty(moved), **goods
            )
        if reserved != held:
            yield _(
                "{warehouse}, {article} {product}: {reserved} reserved, but the reservations add up to {held}."
            ).format(reserved=qty(reserved), held=qty(held), **goods)
        if reserved > on_hand:
            yield _("{warehouse}, {article} {product}: {reserved} reserved, but only {on_hand} on hand.").format(
                reserved=qty(reserved), on_hand=qty(on_hand), **goods
            )
