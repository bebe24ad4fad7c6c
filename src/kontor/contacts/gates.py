"""Why a contact may not be recorded so."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from kontor.contacts.models import Contact
from kontor.documents.gates import right_gate
from kontor.kernel.refusals import Refusal
from kontor.parties.models import Client, Person
from kontor.people.models import Staff
from kontor.people.rights import Right

_CLOCKS_DIFFER = timedelta(minutes=5)


def log_gates(
    client: Client, person: Person | None, *, by: Staff, result: str, said: str, at: datetime, now: datetime
) -> Iterator[Refusal]:
    """A talk without the client's own words is not recorded (W-1.3.3.4b): a code says nothing a month later."""
    yield from right_gate(by, Right.LOG_CONTACTS)
    if result == Contact.Result.TALKED and not said.strip():
        sentence = _("Write what the client said, in the client's own words.")
        yield Refusal("said", sentence, clause="W-1.3.3.4b")
    if at > now + _CLOCKS_DIFFER:
        yield Refusal("at", _("A contact that has not taken place yet is planned, not recorded."))
    if person is not None and person.client_id != client.pk:
        yield Refusal("person", _("{name} is not one of this client's people.").format(name=person))


def plan_gates(what: str, *, by: Staff, at: datetime, now: datetime) -> Iterator[Refusal]:
    """A plan lies ahead and says what about."""
    yield from right_gate(by, Right.LOG_CONTACTS)
    if not what.strip():
        yield Refusal("what", _("Write what the contact will be about."))
    if at < now - _CLOCKS_DIFFER:
        yield Refusal("at", _("The time has already passed. Plan a contact for a time ahead."))
