"""The list of duties for whoever leads, and the verbs on one duty."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kontor.documents.models import Document
from kontor.duties import actions, queries
from kontor.duties.forms import DueForm, ExcuseForm, TaskForm
from kontor.duties.models import Duty, State
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.rights import Right, Scope
from kontor.people.viewer import viewer
from kontor.web.once import once
from kontor.web.pages import page
from kontor.web.parts import redirect, render

TODO = (State.BROKEN, State.OPEN)


@require_safe
def duties(request: HttpRequest) -> HttpResponse:
    """Everybody's duties whom the reader leads: `?state=`, `?who=`, `?clause=`, `?q=`."""
    by, now, asked = viewer(request), timezone.now(), request.GET
    state = asked.get("state") or State.BROKEN
    if state not in State.values:
        raise Http404
    found = queries.listed(
        by, state, now, owner=asked.get("who", ""), clause=asked.get("clause", ""), text=asked.get("q", "")
    )
    order = ("due_at", "pk") if state in TODO else ("-due_at", "-pk")
    rows = page(found, asked.get("after", ""), order=order)
    context = {
        "page": rows,
        "rows": queries.told(rows.rows, now),
        "state": state,
        "states": State,
        "who": asked.get("who", ""),
        "clause": asked.get("clause", ""),
        "q": asked.get("q", ""),
        "people": queries.in_charge(by) if by.scope != Scope.OWN else [],
        "may_excuse": by.may(Right.EXCUSE_DUTIES),
        "by": by,
    }
    return render(request, "duties/list.html", context, part="list")


@require_POST
@once
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """Done; `?undo=1` takes the tick back."""
    duty = _duty(request, pk)
    if request.GET.get("undo"):
        actions.untick(duty, by=viewer(request))
        return redirect(request, _back(request), said=_("The duty is open again."))
    done = actions.tick(duty, by=viewer(request))
    said = _("Done: {what}").format(what=queries.title_of(done))
    return redirect(request, _back(request), said=said, undo=reverse("duties:tick", args=[pk]) + "?undo=1")


@once
def excuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The head excuses a duty with a reason."""
    duty, form = _duty(request, pk), ExcuseForm(request.POST or None)
    if form.is_valid():
        actions.excuse(duty, by=viewer(request), reason=form.cleaned_data["reason"])
        return redirect(request, _back(request), said=_("Excused: {what}").format(what=queries.title_of(duty)))
    return _form_page(request, duty, form, _("Excuse the duty"), "shield-check")


@once
def postpone(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time for a task that was set by hand."""
    duty = _duty(request, pk)
    form = DueForm(
        request.POST or None,
        initial={"day": timezone.localdate(duty.due_at), "hour": timezone.localtime(duty.due_at).time()},
    )
    if form.is_valid():
        actions.postpone(duty, by=viewer(request), due_at=form.due_at)
        return redirect(request, _back(request), said=_("Postponed: {what}").format(what=queries.title_of(duty)))
    return _form_page(request, duty, form, _("Postpone the task"), "calendar-clock")


@once
def new(request: HttpRequest) -> HttpResponse:
    """A task set by hand, about `?client=`, `?document=` or nothing."""
    by = viewer(request)
    people = queries.in_charge(by) if by.may(Right.EXCUSE_DUTIES) else [by]
    form = TaskForm(request.POST or None, by=by, people=people)
    client, document = _about(request, by)
    if form.is_valid():
        data = form.cleaned_data
        when = {"due_at": form.due_at, "at": timezone.now()}
        actions.set_by_hand(data["what"], by=by, owner=data["owner"], client=client, document=document, **when)
        return redirect(request, _back(request), said=_("The task is set."))
    context = {
        "form": form,
        "client": client,
        "document": document,
        "back": _back(request),
        "alone": people == [by],
    }
    return render(request, "duties/new.html", context, part="form", status=422 if form.is_bound else 200)


def _form_page(request: HttpRequest, duty: Duty, form: Any, title: str, icon: str) -> HttpResponse:
    (told,) = queries.told([duty], timezone.now())
    context = {"told": told, "form": form, "title": title, "icon_name": icon, "back": _back(request)}
    return render(request, "duties/form.html", context, part="form", status=422 if form.is_bound else 200)


def _duty(request: HttpRequest, pk: int) -> Duty:
    return get_object_or_404(Duty.objects.visible_to(viewer(request)).select_related(*queries.WITH), pk=pk)


def _about(request: HttpRequest, by: Staff) -> tuple[Client | None, Document | None]:
    """What the task is about, if the person sees it."""
    client_pk, document_pk = (request.POST.get(name) or request.GET.get(name, "") for name in ("client", "document"))
    document = get_object_or_404(Document.objects.visible_to(by), pk=document_pk) if document_pk.isdecimal() else None
    if client_pk.isdecimal():
        return get_object_or_404(Client.objects.visible_to(by), pk=client_pk), document
    return document.client if document else None, document


def _back(request: HttpRequest) -> str:
    to = request.POST.get("next") or request.GET.get("next", "")
    return to if url_has_allowed_host_and_scheme(to, {request.get_host()}) else reverse("duties:list")
