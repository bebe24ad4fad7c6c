"""Questions about prices: what a client pays for goods on a day, why, and what a price list says."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kontor.catalog.models import Product
from kontor.documents.rows import fetch
from kontor.kernel.formats import day_full, money, qty
from kontor.kernel.money import line_sum
from kontor.papers.models import File
from kontor.parties.models import Client, PriceLevel
from kontor.pricing.models import Price, PriceList

OWN, PROMOTION, LEVEL = "client", "promotion", "level"


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a unit with VAT, where it comes from, and what the price list of the level says."""

    amount: Decimal
    source_label: str
    level_code: str
    list_amount: Decimal
    kind: str  # OWN, PROMOTION or LEVEL


class _Row(NamedTuple):
    product: int
    kind: str
    amount: Decimal
    since: date
    until: date | None
    level_code: str
    level_name: str


_PRICES = """
WITH level AS (
    SELECT id, code, name FROM parties_pricelevel
    WHERE %(level)s::bigint IS NULL OR id = %(level)s ORDER BY rank DESC, id DESC LIMIT 1
), price AS (
    SELECT p.*, CASE WHEN p.client_id IS NOT NULL THEN 'client' WHEN p.level_id IS NULL THEN 'promotion' ELSE 'level' END AS kind
    FROM pricing_price p
    WHERE product_id = ANY(%(products)s) AND since <= %(on)s AND (until IS NULL OR until >= %(on)s)
      AND (level_id = (SELECT id FROM level) OR client_id = %(client)s OR level_id IS NULL AND client_id IS NULL)
)
SELECT DISTINCT ON (p.product_id, p.kind)
       p.product_id, p.kind, p.amount, p.since, p.until, COALESCE(l.code, ''), COALESCE(l.name, '')
FROM price p LEFT JOIN level l ON TRUE
ORDER BY p.product_id, p.kind, p.since DESC, p.id DESC
"""


def prices(
    client: Client | None, product_ids: Collection[int], on: date, level: PriceLevel | None = None
) -> dict[int, Quote]:
    """What a unit of each product costs the client on a day; a product without a price is left out. One query.

    The client's own price goes before all; a promotion is taken where it is lower than the price of the level. The level is
    the client's unless given; without either it is the last one, the price for everybody.
    """
    found = _rows(client, product_ids, on, level)
    return {product: _quote(rows) for product, rows in found.items()}


def price(client: Client | None, product: Product, on: date, level: PriceLevel | None = None) -> Quote | None:
    """The same about one product; None: it has no price on that day."""
    return prices(client, [product.pk], on, level).get(product.pk)


def _rows(
    client: Client | None, product_ids: Collection[int], on: date, level: PriceLevel | None
) -> dict[int, dict[str, _Row]]:
    asked = {
        "products": list(product_ids),
        "on": on,
        "client": client.pk if client else None,
        "level": level.pk if level else client.price_level_id if client else None,
    }
    found: dict[int, dict[str, _Row]] = {}
    for row in map(_Row._make, fetch(_PRICES, asked)):
        found.setdefault(row.product, {})[row.kind] = row
    return found


def _chosen(rows: dict[str, _Row]) -> _Row:
    """The client's own price; else the lower of promotion and level; of equal ones the level's."""
    if own := rows.get(OWN):
        return own
    return min((rows[kind] for kind in (LEVEL, PROMOTION) if kind in rows), key=lambda row: row.amount)


def _quote(rows: dict[str, _Row]) -> Quote:
    chosen = _chosen(rows)
    listed = rows.get(LEVEL, chosen)
    return Quote(chosen.amount, _label(chosen), chosen.level_code, listed.amount, chosen.kind)


def _label(row: _Row) -> str:
    match row.kind:
        case "client":
            return _("own price")
        case "promotion" if row.until:
            return _("promotion until {day}").format(day=day_full(row.until))
        case "promotion":
            return _("promotion")
    return row.level_name or row.level_code


@dataclass(frozen=True, slots=True)
class Explanation:
    """A price with the sentences that tell how it came about."""

    quote: Quote | None
    sum: Decimal
    sentences: tuple[str, ...]


