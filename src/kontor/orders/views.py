"""Pages of orders: the journal, a new order, the order screen and its grid of lines."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kontor.catalog import queries as catalog
from kontor.documents.register import register
from kontor.kernel.refusals import Refusal, Refused
from kontor.orders import actions, queries
from kontor.orders.confirmation import confirmation
from kontor.orders.forms import AddLineForm, HeadForm, LineForm, OfferForm, PasteForm, StartForm, TakeForm
from kontor.orders.models import Order
from kontor.orders.screen import screen
from kontor.parties.models import Client
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.pricing import queries as pricing
from kontor.stock import queries as stock
from kontor.web.once import once
from kontor.web.pages import page
from kontor.web.parts import is_htmx, redirect, render


def find(request: HttpRequest, pk: int) -> Order:
    orders = Order.objects.visible_to(viewer(request))
    found: Order = get_object_or_404(
        orders.select_related("client", "owner", "warehouse", "level", "firm", "office"), pk=pk
    )
    return found


def orders(request: HttpRequest) -> HttpResponse:
    """The journal of orders, the latest first; by state, mine or all, by number or client."""
    rows = queries.journal(viewer(request), state=request.GET.get("state", ""), text=request.GET.get("q", ""))
    found = page(rows, request.GET.get("after", ""), size=50, order=("-pk",))
    context = {
        "page": found,
        "paid": queries.paid_of(found.rows),
        "state": request.GET.get("state", ""),
        "q": request.GET.get("q", ""),
        "states": [("", _("All"), ""), *((value, label, "") for value, label in Order.Status.choices)],
        "may_take": viewer(request).may(Right.TAKE_ORDERS),
        "sees_margin": viewer(request).may(Right.SEE_MARGIN),
    }
    return render(request, "orders/list.html", context, part="orders")


@once
def new(request: HttpRequest) -> HttpResponse:
    """Choose the client, say how the request came, and the draft is open. `?client=` chooses ahead."""
    form = StartForm(request.POST or None, initial={"client": request.GET.get("client", "")})
    chosen = _client(request, form["client"].value())
    if request.method == "POST" and form.is_valid() and chosen:
        given = {k: v for k, v in form.cleaned_data.items() if k != "client"}
        order = actions.start(chosen, by=viewer(request), at=timezone.now(), **given)
        return redirect(request, f"/orders/{order.pk}/")
    context = {"form": form, "client": chosen}
    return render(request, "orders/new.html", context, part="new", status=422 if form.is_bound else 200)


def _client(request: HttpRequest, pk: Any) -> Client | None:
    found: Client | None = (
        Client.objects.visible_to(viewer(request)).filter(pk=pk).first() if str(pk).isdecimal() else None
    )
    return found


def order(request: HttpRequest, pk: int) -> HttpResponse:
    return _screen(request, find(request, pk))


def _screen(request: HttpRequest, order: Order, status: int = 200, **extra: Any) -> HttpResponse:
    """The order screen, or its body for htmx."""
    shown = screen(order, viewer(request), timezone.localdate())
    context = {
        "order": order,
        "screen": shown,
        "floor": queries.margin_floor(timezone.localdate()),
        "paste": PasteForm(),
        "register": register,
        **extra,
    }
    return render(request, "orders/order.html", context, part="order_body", oob=("order_head",), status=status)


def _changed(request: HttpRequest, order: Order) -> HttpResponse:
    """After a change of the draft: the body drawn anew, or back to the page without JavaScript."""
    return _screen(request, find(request, order.pk)) if is_htmx(request) else redirect(request, f"/orders/{order.pk}/")


def _valid(form: forms.Form) -> dict[str, Any]:
    """The data of a small form of the grid; what is wrong with it is told as a refusal."""
    if not form.is_valid():
        raise Refused(Refusal("invalid", str(sentence)) for errors in form.errors.values() for sentence in errors)
    return form.cleaned_data


def products(request: HttpRequest, pk: int) -> HttpResponse:
    """The type-ahead: name, article or bar code, with free stock and the price at this client's level."""
    order, text = find(request, pk), request.GET.get("q", "").strip()
    today = timezone.localdate()
    found = list(catalog.search(text, limit=8)) if text else []
    ids = [product.pk for product in found]
    context = {
        "order": order,
        "q": text,
        "found": found,
        "stock": stock.availability(ids, order.warehouse, today),
        "quotes": pricing.prices(order.client, ids, today, level=order.level),
    }
    return render(request, "orders/products.html", context)


@require_POST
@once
def add_line(request: HttpRequest, pk: int) -> HttpResponse:
    order, data = find(request, pk), _valid(AddLineForm(request.POST))
    quantity = data["quantity"] or Decimal(1)
    actions.add_line(
        order, data["product"], quantity, by=viewer(request), on=timezone.localdate(), version=data["version"]
    )
    return _changed(request, order)


@require_POST
@once
def set_line(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    order, data = find(request, pk), _valid(LineForm(request.POST))
    actions.set_line(
        order, line, by=viewer(request), quantity=data["qty"], discount=data["discount"], version=data["version"]
    )
    return _changed(request, order)


@require_POST
@once
def remove_line(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    order = find(request, pk)
    actions.remove_line(order, line, by=viewer(request))
    return _changed(request, order)


@require_POST
@once
def take_substitute(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    order, data = find(request, pk), _valid(TakeForm(request.POST))
    actions.take_substitute(
        order,
        line,
        data["product"],
        data["quantity"],
        by=viewer(request),
        on=timezone.localdate(),
        version=data["version"],
    )
    return _changed(request, order)


@require_POST
@once
def answer_offer(request: HttpRequest, pk: int) -> HttpResponse:
    order, data = find(request, pk), _valid(OfferForm(request.POST))
    actions.answer_offer(order, by=viewer(request), on=timezone.localdate(), **data)
    return _changed(request, order)


@require_POST
@once
def repeat(request: HttpRequest, pk: int) -> HttpResponse:
    order = find(request, pk)
    actions.repeat_last(order, by=viewer(request), on=timezone.localdate())
    return _changed(request, order)


@require_POST
@once
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Rows from a spreadsheet: all of them or none; bad rows are named and the text stays."""
    order, form = find(request, pk), PasteForm(request.POST)
    try:
        rows = _valid(form)["rows"]
        actions.paste(order, rows, by=viewer(request), on=timezone.localdate(), language=get_language() or "")
    except Refused as refused:
        for refusal in refused.refusals:
            form.add_error("rows", str(refusal.sentence))
        return _screen(request, order, status=422, paste=form)
    return _changed(request, order)


@once
def terms(request: HttpRequest, pk: int) -> HttpResponse:
    """Payment, delivery, wanted date and the rest of the head."""
    order = find(request, pk)
    form = HeadForm(request.POST or None, order=order)
    if request.method == "POST" and form.is_valid():
        version = request.POST.get("version", "")
        seen = int(version) if version.isdecimal() else None
        actions.set_head(order, by=viewer(request), version=seen, **form.cleaned_data)
        return redirect(request, f"/orders/{order.pk}/", said=_("The terms of the order are saved."))
    context = {"order": order, "form": form}
    return render(request, "orders/terms.html", context, part="terms", status=422 if form.is_bound else 200)


def confirmation_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    order = find(request, pk)
    response = HttpResponse(confirmation(order, queries.lines_of(order)), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="order-{order.pk}.pdf"'
    return response
