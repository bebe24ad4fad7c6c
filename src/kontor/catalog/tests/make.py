"""Plain makers of goods for the tests of every app."""

from itertools import count

from kontor.catalog.actions import fill_search
from kontor.catalog.models import BarCode, Group, Product

_numbers = count(1)


def make_group(name: str = "Fasteners") -> Group:
    return Group.objects.get_or_create(name=name)[0]


def make_product(name: str = "", *, bar_codes: tuple[str, ...] = (), **columns: object) -> Product:
    """A product that can be searched."""
    number = next(_numbers)
    columns = {"article": f"A-{number:05}", "group": make_group(), **columns}
    product = Product(name=name or f"Anchor bolt {number}", **columns)
    fill_search(product, bar_codes)
    product.save()
    BarCode.objects.bulk_create([BarCode(code=code, product=product) for code in bar_codes])
    return product
