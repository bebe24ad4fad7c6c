"""What a person has to do: own duties, exceptions asked for and to be decided. And who one is here."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from kontor.api import papers
from kontor.api.answers import answer, listed, named, picked
from kontor.api.caller import Caller
from kontor.api.fields import body, schema_of
from kontor.api.given import fill, read, writing
from kontor.api.site import api
from kontor.approvals import actions as approvals
from kontor.approvals import queries as inboxes
from kontor.approvals import words
from kontor.approvals.forms import DecideForm
from kontor.approvals.kinds import KINDS as CONSENTS
from kontor.approvals.models import Request
from kontor.documents.register import register
from kontor.duties import actions as duties
from kontor.duties.kinds import KINDS
from kontor.duties.models import Duty
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.web.pages import page

Row = dict[str, Any]
DUTIES, APPROVALS, ME = [_("Duties")], [_("Approvals")], [_("Me")]


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=250)


class AskForm(forms.Form):
    """For which action of which paper an exception is asked, and which one."""

    kind = forms.CharField(label=gettext_lazy("Kind of paper"), max_length=24)
    document = forms.IntegerField(label=gettext_lazy("Paper"))
    action = forms.CharField(label=gettext_lazy("Action"), max_length=40)
    consent = forms.CharField(label=gettext_lazy("Exception"), max_length=40)
    reason = forms.CharField(label=gettext_lazy("What is asked, and why"), max_length=2000)


@api.get("/me", operation_id="me", summary=_("In whose name the call is made, with which rights"), tags=ME)
def me(request: HttpRequest) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    staff = caller.staff
    told = {"name": staff.name, "email": staff.email, "office": named(staff.office), "scope": staff.scope.name.lower()}
    token = caller.token.name if caller.token else None
    return answer({"id": staff.pk, **told, "rights": caller.rights, "token": token})


@api.get("/duties", operation_id="list_duties", summary=_("My open duties, those due first"), tags=DUTIES)
def my_duties(request: HttpRequest, after: str = "") -> HttpResponse:
    rows = Duty.objects.open().filter(owner=viewer(request)).with_state(timezone.now())
    found: Any = page(rows.select_related("client", "document"), after, size=100, order=("due_at", "pk"))
    return answer(listed(found, [_duty(duty) for duty in found.rows]))


def _duty(duty: Any) -> Row:
    kind = KINDS.get(duty.kind)
    paper = duty.document
    return {
        **picked(duty, "id", "kind", "clause", "amount", "arose_at", "due_at", "done_at", "excused_at"),
        "label": duty.what or (str(kind.label) if kind else duty.kind),
        "state": getattr(duty, "state", None),
        "may_be_ticked": bool(kind and kind.by_tick),
        "client": named(duty.client),
        "document": {
            "id": paper.pk,
            "kind": paper.kind,
            "number": paper.number,
            "href": papers.href(paper.kind, paper.pk),
        }
        if paper
        else None,
    }


@api.post("/duties/{int:id}/tick", operation_id="tick_duty", summary=_("Mark my duty as done"), tags=DUTIES)
@writing
def tick(request: HttpRequest, id: int) -> HttpResponse:
    by = viewer(request)
    return answer(_duty(duties.tick(Duty.objects.get(pk=id, owner=by), by=by)))


@api.post("/duties/{int:id}/excuse", operation_id="excuse_duty", summary=_("Excuse a duty with a reason"), openapi_extra=body(schema_of(ReasonForm)), tags=DUTIES)  # fmt: skip
@writing
def excuse(request: HttpRequest, id: int) -> HttpResponse:
    by, given = viewer(request), fill(ReasonForm, read(request)).cleaned_data
    found = Duty.objects.all() if by.may(Right.EXCUSE_DUTIES) else Duty.objects.filter(owner=by)
    return answer(_duty(duties.excuse(found.get(pk=id), by=by, reason=given["reason"])))


@api.get("/approvals", operation_id="list_approvals", summary=_("Exceptions that wait for my decision"), tags=APPROVALS)
def inbox(request: HttpRequest, after: str = "") -> HttpResponse:
    by = viewer(request)
    rows = inboxes.waiting_for(by, timezone.localdate())
    found = page(rows, after, size=50, order=("due_at", "pk"))
    return answer(listed(found, [_asked(each, by) for each in found.rows]))


@api.get("/approvals/asked", operation_id="list_asked", summary=_("Exceptions that I asked for"), tags=APPROVALS)
def asked(request: HttpRequest, after: str = "") -> HttpResponse:
    by = viewer(request)
    found = page(inboxes.asked_by(by), after, size=50)
    return answer(listed(found, [_asked(each, by) for each in found.rows]))


def _asked(asked: Request, by: Staff) -> Row:
    """A request without the figures that the caller may not read."""
    told = picked(
        asked, "id", "consent", "clause", "reason", "amount", "rule", "decides", "state", "answer", "asked_at", "due_at",
        "decided_at", "valid_until",
    )  # fmt: skip
    paper, closed = asked.document, words.closed_facts(asked, by)
    return {
        **told,
        "sentence": words.sentence_for(asked, by),
        "facts": {name: fact for name, fact in asked.facts.items() if name not in closed},
        "state_label": asked.get_state_display(),
        "document": {
            "id": paper.pk,
            "kind": paper.kind,
            "number": paper.number,
            "href": papers.href(paper.kind, paper.pk),
        },
        "client": named(asked.client),
        "asked_by": named(asked.asked_by),
        "decided_by": named(asked.decided_by),
    }


@api.post("/approvals", operation_id="ask_approval", summary=_("Ask for an exception from a gate"), openapi_extra=body(schema_of(AskForm)), tags=APPROVALS)  # fmt: skip
@writing
def ask(request: HttpRequest) -> HttpResponse:
    by, given = viewer(request), fill(AskForm, read(request)).cleaned_data
    kind, action, consent = given["kind"], given["action"], given["consent"]
    if (kind, action) not in register.actions or consent not in CONSENTS.consents:
        raise Http404
    document = papers.find(register.kind(kind), given["document"], by)
    made = approvals.ask(document, action, consent, by=by, reason=given["reason"], at=timezone.now())
    return answer(_asked(made, by), 201)


@api.get("/approvals/{int:id}", operation_id="get_approval", summary=_("One request and its answer"), tags=APPROVALS)
def approval(request: HttpRequest, id: int) -> HttpResponse:
    by = viewer(request)
    return answer(_asked(_visible(id, by), by))


def _visible(pk: int, by: Staff) -> Request:
    return inboxes.visible_to(by, timezone.localdate()).get(pk=pk)


@api.post("/approvals/{int:id}/decide", operation_id="decide_approval", summary=_("Approve, return or refuse"), openapi_extra=body(schema_of(DecideForm)), tags=APPROVALS)  # fmt: skip
@writing
def decide(request: HttpRequest, id: int) -> HttpResponse:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if not caller.may_decide:
        raise PermissionDenied(
            gettext("This token may not decide on exceptions: a person does, or a token made for it.")
        )
    form = fill(DecideForm, read(request))
    until = {"answer": form.cleaned_data["answer"], "valid_until": form.cleaned_data["valid_until"]}
    found = _visible(id, caller.staff)
    decided = approvals.decide(found, form.outcome, by=caller.staff, at=timezone.now(), **until)
    return answer(_asked(decided, caller.staff))


@api.post("/approvals/{int:id}/take-back", operation_id="take_back_approval", summary=_("I no longer need the answer"), tags=APPROVALS)  # fmt: skip
@writing
def take_back(request: HttpRequest, id: int) -> HttpResponse:
    by = viewer(request)
    return answer(_asked(approvals.take_back(_visible(id, by), by=by), by))
