"""Verbs that every paper shares: open, take a number, change status, withdraw."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.documents.gates import status_gate
from kontor.documents.models import Document
from kontor.documents.queries import followers
from kontor.documents.register import register
from kontor.documents.rows import fast_insert, fast_update
from kontor.kernel.refusals import Changed, Refusal, Refused, refuse_if
from kontor.parties.models import Client, Firm
from kontor.people.models import Office, Staff

_NEXT = """
INSERT INTO documents_series (kind, firm_id, office_id, year, next) VALUES (%s, %s, %s, %s, 2)
ON CONFLICT ON CONSTRAINT series_once DO UPDATE SET next = documents_series.next + 1
RETURNING next - 1
"""


def take_number(kind: str, firm: Firm, office: Office, year: int) -> str:
    """The next number of the series, with the office's code before it. Take it last: the row is hot."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [kind, firm.pk, office.pk, year])
        (number,) = cursor.fetchone()
    parts = [part for part in (register.kind(kind).prefix, office.code, str(number)) if part]
    return "-".join(parts)


def open_document(
    model: type[Any],
    kind: str,
    *,
    by: Staff,
    on: date,
    status: str,
    firm: Firm | None = None,
    office: Office | None = None,
    client: Client | None = None,
    owner: Staff | None = None,
    total: Decimal = Decimal(0),
    currency: str = "",
    based_on: Document | None = None,
    note: str = "",
    number: str = "",
    **columns: Any,
) -> Any:
    """Write a paper's head and its own columns in two cheap inserts, and answer it as its kind.

    Firm, office, client, owner and currency are those of the paper it is based on, unless given. `columns` are the child's
    own fields; fields with defaults may be left out. The number is taken unless given.
    """
    now = timezone.now()
    firm = firm or _of(based_on, "firm")
    office = office or _of(based_on, "office")
    head = {
        "kind": kind,
        "number": number or take_number(kind, firm, office, on.year),
        "dated_on": on,
        "year": on.year,
        "firm_id": firm.pk,
        "client_id": client.pk if client else based_on.client_id if based_on else None,
        "office_id": office.pk,
        "owner_id": owner.pk if owner else based_on.owner_id if based_on else by.pk,
        "status": status,
        "total": total,
        "currency": currency or (based_on.currency if based_on else firm.currency),
        "based_on_id": based_on.pk if based_on else None,
        "note": note,
        "version": 1,
        "created_at": now,
        "changed_at": now,
        "changed_by_id": by.pk,
    }
    (pk,) = fast_insert(Document, [head])
    child = model(id=pk, document_id=pk, **head, **columns)
    own = [field for field in model._meta.local_concrete_fields if field.attname != "document_id"]
    fast_insert(model, [{"document_id": pk} | {field.attname: getattr(child, field.attname) for field in own}])
    child.office, child.firm = office, firm
    if client or (based_on and "client" in based_on._state.fields_cache):
        child.client = client or based_on.client  # type: ignore[union-attr]
    child._state.adding = False
    child._state.db = "default"
    return child


def _of(based_on: Document | None, name: str) -> Any:
    if based_on is None:
        raise TypeError(f"a paper that is based on none needs its {name}")
    return getattr(based_on, name)


def touch(document: Document, *, by: Staff, **head: Any) -> None:
    """Change columns of the head, raise the version, remember who: one UPDATE. The head must be locked."""
    document.version += 1
    document.changed_by = by
    document.changed_at = timezone.now()
    for name, value in head.items():
        setattr(document, name, value)
    fields = {"version": document.version, "changed_by": by.pk, "changed_at": document.changed_at, **head}
    fast_update(Document, document.pk, fields)


def same_version(document: Document, version: int | None, theirs: dict[str, str] | None = None) -> None:
    """Raise Changed when somebody was faster: `version` is what the person had on the screen."""
    if version is not None and document.version != version:
        raise Changed(by=str(document.changed_by or ""), theirs=theirs or {})


def move(document: Document, to: str, moves: dict[str, frozenset[str]], *, by: Staff, **head: Any) -> None:
    """Carry a paper to another status along its kind's table of moves."""
    if to not in moves.get(document.status, frozenset()):
        refuse_if(status_gate(document, frozenset(old for old, new in moves.items() if to in new)))
    touch(document, by=by, status=to, **head)


@transaction.atomic
def withdraw_followers(document: Document, *, by: Staff, reason: str, at: datetime) -> None:
    """Withdraw what stands on a paper, each by its kind's own verb `withdraw` with its own gates, the last first.

    A follower that cannot be withdrawn stops everything, and is named.
    """
    for follower in reversed(followers(document)):
        kind = register.kind(follower.kind)
        if follower.status in kind.dead:
            continue
        action = register.actions.get((follower.kind, "withdraw"))
        if action is None or follower.status not in action.statuses:
            raise Refused([_stands_on_it(follower)])
        child = kind.objects().locked(follower.pk)
        refuse_if(action.gates(child, by=by) if action.gates else ())
        action.perform(child, by=by, reason=reason, at=at)


def _stands_on_it(follower: Document) -> Refusal:
    kind = register.kind(follower.kind)
    sentence = _("{kind} {number} is based on it and is “{status}”; it has to be withdrawn first.")
    status = kind.statuses(follower.status).label
    return Refusal("stands_on_it", sentence.format(kind=kind.label, number=follower.number, status=status))
