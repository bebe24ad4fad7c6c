"""Pages of invoices: the list, one invoice, its PDF."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from kontor.documents.queries import chain
from kontor.documents.register import register
from kontor.invoices import enclosures, queries
from kontor.invoices.models import Invoice
from kontor.invoices.snapshot import as_paper
from kontor.people.viewer import viewer
from kontor.web.pages import page
from kontor.web.parts import render


def invoices(request: HttpRequest) -> HttpResponse:
    """Invoices, the latest first; `state` narrows them."""
    found = Invoice.objects.visible_to(viewer(request)).select_related("client", "owner", "based_on")
    state = request.GET.get("state", "")
    if state in Invoice.Status.values:
        found = found.filter(status=state)
    rows = page(found, request.GET.get("after", ""), order=("-pk",))
    context = {
        "page": rows,
        "paid": queries.paid_of(rows.rows),
        "state": state,
        "states": [("", _("All"), ""), *((value, label, "") for value, label in Invoice.Status.choices)],
    }
    return render(request, "invoices/list.html", context, part="invoices")


def invoice(request: HttpRequest, pk: int) -> HttpResponse:
    """One invoice: its lines as issued, its sendings, what is still to be paid, its verbs."""
    found = get_object_or_404(
        Invoice.objects.visible_to(viewer(request)).select_related("client", "owner", "account"), pk=pk
    )
    language = getattr(request, "LANGUAGE_CODE", "")
    context = {
        "invoice": found,
        "paper": as_paper(found, language),
        "open": queries.open_amount(found),
        "sendings": found.sendings.select_related("by", "letter").order_by("-at"),
        "chain": chain(found),
        "actions": register.open_to(found, viewer(request)),
        "register": register,
    }
    return render(request, "invoices/invoice.html", context, part="invoice")


def invoice_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Invoice.objects.visible_to(viewer(request)).select_related("client"), pk=pk)
    response = HttpResponse(enclosures.pdf(found), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="invoice-{found.pk}.pdf"'
    return response
