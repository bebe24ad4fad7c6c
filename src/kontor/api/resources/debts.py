"""Debts by client, from the ledger itself, and reconciliation statements."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from kontor.api.answers import answer, named, picked
from kontor.api.site import api
from kontor.debts.queries.table import Debtor, debt_table
from kontor.people.viewer import viewer
from kontor.receivables.queries import Ageing

TAGS = ["Debts"]


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
