"""Questions to the ledger of what clients owe: balance, open items, exposure, statement, and whether the books are whole."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.documents.models import Document
from kontor.documents.rows import fetch
from kontor.kernel.formats import money, number
from kontor.kernel.money import ZERO
from kontor.parties.models import Client, Firm
from kontor.receivables.models import Allocation, Balance, Entry


def balance(client: Client, firm: Firm | None = None) -> Decimal:
    """What the client owes us (or one of our firms); negative is the client's advance."""
    rows = Balance.objects.filter(client=client)
    if firm:
        rows = rows.filter(firm=firm)
    return rows.aggregate(sum=Sum("amount"))["sum"] or ZERO


def balances(client_ids: Collection[int]) -> dict[int, Decimal]:
    """The same of many clients; who has no entry is left out."""
    rows = Balance.objects.filter(client_id__in=client_ids).values_list("client_id").annotate(sum=Sum("amount"))
    return dict(rows)


def paid(order_ids: Collection[int]) -> dict[int, Decimal]:
    """How much of each order has been paid; zero where nothing is."""
    rows = Allocation.objects.filter(order_id__in=order_ids).values_list("order_id").annotate(sum=Sum("amount"))
    return dict.fromkeys(order_ids, ZERO) | dict(rows)


def paid_by(order: Document) -> list[tuple[Document, Decimal]]:
    """The payments that pay an order and with how much, the oldest first."""
    rows = Allocation.objects.filter(order_id=order.pk).values_list("payment_id").annotate(sum=Sum("amount"))
    sums = {payment: amount for payment, amount in rows if amount}
    return [(payment, sums[payment.pk]) for payment in Document.objects.filter(pk__in=sums).order_by("dated_on", "id")]


def allocated(payment: Document) -> list[tuple[Document, Decimal]]:
    """The orders that a payment pays and with how much."""
    rows = Allocation.objects.filter(payment_id=payment.pk).values_list("order_id").annotate(sum=Sum("amount"))
    sums = {order: amount for order, amount in rows if amount}
    return [(order, sums[order.pk]) for order in Document.objects.filter(pk__in=sums).order_by("id")]


def unallocated(payment: Document) -> Decimal:
    """What of a booked payment pays no order yet: the client's advance."""
    booked = Entry.objects.filter(document_id=payment.pk).aggregate(sum=Sum("amount"))["sum"] or ZERO
    given = Allocation.objects.filter(payment_id=payment.pk).aggregate(sum=Sum("amount"))["sum"] or ZERO
    return -booked - given


_ADVANCES = """
SELECT client_id, sum(amount) FROM (
    SELECT client_id, -amount AS amount FROM receivables_entry
    WHERE client_id = ANY(%(clients)s) AND "on" <= %(on)s AND (kind IN ('payment', 'refund') OR kind = 'correction' AND order_id IS NULL)
    UNION ALL
    SELECT client_id, -amount FROM receivables_allocation WHERE client_id = ANY(%(clients)s) AND "on" <= %(on)s
) t GROUP BY client_id HAVING sum(amount) <> 0
"""


def advances(client_ids: Collection[int], on: date) -> dict[int, Decimal]:
    """Money of each client that pays no order yet; who has none is left out."""
    return dict(fetch(_ADVANCES, {"clients": list(client_ids), "on": on}))


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A charge that is not paid in full. Money for an order pays its charges in their order (FIFO)."""

    entry: int
    client: int
    firm: int
    document: int
    number: str
    order: int
    order_number: str
    on: date
    due_on: date
    amount: Decimal
    open: Decimal

    def days_late(self, on: date) -> int:
        """Days after the due date; negative before it."""
        return (on - self.due_on).days


_OPEN_ITEMS = """
WITH charges AS (
    SELECT e.*, COALESCE(order_id, document_id) AS pays_as,
           sum(amount) OVER (PARTITION BY COALESCE(order_id, document_id) ORDER BY "on", id) AS upto
    FROM receivables_entry e
    WHERE kind = 'charge' AND client_id = ANY(%(clients)s) AND "on" <= %(on)s
), credit AS (
    SELECT pays_as, sum(amount) AS amount FROM (
        SELECT order_id AS pays_as, amount FROM receivables_allocation
        WHERE client_id = ANY(%(clients)s) AND "on" <= %(on)s
        UNION ALL
        SELECT order_id, -amount FROM receivables_entry
        WHERE kind = 'correction' AND order_id IS NOT NULL AND client_id = ANY(%(clients)s) AND "on" <= %(on)s
    ) t GROUP BY pays_as
)
SELECT c.id, c.client_id, c.firm_id, c.document_id, d.number, c.pays_as, o.number, c."on", COALESCE(c.due_on, c."on"),
       c.amount, LEAST(c.amount, c.upto - COALESCE(p.amount, 0)) AS open
