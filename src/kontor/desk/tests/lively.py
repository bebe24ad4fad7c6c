"""A client with a life: sales, debts, talks, duties and promises, for the pages of the desk."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from kontor.clients import actions as clients
from kontor.contacts import actions as contacts
from kontor.debts.models import Promise
from kontor.documents.tests.make import make_paper
from kontor.duties.models import Duty
from kontor.parties.models import Client, Person
from kontor.parties.tests.make import make_client, make_level, make_person
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.receivables import actions as receivables
from kontor.timeline.actions import record
from kontor.turnover.models import Month


def lively_client(owner: Staff | None = None) -> Client:
    """Stroymaster Plus of the pictures."""
    owner = owner or make_staff("sales_manager", name="Anna Lindqvist")
    client = make_client(
        "Stroymaster Plus", owner=owner, city="Tver", industry="Building supplies, 3 shops", grade="A", status="current",
        tax_id="6950123453", since=date(2019, 3, 4), credit_limit=Decimal(3_000_000), credit_days=21,
        payment_order="deferred", price_level=make_level("W2"),
    )  # fmt: skip
    irina = make_person(client, "Irina Fomina", "+74822550112", duty=Person.Duty.PAYS, position="finance")
    make_person(client, "Sergei Pankov", "+74822550118", duty=Person.Duty.DECIDES, position="buyer")
    now = timezone.now()
    _sell(client, timezone.localdate(now))
    _talk(client, irina, owner, now)
    _owe_duties(client, owner, now)
    clients.set_terms(client, by=make_staff("director", name="Dmitry Orlov"), credit_days=30)
    return client


def _sell(client: Client, today: date) -> None:
    for back in range(24):
        month = (today.replace(day=1) - timedelta(days=30 * back)).replace(day=1)
        amount = Decimal(1_200_000 - back * 20_000)
        Month.objects.get_or_create(
            client=client, owner=client.owner, month=month,
            defaults={"amount": amount, "vat": amount / 6, "cost": amount * Decimal("0.68")},
        )  # fmt: skip
    for days in (2, 11, 19, 30, 44):
        on = today - timedelta(days=days)
        order = make_paper("order", client=client, total=344_600, on=on)
        receivables.charge(client, order.firm, order, order, Decimal(344_600), on, on + timedelta(days=21))
        record("order.placed", by=client.owner, document=order, amount=order.total, at=_at(on, 9))


def _talk(client: Client, irina: Person, owner: Staff, now: datetime) -> None:
    said = "We will pay 240 on Friday, the rest after the 25th. Please do not stop the shipment for Tver."
    talk = contacts.log(client, by=owner, person=irina, said=said, at=now - timedelta(days=1), topic="Debt")
    said = "Price of the hammers holds until New Year, even if the rate moves."
    contacts.log(client, by=owner, person=irina, said=said, at=now - timedelta(days=20), agreed=True)
    contacts.plan("Price level for 2027", owner=owner, by=owner, client=client, at=now + timedelta(days=4))
    Promise.objects.create(client=client, contact=talk, amount=240_000, by_day=timezone.localdate() + timedelta(days=2))


def _owe_duties(client: Client, owner: Staff, now: datetime) -> None:
    for days, what in (
        (6, "Renew the contract"),
        (-3, "Reconciliation statement for Q3"),
        (12, "Samples of the grinder"),
    ):
        due = now + timedelta(days=days)
        Duty.objects.create(kind="by_hand", client=client, owner=owner, what=what, arose_at=now, due_at=due)


def _at(on: date, hour: int) -> datetime:
    return timezone.make_aware(datetime(on.year, on.month, on.day, hour, 41))
