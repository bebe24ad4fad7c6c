"""Verbs of the contact log: record, correct, plan. A record is never edited."""

from datetime import datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.contacts.gates import log_gates, plan_gates
from kontor.contacts.models import Contact, Plan
from kontor.contacts.queries import end_of_day
from kontor.documents.models import Document
from kontor.kernel.refusals import Refusal, refuse_if
from kontor.parties.models import Client, Person
from kontor.people.models import Staff
from kontor.standards import queries as standards
from kontor.timeline import actions as timeline

_MORNING = time(10)


@transaction.atomic
def log(
    client: Client,
    *,
    by: Staff,
    at: datetime,
    form: str = Contact.Form.CALL_OUT,
    result: str = Contact.Result.TALKED,
    person: Person | None = None,
    topic: str = "",
    said: str = "",
    note: str = "",
    next_at: datetime | None = None,
    document: Document | None = None,
    agreed: bool = False,
) -> Contact:
    """Record a talk or letter and close the contacts with this client that were planned up to that day.

    `next_at` plans the next one; where nobody answered, it is planned by the setting `call_retry_days` if not given.
    Clauses W-1.3.3.4b, W-1.3.2.2.
    """
    now = timezone.now()
    refuse_if(log_gates(client, person, by=by, result=result, said=said, at=at, now=now))
    if result == Contact.Result.NO_ANSWER and next_at is None:
        next_at = retry_at(by, at)
    contact = Contact(
        client=client, person=person, document=document, form=form, topic=topic, result=result, said=said.strip(),
        note=note.strip(), next_at=next_at, at=at, by=by, agreed=agreed,
    )  # fmt: skip
    _write(contact)
    due = Plan.objects.filter(client=client, owner=by, done_at=None, at__lte=end_of_day(timezone.localdate(at)))
    about = _about(due, topic)
    due.update(done_at=now, contact=contact)
    if next_at:
        Plan.objects.create(client=client, owner=by, document=document, form=form, what=about, at=next_at)
    return contact


@transaction.atomic
def correct(contact: Contact, *, by: Staff, said: str, note: str = "") -> Contact:
    """Put a record right by a new one that names it; the first stays as it was written."""
    now = timezone.now()
    refuse_if(
        log_gates(contact.client, contact.person, by=by, result=contact.result, said=said, at=contact.at, now=now)
    )
    if contact.by_id != by.pk:
        refuse_if([Refusal("not_yours", _("Only {name} can correct this record.").format(name=contact.by))])
    columns = ("client", "person", "document", "form", "topic", "result", "at", "agreed")
    same: dict[str, Any] = {name: getattr(contact, name) for name in columns}
    correction = Contact(**same, said=said.strip(), note=note.strip(), by=by, corrects=contact)
    _write(correction)
    return correction


@transaction.atomic
def plan(
    what: str,
    *,
    owner: Staff,
    by: Staff,
    at: datetime,
    client: Client | None = None,
    document: Document | None = None,
    form: str = Contact.Form.CALL_OUT,
) -> Plan:
    """Plan a contact: a row of the owner's day. The same plan again is the same row."""
    refuse_if(plan_gates(what, by=by, at=at, now=timezone.now()))
    found, _made = Plan.objects.get_or_create(
        owner=owner, client=client, at=at, what=what.strip()[:200], done_at=None,
        defaults={"document": document, "form": form},
    )  # fmt: skip
    return found


@transaction.atomic
def move(plan: Plan, *, by: Staff, at: datetime) -> Plan:
    """Put a planned contact off. Only its owner does, and only while it is not done."""
    plan = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    reasons = list(plan_gates(plan.what, by=by, at=at, now=timezone.now()))
    if plan.owner_id != by.pk:
        reasons.append(Refusal("not_yours", _("Only {name} can move this plan.").format(name=plan.owner)))
    if plan.done_at:
        reasons.append(Refusal("done", _("This contact has already taken place.")))
    refuse_if(reasons)
    plan.at = at
    plan.save(update_fields=["at"])
    return plan


def retry_at(by: Staff, at: datetime) -> datetime:
    """When to call again after nobody answered: `call_retry_days` working days later, in the morning."""
    on = timezone.localdate(at)
    calendar = standards.calendar(by.office, on=on)
    day = calendar.add_workdays(on, standards.whole("call_retry_days", on))
    return datetime.combine(day, _MORNING, calendar.tz)


def _write(contact: Contact) -> None:
    """The entry of the timeline, then the row that keeps it."""
    kind = f"contact.{contact.form}" if contact.result == Contact.Result.TALKED else f"contact.{contact.result}"
    corrects = contact.corrects.event if contact.corrects else None
    contact.event_id = timeline.record(
        kind if corrects is None else "contact.corrected", by=contact.by, client=contact.client,
        document=contact.document, said=contact.said, at=contact.at if corrects is None else None, corrects=corrects,
        person=contact.person.name if contact.person else contact.client.name,
        about=" · ".join(filter(None, (contact.topic, contact.note))),
    )  # fmt: skip
    contact.save()


def _about(due: Any, topic: str) -> str:
    """What the next contact will be about: the topic of this one, else what was planned."""
    return topic or due.values_list("what", flat=True).order_by("at").first() or _("Next contact")
