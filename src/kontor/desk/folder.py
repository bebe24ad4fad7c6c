"""The client's folder: what the printed passport is told."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kontor.desk.paper import Fact, FolderEntry, PassportPaper, Person, render_passport
from kontor.kernel import formats
from kontor.kernel.identifiers import phone_for_eye
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.printing.parts import Party
from kontor.timeline.kinds import GROUPS, KINDS
from kontor.timeline.models import Event
from kontor.timeline.queries import passport, render

MOST_ENTRIES = 2000


def printed(client: Client, viewer: Staff, *, at: datetime, language: str) -> bytes:
    """The folder as PDF, with the newest two thousand entries that the viewer may read."""
    with translation.override(language):
        events = passport(client, viewer, limit=MOST_ENTRIES)
        paper = PassportPaper(
            client=_party(client), code=str(client.pk), printed_at=timezone.localtime(at), printed_by=viewer.name,
            facts=tuple(_facts(client)), persons=tuple(_people(client)),
            entries=tuple(_entry(event) for event in events),
        )  # fmt: skip
        return render_passport(paper, language)


def _party(client: Client) -> Party:
    return Party(
        name=client.full_name or client.name, tax_id=client.tax_id, kpp=client.kpp, registration=client.registration,
        address=client.legal_address, phone=phone_for_eye(client.phone) if client.phone else "", email=client.email,
    )  # fmt: skip


def _facts(client: Client) -> Iterator[Fact]:
    yield Fact(label=_("Manager"), value=client.owner.name)
    yield Fact(label=_("Office"), value=client.office.name)
    if client.price_level:
        yield Fact(label=_("Price level"), value=client.price_level.name)
    yield Fact(label=_("Order of payment"), value=str(client.get_payment_order_display()))
    if client.credit_days:
        yield Fact(label=_("Deferral, days"), value=formats.number(client.credit_days))
    if client.credit_limit:
        yield Fact(label=_("Credit limit"), value=formats.money(client.credit_limit))


def _people(client: Client) -> Iterator[Person]:
    for person in client.persons.filter(is_gone=False):
        phone = phone_for_eye(person.phone) if person.phone else ""
        role = person.position or str(person.get_duty_display())
        yield Person(name=person.name, role=role, phone=phone, email=person.email)


def _entry(event: Event) -> FolderEntry:
    entry = render(event)
    group = GROUPS[KINDS[event.kind].group] if event.kind in KINDS else ""
    return FolderEntry(
        at=timezone.localtime(entry.at), kind=str(group), title=entry.title, detail=entry.body, said=entry.said,
        author=entry.who, amount=entry.amount,
    )  # fmt: skip
