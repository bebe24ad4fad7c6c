"""Plain makers of prices for the tests of every app."""

from datetime import date
from decimal import Decimal

from kontor.catalog.models import Product
from kontor.parties.models import Client, PriceLevel
from kontor.parties.tests.make import make_level
from kontor.pricing.models import Price


def make_price(
    product: Product,
    amount: Decimal | int | str,
    *,
    level: PriceLevel | None = None,
    client: Client | None = None,
    promotion: bool = False,
    since: date = date(2026, 1, 1),
    until: date | None = None,
) -> Price:
    """A price of the level W2 unless it is another level's, a client's own, or a promotion."""
    level = None if client or promotion else level or make_level()
    return Price.objects.create(
        product=product, level=level, client=client, amount=Decimal(amount), since=since, until=until
    )
