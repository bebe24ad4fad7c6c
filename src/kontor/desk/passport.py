"""The client passport: the figures above, what lies ahead, what happened, and the tabs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby, pairwise

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.contacts import queries as contacts
from kontor.debts.models import Promise
from kontor.documents.models import Document
from kontor.duties.kinds import KINDS as DUTY_KINDS
from kontor.duties.models import Duty
from kontor.duties.queries import of_client, title_of
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.receivables.queries import Exposure, exposure, open_items, pays_on_average
from kontor.timeline import queries as timeline
from kontor.timeline.kinds import GROUPS
from kontor.timeline.queries import Entry, Moment
from kontor.turnover.queries import Year, client_year
from kontor.web.pages import Count, capped_count

ORDER = "order"
_RHYTHM_OF = 12
_PLANNED = 12
_COUNTED = 500


@dataclass(frozen=True, slots=True)
class Figures:
    """The facts strip. `rhythm`: the usual days between orders; None while there are too few."""

    year: Year
    credit: Exposure
    pays: Decimal | None
    last_order: date | None
    rhythm: int | None


def figures(client: Client, on: date) -> Figures:
    """Sales, debt and habits of a client: five queries."""
    days = list(_orders(client).order_by("-dated_on").values_list("dated_on", flat=True).distinct()[: _RHYTHM_OF + 1])
    gaps = sorted((later - earlier).days for later, earlier in pairwise(days))
    return Figures(
        year=client_year(client, on),
        credit=exposure(client, on=on),
        pays=pays_on_average(client, on),
        last_order=days[0] if days else None,
        rhythm=gaps[len(gaps) // 2] if len(gaps) > 1 else None,
    )


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something that is to come: a duty, a planned contact, a promised payment."""

    at: datetime
    icon: str
    title: str
    body: str
    amount: Decimal | None = None
    amount_label: str = ""


def planned(client: Client, now: datetime) -> list[Ahead]:
    """What lies ahead, the farthest first, as the timeline runs: duties, planned contacts, promises. Three queries."""
    found = [*_duties_ahead(client, now), *_contacts_ahead(client, now), *_promises_ahead(client, now)]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _duties_ahead(client: Client, now: datetime) -> Iterator[Ahead]:
    for duty in of_client(client).filter(due_at__gt=now)[:_PLANNED]:
        owner = _("Duty of {name}").format(name=duty.owner)
        yield Ahead(duty.due_at, "list-checks", title_of(duty), owner, duty.amount)


def _contacts_ahead(client: Client, now: datetime) -> Iterator[Ahead]:
    for plan in contacts.planned(client)[:_PLANNED]:
        if plan.at > now:
            yield Ahead(plan.at, "phone", plan.what, _("Planned by {name}").format(name=plan.owner))


def _promises_ahead(client: Client, now: datetime) -> Iterator[Ahead]:
    promises = Promise.objects.filter(client=client, state=Promise.State.OPEN, by_day__gte=timezone.localdate(now))
    for promise in promises.select_related("contact__person").order_by("by_day")[:_PLANNED]:
        whom = promise.contact.person or client
        body = _("Promised by {name}").format(name=whom)
        at = timezone.make_aware(datetime.combine(promise.by_day, time(18)))
        yield Ahead(at, "hand-coins", _("Payment promised"), body, promise.amount, _("promised"))


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of today or of a month."""

    day: date
    is_today: bool
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class History:
    """A page of the timeline: `older` is the cursor of the next page, empty at the end."""

    sections: list[Section]
    older: str
    oldest: date | None


def history(client: Client, viewer: Staff, *, group: str = "", before: Moment | None, today: date) -> History:
    """A page of what happened, by months, today apart. One query."""
    kinds = timeline.kinds_of(group) if group in GROUPS else ()
    events = timeline.passport(client, viewer, kinds, before, timeline.PAGE + 1)
    shown = events[: timeline.PAGE]
    entries = [timeline.render(event) for event in shown]
    sections = [
        Section(timezone.localdate(found[0].at), is_today, found)
        for (is_today, _month), run in groupby(entries, key=lambda entry: _section_of(entry, today))
        if (found := list(run))
    ]
    more = len(events) > len(shown)
    older = f"{shown[-1].at.isoformat()}~{shown[-1].pk}" if more else ""
    return History(sections, older, timezone.localdate(shown[-1].at) if more else None)


def _section_of(entry: Entry, today: date) -> tuple[bool, date]:
    day = timezone.localdate(entry.at)
    return day == today, today if day == today else day.replace(day=1)


def read_cursor(text: str) -> Moment | None:
    """The cursor of `History.older`; None for one that cannot be read."""
    at, _sign, pk = text.partition("~")
    try:
        return datetime.fromisoformat(at), int(pk)
    except ValueError:
        return None


def until(day: date) -> Moment:
    """The cursor that begins a page with a day's last entry."""
    return contacts.end_of_day(day), 2**62


@dataclass(frozen=True, slots=True)
class Due:
    """An open duty as the aside shows it. `days`: until it is due, negative when late; `tick`: the viewer may tick it."""

    pk: int
    title: str
    owner: str
    days: int
    late: bool
    tick: bool


def dues(client: Client, viewer: Staff, now: datetime, limit: int) -> list[Due]:
    """What is open about a client, the oldest first. One query."""
    today = timezone.localdate(now)
    return [
        Due(
            duty.pk, title_of(duty), duty.owner.name, (timezone.localdate(duty.due_at) - today).days,
            duty.due_at < now, duty.owner_id == viewer.pk and duty.kind in DUTY_KINDS and DUTY_KINDS[duty.kind].by_tick,
        )
        for duty in of_client(client)[:limit]
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """How much lies behind the tabs, capped."""

    orders: Count
    debts: int
    documents: Count
    duties: Count


def counts(client: Client, on: date) -> Counts:
    """Four cheap counts for the tabs."""
    return Counts(
        orders=capped_count(_orders(client), _COUNTED),
        debts=len(open_items([client.pk], on)),
        documents=capped_count(Document.objects.filter(client=client), _COUNTED),
        duties=capped_count(Duty.objects.open().filter(client=client), _COUNTED),
    )


def documents(client: Client, viewer: Staff, kind: str = "") -> QuerySet[Document]:
    """The client's papers that the viewer may see; of one kind if named."""
    found = Document.objects.visible_to(viewer).filter(client=client).select_related("owner")
    papers: QuerySet[Document] = found.filter(kind=kind) if kind else found
    return papers


def duties_of(client: Client, now: datetime) -> QuerySet[Duty]:
    """Every duty about the client with its state, those due last first; what became void does not count."""
    found = Duty.objects.with_state(now).filter(client=client, void_at=None)
    return found.select_related("owner", "done_by").order_by(F("due_at").desc(), "-id")


def _orders(client: Client) -> QuerySet[Document]:
    orders: QuerySet[Document] = Document.objects.filter(client=client, kind=ORDER)
    return orders
