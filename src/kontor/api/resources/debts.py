"""Debts by client, from the ledger itself; calls about them; reconciliation statements."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from kontor.api import papers
from kontor.api.answers import answer, named, picked
from kontor.api.fields import body, schema_of
from kontor.api.given import fill, read, writing
from kontor.api.site import api
from kontor.clients.queries import fetch
from kontor.debts import actions
from kontor.debts.forms import CallForm, DrawUpForm
from kontor.debts.models import RECONCILIATION
from kontor.debts.queries.table import Debtor, debt_table
from kontor.documents.register import register
from kontor.people.viewer import viewer
from kontor.receivables.queries import Ageing

TAGS = [_("Debts")]


@api.get("/debts", operation_id="list_debts", summary=_("Who owes how much, the latest and largest first"), tags=TAGS)
def debts(request: HttpRequest, on: date | None = None, q: str = "", only: str = "", mine: bool = False, after: str = "") -> HttpResponse:  # fmt: skip
    table = debt_table(viewer(request), on or timezone.localdate(), text=q, only=only, mine=mine, after=after)
    totals = {"advance": table.advance, "balance": table.balance, "debtors": table.debtors, "late": table.late}
    return answer({"rows": [_row(row) for row in table.rows], "after": table.after, **totals, "ages": _ages(table.age)})


def _ages(age: Ageing) -> dict[str, Any]:
    return picked(age, "not_due", "to_7", "to_30", "to_60", "over_60", "oldest_days", "total", "overdue")


def _row(row: Debtor) -> dict[str, Any]:
    items = [
        picked(item, "document", "number", "order", "order_number", "on", "due_on", "amount", "open")
        | {"expected_on": row.expected_on(item)}
        for item in row.items
    ]
    promise = picked(row.promise, "amount", "by_day") if row.promise else None
    said = row.last.said if row.last else ""
    return {
        "client": named(row.client), "owner": named(row.client.owner), "balance": row.balance, "advance": row.advance,
        "ages": _ages(row.age), "items": items, "promise": promise, "said": said, "promises_broken": row.broken,
    }  # fmt: skip


class DrawUpOneForm(DrawUpForm):
    client = forms.IntegerField(label=gettext_lazy("Client"))


@api.post("/clients/{int:id}/debt-calls", operation_id="record_debt_call", summary=_("What came of a call about a debt"), openapi_extra=body(schema_of(CallForm)), tags=TAGS)  # fmt: skip
@writing
def call(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    client = fetch(id, by)
    told = fill(CallForm, sent, people=client.persons.all()).told()
    row = actions.record_call(client, by=by, at=timezone.now(), **told)
    return answer(picked(row, "id", "day", "outcome", "called_at") | {"contact": row.contact_id}, 201)


@api.post("/reconciliations", operation_id="draw_up_reconciliation", summary=_("Draw up the statement of a period"), openapi_extra=body(schema_of(DrawUpOneForm)), tags=["Reconciliation statements"])  # fmt: skip
@writing
def draw_up(request: HttpRequest) -> HttpResponse:
    by, given = viewer(request), fill(DrawUpOneForm, read(request)).cleaned_data
    client = fetch(given.pop("client"), by)
    paper = actions.draw_up(client, by=by, at=timezone.now(), **given)
    kind = register.kind(RECONCILIATION)
    return answer(papers.whole(papers.find(kind, paper.pk, by), by), 201)
