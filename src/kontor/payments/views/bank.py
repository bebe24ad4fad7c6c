"""The bank morning: drop the file, look the day through, book what is sure, answer what is asked."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.kernel.formats import day_full
from kontor.kernel.refusals import Refused
from kontor.payments import actions, exports, queries
from kontor.payments.forms import NoteForm, SpanForm, UploadForm, pack
from kontor.payments.models import BankLine
from kontor.payments.queries import Span
from kontor.payments.views.common import client_href, download, href, need
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.web.once import once
from kontor.web.parts import redirect, render

READERS = (Right.LOAD_STATEMENTS, Right.ALLOCATE_PAYMENTS)


@require_http_methods(["GET", "HEAD", "POST"])
@once
def bank(request: HttpRequest) -> HttpResponse:
    """The statement of the previous day, or of the days asked for, with what every line pays; a post loads a file."""
    if request.method == "POST":
        return _load(request)
    return _page(request, need(request, *READERS), UploadForm())


def _page(request: HttpRequest, staff: Staff, upload: UploadForm, status: int = 200, **more: Any) -> HttpResponse:
    form, span = _span(request, staff)
    mine = request.GET.get("who") == "mine"
    context = {
        "day": queries.bank_day(span, staff, mine=mine),
        "span": form,
        "who": "mine" if mine else "",
        "show": request.GET.get("show", ""),
        "upload": upload,
        "may_load": staff.may(Right.LOAD_STATEMENTS),
        "sample": reverse("demo:statement") if settings.DEMO else "",
        "may_review": span.until < timezone.localdate(),
        "href": href,
        "client_href": client_href,
        **more,
    }
    return render(request, "payments/bank.html", context, part="bank", status=status)


def _span(request: HttpRequest, staff: Staff) -> tuple[SpanForm, Span]:
    """The days of the address; the preset of the standard where it is silent or wrong (W-1.3.3.1b)."""
    preset = queries.preset_span(staff, timezone.localdate())
    if not request.GET.get("since"):
        return SpanForm(initial={"since": preset.since, "until": preset.until}), preset
    given = {"since": request.GET["since"], "until": request.GET.get("until") or request.GET["since"]}
    form = SpanForm(given)
    return form, form.span() if form.is_valid() else preset


def _back(request: HttpRequest, span: Span | None = None) -> str:
    """The bank page on the same days and filter."""
    asked = request.POST.get("back", "")
    if span:
        asked = f"?since={span.since.isoformat()}&until={span.until.isoformat()}"
    return reverse("payments:bank") + (asked if asked.startswith("?") else "")


def _load(request: HttpRequest) -> HttpResponse:
    """Take in the file; ask first where its sums do not add up, with the file kept in the page."""
    staff = need(request, Right.LOAD_STATEMENTS)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, staff, form, 422)
    name, data, confirmed = form.cleaned_data["name"], form.cleaned_data["data"], "confirmed" in request.POST
    try:
        loaded = actions.load_statement(name, data, by=staff, at=timezone.now(), confirmed=confirmed)
    except actions.Unconfirmed as asked:
        context = {"sentences": asked.sentences, "kept": pack(data), "name": name}
        return render(request, "payments/confirm.html", context, status=422)
    except Refused as refused:
        return _page(request, staff, form, 422, problems=refused.refusals)
    return redirect(request, _back(request, Span(loaded.since, loaded.until)), said=_loaded(loaded))


def _loaded(loaded: actions.Loaded) -> str:
    text = ngettext("{new} new of {count} line.", "{new} new of {count} lines.", loaded.lines)
    return text.format(new=loaded.new, count=loaded.lines)


@require_POST
@once
def book_sure(request: HttpRequest) -> HttpResponse:
    """Book everything that is sure in these days."""
    staff = need(request, *READERS)
    form = SpanForm(request.POST)
    if not form.is_valid():
        return redirect(request, _back(request))
    mine = request.POST.get("who") == "mine"
    done = actions.book_sure(form.span(), by=staff, at=timezone.now(), mine=mine)
    count = len(done.booked)
    said = ngettext("{count} payment is booked.", "{count} payments are booked.", count).format(count=count)
    if done.left:
        more = ngettext("{count} was no longer sure.", "{count} were no longer sure.", done.left)
        said = _("{booked} {left}").format(booked=said, left=more.format(count=done.left))
    return redirect(request, _back(request), said=said)


@require_POST
@once
def review(request: HttpRequest) -> HttpResponse:
    """“Reviewed”: fulfils the morning's duty."""
    staff = need(request, *READERS)
    form = SpanForm(request.POST)
    if not form.is_valid():
        return redirect(request, _back(request))
    day = form.span().until
    actions.review(day, by=staff, at=timezone.now())
    return redirect(request, _back(request), said=_("The statement is reviewed up to {day}.").format(day=day_full(day)))


@require_POST
@once
def decide(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Not from a client, or handed to accounting, with a remark."""
    staff = need(request, *READERS)
    line, form = get_object_or_404(BankLine, pk=pk), NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    if verb == "accounting":
        actions.hand_to_accounting(line, by=staff, at=timezone.now(), note=note)
        said = _("Handed to accounting.")
    else:
        actions.mark_not_client(line, by=staff, at=timezone.now(), note=note)
        said = _("Marked as not from a client.")
    return redirect(request, _back(request), said=said, undo=reverse("payments:reopen", args=[pk]))


@require_POST
@once
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take such a mark back."""
    line = actions.reopen_line(get_object_or_404(BankLine, pk=pk), by=need(request, *READERS), at=timezone.now())
    span = Span(line.posted_on, line.posted_on)
    return redirect(
        request, _back(request, None if "back" in request.POST else span), said=_("The line is open again.")
    )


@require_safe
def statement_xlsx(request: HttpRequest) -> HttpResponse:
    """The statement as a workbook: every movement, totals, balances (W-1.3.3.1b)."""
    staff = need(request, *READERS)
    _form, span = _span(request, staff)
    day = queries.bank_day(span, staff)
    return download(exports.statement(day, get_language() or "en"), f"bank-{span.since}-{span.until}.xlsx")
