"""The log of talks with clients, and contacts planned."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query

from kontor.api.answers import answer, listed, named, picked
from kontor.api.fields import body, schema_of
from kontor.api.given import fill, read, writing
from kontor.api.site import api
from kontor.clients.queries import fetch
from kontor.contacts import actions, queries
from kontor.contacts.forms import CorrectionForm, LogForm, PlanForm
from kontor.contacts.models import Contact, Plan
from kontor.people.viewer import viewer
from kontor.web.pages import page

TAGS = [_("Contacts")]
OF_CLIENT = "/clients/{int:id}/contacts"
Id = Annotated[int | None, Query(None, ge=1, lt=2**63)]


def _row(contact: Contact) -> dict[str, Any]:
    told = picked(contact, "id", "form", "result", "topic", "said", "note", "at", "next_at", "agreed", "corrects_id")
    return {
        **told,
        "client": named(contact.client),
        "person": named(contact.person),
        "by": named(contact.by),
        "document_id": contact.document_id,
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {**picked(plan, "id", "what", "form", "at", "done_at"), "client": named(plan.client)}


@api.get("/contacts", operation_id="list_contacts", summary=_("Talks, the latest first"), tags=TAGS)
def contacts(request: HttpRequest, client: Id = None, q: str = "", after: str = "") -> HttpResponse:
    rows = queries.about(queries.log(viewer(request)), q)
    found = page(rows.filter(client_id=client) if client else rows, after, size=50, order=("-at", "-id"))
    return answer(listed(found, [_row(each) for each in found.rows]))


@api.post(OF_CLIENT, operation_id="log_contact", summary=_("Record a talk in the client's own words"), openapi_extra=body(schema_of(LogForm)), tags=TAGS)  # fmt: skip
@writing
def log(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    client = fetch(id, by)
    form = fill(LogForm, sent, client=client)
    return answer(_row(actions.log(client, by=by, **form.fields_of_log())), 201)


@api.post("/contacts/{int:id}/correct", operation_id="correct_contact", summary=_("Put a record right by a new one"), openapi_extra=body(schema_of(CorrectionForm)), tags=TAGS)  # fmt: skip
@writing
def correct(request: HttpRequest, id: int) -> HttpResponse:
    by, given = viewer(request), fill(CorrectionForm, read(request)).cleaned_data
    return answer(_row(actions.correct(queries.log(by).get(pk=id), by=by, **given)), 201)


@api.get("/clients/{int:id}/plans", operation_id="list_plans", summary=_("Contacts planned with the client"), tags=TAGS)
def plans(request: HttpRequest, id: int) -> HttpResponse:
    return answer({"rows": [_plan(each) for each in queries.planned(fetch(id, viewer(request)))]})


@api.post("/clients/{int:id}/plans", operation_id="plan_contact", summary=_("Plan a contact"), openapi_extra=body(schema_of(PlanForm)), tags=TAGS)  # fmt: skip
@writing
def plan(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    client = fetch(id, by)
    form = fill(PlanForm, sent)
    data = form.cleaned_data
    made = actions.plan(data["what"], owner=by, by=by, at=form.at(), client=client, form=data["form"])
    return answer(_plan(made), 201)
