"""Pages about people: the profile, the demo's sign-in, and staff, roles and stand-ins for the administrator."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kontor.people import actions, gates, queries
from kontor.people.forms import ProfileForm, RoleForm, StaffForm, StandInForm
from kontor.people.models import Role, Staff, StandIn
from kontor.people.viewer import viewer
from kontor.web.once import once
from kontor.web.parts import is_htmx, redirect, render

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
_SWITCHES = ("language", "theme")


@login_not_required
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """In a demo anybody comes in as one of its staff by one click; elsewhere there is no such address."""
    if not settings.DEMO:
        raise Http404
    offered = {str(staff.pk): staff for staff in queries.demo_staff()}
    if request.POST.get("staff") not in offered:
        raise Http404
    login(request, offered[request.POST["staff"]], backend=_BACKEND)
    return redirect(request, _local(request, "next"))


def profile(request: HttpRequest) -> HttpResponse:
    """What a person chooses about himself. The menu of the frame posts a single choice here."""
    me = viewer(request)
    if request.method == "POST" and "whole" not in request.POST:
        return _switch(request, me)
    initial = {name: getattr(me, name) for name in ("language", "theme", "single_keys", "phone")}
    form = ProfileForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        actions.choose(me, **form.cleaned_data)
        return redirect(request, reverse("people:profile"), said=_("The profile is saved."))
    return render(request, "people/profile.html", {"form": form, "me": me}, status=422 if form.is_bound else 200)


def _switch(request: HttpRequest, me: Staff) -> HttpResponse:
    form = ProfileForm(request.POST)
    form.full_clean()
    chosen = {name: form.cleaned_data[name] for name in _SWITCHES if name in request.POST and name in form.cleaned_data}
    actions.choose(me, **chosen)
    return HttpResponse(status=204) if is_htmx(request) else redirect(request, _local(request, "next"))


def staff_list(request: HttpRequest) -> HttpResponse:
    _only_keepers(request)
    stand_ins = StandIn.objects.filter(withdrawn_at=None, until__gte=timezone.localdate())
    context = {
        "people": list(queries.colleagues()), "roles": list(queries.roles_with_holders()),
        "stand_ins": list(stand_ins.select_related("absent", "deputy", "recorded_by").order_by("since")),
    }  # fmt: skip
    return render(request, "people/staff.html", context)


@once
def staff(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A colleague's entry, or a new one."""
    by = _only_keepers(request)
    found = get_object_or_404(Staff, pk=pk) if pk else None
    form = StaffForm(request.POST or None, instance=found or Staff(office=by.office))
    if form.is_bound and form.is_valid():
        if found:
            actions.change_staff(found, by=by, **form.cleaned_data)
        else:
            form.cleaned_data.pop("is_active")
            actions.enter_staff(by=by, **form.cleaned_data)
        return redirect(
            request,
            reverse("people:staff_list"),
            said=_("{name} is saved.").format(name=form.cleaned_data["name"]),
        )
    return _form(request, "people/staff_form.html", form, person=found)


@require_POST
@once
def end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Staff, pk=pk)
    actions.end_sessions(person, by=viewer(request))
    said = _("{name} is signed out everywhere.").format(name=person)
    return redirect(request, reverse("people:staff", args=[pk]), said=said)


@once
def role(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    by = _only_keepers(request)
    found = get_object_or_404(Role, pk=pk) if pk else None
    initial = {"name": found.name, "scope": found.scope, "rights": found.rights} if found else {"scope": 1}
    form = RoleForm(request.POST or None, initial=initial)
    form.fields["name"].required = found is None
    if form.is_bound and form.is_valid():
        saved = actions.put_role(by=by, role=found, **form.cleaned_data)
        return redirect(
            request,
            reverse("people:staff_list"),
            said=_("The role {name} is saved.").format(name=saved.title),
        )
    title = capfirst(found.title) if found else _("New role")
    return _form(request, "people/role_form.html", form, role=found, title=title)


@once
def stand_in(request: HttpRequest) -> HttpResponse:
    by = _only_keepers(request)
    form = StandInForm(request.POST or None, initial={"since": timezone.localdate()})
    if form.is_bound and form.is_valid():
        actions.record_stand_in(by=by, **form.cleaned_data)
        return redirect(request, reverse("people:staff_list"), said=_("The authorisation is recorded."))
    return _form(request, "people/stand_in_form.html", form)


@require_POST
@once
def withdraw_stand_in(request: HttpRequest, pk: int) -> HttpResponse:
    actions.withdraw_stand_in(get_object_or_404(StandIn, pk=pk), by=viewer(request))
    return redirect(request, reverse("people:staff_list"), said=_("The authorisation is withdrawn."))


def _form(request: HttpRequest, template: str, form: Any, **more: Any) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **more}, part="form", status=status)


def _only_keepers(request: HttpRequest) -> Staff:
    """Who keeps staff. Others are told whom to ask."""
    me = viewer(request)
    for refusal in gates.staff_gates(me):
        raise PermissionDenied(_("{reason} {opens}").format(reason=refusal.sentence, opens=refusal.opens))
    return me


def _local(request: HttpRequest, field: str) -> str:
    """An address of ours that the form names, else the start."""
    asked = request.POST.get(field, "")
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else "/"
