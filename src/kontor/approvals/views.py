"""The inbox, one request with its decision, and asking for an exception."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from kontor.approvals import actions, queries, words
from kontor.approvals.forms import AskForm, DecideForm
from kontor.approvals.kinds import KINDS, beside
from kontor.approvals.models import Request
from kontor.documents.models import Document
from kontor.documents.queries import fetch
from kontor.documents.register import register
from kontor.kernel.refusals import Refusal
from kontor.papers import actions as papers
from kontor.papers.models import File
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.web.downloads import file_answer
from kontor.web.once import once
from kontor.web.pages import Page, capped_count, page
from kontor.web.parts import redirect, render

TABS = {"waiting": queries.waiting_for, "asked": queries.asked_by, "decided": queries.decided_by}
SAID = {
    Request.State.APPROVED: gettext_lazy("Approved: {paper}."),
    Request.State.RETURNED: gettext_lazy("Returned: {paper}."),
    Request.State.REFUSED: gettext_lazy("Refused: {paper}."),
}


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What waits for me, what I asked for, what I decided (`?tab=`); beside the list stands the first of them."""
    rows = _rows(request)
    first = rows.rows[0] if rows.rows else None
    return _answer(request, rows, first, at_detail=False)


@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A request with everything that the decision needs."""
    return _answer(request, _rows(request), _found(request, pk), at_detail=True)


@require_POST
@once
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve, approve with a condition, return or refuse."""
    asked, form = _found(request, pk), DecideForm(request.POST)
    if not form.is_valid():
        return _answer(request, _rows(request), asked, at_detail=True, form=form, part="detail", status=422)
    data = form.cleaned_data
    until = {"answer": data["answer"], "valid_until": data["valid_until"]}
    decided = actions.decide(asked, form.outcome, by=viewer(request), at=timezone.now(), **until)
    said = str(SAID[Request.State(decided.state)]).format(paper=asked.document.number)
    return redirect(request, reverse("approvals:inbox"), said=said)


@once
def ask(request: HttpRequest, kind: str, pk: int, action: str, consent: str) -> HttpResponse:
    """Ask for an exception from the gate that closes an action of a paper."""
    document = _document(request, kind, pk, action, consent)
    form = AskForm(request.POST or None, request.FILES or None)
    by = viewer(request)
    if form.is_valid():
        files = [_kept(request.FILES["file"], document, by)] if request.FILES.get("file") else []
        reason, now = form.cleaned_data["reason"], timezone.now()
        made = actions.ask(document, action, consent, by=by, reason=reason, at=now, files=files)
        said = _("Asked for. An answer is due in {time}.").format(time=words.span(made.due_at - made.asked_at))
        return redirect(request, register.href(document), said=said)
    refusal = _refusal(document, action, consent, by)
    context = {
        "form": form, "document": document, "kind": register.kind(kind), "action": action, "consent": KINDS.consents[consent],
        "refusal": refusal, "back": register.href(document),
    }  # fmt: skip
    return render(request, "approvals/ask.html", context, part="ask", status=422 if form.is_bound else 200)


@require_POST
@once
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever asked no longer needs the answer."""
    asked = _found(request, pk)
    actions.take_back(asked, by=viewer(request))
    return redirect(request, register.href(asked.document), said=_("The request is taken back."))


@require_safe
def file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """A file that was sent along with a request: whoever may read the request may read it."""
    found = get_object_or_404(_found(request, pk).files, pk=file_pk)
    return file_answer(found.content, name=found.name, mime=found.mime)


@dataclass(frozen=True)
class Item:
    """A row of the list."""

    request: Request
    label: str
    left: words.Left


def _rows(request: HttpRequest) -> Page[Request]:
    by, tab = viewer(request), request.GET.get("tab", "waiting")
    if tab not in TABS:
        raise Http404
    if tab == "waiting":
        order = ("due_at", "pk")
        return page(queries.waiting_for(by, timezone.localdate()), request.GET.get("after", ""), size=50, order=order)
    rows = queries.asked_by(by) if tab == "asked" else queries.decided_by(by)
    return page(rows, request.GET.get("after", ""), size=50)


def _found(request: HttpRequest, pk: int) -> Request:
    return get_object_or_404(queries.visible_to(viewer(request), timezone.localdate()), pk=pk)


def _answer(
    request: HttpRequest,
    rows: Page[Request],
    chosen: Request | None,
    *,
    at_detail: bool,
    form: DecideForm | None = None,
    part: str = "inbox",
    status: int = 200,
) -> HttpResponse:
    by, now = viewer(request), timezone.now()
    tab = request.GET.get("tab", "waiting")
    context: dict[str, Any] = {
        "tab": tab,
        "page": rows,
        "items": [Item(each, words.label_of(each), words.left(each.due_at, now)) for each in rows.rows],
        "waiting": capped_count(queries.waiting_for(by, timezone.localdate())),
        "chosen": chosen,
        "at_detail": at_detail,
        "detail": _detail(chosen, by) if chosen else None,
        "form": form or DecideForm(),
    }
    return render(request, "approvals/inbox.html", context, part=part, status=status)


def _detail(asked: Request, by: Staff) -> dict[str, Any]:
    """What the page shows of one request."""
    day, now = timezone.localdate(), timezone.now()
    table, waits = asked.table, asked.state == Request.State.WAITING
    titles = queries.role_titles()
    columns = [column for column in KINDS.tables[table.code].columns if queries.sees(by, column.right)]
    return {
        "kind": register.kind(asked.document.kind),
        "label": words.label_of(asked),
        "headline": words.headline(asked, by),
        "sentence": words.sentence_for(asked, by),
        "left": words.left(asked.due_at, now),
        "files": list(asked.files.defer("content")),
        "beside": beside(asked, by, day),
        "table_title": words.title_of(table),
        "columns": columns,
        "facts": [words.figure(column.unit, asked.facts.get(column.fact)) for column in columns],
        "rules": [words.told(row, titles) for row in queries.rows_of(table, asked.facts, by, asked.rule)],
        "mandate": queries.mandate_for(asked, by, day) if waits else None,
        "who": queries.deciders(asked.decides, asked.document, day, besides=asked.asked_by) if waits else [],
        "document_href": register.href(asked.document),
        "client_href": _client_href(asked),
        "tone": {"approved": "ok", "spent": "ok", "refused": "danger", "returned": "warn"}.get(asked.state, ""),
    }


def _client_href(asked: Request) -> str:
    """The client's page lies in an app above; the link is left out while there is none."""
    try:
        return reverse("desk:client", args=[asked.client_id]) if asked.client_id else ""
    except NoReverseMatch:
        return ""


def _document(request: HttpRequest, kind: str, pk: int, action: str, consent: str) -> Any:
    if (kind, action) not in register.actions or consent not in KINDS.consents:
        raise Http404
    try:
        return fetch(kind, pk, viewer(request))
    except Document.DoesNotExist as missing:
        raise Http404 from missing


def _refusal(document: Document, action: str, consent: str, by: Staff) -> Refusal | None:
    """The gate as it stands closed now; None when nothing stands in the way any more."""
    refusals = register.action(document.kind, action).refusals(document, by)
    return next((each for each in refusals if each.consent == consent), None)


def _kept(upload: Any, document: Document, by: Staff) -> File:
    return papers.keep_file(upload.name, upload.read(), by=by, document=document)
