"""A paper of any kind as a program sees it: its row in a list, the whole of it, what may be done with it and why not."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from kontor.api.answers import columns, named
from kontor.approvals.queries import panel
from kontor.documents.gates import action_gates
from kontor.documents.models import Document
from kontor.documents.register import Action, Kind, register
from kontor.kernel.refusals import Refusal
from kontor.people.models import Staff
from kontor.web.middleware import as_data

HEAD = (
    "id", "kind", "number", "dated_on", "status", "total", "currency", "client_id", "client__name", "owner_id",
    "owner__name", "office_id", "based_on_id", "note", "version", "changed_at",
)  # fmt: skip
_PRODUCT = ("product__article", "product__name", "product__unit")
Row = dict[str, Any]


def plural(kind: str) -> str:
    """The address of a kind: cash_order → cash-orders."""
    return kind.replace("_", "-") + "s"


def href(kind: str, pk: int) -> str:
    return f"/api/v1/{plural(kind)}/{pk}"


def rows_of(kind: Kind, viewer: Staff) -> QuerySet[Any, Row]:
    """The papers of a kind that this person may see, as plain rows: no objects are made for a list."""
    objects = kind.objects()
    own = columns(objects.model, viewer, but=("document_id",))
    found: QuerySet[Any, Row] = objects.visible_to(viewer).filter(kind=kind.code).values(*HEAD, *own)
    return found


def shown(kind: Kind, row: Mapping[str, Any]) -> Row:
    """A row of a list or the head of a paper."""
    paper = dict(row)
    client, name = paper.pop("client_id"), paper.pop("client__name")
    owner, owner_name = paper.pop("owner_id"), paper.pop("owner__name")
    paper["client"] = {"id": client, "name": name} if client else None
    paper["owner"] = {"id": owner, "name": owner_name}
    paper["status_label"] = str(kind.statuses(paper["status"]).label)
    paper["href"] = href(kind.code, paper["id"])
    return paper


def find(kind: Kind, pk: int, viewer: Staff) -> Any:
    """The paper as its kind, or DoesNotExist: a stranger's paper is not found."""
    visible = kind.objects().visible_to(viewer).select_related("client", "owner", "office")
    return visible.get(pk=pk, kind=kind.code)


def whole(document: Any, viewer: Staff) -> Row:
    """Head, own columns, lines, and the verbs open to this person, each with what stands before it."""
    kind = register.kind(document.kind)
    names = (*HEAD, *columns(type(document), viewer, but=("document_id",)))
    paper = shown(kind, {name: _value(document, name) for name in names})
    if hasattr(document, "lines"):
        paper["lines"] = lines_of(document, viewer)
    paper["actions"] = [verb(action, document, viewer) for action in open_to(document, viewer)]
    return paper


def _value(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name, None)
    return row


def lines_of(document: Any, viewer: Staff) -> list[Row]:
    """The lines with article, name and unit of their goods: one query."""
    model = document.lines.model
    parent = f"{document.lines.field.name}_id"
    return [_line(row) for row in document.lines.values(*columns(model, viewer, but=(parent,)), *_PRODUCT)]


def _line(row: Row) -> Row:
    product = {"id": row.pop("product_id")} | {name.removeprefix("product__"): row.pop(name) for name in _PRODUCT}
    return {**row, "product": product}


def open_to(document: Document, viewer: Staff) -> list[Action]:
    """The verbs that this person holds the right for and the status allows; those without a button too."""
    return [action for action in register.of_kind(document.kind) if action.open_to(document, viewer)]


def verb(action: Action, document: Any, viewer: Staff) -> Row:
    return {
        "name": action.name,
        "label": str(action.label),
        "href": f"{href(action.kind, document.pk)}/actions/{action.name}",
        "fields": list(action.form.base_fields) if action.form else [],
        "refusals": [as_data(refusal) for refusal in action.refusals(document, viewer)],
    }


def refusals(action: Action, document: Any, viewer: Staff) -> list[Refusal]:
    """What every door asks before the action itself: the right and the status."""
    return [gate for gate in action_gates(action, document, by=viewer) if isinstance(gate, Refusal)]


def gates(action: Action, document: Any, viewer: Staff, on: date) -> Row:
    """The panel "why it cannot be done yet": every gate of the verb, and who may open it."""
    found = panel(document, action.gates(document, by=viewer) if action.gates else (), day=on, action=action.name)
    return {
        "action": action.name,
        "open": found.open,
        "gates": [
            {
                "state": row.state,
                "code": row.code,
                "sentence": str(row.sentence),
                "opens": str(row.opens),
                "clause": row.clause,
                "consent": row.consent,
                "who": [named(staff) for staff in row.who],
                "request": row.request.pk if row.request else None,
            }
            for row in found.rows
        ],
    }


def page_of(document: Document) -> str:
    """The paper's page for people."""
    return reverse(register.kind(document.kind).page, args=[document.pk])
