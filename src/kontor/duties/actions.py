"""Verbs on duties: assign, fulfil by evidence, tick, excuse, let go."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.documents.models import Document
from kontor.duties.gates import by_hand_gates, excuse_gates, postpone_gates, tick_gates
from kontor.duties.kinds import KINDS
from kontor.duties.models import Duty
from kontor.duties.queries import title_of
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.timeline import actions as timeline

_ASSIGN = """
INSERT INTO duties_duty (kind, clause, owner_id, client_id, document_id, what, facts, amount, arose_at, due_at, set_by_id, excuse)
VALUES (%s, %s, %s, %s, %s, %s, %s::jsonb, %s, %s, %s, %s, '')
ON CONFLICT DO NOTHING
"""


def assign(
    kind: str,
    *,
    owner: Staff,
    due_at: datetime,
    document: Document | None = None,
    client: Client | None = None,
    what: str = "",
    amount: Decimal | None = None,
    set_by: Staff | None = None,
    at: datetime | None = None,
    **facts: Any,
) -> None:
    """Open a duty. An open one of the same kind, paper and person is left as it is, so repeating adds nothing."""
    client_id = client.pk if client else document.client_id if document else None
    values: list[Any] = [
        kind, KINDS[kind].clause, owner.pk, client_id, document.pk if document else None, what,
        timeline.as_json(facts), amount, at or timezone.now(), due_at, set_by.pk if set_by else None,
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_ASSIGN, values)


_ASSIGN_EACH = """
INSERT INTO duties_duty (kind, clause, owner_id, what, facts, arose_at, due_at, excuse)
SELECT %(kind)s, %(clause)s, owner, '', %(facts)s::jsonb, %(at)s, %(due)s, '' FROM unnest(%(owners)s::bigint[]) owner
WHERE NOT EXISTS (SELECT FROM duties_duty d WHERE d.kind = %(kind)s AND d.owner_id = owner AND d.due_at = %(due)s)
"""


def assign_each(kind: str, *, owners: Iterable[Staff], due_at: datetime, at: datetime, **facts: Any) -> int:
    """Open a duty about no paper for each of these people, once for a due time. Answers how many are new."""
    asked: dict[str, Any] = {
        "kind": kind,
        "clause": KINDS[kind].clause,
        "facts": timeline.as_json(facts),
        "at": at,
        "due": due_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ASSIGN_EACH, asked | {"owners": [owner.pk for owner in owners]})
        return int(cursor.rowcount)


def fulfil_each(kind: str, *, by: Staff, at: datetime, owner: Staff | None = None, proof: int | None = None) -> int:
    """The evidence has come: close the open duties of this kind about no paper, of everybody or of one person."""
    found = Duty.objects.open().filter(kind=kind, document=None)
    return (found.filter(owner=owner) if owner else found).update(done_at=at, done_by=by, proof_id=proof)


_FULFIL = """
UPDATE duties_duty SET done_at = %s, done_by_id = %s, proof_id = %s
WHERE kind = %s AND document_id = %s AND done_at IS NULL AND excused_at IS NULL AND void_at IS NULL
"""


def fulfil(
    kind: str, *, by: Staff | None, document: Document, proof: int | None = None, at: datetime | None = None
) -> int:
    """The evidence has come: close every open duty of this kind on this paper. Answers how many were open."""
    with connection.cursor() as cursor:
        cursor.execute(_FULFIL, [at or timezone.now(), by.pk if by else None, proof, kind, document.pk])
        return int(cursor.rowcount)


def fulfil_for_client(
    kind: str, *, by: Staff, client: Client, proof: int | None = None, at: datetime | None = None
) -> int:
    """Close this person's open duties of this kind about a client."""
    return (
        Duty.objects.open()
        .filter(kind=kind, client=client, owner=by)
        .update(done_at=at or timezone.now(), done_by=by, proof_id=proof)
    )


def let_go(document: Document, *, at: datetime | None = None, kinds: tuple[str, ...] = ()) -> int:
    """The paper was withdrawn or the need is gone: open duties on it are void and do not count."""
    found = Duty.objects.open().filter(document_id=document.pk)
    return (found.filter(kind__in=kinds) if kinds else found).update(void_at=at or timezone.now())


@transaction.atomic
def set_by_hand(
    what: str,
    *,
    by: Staff,
    owner: Staff,
    due_at: datetime,
    at: datetime,
    client: Client | None = None,
    document: Document | None = None,
) -> None:
    """A task that a person sets, for himself or, as a head, for somebody in his sight; ticked when it is done."""
    refuse_if(by_hand_gates(what, by=by, owner=owner, due_at=due_at, at=at))
    what = what.strip()[:250]
    assign("by_hand", owner=owner, due_at=due_at, document=document, client=client, what=what, set_by=by, at=at)


@transaction.atomic
def tick(duty: Duty, *, by: Staff) -> Duty:
    """Mark as done a duty that leaves no evidence in the system. Ticking twice changes nothing."""
    duty = _locked(duty)
    if duty.done_at:
        return duty
    refuse_if(tick_gates(duty, by=by))
    duty.done_at, duty.done_by = timezone.now(), by
    duty.save(update_fields=["done_at", "done_by"])
    timeline.record("duty.done", by=by, client=duty.client, document=duty.document, what=title_of(duty))
    return duty


@transaction.atomic
def untick(duty: Duty, *, by: Staff) -> Duty:
    """A tick by mistake is taken back: the duty is open again."""
    duty = _locked(duty)
    if not duty.done_at:
        return duty
    refuse_if(tick_gates(duty, by=by))
    if duty.proof_id:
        raise Refused([Refusal("proved", _("This duty was closed by its evidence; it cannot be opened again."))])
    duty.done_at = duty.done_by = None
    duty.save(update_fields=["done_at", "done_by"])
    timeline.record("duty.opened", by=by, client=duty.client, document=duty.document, what=title_of(duty))
    return duty


@transaction.atomic
def excuse(duty: Duty, *, by: Staff, reason: str) -> Duty:
    """The head excuses a duty with a reason; it counts as excused, neither kept nor broken (W-0.1)."""
    duty = _locked(duty)
    if duty.excused_at:
        return duty
    refuse_if(excuse_gates(duty, by=by, reason=reason))
    duty.excused_at, duty.excused_by, duty.excuse = timezone.now(), by, reason.strip()[:250]
    duty.save(update_fields=["excused_at", "excused_by", "excuse"])
    timeline.record(
        "duty.excused",
        by=by,
        client=duty.client,
        document=duty.document,
        said=duty.excuse,
        what=title_of(duty),
    )
    return duty


@transaction.atomic
def postpone(duty: Duty, *, by: Staff, due_at: datetime, at: datetime | None = None) -> Duty:
    """Give a duty set by hand another time. A duty of the standard keeps its due time: the clause set it."""
    duty = _locked(duty)
    if duty.due_at == due_at:
        return duty
    refuse_if(postpone_gates(duty, by=by, due_at=due_at, at=at or timezone.now()))
    duty.due_at = due_at
    duty.save(update_fields=["due_at"])
    return duty


def _locked(duty: Duty) -> Duty:
    found = Duty.objects.select_for_update(of=("self",)).select_related("owner", "client", "document")
    return found.get(pk=duty.pk)
