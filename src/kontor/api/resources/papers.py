"""Papers of every kind in the register: lists, single papers, gates, and a POST for every action."""

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query

from kontor.api import papers
from kontor.api.acting import act
from kontor.api.answers import answer, listed
from kontor.api.fields import body, schema_of
from kontor.api.given import writing
from kontor.api.site import api
from kontor.documents.register import Action, Kind, register
from kontor.people.viewer import viewer
from kontor.web.pages import page

ORDER = ("-dated_on", "-id")
Id = Annotated[int | None, Query(None, ge=1, lt=2**63)]
Limit = Annotated[int, Query(50, ge=1, le=200)]
VERSION = {"type": "integer", "description": "the version that you have seen; another one is answered with 409"}


def enter(kind: Kind) -> None:
    """Open the addresses of a kind."""
    slug, tags = papers.plural(kind.code), [str(kind.plural)]
    names: dict[str, Any] = {"tags": tags, "openapi_extra": {"x-clauses": list(kind.clauses), "x-kind": kind.code}}
    one = f"/{slug}/{{int:id}}"
    api.get(f"/{slug}", operation_id=f"list_{kind.code}", summary=_("List, the latest first"), **names)(_lister(kind))
    api.get(one, operation_id=f"get_{kind.code}", summary=_("One, with its lines and what may be done with it"), **names)(_getter(kind))  # fmt: skip
    api.get(
        one + "/gates/{name}", operation_id=f"gates_{kind.code}",
        summary=_("Why an action cannot be done yet, and who may open it"), **names,
    )(_gates(kind))  # fmt: skip
    for action in register.of_kind(kind.code):
        api.post(
            f"{one}/actions/{action.name}", operation_id=f"{kind.code}_{action.name}", summary=str(action.label), tags=tags,
            openapi_extra=_told(action),
        )(_door(action))  # fmt: skip


def _told(action: Action) -> dict[str, Any]:
    """What the reference says of an action beside its fields."""
    return {
        **body(schema_of(action.form, version=VERSION), required=bool(action.form)),
        "x-kind": action.kind,
        "x-action": action.name,
        "x-right": action.right.value,
        "x-statuses": sorted(action.statuses),
        "x-clauses": list(action.clauses),
    }


def _lister(kind: Kind) -> Any:
    def papers_of_kind(
        request: HttpRequest,
        status: str = "",
        client: Id = None,
        since: date | None = None,
        until: date | None = None,
        number: str = "",
        after: str = "",
        limit: Limit = 50,
    ) -> HttpResponse:
        asked = {
            "status": status,
            "client_id": client,
            "dated_on__gte": since,
            "dated_on__lte": until,
            "number": number,
        }
        rows = papers.rows_of(kind, viewer(request)).filter(**{key: value for key, value in asked.items() if value})
        found = page(rows, after, size=limit, order=ORDER)
        return answer(listed(found, [papers.shown(kind, row) for row in found.rows]))

    return papers_of_kind


def _getter(kind: Kind) -> Any:
    def paper(request: HttpRequest, id: int) -> HttpResponse:
        by = viewer(request)
        return answer(papers.whole(papers.find(kind, id, by), by))

    return paper


def _gates(kind: Kind) -> Any:
    def gates(request: HttpRequest, id: int, name: str) -> HttpResponse:
        by, action = viewer(request), register.actions.get((kind.code, name))
        if action is None:
            raise Http404
        return answer(papers.gates(action, papers.find(kind, id, by), by, timezone.localdate()))

    return gates


def _door(action: Action) -> Any:
    @writing
    def do(request: HttpRequest, id: int) -> HttpResponse:
        return answer(act(request, action, id))

    return do


for _kind in register.kinds.values():
    enter(_kind)
