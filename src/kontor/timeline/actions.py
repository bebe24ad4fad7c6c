"""The one verb: record what happened."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kontor.documents.models import Document
from kontor.documents.rows import fast_insert
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.timeline.kinds import KINDS
from kontor.timeline.models import Event


def record(
    kind: str,
    *,
    by: Staff | None,
    document: Document | None = None,
    client: Client | None = None,
    amount: Decimal | None = None,
    said: str = "",
    at: datetime | None = None,
    corrects: Event | None = None,
    **facts: Any,
) -> int:
    """Write an event and answer its id. The client is the document's unless given; `by=None` is the system."""
    if kind not in KINDS:
        raise LookupError(f"event kind {kind!r} is not entered in timeline.kinds")
    client_id = client.pk if client else document.client_id if document else None
    row = {
        "at": at or timezone.now(),
        "kind": kind,
        "client_id": client_id,
        "document_id": document.pk if document else None,
        "by_id": by.pk if by else None,
        "amount": amount,
        "said": said,
        "facts": plain(facts),
        "corrects_id": corrects.pk if corrects else None,
    }
    (event,) = fast_insert(Event, [row])
    return event


def plain(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as JSON: sums as {"sum": "1.00"}, days as {"day": "2026-11-21"}; the reader's format decides later."""
    return {name: _plain(value) for name, value in facts.items()}


def as_json(facts: dict[str, Any]) -> str:
    return json.dumps(plain(facts), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {"sum": str(value)}
    if isinstance(value, datetime | date):
        return {"day": value.isoformat()}
    return value if isinstance(value, int | float | bool | list | dict | None) else str(value)
