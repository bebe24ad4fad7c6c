"""Purchasing's tray and one request."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kontor.documents.queries import chain
from kontor.documents.register import register
from kontor.people.viewer import viewer
from kontor.procurement import queries
from kontor.procurement.models import PurchaseRequest
from kontor.web.pages import page
from kontor.web.parts import render


def requests(request: HttpRequest) -> HttpResponse:
    """What waits for purchasing, or with `all=1` every request."""
    everything = request.GET.get("all") == "1"
    rows = PurchaseRequest.objects.visible_to(viewer(request)).select_related(
        "client", "owner", "based_on", "warehouse"
    )
    if not everything:
        rows = rows.filter(status__in=queries.OPEN)
    found = page(rows, request.GET.get("after", ""), order=("-pk",))
    context = {"page": found, "lines": queries.lines_of(found.rows), "all": request.GET.get("all", "")}
    return render(request, "procurement/list.html", context, part="requests")


def purchase_request(request: HttpRequest, pk: int) -> HttpResponse:
    visible = PurchaseRequest.objects.visible_to(viewer(request))
    found = get_object_or_404(visible.select_related("client", "owner", "based_on", "warehouse"), pk=pk)
    context = {
        "request_": found,
        "lines": found.lines.select_related("product"),
        "actions": register.open_to(found, viewer(request)),
        "chain": chain(found),
        "register": register,
    }
    return render(request, "procurement/request.html", context)
