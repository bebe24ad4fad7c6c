"""Verbs of the call sheet: form it, record a call, keep watch over promises."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from kontor.contacts import actions as contacts
from kontor.contacts.models import Contact
from kontor.debts.actions.statements import draw_up
from kontor.debts.gates import PROMISES, call_gates
from kontor.debts.models import CallRow, Promise
from kontor.debts.queries import broken_counts, debtors, firms_of, paid_so_far, reasons_to_call, sheet
from kontor.debts.queries.calls import Wanted
from kontor.documents.gates import right_gate
from kontor.duties import actions as duties
from kontor.invoices import actions as invoice_actions
from kontor.invoices import queries as invoices
from kontor.kernel.refusals import refuse_if
from kontor.parties.models import Client, Person
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.standards import queries as standards
from kontor.timeline import actions as timeline

CALL_DUTY = "call_debtors"
Outcome = CallRow.Outcome
_RESULTS = {Outcome.NO_ANSWER: Contact.Result.NO_ANSWER, Outcome.MOVED: Contact.Result.MOVED}


@transaction.atomic
def form_sheet(owner: Staff, day: date, *, by: Staff | None, at: datetime) -> list[CallRow]:
    """The sheet of a manager's calls of a day (W-1.3.3.3b). Forming it again adds new clients, brings the sums of those
    not yet called up to date, takes off who has paid, and never touches a result."""
    wanted = reasons_to_call(owner, day)[: standards.whole("call_sheet_size", day)]
    Staff.objects.select_for_update(no_key=True).get(pk=owner.pk)
    there = {row.client_id: row for row in sheet(owner, day)}
    _drop_settled(there.values(), {each.client for each in wanted})
    _refresh([(there[each.client], each) for each in wanted if each.client in there])
    new = [each for each in wanted if each.client not in there]
    _append(owner, day, new)
    if new and not there:
        timeline.record("debts.sheet_formed", by=by, owner=owner.name, day=day, clients=len(new))
    rows = list(sheet(owner, day))
    if any(not row.outcome for row in rows):
        due = standards.calendar(owner.office, on=day).closing(day)
        duties.assign_each(CALL_DUTY, owners=[owner], due_at=due, at=at, clients=len(rows))
    return rows


def _drop_settled(rows: Iterable[CallRow], wanted: set[int]) -> None:
    gone = [
        row.pk for row in rows if not row.outcome and row.reason != CallRow.Reason.ADDED and row.client_id not in wanted
    ]
    CallRow.objects.filter(pk__in=gone, outcome="").delete()


def _refresh(pairs: list[tuple[CallRow, Wanted]]) -> None:
    changed = []
    for row, now in pairs:
        if not row.outcome:
            row.reason, row.overdue, row.debt = now.reason, now.overdue, now.debt
            changed.append(row)
    CallRow.objects.bulk_update(changed, ["reason", "overdue", "debt"])


def _append(owner: Staff, day: date, wanted: list[Wanted]) -> None:
    CallRow.objects.bulk_create(
        CallRow(
            owner=owner, day=day, client_id=each.client, rank=rank, reason=each.reason, overdue=each.overdue, debt=each.debt
        )
        for rank, each in enumerate(wanted, _last_rank(owner, day) + 1)
    )  # fmt: skip


def _last_rank(owner: Staff, day: date) -> int:
    last: int | None = CallRow.objects.filter(owner=owner, day=day).aggregate(last=Max("rank"))["last"]
    return last or 0


@transaction.atomic
def add_to_sheet(client: Client, *, by: Staff, day: date) -> CallRow:
    """Put a client on one's own sheet by hand; who is on it already stays where he is."""
    refuse_if(right_gate(by, Right.LOG_CONTACTS))
    age = debtors([client.pk], day)[client.pk].age
    row, _made = CallRow.objects.select_related("client").get_or_create(
        owner=by, day=day, client=client,
        defaults={
            "reason": CallRow.Reason.ADDED, "overdue": age.overdue, "debt": age.total, "rank": _last_rank(by, day) + 1,
        },
    )  # fmt: skip
    return row


