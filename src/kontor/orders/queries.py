"""Questions about orders: what is left to pay, what is short, what to offer, the margin and its floor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from kontor.catalog import queries as catalog
from kontor.catalog.models import Product
from kontor.kernel.text import fold
from kontor.orders.models import Line, Order
from kontor.people.models import Staff
from kontor.pricing import queries as pricing
from kontor.procurement import queries as procurement
from kontor.receivables import queries as receivables
from kontor.standards import queries as standards
from kontor.stock import queries as stock

ZERO = Decimal(0)


def lines_of(order: Order) -> list[Line]:
    """The lines with their products, in order."""
    return list(Line.objects.filter(order_id=order.pk).select_related("product").order_by("no"))


def paid(order: Order) -> Decimal:
    return receivables.paid([order.pk]).get(order.pk, ZERO)


def unpaid(order: Order) -> Decimal:
    """What is still to be paid of the whole order."""
    return max(order.total - paid(order), ZERO)


def to_prepay(order: Order) -> Decimal:
    """What is still to be paid before picking (W-1.3.9.1)."""
    return max(order.must_prepay - paid(order), ZERO)


def margin_floor(on: date) -> Decimal:
    return standards.amount("margin_floor_percent", on)


def last_order(order: Order) -> Order | None:
    """The client's latest earlier order, for repeating it."""
    earlier: QuerySet[Order] = Order.objects.filter(client=order.client).exclude(pk=order.pk)
    return earlier.exclude(status=Order.Status.CANCELLED).order_by("-dated_on", "-pk").first()


@dataclass(frozen=True)
class Replacement:
    """A substitute as the order screen offers it."""

    product: Product
    free: Decimal
    price: Decimal
    difference: Decimal


@dataclass(frozen=True)
class Position:
    """A line with what surrounds it: stock, reservation, shortage, substitutes."""

    line: Line
    free: Decimal
    reserved: Decimal
    short: Decimal
    arriving: Decimal
    arriving_on: date | None
    margin: Decimal | None
    replacements: list[Replacement]
    requested: Decimal = ZERO

    @property
    def left(self) -> Decimal:
        """What is still to be shipped of a line that has been shipped in part; zero otherwise."""
        return self.line.quantity - self.line.shipped if self.line.shipped else ZERO

    @property
    def stock_tone(self) -> str:
        return "danger" if self.short else "warn" if self.free < self.line.quantity * 2 else "ok"


def positions(order: Order, lines: list[Line], on: date) -> list[Position]:
    """The lines of the order screen: a constant number of queries, whatever their number."""
    ids = [line.product_id for line in lines]
    found = stock.availability(ids, order.warehouse, on)
    held = stock.reserved_by_line(order)
    asked = procurement.requested_by_line(order) if order.status != Order.Status.DRAFT else {}
    drafts = [
        replace(
            _position(line, found.get(line.product_id), held.get(line.pk, ZERO)), requested=asked.get(line.pk, ZERO)
        )
        for line in lines
    ]
    short = [each.line.product_id for each in drafts if each.short]
    offers = _replacements(order, short, on) if short else {}
    return [
        replace(each, replacements=_offered(each.line, offers.get(each.line.product_id, []))) if each.short else each
        for each in drafts
    ]


def _position(line: Line, there: "stock.Availability | None", reserved: Decimal) -> Position:
    free = there.free if there else ZERO
    open_quantity = line.quantity - line.shipped
    short = max(open_quantity - reserved - free, ZERO)
    return Position(
        line=line,
        free=free,
        reserved=reserved,
        short=short,
        arriving=there.arriving if there else ZERO,
        arriving_on=there.arriving_on if there else None,
        margin=line_margin(line),
        replacements=[],
    )


def line_margin(line: Line) -> Decimal | None:
    net = line.sum - line.vat
    return (net - line.cost * line.quantity) * 100 / net if net else None


def _replacements(order: Order, product_ids: list[int], on: date) -> dict[int, list[tuple[Product, Decimal, Decimal]]]:
    found = catalog.substitutes_of(product_ids)
    ids = [product.pk for offers in found.values() for product in offers]
    free = stock.availability(ids, order.warehouse, on)
    quotes = pricing.prices(order.client, ids, on, level=order.level)
    return {
        product_id: [
            (product, free[product.pk].free, quotes[product.pk].amount)
            for product in offers
            if product.pk in quotes and product.pk in free and free[product.pk].free > 0
        ]
        for product_id, offers in found.items()
    }


def _offered(line: Line, offers: list[tuple[Product, Decimal, Decimal]]) -> list[Replacement]:
    return [Replacement(product, free, price, price - line.list_price) for product, free, price in offers]


def upsells(order: Order, lines: list[Line]) -> list[catalog.Upsell]:
    """What the upselling standard says to offer with these lines and has no answer yet (W-1.2.1.7)."""
    answered = set(order.offers.values_list("product_id", flat=True))
    found = catalog.upsells_for([line.product_id for line in lines])
    return [each for each in found if each.product.pk not in answered]


def journal(staff: Staff, *, state: str = "", text: str = "") -> QuerySet[Order]:
    """The orders this person may see, for the list: by state, by the number or the client's name."""
    found: QuerySet[Order] = Order.objects.visible_to(staff).select_related("client", "owner")
    if state in Order.Status.values:
        found = found.filter(status=state)
    if asked := fold(text):
        found = found.filter(Q(number__iendswith=asked) | Q(client__search__contains=asked))
    return found


def paid_of(orders: Sequence[Order]) -> dict[int, Decimal]:
    return receivables.paid([order.pk for order in orders])
