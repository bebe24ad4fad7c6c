"""Clients on the desk: the list with debts, the passport and its tabs, the folder on paper."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kontor.clients.queries import found
from kontor.contacts import queries as contacts
from kontor.desk import folder, passport, shown
from kontor.duties.queries import title_of
from kontor.kernel.dates import parse_date
from kontor.parties.models import Client, DeliveryMethod, PaymentMethod
from kontor.parties.requisites import TAX_ID_NAMES
from kontor.people.models import Staff
from kontor.people.rights import Right, Scope
from kontor.people.viewer import viewer
from kontor.pricing.models import Price
from kontor.receivables.models import Entry
from kontor.receivables.queries import Ageing, ageing, open_items
from kontor.timeline.kinds import GROUPS
from kontor.web.pages import page
from kontor.web.parts import is_htmx, render

_AT_ONCE = 50
_DUTIES_ASIDE = 5
_OWN_PRICES = 100
_BUTTONS = (Right.KEEP_CLIENTS, Right.TAKE_ORDERS, Right.LOG_CONTACTS)


def client_list(request: HttpRequest) -> HttpResponse:
    """Clients by name, with what they owe. Search and filters stand in the address."""
    me, asked = viewer(request), request.GET
    cards = _filtered(Client.objects.visible_to(me), me, asked.dict())
    rows = page(
        found(cards, asked.get("q", "")).select_related("owner", "price_level"),
        asked.get("after", ""), size=_AT_ONCE, order=("sort_key", "pk"),
    )  # fmt: skip
    debts = ageing([client.pk for client in rows.rows], timezone.localdate())
    context = {
        "page": rows, "debts": debts, "none_owed": Ageing(), "asked": asked.get("q", ""), "whose": asked.get("whose", ""),
        "status": asked.get("status", ""), "grade": asked.get("grade", ""), "status_chips": [("", _("All"), ""), *((code, capfirst(str(label)), "") for code, label in Client.Status.choices)],
        "shared": me.scope != Scope.OWN, "may_enter": me.may(Right.KEEP_CLIENTS),
    }  # fmt: skip
    return render(request, "desk/clients.html", context, part="list")


def _filtered(cards: QuerySet[Client], me: Staff, asked: dict[str, str]) -> QuerySet[Client]:
    if asked.get("whose") == "mine":
        cards = cards.filter(owner=me)
    if asked.get("status") in Client.Status:
        cards = cards.filter(status=asked["status"])
    if asked.get("grade") in Client.Grade:
        cards = cards.filter(grade=asked["grade"])
    return cards


def client(request: HttpRequest, pk: int) -> HttpResponse:
    """The passport: everything that happened, in calendar order."""
    me, now = viewer(request), timezone.now()
    card = _card(request, pk)
    group, before = request.GET.get("kind", ""), passport.read_cursor(request.GET.get("before", ""))
    day, wrong = _asked_day(request)
    past = passport.history(
        card, me, group=group, before=passport.until(day) if day else before, today=timezone.localdate(now)
    )
    ahead = passport.planned(card, now) if not (group or before or day) else []
    context = {
        "history": past, "ahead": ahead, "group": group, "past": before or day, "told": shown.detail,
        "chips": [("", _("Everything"), ""), *((code, name, "") for code, name in GROUPS.items())],
        "day": request.GET.get("day", ""), "wrong_day": wrong, "agreed": contacts.agreed(card),
    }  # fmt: skip
    return _tab(request, card, "timeline", context, part="timeline")


def client_tab(request: HttpRequest, pk: int, tab: str) -> HttpResponse:
    """Another tab of the passport."""
    if tab not in _TABS:
        raise Http404
    card = _card(request, pk)
    return _tab(request, card, tab, _TABS[tab](request, card), part="tab")


def client_folder(request: HttpRequest, pk: int) -> HttpResponse:
    """The passport on paper: the cover, then everything that happened, oldest first."""
    card = _card(request, pk)
    language = translation.get_language()
    pdf = folder.printed(card, viewer(request), at=timezone.now(), language=language)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="client-{card.pk}.pdf"'
    return response


def _tab(request: HttpRequest, card: Client, tab: str, context: dict[str, Any], *, part: str) -> HttpResponse:
    """The head, the figures and the aside around a tab; htmx gets the tab alone."""
    me, now = viewer(request), timezone.now()
    today = timezone.localdate(now)
    context |= {"client": card, "tab": tab, "template": f"desk/client/{tab}.html", "as_shown": shown.paper}
    if not is_htmx(request):
        numbers = passport.counts(card, today)
        context |= {
            "figures": passport.figures(card, today), "counts": numbers, "tabs": shown.tabs(card, tab, numbers),
            "persons": list(card.persons.filter(is_gone=False)), "about": shown.about(card), "term": shown.term(card),
            "duties": passport.dues(card, me, now, _DUTIES_ASIDE),
            "see_margin": me.may(Right.SEE_MARGIN), "may": {right.value: me.may(right) for right in _BUTTONS},
        }  # fmt: skip
    return render(request, "desk/client.html", context, part=part)


def _card(request: HttpRequest, pk: int) -> Client:
    cards = Client.objects.visible_to(viewer(request)).select_related("owner", "office", "region", "price_level")
    return get_object_or_404(cards, pk=pk)


def _asked_day(request: HttpRequest) -> tuple[Any, str]:
    """The day that the timeline is to begin with, and what is wrong with it."""
    if not (text := request.GET.get("day", "").strip()):
        return None, ""
    try:
        return parse_date(text, timezone.localdate(), translation.get_language() or "en"), ""
    except ValueError as wrong:
        return None, str(wrong.args[0])


def _orders(request: HttpRequest, card: Client) -> dict[str, Any]:
    papers = passport.documents(card, viewer(request), passport.ORDER)
    return {"papers": page(papers, request.GET.get("after", ""), size=_AT_ONCE)}


def _documents(request: HttpRequest, card: Client) -> dict[str, Any]:
    papers = passport.documents(card, viewer(request))
    return {"papers": page(papers, request.GET.get("after", ""), size=_AT_ONCE, order=("-dated_on", "-pk"))}


def _debts(request: HttpRequest, card: Client) -> dict[str, Any]:
    today = timezone.localdate()
    entries = Entry.objects.filter(client=card).select_related("document")
    items = open_items([card.pk], today)
    rows = page(entries, request.GET.get("after", ""), size=_AT_ONCE, order=("-on", "-pk"))
    late = {item.entry: item.days_late(today) for item in items}
    return {"items": items, "late": late, "open_sum": sum(item.open for item in items), "entries": rows}


def _terms(request: HttpRequest, card: Client) -> dict[str, Any]:
    today = timezone.localdate()
    own = Price.objects.filter(client=card).exclude(until__lt=today).select_related("product")
    return {
        "own_prices": list(own.order_by("-since", "product__name")[:_OWN_PRICES]),
        "paid_by": [str(PaymentMethod(code).label) for code in card.payment_methods],
        "delivered_by": [str(DeliveryMethod(code).label) for code in card.delivery_methods],
    }


def _details(request: HttpRequest, card: Client) -> dict[str, Any]:
    return {
        "people": list(card.persons.all()),
        "accounts": list(card.accounts.all()),
        "tax_id_name": TAX_ID_NAMES[card.country],
    }


def _duties(request: HttpRequest, card: Client) -> dict[str, Any]:
    rows = page(
        passport.duties_of(card, timezone.now()),
        request.GET.get("after", ""),
        size=_AT_ONCE,
        order=("-due_at", "-pk"),
    )
    titled = [(duty, title_of(duty)) for duty in rows.rows]
    return {"rows": titled, "page": rows, "states": shown.DUTY_STATES}


_TABS: dict[str, Callable[[HttpRequest, Client], dict[str, Any]]] = {
    "orders": _orders, "debts": _debts, "terms": _terms, "documents": _documents, "details": _details, "duties": _duties,
}  # fmt: skip
