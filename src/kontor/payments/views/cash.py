"""The cash desk: the cashier's queue, one cash order, its paper, the cash book of a day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.documents.gates import action_gates
from kontor.documents.register import register
from kontor.kernel.formats import money
from kontor.parties.on_paper import language_of
from kontor.payments import actions, exports, queries
from kontor.payments.forms import BookDayForm, ReceiveForm
from kontor.payments.models import CASH_ORDER, CashExpense, CashOrder
from kontor.payments.views.common import client_href, download, href, need
from kontor.people.models import Office
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.timeline import queries as timeline
from kontor.web.once import once
from kontor.web.parts import redirect, render

DESK = (Right.TAKE_CASH, Right.PREPARE_CASH, Right.LOAD_STATEMENTS)
WHOLE = ("client", "owner", "office", "firm", "order", "based_on", "received_by", "accompanied_by")


@require_safe
def cash(request: HttpRequest) -> HttpResponse:
    """Who waits to pay, the oldest first; a scanned or typed number opens its cash order."""
    staff = need(request, *DESK)
    code = request.GET.get("code", "")
    if found := queries.find_by_code(code, staff):
        return redirect(request, href(found))
    context = {
        "rows": list(queries.tray(staff)[:200]),
        "code": code,
        "takes": staff.may(Right.TAKE_CASH),
        "today": queries.cash_book(timezone.localdate(), staff),
        "href": href,
    }
    return render(request, "payments/cash.html", context, part="tray", status=404 if code else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def cash_order(request: HttpRequest, pk: int) -> HttpResponse:
    """One cash order; the cashier takes the money here."""
    staff = viewer(request)
    found = get_object_or_404(CashOrder.objects.visible_to(staff).select_related(*WHOLE), pk=pk)
    form = ReceiveForm(request.POST or None, initial={"accompanied_by": found.owner_id, "amount": found.total})
    if request.method == "POST" and form.is_valid():
        actions.receive_cash(found, by=staff, at=timezone.now(), **form.cleaned_data)
        said = _("{sum} taken: the waybill is marked paid.").format(sum=money(found.total))
        return redirect(request, reverse("payments:cash"), said=said)
    receive = register.action(CASH_ORDER, "receive")
    context = {
        "cash_order": found,
        "form": form,
        "takes": staff.may(Right.TAKE_CASH),
        "refusals": [*action_gates(receive, found, by=staff), *receive.refusals(found, staff)],
        "actions": register.open_to(found, staff),
        "events": [timeline.render(event) for event in timeline.of_document(found, staff)],
        "href": href,
        "client_href": client_href,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "payments/cash_order.html", context, part="cash_order", status=status)


@require_safe
def ko1(request: HttpRequest, pk: int) -> HttpResponse:
    """The cash order on paper, in the client's language."""
    found = get_object_or_404(CashOrder.objects.visible_to(viewer(request)).select_related(*WHOLE), pk=pk)
    return download(exports.ko1(found, language_of(found.client)), f"cash-order-{found.pk}.pdf", "application/pdf")


@require_safe
def cash_expense(request: HttpRequest, pk: int) -> HttpResponse:
    """Money that was paid back, and why."""
    staff = viewer(request)
    found = get_object_or_404(
        CashExpense.objects.visible_to(staff).select_related("client", "cashier", "based_on", "office"), pk=pk
    )
    events = [timeline.render(event) for event in timeline.of_document(found, staff)]
    context = {"expense": found, "events": events, "href": href, "client_href": client_href}
    return render(request, "payments/cash_expense.html", context)


@require_safe
def cash_book(request: HttpRequest) -> HttpResponse:
    """Receipts and expenses of a day with totals by cashier; `?office=` narrows it (W-1.3.7)."""
    staff = need(request, *DESK)
    form, offices = BookDayForm(request.GET if request.GET.get("day") else None), list(Office.objects.all())
    office = next((each for each in offices if str(each.pk) == request.GET.get("office", "")), None)
    context = {
        "book": queries.cash_book(form.asked(), staff, office=office),
        "form": form,
        "office": str(office.pk) if office else "",
        "offices": [("", _("All"), ""), *((str(each.pk), each.name, "") for each in offices)],
        "href": href,
    }
    return render(request, "payments/cash_book.html", context, part="book")


@require_safe
def cash_book_xlsx(request: HttpRequest) -> HttpResponse:
    staff = need(request, *DESK)
    office = (
        Office.objects.filter(pk=request.GET["office"]).first() if request.GET.get("office", "").isdecimal() else None
    )
    book = queries.cash_book(BookDayForm(request.GET).asked(), staff, office=office)
    return download(exports.cash_book(book, get_language() or "en"), f"cash-book-{book.day}.xlsx")
