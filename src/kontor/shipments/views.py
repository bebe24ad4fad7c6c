"""Pages of the warehouse and of shipments: the tray, a request being picked, the journal of waybills, one waybill."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kontor.approvals.queries import panel
from kontor.documents.queries import chain
from kontor.documents.register import register
from kontor.kernel.refusals import Refused
from kontor.payments import queries as payments
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.shipments import actions, gates, printing, queries
from kontor.shipments.forms import CountForm
from kontor.shipments.models import Picking, Shipment
from kontor.stock.models import Warehouse
from kontor.timeline import queries as timeline
from kontor.web.once import once
from kontor.web.pages import page
from kontor.web.parts import redirect, render

MOST = 100
STATES = {
    "": (Shipment.Status.PREPARED,),
    "way": (Shipment.Status.RELEASED,),
    "delivered": (Shipment.Status.DELIVERED,),
}


def tray(request: HttpRequest) -> HttpResponse:
    """What the warehouse has to do, in order. A scanned number opens its paper; a wrong one is told."""
    code = request.GET.get("code", "").strip()
    if found := queries.by_code(viewer(request), code):
        return redirect(request, register.href(found))
    places = list(Warehouse.objects.all())
    chosen = _place(request, places)
    ready = list(queries.to_release(viewer(request), chosen)[:MOST])
    context = {
        "pickings": list(queries.to_pick(viewer(request), chosen)[:MOST]),
        "ready": ready,
        "marked": queries.marked(each.pk for each in ready),
        "places": [("all", _("All warehouses"), ""), *((str(each.pk), each.name, "") for each in places)],
        "place": str(chosen.pk) if chosen else "all",
        "code": code,
    }
    return render(request, "shipments/tray.html", context, part="tray", status=404 if code else 200)


def _place(request: HttpRequest, places: list[Warehouse]) -> Warehouse | None:
    """The warehouse that was chosen; for a keeper who chose none, that of the own office."""
    asked, staff = request.GET.get("at", ""), viewer(request)
    if asked:
        return next((each for each in places if str(each.pk) == asked), None)
    own = [each for each in places if each.office_id == staff.office_id]
    return own[0] if own and staff.may(Right.PICK_GOODS) else None


def find_picking(request: HttpRequest, pk: int) -> Picking:
    seen = Picking.objects.visible_to(viewer(request))
    found: Picking = get_object_or_404(
        seen.select_related("client", "owner", "keeper", "warehouse", "based_on__as_order"), pk=pk
    )
    return found


def picking(request: HttpRequest, pk: int) -> HttpResponse:
    """A request: its lines with what was counted, and the scanner's field."""
    return _picking_page(request, find_picking(request, pk))


def _picking_page(request: HttpRequest, found: Picking, form: CountForm | None = None, **more: Any) -> HttpResponse:
    lines = list(found.lines.select_related("product"))
    form = form or CountForm(lines=lines, initial={f"line-{line.pk}": line.picked for line in lines})
    context = {
        "picking": found,
        "order": found.based_on.as_order,
        "rows": [(line, form[f"line-{line.pk}"]) for line in lines],
        "form": form,
        "shipment": Shipment.objects.filter(picking=found).exclude(status=Shipment.Status.WITHDRAWN).first(),
        "may_pick": viewer(request).may(Right.PICK_GOODS) and found.status in Picking.OPEN,
        "actions": register.open_to(found, viewer(request)),
        "problems": (),
        "counted": None,
        **more,
    }
    status = 422 if context["problems"] or form.is_bound else 200
    return render(request, "shipments/picking.html", context, part="picking", status=status)


@require_POST
@once
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """Count one more of what was scanned; a wrong code says so in words and is heard."""
    found, code = find_picking(request, pk), request.POST.get("code", "").strip()
    try:
        line = actions.count_up(found, code, by=viewer(request), at=timezone.now())
    except Refused as refused:
        return _picking_page(request, found, problems=refused.refusals)
    return _picking_page(request, find_picking(request, pk), counted=line)


@require_POST
@once
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """The count is complete: the waybill follows. `all` takes the lines that were not counted as asked."""
    found = find_picking(request, pk)
    lines = list(found.lines.select_related("product"))
    form = CountForm(request.POST, lines=lines)
    if not form.is_valid():
        return _picking_page(request, found, form)
    counted = form.quantities
    if "all" in request.POST:
        counted = {line.pk: line.asked for line in lines} | counted
    try:
        shipment = actions.finish_picking(found, counted, by=viewer(request), at=timezone.now())
    except Refused as refused:
        return _picking_page(request, found, form, problems=refused.refusals)
    said = _("Picked. Waybill {number} is made.").format(number=shipment.number)
    return redirect(request, register.href(shipment), said=said)


def picking_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    found = find_picking(request, pk)
    return _pdf(printing.picking_list(found, get_language() or "en"), f"picking-{found.pk}")


def shipments(request: HttpRequest) -> HttpResponse:
    """The journal of waybills: to release, on the way, delivered; the latest first."""
    state, text = request.GET.get("state", ""), request.GET.get("q", "").strip()
    statuses = STATES.get(state, STATES[""])
    found = page(queries.journal(viewer(request), statuses, text), request.GET.get("after", ""), size=50)
    context = {
        "page": found,
        "marked": queries.marked(each.pk for each in found.rows),
        "state": state if state in STATES else "",
        "q": text,
    }
    return render(request, "shipments/list.html", context, part="shipments")


def find_shipment(request: HttpRequest, pk: int) -> Shipment:
    seen = Shipment.objects.visible_to(viewer(request))
    related = (
        "client",
        "owner",
        "firm",
        "warehouse",
        "picking__keeper",
        "released_by",
        "delivered_by",
        "accompanied_by",
    )
    found: Shipment = get_object_or_404(seen.select_related(*related, "based_on"), pk=pk)
    return found


def shipment(request: HttpRequest, pk: int) -> HttpResponse:
    """One waybill: its lines, why it cannot leave yet, who took the goods, what happened."""
    found, reader = find_shipment(request, pk), viewer(request)
    order = queries.order_of(found)
    waits = found.status == Shipment.Status.PREPARED
    context = {
        "shipment": found,
        "order": order,
        "lines": list(found.lines.select_related("product")),
        "panel": panel(order, gates.ship_gates(order, by=reader), action="ship", by=reader) if waits else None,
        "mark": payments.paid_mark(found) if order.is_office_cash else None,
        "papers": [paper for paper in chain(found) if paper.pk != found.pk],
        "events": [timeline.render(event) for event in timeline.of_document(found, reader)],
        "actions": register.open_to(found, reader),
        "register": register,
    }
    return render(request, "shipments/shipment.html", context, part="shipment")


def waybill_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    found = find_shipment(request, pk)
    return _pdf(printing.waybill(found), f"waybill-{found.pk}")


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
