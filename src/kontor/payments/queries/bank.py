"""The bank day: what the statement says of a span of days, what is decided and what still waits (W-1.3.3.1b)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from django.db import connection
from django.db.models import Max, Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from kontor.kernel.formats import day_full, money
from kontor.kernel.money import total
from kontor.parties.models import Client, FirmAccount
from kontor.payments.facts import Proposal
from kontor.payments.models import BankLine, Payment, Review, StatementDay
from kontor.payments.queries.proposing import Payable, Table, propose_all
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.receivables.models import Allocation
from kontor.standards import queries as standards

Direction, State = BankLine.Direction, BankLine.State
MOST_LINES = 1000
"""A span of days shows so many lines at most; who wants more asks for fewer days."""


@dataclass(frozen=True)
class Span:
    """The days that a statement shows, both included."""

    since: date
    until: date


def last_reviewed(staff: Staff) -> date | None:
    """The last day that this person has looked through."""
    found: date | None = Review.objects.filter(staff=staff).aggregate(day=Max("day"))["day"]
    return found


def preset_span(staff: Staff, today: date) -> Span:
    """The previous working day; after days off, or by setting, from the day after the last review (W-1.3.3.1b)."""
    until = today - timedelta(days=1)
    previous = standards.calendar(staff.office, on=today).previous_workday(today)
    since_reviewed = standards.text("bank_report_date", today) == "since_reviewed"
    reviewed = last_reviewed(staff)
    if reviewed and reviewed < until and (since_reviewed or previous < until):
        return Span(reviewed + timedelta(days=1), until)
    return Span(previous, until)


def missing_accounts(day: date) -> list[FirmAccount]:
    """Our accounts whose statement of a day has not been loaded. One that never had a statement counts if it is main."""
    covered = StatementDay.objects.filter(until__gte=day).values("account")
    before = StatementDay.objects.values("account")
    found = FirmAccount.objects.exclude(pk__in=covered).filter(Q(is_main=True) | Q(pk__in=before))
    return list(found.select_related("firm").order_by("pk"))


@dataclass(frozen=True)
class Booked:
    """A payment made of a line, and what it pays; the rest is the client's advance."""

    payment: Payment
    parts: tuple[tuple[str, Decimal], ...]
    advance: Decimal


@dataclass(frozen=True)
class Row:
    """A line of the page: its proposal while it is open, its payment once it is booked."""

    line: BankLine
    proposal: Proposal | None = None
    client: Client | None = None
    parts: tuple[tuple[Payable, Decimal], ...] = ()
    booked: Booked | None = None
    may_book: bool = False

    @property
    def sure(self) -> bool:
        return self.proposal is not None and self.proposal.sure

    @property
    def advance(self) -> Decimal:
        return self.proposal.advance if self.proposal else Decimal(0)


@dataclass(frozen=True)
class Day:
    """The statement of some accounts over a span. A balance that the bank does not state is None."""

    span: Span
    opening: Decimal | None
    closing: Decimal | None
    rows: tuple[Row, ...]
    missing: tuple[FirmAccount, ...] = ()
    reviewed: Review | None = None
    cut: bool = False
    movements: tuple[BankLine, ...] = field(default=(), repr=False)

    @cached_property
    def came(self) -> Decimal:
        return total(line.amount for line in self.movements if line.direction == Direction.IN)

    @cached_property
    def went(self) -> Decimal:
        return total(line.amount for line in self.movements if line.direction == Direction.OUT)

    @cached_property
    def open(self) -> list[Row]:
        return [row for row in self.rows if row.line.state == State.OPEN]

    @property
    def open_sum(self) -> Decimal:
        return total(row.line.amount for row in self.open)

    @cached_property
    def sure(self) -> list[Row]:
        """Those that this person may book at once."""
        return [row for row in self.open if row.sure and row.may_book]

    @cached_property
    def questions(self) -> list[Row]:
        return [row for row in self.open if not row.sure]

    @cached_property
    def decided(self) -> list[Row]:
        return [row for row in self.rows if row.line.state != State.OPEN]

    @property
    def by_account(self) -> dict[FirmAccount, list[BankLine]]:
        found: dict[FirmAccount, list[BankLine]] = {}
        for line in self.movements:
            found.setdefault(line.account, []).append(line)
        return found


def lines_of(span: Span) -> QuerySet[BankLine]:
    """All movements of a span in their order."""
    found: QuerySet[BankLine] = BankLine.objects.filter(posted_on__range=(span.since, span.until))
    return found.select_related("account__firm", "client__owner", "decided_by").order_by("posted_on", "id")


