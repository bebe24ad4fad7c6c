"""Search across the house: clients, papers by number, goods. The palette shows the best few of each."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from kontor.catalog import queries as catalog
from kontor.catalog.models import Product
from kontor.clients import queries as clients
from kontor.desk import shown
from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.parties.models import Client
from kontor.people.models import Office, Staff
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.web.parts import render

_FEW, _MANY, _SHORTEST = 5, 30, 2
_SELLING = (Right.TAKE_ORDERS, Right.LOG_CONTACTS, Right.KEEP_CLIENTS, Right.RECONCILE)


@dataclass(frozen=True, slots=True)
class Found:
    clients: list[Client]
    papers: list[tuple[Document, shown.Paper]]
    goods: list[Product]

    def __bool__(self) -> bool:
        return bool(self.clients or self.papers or self.goods)


def find(text: str, me: Staff, limit: int = _FEW) -> Found:
    """The best few of each kind that this person may see. At most four queries."""
    if len(text) < _SHORTEST and not text.isdecimal():
        return Found([], [], [])
    sees_clients = any(me.may(right) for right in _SELLING)
    papers = [(paper, shown.paper(paper)) for paper in _papers(text, me)[:limit]]
    return Found(
        clients=list(clients.search(text, me).select_related("owner")[:limit]) if sees_clients else [],
        papers=[(paper, told) for paper, told in papers if told.href],
        goods=list(catalog.search(text, limit)),
    )


def _papers(text: str, me: Staff) -> QuerySet[Document]:
    """By the whole number or, as people say it, without what stands before it: "1187" finds "MO-1187"."""
    numbers = _numbers(text.upper()) if any(sign.isdigit() for sign in text) else set()
    found = Document.objects.visible_to(me).filter(number__in=numbers)
    papers: QuerySet[Document] = found.select_related("client").order_by("-pk")
    return papers


def _numbers(text: str) -> set[str]:
    """What the number may be in full: before it stand the prefix of a kind and the code of an office."""
    prefixes = {"", *(kind.prefix for kind in register.kinds.values())}
    codes = {"", *Office.objects.values_list("code", flat=True)}
    return {"-".join(filter(None, (prefix, code, text))) for prefix in prefixes for code in codes}


def search(request: HttpRequest) -> HttpResponse:
    """A page of its own; for the palette the groups alone."""
    text = request.GET.get("q", "").strip()
    in_palette = request.headers.get("HX-Target") == "palette-found"
    found = find(text, viewer(request), _FEW if in_palette else _MANY)
    context = {"found": found, "q": text, "in_palette": in_palette}
    return render(request, "desk/search.html", context, part="palette" if in_palette else "found")