def explain(
    client: Client | None, product: Product, quantity: Decimal, on: date, level: PriceLevel | None = None
) -> Explanation:
    """Why the product costs the client so much on a day, and what the quantity comes to."""
    rows = _rows(client, [product.pk], on, level).get(product.pk)
    if not rows:
        return Explanation(None, Decimal(0), (_("No price is set for {day}.").format(day=day_full(on)),))
    quote = _quote(rows)
    return Explanation(quote, line_sum(quantity, quote.amount), tuple(_told(rows, quote, product, quantity)))


def _told(rows: dict[str, _Row], quote: Quote, product: Product, quantity: Decimal) -> Iterator[str]:
    if listed := rows.get(LEVEL):
        yield _("Price level “{level}”: {amount} from {day}.").format(
            level=listed.level_name or listed.level_code,
            amount=money(listed.amount),
            day=day_full(listed.since),
        )
    if (promotion := rows.get(PROMOTION)) and OWN not in rows:
        yield _promotion(promotion, taken=quote.kind == PROMOTION)
    if own := rows.get(OWN):
        yield _("The client's own price from {day} goes before all others: {amount}.").format(
            day=day_full(own.since), amount=money(own.amount)
        )
    yield _("{quantity} {unit} × {amount} = {sum}.").format(
        quantity=qty(quantity),
        unit=product.get_unit_display(),
        amount=money(quote.amount),
        sum=money(line_sum(quantity, quote.amount)),
    )


def _promotion(row: _Row, *, taken: bool) -> str:
    if not taken:
        return _("The promotion of {amount} is not lower and is not taken.").format(amount=money(row.amount))
    if row.until:
        return _("Promotion until {day}: {amount}, lower than the price of the level.").format(
            day=day_full(row.until), amount=money(row.amount)
        )
    return _("Promotion: {amount}, lower than the price of the level.").format(amount=money(row.amount))


def history(product: Product, level: PriceLevel | None = None, client: Client | None = None) -> QuerySet[Price]:
    """The prices of a product for a level, for a client, or (neither) its promotions, the latest first."""
    rows = Price.objects.filter(product=product, level=level, client=client)
    return rows.select_related("set_by").order_by("-since", "-id")[:100]


def level_prices(product_ids: Collection[int], on: date) -> dict[int, dict[str, Decimal]]:
    """The prices of all levels side by side: product → level code → price. One query."""
    rows = (
        Price.objects.filter(product_id__in=product_ids, level__isnull=False, since__lte=on)
        .exclude(until__lt=on)
        .order_by("product_id", "level_id", "-since", "-id")
        .distinct("product_id", "level_id")
        .values_list("product_id", "level__code", "amount")
    )
    found: dict[int, dict[str, Decimal]] = {product: {} for product in product_ids}
    for product, code, amount in rows:
        found[product][code] = amount
    return found


class ListLine(NamedTuple):
    """A position of a price list as it was handed out."""

    group: str
    article: str
    name: str
    unit: str
    pack: str
    price: str
    is_new: bool
    own_production: bool


def latest_list(level: PriceLevel) -> PriceList | None:
    """The last version of a level's price list."""
    return PriceList.objects.filter(level=level).defer("lines").order_by("-version").first()


def lists(level: PriceLevel | None = None, before: int | None = None, limit: int = 50) -> QuerySet[PriceList]:
    """Versions that were made, the latest first; `before` is the id where the last page ended."""
    rows = PriceList.objects.defer("lines").select_related("level", "made_by")
    if level:
        rows = rows.filter(level=level)
    if before:
        rows = rows.filter(pk__lt=before)
    return rows.order_by("-id")[:limit]


def list_lines(price_list: PriceList) -> list[ListLine]:
    """The positions of a version."""
    return [ListLine(*line) for line in price_list.lines]


def list_files(price_list: PriceList, language: str) -> dict[str, File]:
    """The files of a version in a language that have been made: `pdf` and `xlsx`. Empty: ask `actions.make_files`."""
    ids = price_list.files.get(language, {})
    found = File.objects.in_bulk(ids.values())
    return {form: found[pk] for form, pk in ids.items() if pk in found}