def bank_day(span: Span, viewer: Staff, *, mine: bool = False) -> Day:
    """The page of a span. Everybody who may read it sees all lines (W-1.3.3.1b); `mine` keeps those of own clients."""
    movements = list(lines_of(span)[: MOST_LINES + 1])
    cut, movements = len(movements) > MOST_LINES, movements[:MOST_LINES]
    incoming = [line for line in movements if line.direction == Direction.IN]
    table = propose_all([line for line in incoming if line.state == State.OPEN])
    booked = _booked([line.pk for line in incoming if line.state == State.BOOKED])
    rows = [_row(line, table, booked, viewer) for line in incoming]
    if mine:
        rows = [row for row in rows if row.client and row.client.owner_id == viewer.pk]
    opening, closing = _balances(span)
    return Day(
        span=span,
        opening=opening,
        closing=closing,
        rows=tuple(rows),
        missing=tuple(missing_accounts(span.until)),
        reviewed=Review.objects.filter(staff=viewer, day__gte=span.until).order_by("day").first(),
        cut=cut,
        movements=tuple(movements),
    )


def _row(line: BankLine, table: Table, booked: dict[int, Booked], viewer: Staff) -> Row:
    proposal = table.proposals.get(line.pk)
    client_id = proposal.client_id if proposal else None
    client = table.clients.get(client_id) if client_id else line.client
    parts = [(table.payables[paper], amount) for paper, amount in proposal.allocations] if proposal else []
    return Row(
        line,
        proposal,
        client,
        tuple(parts),
        booked.get(line.pk),
        may_book(viewer, client) if client else False,
    )


def may_book(staff: Staff, client: Client) -> bool:
    """Accountants allocate every payment, managers those of the clients that they see. Asks no table."""
    if not staff.may(Right.ALLOCATE_PAYMENTS):
        return False
    scopes = {1: client.owner_id == staff.pk, 2: client.office_id == staff.office_id, 3: True}
    return scopes[staff.scope]


def _booked(line_ids: Collection[int]) -> dict[int, Booked]:
    """The payments in force of these lines with the orders and invoices that they pay."""
    if not line_ids:
        return {}
    payments = Payment.objects.filter(line_id__in=line_ids, status=Payment.Status.POSTED).prefetch_related(
        Prefetch("allocations", Allocation.objects.select_related("order", "invoice").order_by("id"))
    )
    return {payment.line_id: booked_of(payment, list(payment.allocations.all())) for payment in payments}


def booked_of(payment: Payment, rows: Sequence[Allocation]) -> Booked:
    """What a payment pays, undone allocations left out."""
    sums: dict[str, Decimal] = {}
    for row in rows:
        number = (row.invoice or row.order).number
        sums[number] = sums.get(number, Decimal(0)) + row.amount
    parts = tuple((number, amount) for number, amount in sums.items() if amount)
    return Booked(payment, parts, payment.total - sum((row.amount for row in rows), Decimal(0)))


def left_of(payments: Collection[Payment]) -> dict[int, Decimal]:
    """What of each payment pays nothing yet: one query."""
    ids = [payment.pk for payment in payments]
    rows = Allocation.objects.filter(payment_id__in=ids).values_list("payment_id").annotate(sum=Sum("amount"))
    given = dict(rows)
    posted = [payment for payment in payments if payment.status == Payment.Status.POSTED]
    return {payment.pk: payment.total - given.get(payment.pk, Decimal(0)) for payment in posted}


def _balances(span: Span) -> tuple[Decimal | None, Decimal | None]:
    """What our accounts held before and after the span, by the bank's own word."""
    found = StatementDay.objects.filter(until__gte=span.since, since__lte=span.until)
    days = list(found.order_by("account_id", "since", "until"))
    first: dict[int, Decimal | None] = {}
    last: dict[int, Decimal | None] = {}
    for day in days:
        first.setdefault(day.account_id, day.opening)
        last[day.account_id] = day.closing
    return _sum(first.values()), _sum(last.values())


def _sum(balances: Collection[Decimal | None]) -> Decimal | None:
    said = [balance for balance in balances if balance is not None]
    return total(said) if said and len(said) == len(balances) else None


_OVERDRAWN = """
SELECT d.number, a.sum, d.total FROM documents_document d
JOIN (SELECT payment_id, sum(amount) AS sum FROM receivables_allocation GROUP BY 1) a ON a.payment_id = d.id
WHERE d.kind IN ('payment', 'cash_order') AND a.sum > d.total ORDER BY d.id
"""
_UNPOSTED = """
SELECT l.posted_on, l.amount, count(p.document_id) FROM payments_bankline l
LEFT JOIN payments_payment p ON p.line_id = l.id
    AND (SELECT status FROM documents_document d WHERE d.id = p.document_id) = 'posted'
GROUP BY l.id HAVING count(p.document_id) <> (l.state = 'booked')::int ORDER BY l.id
"""


def problems() -> Iterator[str]:
    """What does not add up between statements, payments and allocations, a sentence each."""
    with connection.cursor() as cursor:
        cursor.execute(_OVERDRAWN)
        for number, spent, received in cursor.fetchall():
            text = _("Payment {number}: {spent} is allocated of {received}.")
            yield text.format(number=number, spent=money(spent), received=money(received))
        cursor.execute(_UNPOSTED)
        for on, amount, count in cursor.fetchall():
            text = _("Bank line of {day}, {amount}: {count} payments are posted for it.")
            yield text.format(day=day_full(on), amount=money(amount), count=count)
