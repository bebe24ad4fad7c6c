"""The one door for every verb of every paper: its form, its gates, its action."""

from typing import Any

from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from kontor.documents.gates import action_gates
from kontor.documents.models import Document
from kontor.documents.queries import fetch
from kontor.documents.register import Action, register
from kontor.kernel.refusals import Refused, refuse_if
from kontor.people.viewer import viewer
from kontor.web.once import once
from kontor.web.parts import is_htmx, redirect, render


@require_http_methods(["GET", "POST"])
@once
def act(request: HttpRequest, kind: str, pk: int, name: str) -> HttpResponse:
    """GET shows the verb's form on a page of its own; POST does it and returns to the paper."""
    document, action = _asked(request, kind, pk, name)
    form = action.form(request.POST or None, request.FILES or None) if action.form else None
    if request.method == "GET" or (form is not None and not form.is_valid()):
        return _form_page(request, document, action, form)
    try:
        result = _performed(request, document, action, form)
    except Refused as refused:
        if form is None or is_htmx(request):
            raise
        return _form_page(request, document, action, form, refused)
    return redirect(request, _next(request, document, action, result), said=_said(action, document, result))


def _asked(request: HttpRequest, kind: str, pk: int, name: str) -> tuple[Any, Action]:
    action = register.actions.get((kind, name))
    if action is None:
        raise Http404
    try:
        return fetch(kind, pk, viewer(request)), action
    except Document.DoesNotExist as missing:
        raise Http404 from missing


def _performed(request: HttpRequest, document: Document, action: Action, form: Form | None) -> Any:
    """What the verb answers; a refusal leaves nothing of it, so that the form can be shown again."""
    with transaction.atomic():
        refuse_if(action_gates(action, document, by=viewer(request)))
        return action.perform(document, by=viewer(request), at=timezone.now(), **(form.cleaned_data if form else {}))


def _form_page(
    request: HttpRequest, document: Document, action: Action, form: Form | None, refused: Refused | None = None
) -> HttpResponse:
    """The form, with what was typed: asked for (200), not filled in right (422), or refused (409) with every reason."""
    status = 409 if refused else 422 if request.method == "POST" else 200
    context = {"document": document, "action": action, "form": form, "kind": register.kind(document.kind)}
    context["back"] = _back(request) or register.href(document)
    context["refusals"] = (
        refused.refusals
        if refused
        else [
            *action_gates(action, document, by=viewer(request)),
            *action.refusals(document, viewer(request)),
        ]
    )
    return render(request, "documents/act.html", context, part="act", status=status)


def _back(request: HttpRequest) -> str:
    """Where the person came from, if it is ours."""
    to = request.POST.get("next") or request.GET.get("next", "")
    return to if url_has_allowed_host_and_scheme(to, {request.get_host()}) else ""


def _next(request: HttpRequest, document: Document, action: Action, result: Any) -> str:
    if action.opens and isinstance(result, Document):
        return register.href(result)
    return _back(request) or register.href(document)


def _said(action: Action, document: Document, result: Any) -> str:
    paper = result if isinstance(result, Document) else document
    return str(action.done).format(number=paper.number) if action.done else ""