@transaction.atomic
def move_row(row: CallRow, *, by: Staff, up: bool) -> None:
    """Change places with the neighbour on one's own sheet."""
    rows = list(CallRow.objects.select_for_update().filter(owner=by, day=row.day).order_by("rank", "id"))
    place = next(place for place, each in enumerate(rows) if each.pk == row.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
        for rank, each in enumerate(rows, 1):
            each.rank = rank
        CallRow.objects.bulk_update(rows, ["rank"])


@transaction.atomic
def record_call(
    whom: CallRow | Client,
    outcome: str,
    *,
    by: Staff,
    at: datetime,
    said: str = "",
    person: Person | None = None,
    amount: Decimal | None = None,
    by_day: date | None = None,
    next_at: datetime | None = None,
) -> CallRow:
    """What came of a call about a debt: the contact with the client's words, the promise, the row's outcome.

    The client's earlier open promise is broken if its day has passed, else replaced. A dispute opens a statement. When
    every row of the sheet has its outcome, the duty of the day is fulfilled. Clauses W-1.3.3.4a, W-1.3.3.4b.
    """
    today = timezone.localdate(at)
    gates = call_gates(
        outcome, by=by, said=said, amount=amount, by_day=by_day, has_next=next_at is not None, today=today
    )
    refuse_if(gates)
    row = whom if isinstance(whom, CallRow) else add_to_sheet(whom, by=by, day=today)
    row = CallRow.objects.select_for_update(of=("self",)).select_related("client", "contact").get(pk=row.pk)
    if _same(row, outcome, said):
        return row
    contact = contacts.log(
        row.client, by=by, at=at, result=_RESULTS.get(Outcome(outcome), Contact.Result.TALKED), person=person,
        topic=_topic(row), said=said, next_at=next_at,
    )  # fmt: skip
    row.outcome, row.contact, row.called_at = outcome, contact, at
    row.save(update_fields=["outcome", "contact", "called_at"])
    if outcome in PROMISES and amount and by_day:
        _promise(row, contact, amount, by_day, by=by, at=at)
    if outcome == Outcome.DISPUTES:
        _open_dispute(row, contact, by=by, at=at)
    _close_sheet(row, by=by, at=at)
    return row


def _same(row: CallRow, outcome: str, said: str) -> bool:
    """The same answer once more: nothing is said twice. A call that nobody answered may be tried again."""
    kept = row.contact
    return bool(
        kept
        and row.outcome == outcome
        and kept.said == said.strip()
        and row.called_at
        and kept.result == Contact.Result.TALKED
    )


def _topic(row: CallRow) -> str:
    return str(row.get_reason_display()) if row.reason != CallRow.Reason.ADDED else ""


def _promise(row: CallRow, contact: Contact, amount: Decimal, by_day: date, *, by: Staff, at: datetime) -> None:
    today = timezone.localdate(at)
    settle_promises(today, clients=[row.client_id])
    earlier = Promise.objects.filter(client_id=row.client_id, state=Promise.State.OPEN)
    earlier.update(state=Promise.State.REPLACED, settled_at=at)
    Promise.objects.create(
        client=row.client, contact=contact, amount=amount, by_day=by_day,
        paid_before=paid_so_far([row.client_id], today)[row.client_id],
    )  # fmt: skip
    timeline.record("debts.promised", by=by, client=row.client, amount=amount, at=at, by_day=by_day)
    if row.reason == CallRow.Reason.NO_DATE:
        for unpaid in invoices.unpaid([row.client_id]):
            if unpaid.invoice.expected_on is None:
                invoice_actions.note_payment_date(unpaid.invoice, by=by, at=at, expected_on=by_day, said=contact.said)


def _open_dispute(row: CallRow, contact: Contact, *, by: Staff, at: datetime) -> None:
    """The client denies the debt: a statement from the oldest open document on is drawn up, to be compared (W-1.3.3.5a)."""
    today = timezone.localdate(at)
    items = debtors([row.client_id], today)[row.client_id].items
    since = min((item.on for item in items), default=today - timedelta(days=90)).replace(day=1)
    timeline.record("debts.disputed", by=by, client=row.client, amount=row.debt, said=contact.said, at=at)
    if by.may(Right.RECONCILE):
        for firm in firms_of(row.client)[:1]:
            draw_up(row.client, firm, since, today, by=by, at=at)


def _close_sheet(row: CallRow, *, by: Staff, at: datetime) -> None:
    if not CallRow.objects.filter(owner_id=row.owner_id, day=row.day, outcome="").exists():
        proof = row.contact.event_id if row.contact else None
        duties.fulfil_each(CALL_DUTY, by=by, at=at, owner=row.owner, proof=proof)


@transaction.atomic
def settle_promises(on: date, *, clients: list[int] | None = None) -> int:
    """Mark open promises kept when the money came in time, broken when their day has passed without it.

    Money that came after the promise was given counts, whatever document it pays. Answers how many were broken.
    """
    open_ = Promise.objects.select_for_update(of=("self",)).filter(state=Promise.State.OPEN)
    found = list((open_.filter(client_id__in=clients) if clients is not None else open_).select_related("client"))
    broken = 0
    for day in sorted({min(promise.by_day, on) for promise in found}):
        of_day = [promise for promise in found if min(promise.by_day, on) == day]
        paid = paid_so_far([promise.client_id for promise in of_day], day)
        for promise in of_day:
            broken += _settle(promise, paid[promise.client_id] - promise.paid_before, on)
    return broken


def _settle(promise: Promise, paid: Decimal, on: date) -> bool:
    """Close one promise if its time has come. Answers whether it was broken."""
    if paid < promise.amount and promise.by_day >= on:
        return False
    kept = paid >= promise.amount
    promise.state = Promise.State.KEPT if kept else Promise.State.BROKEN
    promise.settled_at = timezone.now()
    promise.save(update_fields=["state", "settled_at"])
    count = broken_counts([promise.client_id]).get(promise.client_id, 0)
    timeline.record(
        f"debts.promise_{promise.state}", by=None, client=promise.client, amount=promise.amount, by_day=promise.by_day,
        paid=max(paid, Decimal(0)), count=count,
    )  # fmt: skip
    return not kept
