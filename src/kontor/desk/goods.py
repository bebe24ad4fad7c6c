"""Stock and prices: the catalogue with what is free and what it costs, and the page of one product."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kontor.catalog import queries as catalog
from kontor.catalog.models import Group, Product
from kontor.parties.models import Client, PriceLevel
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.pricing import queries as pricing
from kontor.stock import queries as stock
from kontor.stock.models import Warehouse
from kontor.web.pages import page
from kontor.web.parts import render

SIZE = 50


def products(request: HttpRequest) -> HttpResponse:
    """The catalogue by name: group, search, own production; stock of all warehouses, price of each level."""
    today, text = timezone.localdate(), request.GET.get("q", "")
    group = Group.objects.filter(pk=_number(request.GET.get("group"))).first()
    rows = catalog.listed(text, group=group, own=request.GET.get("own") == "1")
    found = page(rows, request.GET.get("after", ""), size=SIZE, order=("sort_key", "pk"))
    ids = [product.pk for product in found.rows]
    levels = list(PriceLevel.objects.all())
    context = {
        "page": found,
        "q": text,
        "group": str(group.pk) if group else "",
        "groups": list(Group.objects.filter(parent=None).values_list("pk", "name")),
        "own": request.GET.get("own", ""),
        "stock": stock.availability(ids, None, today),
        "levels": levels,
        "prices": {level.pk: pricing.prices(None, ids, today, level=level) for level in levels},
        "today": today,
    }
    return render(request, "desk/products.html", context, part="products")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def product(request: HttpRequest, pk: int) -> HttpResponse:
    """One product: stock by warehouse, who holds it, prices, substitutes, movements; `?client=` explains his price."""
    today = timezone.localdate()
    client = Client.objects.visible_to(viewer(request)).filter(pk=_number(request.GET.get("client"))).first()
    found = get_object_or_404(Product.objects.select_related("group"), pk=pk)
    levels = list(PriceLevel.objects.all())
    context = {
        "product": found,
        "there": stock.availability([pk], None, today)[pk],
        "warehouses": list(Warehouse.objects.all()),
        "prices": [(level, pricing.price(None, found, today, level)) for level in levels],
        "client": client,
        "told": pricing.explain(client, found, Decimal(1), today) if client else None,
        "holders": stock.holders(found, limit=20),
        "substitutes": catalog.substitutes_of([pk])[pk],
        "movements": stock.movements(found, limit=20),
        "bar_codes": list(found.bar_codes.values_list("code", flat=True)),
        "sees_cost": viewer(request).may(Right.SEE_MARGIN),
        "new": found.is_new_on(today),
    }
    return render(request, "desk/product.html", context)
