"""Verbs on goods: enter, change, withdraw; substitutes, what else to offer, VAT rates."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from kontor.catalog.gates import article_gate, bar_code_gate, columns_gate, keep_gates
from kontor.catalog.models import BarCode, Group, Product, Substitute, UpsellRule, VatRate
from kontor.catalog.rates import KNOWN
from kontor.documents.rows import fast_insert
from kontor.kernel.refusals import Changed, Refusal, refuse_if
from kontor.kernel.text import pairs, search_text, sort_key
from kontor.people.models import Staff
from kontor.timeline import actions as timeline

CARD = (
    "article", "name", "brand", "group", "unit", "pack", "fractional", "weight", "vat", "cost", "own_production",
    "new_since", "properties",
)  # fmt: skip
_IN_ONE_INSERT = 500


@transaction.atomic
def enter_group(name: str, *, by: Staff, parent: Group | None = None, rank: int = 0) -> Group:
    """A group of goods; the same name under the same parent is the same group."""
    refuse_if(keep_gates(by))
    return Group.objects.get_or_create(name=name, parent=parent, defaults={"rank": rank})[0]


@transaction.atomic
def enter_products(entries: Iterable[Mapping[str, Any]], *, by: Staff) -> list[int]:
    """New products in bulk, each a mapping of card columns and perhaps `bar_codes`; answer their ids in order."""
    refuse_if(keep_gates(by))
    products = [(Product(**_card(entry)), list(entry.get("bar_codes", ()))) for entry in entries]
    refuse_if(_entry_refusals(products))
    for product, codes in products:
        fill_search(product, codes)
    rows = [_row(product) for product, _codes in products]
    ids: list[int] = []
    for start in range(0, len(rows), _IN_ONE_INSERT):
        ids += fast_insert(Product, rows[start : start + _IN_ONE_INSERT])
    codes = [(pk, code) for pk, (_product, own) in zip(ids, products, strict=True) for code in own]
    BarCode.objects.bulk_create([BarCode(code=code, product_id=pk) for pk, code in codes])
    return ids


def enter_product(*, by: Staff, bar_codes: Sequence[str] = (), **columns: Any) -> Product:
    """A new product; Refused if its article or a bar code is another's."""
    (pk,) = enter_products([{**columns, "bar_codes": bar_codes}], by=by)
    return Product.objects.get(pk=pk)


def _card(entry: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := set(entry) - {*CARD, "bar_codes"}:
        raise TypeError(f"a product has no {', '.join(sorted(unknown))}")
    return {name: entry[name] for name in CARD if name in entry}


def _row(product: Product) -> dict[str, Any]:
    fields = [field for field in Product._meta.local_concrete_fields if not field.primary_key]
    return {field.attname: getattr(product, field.attname) for field in fields}


def _entry_refusals(products: Sequence[tuple[Product, Sequence[str]]]) -> list[Refusal]:
    found = [*article_gate([product.article for product, _codes in products])]
    found += bar_code_gate([code for _product, codes in products for code in codes])
    for product, _codes in products:
        found += columns_gate({name: getattr(product, name) for name in ("name", "pack", "cost", "weight")})
    return found


def fill_search(product: Product, bar_codes: Iterable[str] = ()) -> None:
    """Set the columns by which a product is found and sorted. Does not save."""
    product.search = search_text(product.article, product.name, product.brand, *bar_codes)
    product.pairs = pairs(product.search)
    product.sort_key = sort_key(product.name)[:250]


@transaction.atomic
def change_product(
    product: Product,
    *,
    by: Staff,
    version: int | None = None,
    bar_codes: Sequence[str] | None = None,
    **columns: Any,
) -> Product:
    """Change columns of a product's card. Raises Changed when somebody was faster than `version`."""
    refuse_if(keep_gates(by))
    product = Product.objects.select_for_update().get(pk=product.pk)
    if version is not None and version != product.version:
        raise Changed(by="", theirs={name: str(getattr(product, name)) for name in columns})
    card = _card(columns)
    refuse_if(_change_refusals(product, card, bar_codes))
    if bar_codes is not None:
        BarCode.objects.filter(product=product).exclude(code__in=bar_codes).delete()
        BarCode.objects.bulk_create([BarCode(code=code, product=product) for code in bar_codes], ignore_conflicts=True)
    for name, value in card.items():
        setattr(product, name, value)
    fill_search(product, product.bar_codes.values_list("code", flat=True))
    product.version += 1
    product.save()
    return product


def _change_refusals(product: Product, card: dict[str, Any], bar_codes: Sequence[str] | None) -> list[Refusal]:
    found = [*columns_gate(card)]
    if "article" in card:
        found += article_gate([card["article"]], but=product.pk)
    return [*found, *bar_code_gate(bar_codes or (), but=product.pk)]


@transaction.atomic
def withdraw_product(product: Product, *, by: Staff, at: datetime | None = None) -> Product:
    """Take a product off the list: it is not offered any more; papers that name it stay. Twice changes nothing."""
    refuse_if(keep_gates(by))
    product = Product.objects.select_for_update().get(pk=product.pk)
    if product.withdrawn_at is None:
        product.withdrawn_at = at or timezone.now()
        product.version += 1
        product.save(update_fields=["withdrawn_at", "version"])
        timeline.record("product.withdrawn", by=by, article=product.article, product=product.name)
    return product


@transaction.atomic
def offer_again(product: Product, *, by: Staff) -> Product:
    """Put a withdrawn product on the list again. Twice changes nothing."""
    refuse_if(keep_gates(by))
    product = Product.objects.select_for_update().get(pk=product.pk)
    if product.withdrawn_at is not None:
        product.withdrawn_at = None
        product.version += 1
        product.save(update_fields=["withdrawn_at", "version"])
        timeline.record("product.offered_again", by=by, article=product.article, product=product.name)
    return product


@transaction.atomic
def set_substitutes(product: Product, instead: Sequence[Product], *, by: Staff) -> None:
    """What is offered when the product is short, the best first; replaces what stood before (W-1.2.1.6)."""
    refuse_if(keep_gates(by))
    Substitute.objects.filter(product=product).delete()
    chosen = [other for other in dict.fromkeys(instead) if other.pk != product.pk]
    Substitute.objects.bulk_create(
        [Substitute(product=product, instead=other, rank=rank) for rank, other in enumerate(chosen)]
    )


@transaction.atomic
def add_upsell(
    offer: Product, reason: str, *, by: Staff, product: Product | None = None, group: Group | None = None
) -> UpsellRule:
    """Offer a product with that product or group, and tell the client this reason (W-1.2.1.7)."""
    refuse_if(keep_gates(by))
    if product is None and group is None:
        raise ValueError("an upsell rule needs a product or a group")
    return UpsellRule.objects.update_or_create(
        product=product, group=group, offer=offer, defaults={"reason": reason, "is_active": True}
    )[0]


def drop_upsell(rule: UpsellRule, *, by: Staff) -> None:
    """The rule is not used any more."""
    refuse_if(keep_gates(by))
    UpsellRule.objects.filter(pk=rule.pk).update(is_active=False)


def enter_vat_rate(country: str, code: str, percent: Decimal, since: date) -> None:
    """A rate of the law from a day; entering the same day again corrects it."""
    VatRate.objects.update_or_create(country=country, code=code, since=since, defaults={"percent": percent})


def enter_known_vat_rates() -> None:
    """The rates this version knows, as a new installation has them; what stands stays."""
    rates = [
        VatRate(country=country, code=code, percent=percent, since=since) for country, code, percent, since in KNOWN
    ]
    VatRate.objects.bulk_create(rates, ignore_conflicts=True)
