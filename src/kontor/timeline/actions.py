"""The one verb: record what happened."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kontor.documents.models import Document
from kontor.documents.rows import fast_insert
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.timeline.facts import as_json as as_json
from kontor.timeline.facts import plain
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
