"""Products with price and stock, as far as the caller may see them."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query

from kontor.api.answers import answer, columns, listed, named
from kontor.api.given import Invalid
from kontor.api.site import api
from kontor.catalog import queries as catalog
from kontor.catalog.models import Product
from kontor.clients.queries import fetch
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.pricing import queries as pricing
from kontor.stock import queries as stock
from kontor.web.pages import page

TAGS = [_("Goods")]
UNSEEN = ("search", "pairs", "sort_key")
MOST_AT_ONCE = 500
Id = Annotated[int | None, Query(None, ge=1, lt=2**63)]
Ids = Annotated[list[int], Query()]
Row = dict[str, Any]


@api.get("/products", operation_id="list_products", summary=_("Goods on sale by name, with stock and the client's price"), tags=TAGS)  # fmt: skip
def products(
    request: HttpRequest,
    q: str = "",
    client: Id = None,
    warehouse: Id = None,
    after: str = "",
    limit: Annotated[int, Query(50, ge=1, le=200)] = 50,
) -> HttpResponse:
    by = viewer(request)
    found = page(catalog.listed(q).distinct(), after, size=limit, order=("sort_key", "pk"))
    return answer(listed(found, _told(found.rows, by, _client(client, by), warehouse)))


@api.get("/products/{int:id}", operation_id="get_product", summary=_("One product"), tags=TAGS)
def product(request: HttpRequest, id: int, client: Id = None, warehouse: Id = None) -> HttpResponse:
    by = viewer(request)
    found = Product.objects.get(pk=id)
    (row,) = _told([found], by, _client(client, by), warehouse)
    codes = list(found.bar_codes.values_list("code", flat=True))
    substitutes = [named(each) for each in catalog.substitutes_of([id])[id]]
    return answer({**row, "bar_codes": codes, "substitutes": substitutes})


@api.get("/availability", operation_id="availability", summary=_("What is on hand, held, free and arriving"), tags=TAGS)
def availability(request: HttpRequest, product: Ids, warehouse: Id = None) -> HttpResponse:
    if len(product) > MOST_AT_ONCE or any(not 0 < each < 2**63 for each in product):
        raise Invalid({"product": [f"1–{MOST_AT_ONCE}"]})
    found = stock.availability(product, warehouse, timezone.localdate())
    return answer({"rows": [{"product": pk, **_held(there)} for pk, there in found.items()]})


def _client(pk: int | None, by: Staff) -> Client | None:
    return fetch(pk, by) if pk else None


def _told(products: list[Product], by: Staff, client: Client | None, warehouse: int | None) -> list[Row]:
    today: date = timezone.localdate()
    ids, names = [product.pk for product in products], columns(Product, by, but=UNSEEN)
    there, prices = stock.availability(ids, warehouse, today), pricing.prices(client, ids, today)
    return [
        {name: getattr(product, name) for name in names}
        | {"price": _price(prices.get(product.pk)), "stock": _held(there[product.pk])}
        for product in products
    ]


def _price(quote: pricing.Quote | None) -> Row | None:
    if quote is None:
        return None
    return {
        "amount": quote.amount,
        "list_amount": quote.list_amount,
        "source": quote.source_label,
        "level": quote.level_code,
    }


def _held(there: stock.Availability) -> Row:
    by_warehouse = [
        {"warehouse": pk, "on_hand": held.on_hand, "reserved": held.reserved, "free": held.free}
        for pk, held in there.by_warehouse.items()
    ]
    return {
        "on_hand": there.on_hand, "reserved": there.reserved, "free": there.free, "arriving": there.arriving,
        "arriving_on": there.arriving_on, "by_warehouse": by_warehouse,
    }  # fmt: skip
