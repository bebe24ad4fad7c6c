"""Verbs on duties: assign, fulfil by evidence, tick, excuse, let go."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.documents.gates import right_gate
from kontor.documents.models import Document
from kontor.duties.kinds import KINDS
from kontor.duties.models import Duty
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.rights import Right
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
    values = [
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
    asked = {"kind": kind, "clause": KINDS[kind].clause, "facts": timeline.as_json(facts), "at": at, "due": due_at}
    with connection.cursor() as cursor:
        cursor.execute(_ASSIGN_EACH, asked | {"owners": [owner.pk for owner in owners]})
        return cursor.rowcount


def fulfil_each(
    kind: str, *, by: Staff, at: datetime, owner: Staff | None = None, proof: int | None = None
) -> int:
    """The evidence has come: close the open duties of this kind about no paper, of everybody or of one person."""
    found = Duty.objects.open().filter(kind=kind, document=None)
    return (found.filter(owner=owner) if owner else found).update(done_at=at, done_by=by, proof_id=proof)


def fulfil(
    kind: str, *, by: Staff | None, document: Document, proof: int | None = None, at: datetime | None = None
) -> int:
    """The evidence has come: close every open duty of this kind on this paper. Answers how many were open."""
    return (
        Duty.objects.open()
        .filter(kind=kind, document_id=document.pk)
        .update(done_at=at or timezone.now(), done_by=by, proof_id=proof)
    )


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
def tick(duty: Duty, *, by: Staff) -> Duty:
    """Mark as done a duty that leaves no evidence in the system. Ticking twice changes nothing."""
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if duty.done_at:
        return duty
    if duty.owner_id != by.pk:
        raise Refused(
            [Refusal("not_yours", _("Only {name} can mark this duty as done.").format(name=duty.owner))]
        )
    if not KINDS[duty.kind].by_tick:
        raise Refused(
            [
                Refusal(
                    "needs_evidence",
                    _("This duty closes by itself when the work is recorded; it cannot be ticked."),
                )
            ]
        )
    duty.done_at, duty.done_by = timezone.now(), by
    duty.save(update_fields=["done_at", "done_by"])
    timeline.record("duty.done", by=by, client=duty.client, document=duty.document, what=_title(duty))
    return duty


@transaction.atomic
def excuse(duty: Duty, *, by: Staff, reason: str) -> Duty:
    """The head excuses a duty with a reason; it counts as excused, neither kept nor broken (W-0.1)."""
    refuse_if(right_gate(by, Right.EXCUSE_DUTIES))
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if duty.excused_at or duty.done_at:
        return duty
    duty.excused_at, duty.excused_by, duty.excuse = timezone.now(), by, reason
    duty.save(update_fields=["excused_at", "excused_by", "excuse"])
    timeline.record(
        "duty.excused", by=by, client=duty.client, document=duty.document, said=reason, what=_title(duty)
    )
    return duty


@transaction.atomic
def postpone(duty: Duty, *, by: Staff, due_at: datetime) -> Duty:
    """Give a duty set by hand another time. A duty of the standard keeps its due time: the clause set it."""
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    if duty.clause:
        raise Refused(
            [Refusal("set_by_clause", _("The standard set this time; only the head can excuse the duty."))]
        )
    duty.due_at = due_at
    duty.save(update_fields=["due_at"])
    return duty


def _title(duty: Duty) -> str:
    return duty.what or str(KINDS[duty.kind].label)
