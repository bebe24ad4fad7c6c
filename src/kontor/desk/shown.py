"""How the passport says things: the line under the name, tabs, papers of any kind, the detail of an entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.desk.passport import Counts
from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.duties.models import State
from kontor.kernel import formats
from kontor.parties.models import Client, PaymentOrder
from kontor.parties.requisites import TAX_ID_NAMES
from kontor.timeline.queries import Entry

SEPARATOR = " · "


def about(client: Client) -> str:
    """Kind of business, city, since when, tax id, manager: one line."""
    return SEPARATOR.join(part for part in _about(client) if part)


def _about(client: Client) -> Iterator[str]:
    yield client.industry
    yield client.city
    if client.since:
        yield _("client since {day}").format(day=formats.day_full(client.since))
    if client.tax_id:
        yield _("{name} {number}").format(name=TAX_ID_NAMES[client.country], number=client.tax_id)
    yield _("manager {name}").format(name=client.owner.name)


def term(client: Client) -> str:
    """When the client is to pay, in a few words."""
    if client.payment_order == PaymentOrder.DEFERRED:
        return ngettext("term {count} day", "term {count} days", client.credit_days).format(count=client.credit_days)
    return str(client.get_payment_order_display())


def tabs(client: Client, current: str, counts: Counts) -> list[tuple[str, str, object, bool]]:
    """The tabs of the passport, each an address of its own."""
    named = [
        ("timeline", _("Timeline"), ""),
        ("orders", _("Orders"), counts.orders),
        ("debts", _("Debts and payments"), counts.debts),
        ("terms", _("Prices and terms"), ""),
        ("documents", _("Documents"), counts.documents),
        ("details", _("People and requisites"), ""),
        ("duties", _("Duties"), counts.duties),
    ]
    return [(name, _address(client, tab), count, tab == current) for tab, name, count in named]


def _address(client: Client, tab: str) -> str:
    return (
        reverse("desk:client", args=[client.pk])
        if tab == "timeline"
        else reverse("desk:client_tab", args=[client.pk, tab])
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a journal of any kind shows it; of a kind that nobody knows, by its code."""

    kind: str
    status: str
    href: str


def paper(document: Document) -> Paper:
    kind = register.kinds.get(document.kind)
    if kind is None:
        return Paper(document.kind, document.status, "")
    statuses = {str(status.value): str(status.label) for status in kind.statuses}  # type: ignore[attr-defined]
    try:
        href = register.href(document)
    except NoReverseMatch:
        href = ""
    return Paper(str(kind.label), statuses.get(document.status, document.status), href)


def detail(entry: Entry) -> str:
    """The line under an entry's title: its facts and its author, unless the title names the author already."""
    who = entry.who if entry.who and entry.who not in entry.title else ""
    return SEPARATOR.join(part for part in (entry.body, who) if part)


@dataclass(frozen=True, slots=True)
class Labelled:
    label: str | Promise
    tone: str


DUTY_STATES = {
    state.value: Labelled(state.label, tone)
    for state, tone in (
        (State.OPEN, "outline"), (State.KEPT, "ok"), (State.LATE, "warn"), (State.EXCUSED, "info"), (State.BROKEN, "danger"),
    )
}  # fmt: skip
