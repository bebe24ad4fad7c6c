"""Questions about goods: search, VAT by day, substitutes, what else to offer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Lower

from kontor.catalog.models import BarCode, Group, Product, Substitute, UpsellRule, VatRate
from kontor.kernel.text import fold, keyboard_swap
from kontor.parties.models import Country

ALIKE = 0.45
"""How much a misspelt word must resemble a word of the name, from 0 to 1."""


def search(text: str, limit: int = 20, *, withdrawn: bool = False) -> QuerySet[Product]:
    """Goods by article, bar code or words of the name, the surest first; for the type-ahead.

    An exact article or bar code comes first, then articles and names that begin so, then the rest by name. When nothing
    is found, the text is read in the other keyboard layout, and then with misspellings. An empty text finds all.
    """
    goods = _on_sale(withdrawn)
    asked = fold(text)
    if not asked:
        return goods.order_by("sort_key", "id")[:limit]
    for reading in (asked, fold(keyboard_swap(asked))):
        found = _ranked(goods.filter(_answers(reading)), reading)[:limit]
        if found.exists():
            return found
    return _alike(goods, asked)[:limit]


def page(
    text: str = "",
    *,
    group: Group | None = None,
    withdrawn: bool = False,
    after: tuple[str, int] | None = None,
    limit: int = 50,
) -> QuerySet[Product]:
    """A page of the catalogue by name. `after` is (sort key, id) of the last product of the page before."""
    goods = _on_sale(withdrawn).select_related("group")
    if asked := fold(text):
        goods = goods.filter(_answers(asked) | _answers(fold(keyboard_swap(asked))))
    if group:
        goods = goods.filter(Q(group=group) | Q(group__parent=group))
    if after:
        goods = goods.filter(Q(sort_key__gt=after[0]) | Q(sort_key=after[0], pk__gt=after[1]))
    return goods.order_by("sort_key", "id")[:limit]


def listed(text: str = "", *, group: Group | None = None, own: bool = False) -> QuerySet[Product]:
    """Goods on sale for a list by name: by words, group (with its subgroups), own production."""
    goods = _on_sale(withdrawn=False)
    if asked := fold(text):
        goods = goods.filter(_answers(asked) | _answers(fold(keyboard_swap(asked))) | Q(bar_codes__code=asked))
    if group:
        goods = goods.filter(Q(group=group) | Q(group__parent=group))
    return goods.filter(own_production=True) if own else goods


def _on_sale(withdrawn: bool) -> QuerySet[Product]:
    return Product.objects.all() if withdrawn else Product.objects.filter(withdrawn_at=None)


def _answers(asked: str) -> Q:
    """Every word is there. Trigrams index three characters and more; pairs of them have an index of their own."""
    condition = Q()
    for word in asked.split():
        if len(word) == 1:
            condition &= Q(sort_key__startswith=word)
        elif len(word) == 2:
            condition &= Q(pairs__contains=[word])
        else:
            condition &= Q(search__contains=word)
    return condition


def _ranked(goods: QuerySet[Product], asked: str) -> QuerySet[Product]:
    by_code = Exists(BarCode.objects.filter(product=OuterRef("pk"), code=asked))
    rank = Case(
        When(Q(article__iexact=asked) | Q(by_code), then=Value(0)),
        When(article__istartswith=asked, then=Value(1)),
        When(sort_key__startswith=asked, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return goods.annotate(by_code=by_code, rank=rank).order_by("rank", "sort_key", "id")


def _alike(goods: QuerySet[Product], asked: str) -> QuerySet[Product]:
    """Misspelt words. What the index of trigrams offers is narrowed by likeness: much alike, or begun alike."""
    begun_so = Q(*(Q(search__contains=word[:3]) for word in asked.split()))
    near = goods.filter(Q(search__trigram_word_similar=asked) | begun_so)
    alike = near.annotate(likeness=TrigramWordSimilarity(asked, "search")).filter(likeness__gte=ALIKE)
    return alike.order_by("-likeness", "sort_key", "id")


def by_codes(codes: Iterable[str]) -> dict[str, Product]:
    """Goods on sale by article or bar code, whatever the case, keyed by the case-folded code: for pasted lines."""
    asked = {code.strip().casefold() for code in codes} - {""}
    by_article = _on_sale(False).annotate(code=Lower("article")).filter(code__in=asked)
    known = {product.article.casefold(): product for product in by_article}
    others = BarCode.objects.filter(code__in=asked - set(known), product__withdrawn_at=None)
    return known | {other.code: other.product for other in others.select_related("product")}


def rates_on(country: str, on: date) -> dict[str, Decimal]:
    """Percent of VAT by code, as they hold in a country on a day. One query for any number of lines.

    Goods sold to another country leave at the zero rate; where no rate of a code is known, it is missing.
    """
    none: dict[str, Decimal] = {VatRate.Code.NONE: Decimal(0)}
    if country == Country.OTHER:
        return {code: Decimal(0) for code in VatRate.Code.values}
    rows = VatRate.objects.filter(country=country, since__lte=on).order_by("since").values_list("code", "percent")
    return none | dict(rows)


def vat_percent(product: Product, on: date, country: str) -> Decimal:
    """The percent of VAT inside a product's price on the day of shipment.

    LookupError: the country has no rate of this code on that day; somebody must enter it.
    """
    rates = rates_on(country, on)
    if product.vat not in rates:
        raise LookupError(f"no VAT rate {product.vat!r} in {country} on {on}")
    return rates[product.vat]


def substitutes_of(product_ids: Collection[int]) -> dict[int, list[Product]]:
    """What to offer when these goods are short, in order, without what is withdrawn (W-1.2.1.6)."""
    rows = Substitute.objects.filter(product_id__in=product_ids, instead__withdrawn_at=None).select_related("instead")
    found: dict[int, list[Product]] = {product: [] for product in product_ids}
    for row in rows.order_by("rank", "id"):
        found[row.product_id].append(row.instead)
    return found


@dataclass(frozen=True, slots=True)
class Upsell:
    """A product to offer, the reason to tell the client, and the product of the order that gave the idea."""

    product: Product
    reason: str
    because: int


def upsells_for(product_ids: Collection[int], limit: int = 6) -> list[Upsell]:
    """What else to offer with these goods: each product once, none that is in the order or withdrawn (W-1.2.1.7)."""
    groups = dict(Product.objects.filter(pk__in=product_ids).values_list("group_id", "pk"))
    rules = UpsellRule.objects.filter(is_active=True, offer__withdrawn_at=None).filter(
        Q(product_id__in=product_ids) | Q(group_id__in=groups)
    )
    found: dict[int, Upsell] = {}
    for rule in rules.exclude(offer_id__in=product_ids).select_related("offer").order_by("product_id", "id"):
        because = rule.product_id or groups[rule.group_id or 0]
        found.setdefault(rule.offer_id, Upsell(rule.offer, rule.reason, because))
    return list(found.values())[:limit]


def own_production(limit: int = 20) -> QuerySet[Product]:
    """Goods of our own production, to be shown in every consultation (W-1.2.1.8)."""
    return Product.objects.filter(own_production=True, withdrawn_at=None).order_by("sort_key", "id")[:limit]
