"""Why goods cannot be reserved or issued."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.catalog.models import Product
from kontor.kernel.formats import day_full, qty
from kontor.kernel.refusals import Refusal
from kontor.stock.models import Warehouse
from kontor.stock.queries import Availability, availability


@dataclass(frozen=True, slots=True)
class Short:
    """A line that cannot be served in full: of what was wanted, this much is free for it."""

    product: int
    wanted: Decimal
    free: Decimal


def short_gate(shorts: Iterable[Short], warehouse: Warehouse) -> Iterator[Refusal]:
    """One refusal per short line: which product, how much is wanted and free, and when more arrives (W-1.3.8.1a)."""
    lines = list(shorts)
    products = Product.objects.in_bulk([line.product for line in lines])
    known = availability([line.product for line in lines], warehouse)
    for line in lines:
        product = products[line.product]
        yield Refusal(
            "short",
            _("“{product}”: {wanted} {unit} wanted, {free} {unit} free in {warehouse}.").format(
                product=product.name,
                wanted=qty(line.wanted),
                free=qty(line.free),
                unit=product.get_unit_display(),
                warehouse=warehouse.name,
            ),
            opens=_arrival(product, known[line.product]),
            facts={"product": product.article, "wanted": line.wanted, "free": line.free},
            clause="W-1.3.8.1a",
        )


def _arrival(product: Product, known: Availability) -> str:
    if known.arriving_on is None:
        return ""
    return _("{quantity} {unit} more is expected on {day}.").format(
        quantity=qty(known.arriving), unit=product.get_unit_display(), day=day_full(known.arriving_on)
    )


def below_reserved_gate(shorts: Iterable[Short]) -> Iterator[Refusal]:
    """A correction that would take away goods which are promised to clients."""
    lines = list(shorts)
    products = Product.objects.in_bulk([line.product for line in lines])
    for line in lines:
        product = products[line.product]
        yield Refusal(
            "promised",
            _(
                "“{product}”: {wanted} {unit} cannot be taken off, only {free} {unit} is not promised to clients."
            ).format(
                product=product.name,
                wanted=qty(line.wanted),
                free=qty(line.free),
                unit=product.get_unit_display(),
            ),
            facts={"product": product.article, "wanted": line.wanted, "free": line.free},
        )
