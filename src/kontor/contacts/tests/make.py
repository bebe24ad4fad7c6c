"""Plain makers of contacts."""

from datetime import datetime, timedelta

from django.utils import timezone

from kontor.contacts import actions
from kontor.contacts.models import Contact, Plan
from kontor.parties.models import Client
from kontor.people.models import Staff


def make_contact(
    client: Client, *, by: Staff | None = None, said: str = "We will pay on Friday.", **columns: object
) -> Contact:
    columns = {"at": timezone.now() - timedelta(hours=1), **columns}
    return actions.log(client, by=by or client.owner, said=said, **columns)  # type: ignore[arg-type]


def make_plan(
    client: Client, *, at: datetime | None = None, what: str = "Price level for 2027", **columns: object
) -> Plan:
    at = at or timezone.now() + timedelta(days=2)
    return Plan.objects.create(client=client, owner=client.owner, at=at, what=what, **columns)
