"""Orders beyond the verbs of the register: start, terms, lines, offers."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext_noop as _

from kontor.api import papers
from kontor.api.answers import answer
from kontor.api.fields import FormClass, body, schema_of
from kontor.api.given import Body, check_names, fill, read, take_list, take_version, writing
from kontor.api.site import api
from kontor.documents.register import register
from kontor.orders import actions
from kontor.orders.forms import AddLineForm, HeadForm, LineForm, OfferForm, PasteForm, StartForm, TakeForm
from kontor.orders.models import KIND, Order
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.stock.models import Warehouse

TAGS = [_("Orders")]
ONE = "/orders/{int:id}"
LINES = ONE + "/lines"
LINE = LINES + "/{int:line}"
_LINES = {"type": "array", "items": schema_of(AddLineForm), "description": "goods to begin with"}


class OpenForm(StartForm):
    """A new order as a program opens it: the warehouse may be named at once."""

    warehouse = forms.ModelChoiceField(Warehouse.objects.all(), label=gettext_lazy("Warehouse"), required=False)


def _told(form: FormClass, **more: Any) -> dict[str, Any]:
    return {"openapi_extra": body(schema_of(form, **more)), "tags": TAGS}


def _order(pk: int, by: Staff) -> Order:
    found: Order = papers.find(register.kind(KIND), pk, by)
    return found


def _answer(order: Order, by: Staff, status: int = 200) -> HttpResponse:
    return answer(papers.whole(_order(order.pk, by), by), status)


@api.post(
    "/orders", operation_id="start_order", summary=_("Start an order for a client"), **_told(OpenForm, lines=_LINES)
)
@writing
def start(request: HttpRequest) -> HttpResponse:
    by, sent, now = viewer(request), read(request), timezone.now()
    lines = [_line(each) for each in take_list(sent, "lines")]
    given = fill(OpenForm, {"source": Order.Source.EMAIL, **sent}).cleaned_data
    client = Client.objects.visible_to(by).get(pk=given.pop("client"))
    order = actions.start(client, by=by, at=now, **given)
    for product, quantity in lines:
        order = actions.add_line(order, product, quantity, by=by, on=timezone.localdate(now))
    return _answer(order, by, 201)


def _line(sent: Any) -> tuple[Any, Any]:
    given = fill(AddLineForm, sent if isinstance(sent, dict) else {"product": sent}).cleaned_data
    return given["product"], given["quantity"] or Decimal(1)


@api.patch(ONE, operation_id="change_order", summary=_("Other terms on a draft"), **_told(HeadForm))
@writing
def change(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    order, version = _order(id, by), take_version(sent)
    check_names(sent, HeadForm.base_fields)
    standing = {name: _plain(order, name) for name in HeadForm.base_fields}
    given = fill(HeadForm, {**standing, **sent}, order=order).cleaned_data
    return _answer(actions.set_head(order, by=by, version=version, **given), by)


def _plain(order: Order, name: str) -> Any:
    value = getattr(order, name)
    return getattr(value, "pk", value) if value is not None else None


def _done(request: HttpRequest, id: int, form: FormClass, verb: Any, *args: Any, **kwargs: Any) -> HttpResponse:  # fmt: skip
    """Fill the form, call the verb on the order, answer the order."""
    by, sent = viewer(request), read(request)
    given = fill(form, sent).cleaned_data
    return _answer(verb(_order(id, by), *args, by=by, **kwargs, **given), by)


@api.post(LINES, operation_id="add_order_line", summary=_("Put goods on a draft"), **_told(AddLineForm))
@writing
def add_line(request: HttpRequest, id: int) -> HttpResponse:
    by, given = viewer(request), fill(AddLineForm, read(request)).cleaned_data
    product, quantity = given["product"], given["quantity"] or Decimal(1)
    order = actions.add_line(
        _order(id, by), product, quantity, by=by, on=timezone.localdate(), version=given["version"]
    )
    return _answer(order, by, 201)


@api.put(LINE, operation_id="set_order_line", summary=_("Another quantity or discount"), **_told(LineForm))
@writing
def set_line(request: HttpRequest, id: int, line: int) -> HttpResponse:
    by, sent = viewer(request), _renamed(read(request))
    given = fill(LineForm, sent).cleaned_data
    order = actions.set_line(
        _order(id, by), line, by=by, quantity=given["qty"], discount=given["discount"], version=given["version"]
    )
    return _answer(order, by)


def _renamed(sent: Body) -> Body:
    """`quantity` everywhere in the API; the grid of the page calls its cell `qty`."""
    return {"qty" if name == "quantity" else name: value for name, value in sent.items()}


@api.delete(LINE, operation_id="remove_order_line", summary=_("Take a line off a draft"), tags=TAGS)
@writing
def remove_line(request: HttpRequest, id: int, line: int) -> HttpResponse:
    by = viewer(request)
    return _answer(actions.remove_line(_order(id, by), line, by=by, version=take_version(read(request))), by)


@api.post(LINE + "/substitute", operation_id="take_substitute", summary=_("Take a substitute for what is short"), **_told(TakeForm))  # fmt: skip
@writing
def substitute(request: HttpRequest, id: int, line: int) -> HttpResponse:
    by, given = viewer(request), fill(TakeForm, read(request)).cleaned_data
    order = actions.take_substitute(_order(id, by), line, by=by, on=timezone.localdate(), **given)
    return _answer(order, by)


@api.post(
    ONE + "/offers", operation_id="answer_offer", summary=_("The client's answer to an offer"), **_told(OfferForm)
)
@writing
def offer(request: HttpRequest, id: int) -> HttpResponse:
    return _done(request, id, OfferForm, actions.answer_offer, on=timezone.localdate())


@api.post(
    ONE + "/repeat", operation_id="repeat_last_order", summary=_("The lines of the client's last order"), tags=TAGS
)
@writing
def repeat(request: HttpRequest, id: int) -> HttpResponse:
    return _done(request, id, forms.Form, actions.repeat_last, on=timezone.localdate())


@api.post(
    ONE + "/paste", operation_id="paste_order_lines", summary=_("Rows of article and quantity"), **_told(PasteForm)
)
@writing
def paste(request: HttpRequest, id: int) -> HttpResponse:
    by, rows = viewer(request), fill(PasteForm, read(request)).cleaned_data["rows"]
    order = actions.paste(_order(id, by), rows, by=by, on=timezone.localdate(), language=get_language() or "")
    return _answer(order, by)