FROM charges c
LEFT JOIN credit p USING (pays_as)
JOIN documents_document d ON d.id = c.document_id
JOIN documents_document o ON o.id = c.pays_as
WHERE c.upto > COALESCE(p.amount, 0)
ORDER BY COALESCE(c.due_on, c."on"), c.id
"""


def open_items(clients: Collection[int | Client], on: date) -> list[OpenItem]:
    """The unpaid rests of all charges of these clients as of a day, the oldest due first. One query."""
    return [OpenItem(*row) for row in fetch(_OPEN_ITEMS, {"clients": _ids(clients), "on": on})]


@dataclass(frozen=True, slots=True)
class Ageing:
    """A client's open items by how late they are."""

    not_due: Decimal = ZERO
    to_7: Decimal = ZERO
    to_30: Decimal = ZERO
    to_60: Decimal = ZERO
    over_60: Decimal = ZERO
    oldest_days: int = 0

    @property
    def overdue(self) -> Decimal:
        return self.to_7 + self.to_30 + self.to_60 + self.over_60

    @property
    def total(self) -> Decimal:
        return self.not_due + self.overdue


BUCKETS = ((0, "not_due"), (7, "to_7"), (30, "to_30"), (60, "to_60"))


def ageing(clients: Collection[int | Client], on: date) -> dict[int, Ageing]:
    """Debts by age, for each client who owes: not due, 1–7, 8–30, 31–60 and more than 60 days late."""
    items: dict[int, list[OpenItem]] = {}
    for item in open_items(clients, on):
        items.setdefault(item.client, []).append(item)
    return ageing_of(items, on)


def ageing_of(items: Mapping[int, Iterable[OpenItem]], on: date) -> dict[int, Ageing]:
    """The same of open items already read, by client."""
    return {client: _aged(of_client, on) for client, of_client in items.items()}


def _aged(items: Iterable[OpenItem], on: date) -> Ageing:
    sums: dict[str, Decimal] = {}
    oldest = 0
    for item in items:
        late = item.days_late(on)
        bucket = next((name for limit, name in BUCKETS if late <= limit), "over_60")
        sums[bucket] = sums.get(bucket, ZERO) + item.open
        oldest = max(oldest, late)
    return Ageing(**sums, oldest_days=oldest)


@dataclass(frozen=True, slots=True)
class Exposure:
    """How far we stand with a client, against the limit. Money not yet allocated counts for the client.

    `planned` are confirmed orders that are neither shipped nor paid; `explain` tells in sentences how `used` adds up.
    """

    debt: Decimal
    overdue: Decimal
    oldest_days: int
    advance: Decimal
    planned: Decimal
    limit: Decimal
    explain: tuple[str, ...] = field(default=(), compare=False)

    @property
    def used(self) -> Decimal:
        return max(ZERO, self.debt - self.advance + self.planned)

    @property
    def left(self) -> Decimal:
        """What may still be shipped on credit; negative: the limit is exceeded."""
        return self.limit - self.used


def exposure(client: Client, planned: Decimal = ZERO, on: date | None = None) -> Exposure:
    """What the client owes, how late, and what is left of the limit, as of a day (today if not given)."""
    on = on or timezone.localdate()
    aged = ageing([client.pk], on).get(client.pk, Ageing())
    advance = advances([client.pk], on).get(client.pk, ZERO)
    found = Exposure(aged.total, aged.overdue, aged.oldest_days, advance, planned, client.credit_limit)
    return Exposure(
        found.debt, found.overdue, found.oldest_days, advance, planned, found.limit, tuple(_explained(found))
    )


def _explained(found: Exposure) -> Iterator[str]:
    if found.debt:
        yield _("{debt} is shipped and unpaid.").format(debt=money(found.debt))
    if found.overdue:
        yield ngettext(
            "Of this {overdue} is late, the oldest by {days} day.",
            "Of this {overdue} is late, the oldest by {days} days.",
            found.oldest_days,
        ).format(overdue=money(found.overdue), days=number(found.oldest_days))
    if found.advance:
        yield _("{advance} has come and pays no order yet.").format(advance=money(found.advance))
    if found.planned:
        yield _("{planned} is ordered, neither shipped nor paid.").format(planned=money(found.planned))
    if not found.limit:
        yield _("No credit limit is agreed.")
    elif found.left >= 0:
        yield _("{used} of the limit of {limit} is used, {left} is left.").format(
            used=money(found.used), limit=money(found.limit), left=money(found.left)
        )
    else:
        yield _("{used} is used, the limit of {limit} is exceeded by {excess}.").format(
            used=money(found.used), limit=money(found.limit), excess=money(-found.left)
        )


@dataclass(frozen=True, slots=True)
class StatementRow:
    """An entry of a client's account; `balance` after it."""

    on: date
    kind: str
    label: str
    document: int
    document_kind: str
    number: str
    amount: Decimal
    balance: Decimal

    @property
    def debit(self) -> Decimal:
        """The client owes more."""
        return max(self.amount, ZERO)

    @property
    def credit(self) -> Decimal:
        """The client owes less."""
        return max(-self.amount, ZERO)


@dataclass(frozen=True, slots=True)
class Statement:
    """A client's account with one of our firms in a period, both days included."""

    since: date
    until: date
    opening: Decimal
    rows: tuple[StatementRow, ...]

    @property
    def debit(self) -> Decimal:
        return sum((row.debit for row in self.rows), ZERO)

    @property
    def credit(self) -> Decimal:
        return sum((row.credit for row in self.rows), ZERO)

    @property
    def closing(self) -> Decimal:
        return self.opening + self.debit - self.credit


