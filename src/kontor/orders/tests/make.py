"""Plain makers of orders for the tests of every app."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from kontor.catalog.models import Product, VatRate
from kontor.catalog.tests.make import make_product
from kontor.orders import actions
from kontor.orders.models import Order
from kontor.parties.models import Client
from kontor.parties.tests.make import make_client, make_firm
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.pricing.models import Price
from kontor.stock.tests.make import make_warehouse, put


def make_goods(*prices: int | str, stock: int | str = 100, cost: int | str = 50, **columns: object) -> list[Product]:
    """Products with a promotion price for everybody and some stock in the main warehouse."""
    VatRate.objects.get_or_create(country="RU", code="standard", since="2026-01-01", defaults={"percent": 22})
    goods = []
    for price in prices:
        product = make_product(cost=Decimal(cost), **columns)
        Price.objects.create(product=product, amount=Decimal(price), since="2026-01-01")
        if stock:
            put(product, stock)
        goods.append(product)
    return goods


def make_order(
    lines: Iterable[tuple[Product, int | str]] | None = None,
    *,
    client: Client | None = None,
    by: Staff | None = None,
    at: datetime | None = None,
    **terms: object,
) -> Order:
    """A draft order with lines of (product, quantity); two products of 100 and 250 by default."""
    by = by or make_staff("sales_manager")
    client = client or make_client(owner=by)
    at = at or timezone.now()
    make_firm()
    order = actions.start(client, by=by, at=at, warehouse=make_warehouse())
    if terms:
        order = actions.set_head(order, by=by, **terms)
    for product, quantity in lines if lines is not None else zip(make_goods(100, 250), (10, 4), strict=True):
        order = actions.add_line(order, product, Decimal(quantity), by=by, on=at.date())
    return order
