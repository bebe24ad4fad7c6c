"""The call sheet: whom to call today and why, and what stands on a client's card (W-1.3.3.3b)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils import timezone

from kontor.debts.models import CallRow, Promise
from kontor.debts.queries.table import Debtor, broken_counts, debtors
from kontor.duties.models import Duty
from kontor.invoices import queries as invoices
from kontor.kernel.money import ZERO, total
from kontor.parties.models import Client, Person
from kontor.people.models import Staff
from kontor.receivables import queries as receivables
from kontor.receivables.models import Entry

Reason = CallRow.Reason
UNDONE = {"outcome": ""}


def sheet(owner: Staff, day: date) -> QuerySet[CallRow]:
    """The rows of a manager's sheet in the order to call."""
    return CallRow.objects.filter(owner=owner, day=day).select_related("client", "contact").order_by("rank", "id")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A client to be called, why, and the sums of that morning. `weight` is money times days: who comes first."""

    client: int
    reason: str
    overdue: Decimal
    debt: Decimal
    weight: Decimal


def reasons_to_call(owner: Staff, day: date) -> list[Wanted]:
    """Every client of a manager with a reason to call on a day, each once, the heaviest debts first.

    Who promised to pay by a later day, or asked to be called on a later day, is left in peace until then. A row that
    nobody called on the sheet before is carried over.
    """
    mine = list(Client.objects.filter(owner=owner).values_list("pk", flat=True))
    items: dict[int, list[receivables.OpenItem]] = {}
    for item in receivables.open_items(mine, day):
        items.setdefault(item.client, []).append(item)
    ages = receivables.ageing_of(items, day)
    why = {pk: Reason.OVERDUE for pk, age in ages.items() if age.overdue}
    why |= _carried(owner, day) | _without_date(owner, mine, day, set(ages)) | _promised(mine, day)
    resting = _resting(mine, day)
    none = receivables.Ageing()
    wanted = [
        Wanted(pk, reason, ages.get(pk, none).overdue, ages.get(pk, none).total, _weight(items.get(pk, []), day))
        for pk, reason in why.items()
        if pk not in resting
    ]  # fmt: skip
    return sorted(wanted, key=lambda each: (-each.weight, -each.debt, each.client))


def _weight(items: list[receivables.OpenItem], day: date) -> Decimal:
    return total(item.open * max(item.days_late(day), 0) for item in items)


def _carried(owner: Staff, day: date) -> dict[int, Reason]:
    """What nobody called on the last sheet and was put there by hand: the ledger would not bring it back."""
    before = CallRow.objects.filter(owner=owner, day__lt=day)
    last = before.order_by("-day").values_list("day", flat=True).first()
    if last is None:
        return {}
    rows = before.filter(day=last, reason=Reason.ADDED, **UNDONE)
    return dict.fromkeys(rows.values_list("client_id", flat=True), Reason.ADDED)


def _without_date(owner: Staff, mine: list[int], day: date, owing: set[int]) -> dict[int, Reason]:
    """Clients with an invoice whose payment date is to be asked by today and is not known (W-1.3.2.2)."""
    end = timezone.make_aware(datetime.combine(day, time.max))
    asked = Duty.objects.open().filter(owner=owner, kind="call_payment_date", due_at__lte=end, client_id__in=mine)
    late = asked.values_list("client_id", flat=True)
    return {pk: Reason.NO_DATE for pk in late if pk is not None and pk not in owing}


def _promised(mine: list[int], day: date) -> dict[int, Reason]:
    """Whose promised day has come, and who broke the last promise and still owes."""
    reached = Promise.objects.filter(client_id__in=mine, state=Promise.State.OPEN, by_day__lte=day)
    why = dict.fromkeys(reached.values_list("client_id", flat=True), Reason.PROMISE)
    broken = [pk for pk, count in broken_counts(mine).items() if count and pk not in why]
    owing = {item.client for item in receivables.open_items(broken, day)}
    return why | {pk: Reason.BROKEN for pk in broken if pk in owing}


def _resting(mine: list[int], day: date) -> set[int]:
    """Who has promised for a later day, or is to be called again later."""
    ahead = Promise.objects.filter(client_id__in=mine, state=Promise.State.OPEN, by_day__gt=day)
    end = timezone.make_aware(datetime.combine(day, time.max))
    latest = (
        CallRow.objects.filter(client_id__in=mine, contact__isnull=False, day__lt=day)
        .order_by("client_id", "-called_at")
        .distinct("client_id")
        .values_list("client_id", "contact__next_at")
    )
    later = {pk for pk, next_at in latest if next_at and next_at > end}
    return later | set(ahead.values_list("client_id", flat=True))


def paid_so_far(client_ids: Collection[int], on: date) -> dict[int, Decimal]:
    """All money that came from each client up to a day, less what was paid back."""
    money = Entry.objects.filter(client_id__in=client_ids, on__lte=on, kind__in=(Entry.Kind.PAYMENT, Entry.Kind.REFUND))
    sums = dict(money.values_list("client_id").annotate(sum=Sum("amount")))
    return {pk: -sums.get(pk, ZERO) for pk in client_ids}


@dataclass(frozen=True, slots=True)
class Card:
    """What stands before the caller's eyes: the row, the debt, whom to ask for, and the invoices without a date."""

    row: CallRow
    debtor: Debtor
    person: Person | None
    people: list[Person]
    unpaid: list[invoices.Unpaid]

    @property
    def phone(self) -> str:
        """The number of the one who decides on payment, else the company's."""
        return (self.person.phone if self.person else "") or self.row.client.phone


def card(row: CallRow, on: date) -> Card:
    """The call card of a row. Ten queries."""
    people = list(row.client.persons.filter(is_gone=False))
    debtor = debtors([row.client_id], on)[row.client_id]
    unpaid = [] if debtor.items else invoices.unpaid([row.client_id])
    return Card(row, debtor, whom_to_ask(people), people, unpaid)


_ASK_FIRST = (Person.Duty.PAYS, Person.Duty.DIRECTOR, Person.Duty.DECIDES, Person.Duty.BUYS)


def whom_to_ask(people: Collection[Person]) -> Person | None:
    """Who decides on payment at the client's; failing that who signs, decides or orders."""
    first = {duty: place for place, duty in enumerate(_ASK_FIRST)}
    return min(people, key=lambda each: (first.get(Person.Duty(each.duty), 9), each.pk), default=None)
