"""Plain makers of warehouses and of goods in them for the tests of every app."""

from datetime import date
from decimal import Decimal

from kontor.catalog.models import Product
from kontor.people.tests.make import make_office
from kontor.stock import actions
from kontor.stock.models import Warehouse

DAY = date(2026, 11, 20)


def make_warehouse(name: str = "Main warehouse") -> Warehouse:
    return Warehouse.objects.get_or_create(name=name, defaults={"office": make_office()})[0]


def put(product: Product, quantity: Decimal | int | str, warehouse: Warehouse | None = None) -> None:
    """Lay goods into a warehouse."""
    actions.receive(None, warehouse or make_warehouse(), [(product.pk, Decimal(quantity))], None, DAY)
