"""Pages of the contact log; "Log a call" is a dialog over whatever page asks for it."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from kontor.clients.queries import search
from kontor.contacts import actions, queries
from kontor.contacts.forms import CorrectionForm, LogForm, PlanForm
from kontor.documents.models import Document
from kontor.parties.models import Client
from kontor.people.viewer import viewer
from kontor.web.once import once
from kontor.web.pages import page
from kontor.web.parts import is_htmx, redirect, render

_MOST_FOUND = 8


def log_page(request: HttpRequest) -> HttpResponse:
    """Who talked with whom about what, the newest first."""
    me = viewer(request)
    asked, mine = request.GET.get("q", ""), request.GET.get("whose", "")
    contacts = queries.about(queries.log(me), asked)
    if mine:
        contacts = contacts.filter(by=me)
    rows = page(contacts, request.GET.get("after", ""), size=50, order=("-at", "-pk"))
    return render(request, "contacts/list.html", {"page": rows, "asked": asked, "whose": mine}, part="list")


@once
def new(request: HttpRequest) -> HttpResponse:
    """Record a talk. Without a client it is asked for first."""
    by = viewer(request)
    sent = request.POST if request.method == "POST" else request.GET
    if not sent.get("client", "").isdecimal():
        return _choose_client(request)
    client, document = _client(request, sent["client"]), _document(request, sent.get("document", ""))
    form = LogForm(request.POST or None, client=client, initial={"topic": document.number if document else ""})
    if form.is_bound and form.is_valid():
        actions.log(client, by=by, document=document, **form.fields_of_log())
        return redirect(request, _back(request, client), said=_("The talk is recorded."))
    now = timezone.now()
    context = {
        "client": client, "document": document, "form": form, "last": queries.last_words(client),
        "colleague": queries.called_by_colleague(client, by=by, at=now), "back": _back(request, client),
    }  # fmt: skip
    return _dialog(request, "contacts/new.html", context, bound=form.is_bound)


@once
def plan(request: HttpRequest) -> HttpResponse:
    by = viewer(request)
    sent = request.POST if request.method == "POST" else request.GET
    client, document = _client(request, sent.get("client", "")), _document(request, sent.get("document", ""))
    form = PlanForm(request.POST or None)
    if form.is_bound and form.is_valid():
        what, kind = form.cleaned_data["what"], form.cleaned_data["form"]
        actions.plan(what, owner=by, by=by, at=form.at(), client=client, document=document, form=kind)
        return redirect(request, _back(request, client), said=_("The contact is planned."))
    context = {"client": client, "document": document, "form": form, "back": _back(request, client)}
    return _dialog(request, "contacts/plan.html", context, bound=form.is_bound)


@once
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    by = viewer(request)
    contact = get_object_or_404(queries.log(by), pk=pk)
    form = CorrectionForm(request.POST or None, initial={"said": contact.said, "note": contact.note})
    if form.is_bound and form.is_valid():
        actions.correct(contact, by=by, **form.cleaned_data)
        return redirect(request, _back(request, contact.client), said=_("The correction is recorded."))
    context = {"contact": contact, "form": form, "back": _back(request, contact.client)}
    return _dialog(request, "contacts/correct.html", context, bound=form.is_bound)


def _dialog(request: HttpRequest, template: str, context: dict[str, Any], *, bound: bool) -> HttpResponse:
    """A form over the page that asked for it, or a page of its own. What came back with errors replaces the form alone."""
    context["over"] = is_htmx(request)
    return render(request, template, context, part="form" if bound else "dialog", status=422 if bound else 200)


def _choose_client(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "")
    found = search(asked, viewer(request)).select_related("owner") if asked else Client.objects.none()
    context = {"asked": asked, "found": list(found[:_MOST_FOUND]), "over": is_htmx(request)}
    return render(request, "contacts/choose.html", context, part="found" if "q" in request.GET else "dialog")


def _client(request: HttpRequest, pk: str) -> Client:
    return get_object_or_404(Client.objects.visible_to(viewer(request)), pk=pk if pk.isdecimal() else 0)


def _document(request: HttpRequest, pk: str) -> Document | None:
    if not pk.isdecimal():
        return None
    document: Document = get_object_or_404(Document.objects.visible_to(viewer(request)), pk=pk)
    return document


def _back(request: HttpRequest, client: Client) -> str:
    """The page from which the dialog was opened, else the client's."""
    asked = request.POST.get("back") or (request.htmx.current_url_abs_path if is_htmx(request) else "") or ""  # type: ignore[attr-defined]
    local = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and not urlsplit(asked).path.startswith(
        "/contacts/"
    )
    return asked if local else reverse("desk:client", args=[client.pk])
