"""The table of client debts, as of any day, from the ledger itself (W-1.3.3.3a)."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from kontor.clients.queries import found
from kontor.contacts.models import Contact
from kontor.debts.models import Promise
from kontor.invoices.models import Invoice
from kontor.kernel.money import ZERO, total
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.receivables import queries as receivables
from kontor.receivables.models import Balance, Entry
from kontor.receivables.queries import BUCKETS, Ageing, OpenItem

AT_ONCE = 50
NO_DEBT = Ageing()


@dataclass(frozen=True, slots=True)
class Debtor:
    """A client's row: open documents, the sums by age, money that pays no order yet, and what was said and promised."""

    client: Client
    items: tuple[OpenItem, ...] = ()
    age: Ageing = NO_DEBT
    advance: Decimal = ZERO
    balance: Decimal = ZERO
    last: Contact | None = None
    promise: Promise | None = None
    broken: int = 0
    expected: dict[int, date] = field(default_factory=dict)

    def expected_on(self, item: OpenItem) -> date:
        """When the money of a document is to come: the day that the client named for its invoice, else the due day."""
        return self.expected.get(item.order, item.due_on)


@dataclass(frozen=True, slots=True)
class Table:
    """A page of the debt table and the sums of all of it. `after` is the cursor of the next page."""

    rows: list[Debtor]
    after: str
    age: Ageing
    advance: Decimal
    balance: Decimal
    debtors: int
    late: int


Test = Callable[[Ageing, Decimal], bool]
FILTERS: dict[str, Test] = {
    "": lambda age, advance: age.total > 0,
    "late": lambda age, advance: age.overdue > 0,
    "7": lambda age, advance: age.to_7 > 0,
    "30": lambda age, advance: age.to_30 > 0,
    "60": lambda age, advance: age.to_60 > 0,
    "older": lambda age, advance: age.over_60 > 0,
    "advance": lambda age, advance: advance > 0,
}


def debt_table(
    viewer: Staff,
    on: date,
    *,
    text: str = "",
    only: str = "",
    mine: bool = False,
    after: str = "",
    size: int = AT_ONCE,
) -> Table:
    """The debts of the clients that the viewer may see, the latest and largest first. Ten queries, however many rows.

    `only` is a key of FILTERS. The sums are those of all the debts that answer to `text`, whatever `only` is.
    """
    visible = Client.objects.visible_to(viewer)
    clients = found(visible.filter(owner=viewer) if mine else visible, text)
    figures = _figures(_with_account(clients.values_list("pk", flat=True)), on)
    keep = FILTERS.get(only, FILTERS[""])
    chosen = sorted((row for row in figures.values() if keep(row.age, row.advance)), key=lambda row: row.place)
    shown, cursor = _page(chosen, after, size)
    return Table(
        rows=_told(shown, on),
        after=cursor,
        age=_sum(row.age for row in figures.values()),
        advance=total(row.advance for row in figures.values()),
        balance=total(row.balance for row in figures.values()),
        debtors=sum(row.age.total > 0 for row in figures.values()),
        late=sum(row.age.overdue > 0 for row in figures.values()),
    )


def debtors(client_ids: Collection[int], on: date) -> dict[int, Debtor]:
    """What is known of the debts of these clients; who has none comes with zeros. Eight queries."""
    figures = _figures(client_ids, on)
    rows = [figures.get(pk, _Figures(pk)) for pk in client_ids]
    return {row.client.pk: row for row in _told(rows, on)}


def documents(viewer: Staff, on: date, *, text: str = "", only: str = "", mine: bool = False) -> list[Debtor]:
    """The whole table for a workbook, clients with their documents."""
    return debt_table(viewer, on, text=text, only=only, mine=mine, size=1_000_000).rows


@dataclass(frozen=True, slots=True)
class _Figures:
    client: int
    items: tuple[OpenItem, ...] = ()
    age: Ageing = NO_DEBT
    advance: Decimal = ZERO
    balance: Decimal = ZERO

    @property
    def place(self) -> tuple[Decimal, Decimal, int]:
        """The largest sum past the date first, then the largest debt."""
        return -self.age.overdue, -self.age.total, self.client


