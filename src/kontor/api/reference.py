"""The reference for people: every address, every action with its fields, right, statuses and clauses."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as read

from kontor.api.openapi import schema
from kontor.api.papers import plural
from kontor.api.site import ROOT
from kontor.documents.register import Action, Kind, register
from kontor.people.viewer import viewer
from kontor.web.parts import render

_KEPT = {"get": 0, "post": 1, "put": 2, "patch": 3, "delete": 4}


@dataclass(frozen=True)
class Verb:
    """An action of the register as the reference shows it."""

    action: Action
    address: str
    fields: list[tuple[str, str, bool]]
    statuses: list[str]
    is_mine: bool


@dataclass(frozen=True)
class Address:
    method: str
    path: str
    summary: str
    fields: list[str]


def reference(request: HttpRequest) -> HttpResponse:
    """Drawn from the register and from the OpenAPI document: nothing is described twice."""
    by = viewer(request)
    kinds = [(kind, f"{ROOT}/{plural(kind.code)}", _verbs(kind, by)) for kind in register.kinds.values()]
    return render(request, "api/reference.html", {"kinds": kinds, "groups": _others(), "root": ROOT})


def _verbs(kind: Kind, by: Any) -> list[Verb]:
    return [_verb(kind, action, by) for action in register.of_kind(kind.code)]


def _verb(kind: Kind, action: Action, by: Any) -> Verb:
    fields = action.form.base_fields if action.form else {}
    labels: Any = kind.statuses
    return Verb(
        action=action,
        address=f"{ROOT}/{plural(kind.code)}/{{id}}/actions/{action.name}",
        fields=[(name, str(field.label or ""), field.required) for name, field in fields.items()],
        statuses=[str(labels(status).label) for status in labels.values if status in action.statuses],
        is_mine=by.may(action.right),
    )


def _others() -> dict[str, list[Address]]:
    """Addresses beside the register's, by subject."""
    found: dict[str, list[Address]] = {}
    for path, operations in schema()["paths"].items():
        for method, told in sorted(operations.items(), key=lambda each: _KEPT[each[0]]):
            if "x-kind" not in told:
                group = str(read(told["tags"][0]))
                found.setdefault(group, []).append(Address(method.upper(), path, read(told["summary"]), _names(told)))
    return found


def _names(told: dict[str, Any]) -> list[str]:
    """What the address takes, required first; in the body or in the question."""
    content = told.get("requestBody", {}).get("content", {})
    first: dict[str, Any] = next(iter(content.values()), {})
    body = first.get("schema", {})
    asked = [each["name"] for each in told.get("parameters", []) if each["in"] == "query"]
    return [*asked, *sorted(body.get("properties", {}), key=lambda name: name not in body.get("required", []))]
