"""One line of the statement: who paid, what it pays, in the person's own figures; and payments afterwards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.clients import queries as clients
from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.kernel.formats import money
from kontor.kernel.refusals import refuse_if
from kontor.parties.models import Client
from kontor.payments import actions, queries
from kontor.payments.forms import PartsForm
from kontor.payments.gates import client_gate
from kontor.payments.models import BankLine, Payment
from kontor.payments.views.bank import READERS
from kontor.payments.views.common import client_href, href, need
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.receivables import queries as receivables
from kontor.timeline import queries as timeline
from kontor.web.once import once
from kontor.web.pages import page
from kontor.web.parts import redirect, render

FOUND = 12


@require_http_methods(["GET", "HEAD", "POST"])
@once
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide a line by hand: choose the client, spread the sum over open papers, book."""
    staff = need(request, *READERS)
    found = get_object_or_404(BankLine.objects.select_related("account__firm", "client", "decided_by"), pk=pk)
    table = queries.propose_all([found]) if found.state == BankLine.State.OPEN else queries.Table()
    proposal = table.proposals.get(found.pk)
    client = _client(request, staff, proposal.client_id if proposal else None)
    preset = dict(proposal.allocations) if proposal and client and proposal.client_id == client.pk else {}
    # a stranger's open papers stay closed
    payables = queries.payables(client) if client and not list(client_gate(client, by=staff)) else []
    form = PartsForm(found.amount, payables, request.POST or None, preset=preset)
    if request.method == "POST" and client and form.is_valid():
        reasons = [reason.sentence for reason in proposal.reasons] if proposal else []
        payment = actions.book(found, client, form.parts(), by=staff, at=timezone.now(), reasons=reasons)
        return _booked(request, payment)
    asked = request.GET.get("q", "")
    context = {
        "line": found,
        "proposal": proposal,
        "client": client,
        "form": form,
        "q": asked,
        "offered": clients.search(asked, staff)[:FOUND] if asked else [],
        "booked": found.payments.filter(status=Payment.Status.POSTED).first(),
        "back": f"?since={found.posted_on}&until={found.posted_on}",
        "href": href,
        "client_href": client_href,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "payments/line.html", context, part="line", status=status)


def _client(request: HttpRequest, staff: Staff, proposed: int | None) -> Client | None:
    """The client of the address or form, else the proposed one; somebody else's is refused when booking."""
    chosen = str(request.POST.get("client") or request.GET.get("client") or proposed or "")
    found = Client.objects.select_related("owner").filter(pk=chosen).first() if chosen.isdecimal() else None
    if found and found.pk != proposed:
        refuse_if(client_gate(found, by=staff))
    return found


def _booked(request: HttpRequest, payment: Payment) -> HttpResponse:
    said = _("Payment {number} of {client} is booked: {sum}.").format(
        number=payment.number, client=payment.client, sum=money(payment.total)
    )
    day = payment.line.posted_on
    to = request.POST.get("back") or f"?since={day}&until={day}"
    undo = reverse("payments:undo", args=[payment.pk])
    return redirect(request, reverse("payments:bank") + (to if to.startswith("?") else ""), said=said, undo=undo)


@require_POST
@once
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """The way back in the toast: the booking is withdrawn, its line open again."""
    payment = get_object_or_404(Payment.objects.visible_to(viewer(request)), pk=pk)
    actions.unbook(payment, by=viewer(request), at=timezone.now())
    said = _("Payment {number} is taken back, its line is open again.").format(number=payment.number)
    day = payment.line.posted_on
    return redirect(request, f"{reverse('payments:bank')}?since={day}&until={day}", said=said)


@require_safe
def payments(request: HttpRequest) -> HttpResponse:
    """Payments, the latest first; by state, and of one client."""
    staff = need(request, *READERS)
    found = Payment.objects.visible_to(staff).select_related("client", "owner", "line")
    state = request.GET.get("state", "")
    if state in Payment.Status.values:
        found = found.filter(status=state)
    rows = page(found, request.GET.get("after", ""), size=50, order=("-dated_on", "-pk"))
    context = {
        "page": rows,
        "left": queries.left_of(rows.rows),
        "state": state,
        "states": [("", _("All"), ""), *((value, label, "") for value, label in Payment.Status.choices)],
        "href": href,
    }
    return render(request, "payments/list.html", context, part="payments")


@require_http_methods(["GET", "HEAD", "POST"])
@once
def payment(request: HttpRequest, pk: int) -> HttpResponse:
    """One payment: where it came from, what it pays, what is left of it as an advance."""
    staff = viewer(request)
    found = get_object_or_404(
        Payment.objects.visible_to(staff).select_related("client", "owner", "line__account", "line__decided_by"),
        pk=pk,
    )
    left, client = (
        receivables.unallocated(found),
        Client.objects.select_related("owner").get(documents=found.pk),
    )
    wants = queries.payables(client) if left > 0 else []
    form = PartsForm(left, wants, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.allocate(found, form.parts(), by=staff, at=timezone.now())
        return redirect(request, href(found), said=_("The advance pays what you chose."))
    context = {
        "payment": found,
        "left": left,
        "parts": receivables.allocated(found),
        "form": form,
        "may_book": queries.may_book(staff, client),
        "actions": register.open_to(found, staff),
        "events": [timeline.render(event) for event in timeline.of_document(found, staff)],
        "href": href,
        "client_href": client_href,
    }
    return render(
        request,
        "payments/payment.html",
        context,
        part="payment",
        status=422 if request.method == "POST" else 200,
    )


@require_POST
@once
def unallocate(request: HttpRequest, pk: int, order: int) -> HttpResponse:
    """Take back what a payment pays one order."""
    staff = viewer(request)
    found = get_object_or_404(Payment.objects.visible_to(staff), pk=pk)
    paid = get_object_or_404(Document.objects.filter(paid_by__payment_id=found.pk).distinct(), pk=order)
    back = actions.unallocate(found, paid, by=staff, at=timezone.now())
    return redirect(request, href(found), said=_("{sum} is the client's advance again.").format(sum=money(back)))