def _with_account(client_ids: Iterable[int]) -> list[int]:
    """Who has an account with us at all: whoever ever had an entry."""
    ids = list(client_ids)
    return list(Balance.objects.filter(client_id__in=ids).values_list("client_id", flat=True).distinct())


def _figures(client_ids: Collection[int], on: date) -> dict[int, _Figures]:
    items: dict[int, list[OpenItem]] = {}
    for item in receivables.open_items(client_ids, on):
        items.setdefault(item.client, []).append(item)
    ages, advances = receivables.ageing_of(items, on), receivables.advances(client_ids, on)
    balances = dict(
        Entry.objects.filter(client_id__in=client_ids, on__lte=on).values_list("client_id").annotate(sum=Sum("amount"))
    )
    known = items.keys() | advances.keys() | {pk for pk, sum_ in balances.items() if sum_}
    return {
        pk: _Figures(pk, tuple(items.get(pk, ())), ages.get(pk, NO_DEBT), advances.get(pk, ZERO), balances.get(pk, ZERO))
        for pk in known
    }  # fmt: skip


def _page(rows: list[_Figures], after: str, size: int) -> tuple[list[_Figures], str]:
    """The rows behind the client named by the cursor; the debts are read as a whole for their sums anyway."""
    places = {str(row.client): place for place, row in enumerate(rows, 1)}
    start = places.get(after, 0)
    shown = rows[start : start + size]
    return shown, str(shown[-1].client) if start + size < len(rows) else ""


def _told(rows: list[_Figures], on: date) -> list[Debtor]:
    ids = [row.client for row in rows]
    clients = Client.objects.select_related("owner").in_bulk(ids)
    last, promises = _last_words(ids, on), _open_promises(ids)
    broken = broken_counts(ids)
    expected = _expected({item.order for row in rows for item in row.items})
    return [
        Debtor(
            clients[row.client], row.items, row.age, row.advance, row.balance, last.get(row.client),
            promises.get(row.client), broken.get(row.client, 0), expected,
        )
        for row in rows
    ]  # fmt: skip


def _last_words(client_ids: list[int], on: date) -> dict[int, Contact]:
    said = Contact.objects.filter(client_id__in=client_ids, result=Contact.Result.TALKED, at__date__lte=on).exclude(
        said=""
    )
    latest = said.select_related("person", "by").order_by("client_id", "-at", "-id").distinct("client_id")
    return {contact.client_id: contact for contact in latest}


def _open_promises(client_ids: list[int]) -> dict[int, Promise]:
    found = Promise.objects.filter(client_id__in=client_ids, state=Promise.State.OPEN)
    return {promise.client_id: promise for promise in found.order_by("id")}


def broken_counts(client_ids: Collection[int]) -> dict[int, int]:
    """How many promises each client has broken since the last one that was kept."""
    found = Promise.objects.filter(client_id__in=client_ids).exclude(state=Promise.State.REPLACED)
    counts: dict[int, int] = {}
    for client, state in found.order_by("id").values_list("client_id", "state"):
        counts[client] = 0 if state == Promise.State.KEPT else counts.get(client, 0) + (state == Promise.State.BROKEN)
    return counts


def _expected(orders: set[int]) -> dict[int, date]:
    """The payment day that clients named for the invoices of these orders."""
    named = Invoice.objects.filter(based_on_id__in=orders, expected_on__isnull=False).order_by("pk")
    return {order: day for order, day in named.values_list("based_on_id", "expected_on") if order and day}


def _sum(ages: Iterable[Ageing]) -> Ageing:
    found = list(ages)
    sums = {
        name: total(getattr(age, name) for age in found) for name in (*(bucket for _days, bucket in BUCKETS), "over_60")
    }
    return Ageing(**sums, oldest_days=max((age.oldest_days for age in found), default=0))