_STATEMENT = """
SELECT e."on", e.kind, e.document_id, d.kind, d.number, e.amount, sum(e.amount) OVER (ORDER BY e."on", e.id)
FROM receivables_entry e JOIN documents_document d ON d.id = e.document_id
WHERE e.client_id = %(client)s AND e.firm_id = %(firm)s AND e."on" BETWEEN %(since)s AND %(until)s
ORDER BY e."on", e.id
"""


def statement(client: Client, firm: Firm, since: date, until: date) -> Statement:
    """The account for a period: what a reconciliation statement lists, from the ledger itself. Two queries."""
    before = Entry.objects.filter(client=client, firm=firm, on__lt=since)
    opening = before.aggregate(sum=Sum("amount"))["sum"] or ZERO
    asked = {"client": client.pk, "firm": firm.pk, "since": since, "until": until}
    rows = tuple(
        StatementRow(on, kind, str(Entry.Kind(kind).label), document, document_kind, number, amount, opening + running)
        for on, kind, document, document_kind, number, amount, running in fetch(_STATEMENT, asked)
    )
    return Statement(since, until, opening, rows)


_HABIT = """
WITH charges AS (
    SELECT id, COALESCE(order_id, document_id) AS pays_as, COALESCE(due_on, "on") AS due_on, amount,
           sum(amount) OVER (PARTITION BY COALESCE(order_id, document_id) ORDER BY "on", id) AS upto
    FROM receivables_entry WHERE kind = 'charge' AND client_id = %(client)s
), money AS (
    SELECT order_id AS pays_as, "on", sum(amount) OVER (PARTITION BY order_id ORDER BY "on", id) AS upto
    FROM receivables_allocation WHERE client_id = %(client)s
), closed AS (
    SELECT c.amount, min(m."on") - c.due_on AS days
    FROM charges c JOIN money m ON m.pays_as = c.pays_as AND m.upto >= c.upto
    WHERE c.due_on >= %(since)s GROUP BY c.id, c.amount, c.due_on
)
SELECT sum(days * amount) / NULLIF(sum(amount), 0) FROM closed
"""


def pays_on_average(client: Client, on: date | None = None) -> Decimal | None:
    """Days after the due date (before it: negative) at which the client pays, by amount, over a year; None: no case."""
    since = (on or timezone.localdate()) - timedelta(days=365)
    ((days,),) = fetch(_HABIT, {"client": client.pk, "since": since})
    return None if days is None else Decimal(days).quantize(Decimal("0.1"))


_UNEQUAL = """
SELECT c.name, f.name, COALESCE(b.amount, 0), COALESCE(e.sum, 0)
FROM receivables_balance b
FULL JOIN (SELECT client_id, firm_id, sum(amount) AS sum FROM receivables_entry GROUP BY 1, 2) e USING (client_id, firm_id)
JOIN parties_client c ON c.id = client_id JOIN parties_firm f ON f.id = firm_id
WHERE COALESCE(b.amount, 0) <> COALESCE(e.sum, 0) ORDER BY c.id, f.id
"""

_OVERSPENT = """
SELECT d.number, a.sum, COALESCE(-e.sum, 0)
FROM (SELECT payment_id, sum(amount) AS sum FROM receivables_allocation GROUP BY 1) a
JOIN documents_document d ON d.id = a.payment_id
LEFT JOIN (SELECT document_id, sum(amount) AS sum FROM receivables_entry GROUP BY 1) e ON e.document_id = a.payment_id
WHERE a.sum > COALESCE(-e.sum, 0) ORDER BY d.id
"""

_TAKEN_BACK_TWICE = """
SELECT p.number, o.number, sum(a.amount) FROM receivables_allocation a
JOIN documents_document p ON p.id = a.payment_id JOIN documents_document o ON o.id = a.order_id
GROUP BY p.id, o.id HAVING sum(a.amount) < 0 ORDER BY p.id
"""


def problems() -> Iterator[str]:
    """What does not add up in the books of debts, a sentence each; nothing when they are whole."""
    for client, firm, kept, summed in fetch(_UNEQUAL, {}):
        yield _("{client}, {firm}: the balance is {balance}, but the entries add up to {sum}.").format(
            client=client, firm=firm, balance=money(kept), sum=money(summed)
        )
    for payment, spent, booked in fetch(_OVERSPENT, {}):
        yield _("Payment {payment}: {spent} is allocated, but only {booked} is booked.").format(
            payment=payment, spent=money(spent), booked=money(booked)
        )
    for payment, order, rest in fetch(_TAKEN_BACK_TWICE, {}):
        yield _("Payment {payment}, order {order}: more was taken back than allocated, by {excess}.").format(
            payment=payment, order=order, excess=money(-rest)
        )


def _ids(clients: Collection[int | Client]) -> list[int]:
    return [client.pk if isinstance(client, Client) else client for client in clients]
