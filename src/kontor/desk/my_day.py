"""My day: the figures, what is late, the plan in the order of the hours, and the trays (W-0.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.contacts import queries as contacts
from kontor.contacts.models import Contact, Plan
from kontor.debts.models import CallRow
from kontor.documents.register import register
from kontor.duties import queries as duties
from kontor.duties.kinds import KINDS, DutyKind
from kontor.duties.models import Duty
from kontor.kernel.formats import moment
from kontor.kernel.money import ZERO, total
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.rights import Right, Scope
from kontor.receivables.queries import ageing
from kontor.standards import queries as standards
from kontor.turnover.queries import Month, owner_month

MOST = 40
CALLS, DEADLINES = "calls", "deadlines"
_ON_THE_SHEET = "call_debtors"


@dataclass(frozen=True, slots=True)
class Figures:
    """The facts strip of who sells. Without a plan a figure stands against what was usual a month ago."""

    month: Month
    usual_day: Decimal
    overdue: Decimal
    late_clients: int
    oldest_days: int
    called: int
    to_call: int

    @property
    def day_fill(self) -> Decimal:
        return self.month.today.amount * 100 / self.usual_day if self.usual_day else ZERO

    @property
    def month_scale(self) -> Decimal:
        """The full length of the meter: a little more than the larger of the two months."""
        return max(self.month.sold.amount, self.month.previous.amount) * Decimal("1.15") or Decimal(1)


def figures(me: Staff, today: date) -> Figures:
    """Own sales, calls and debts; of the whole house for who leads all offices. Four queries."""
    month = owner_month(None if leads(me) else me, today)
    clients = Client.objects.visible_to(me) if leads(me) else Client.objects.filter(owner=me)
    ages = [age for age in ageing(list(clients.values_list("pk", flat=True)), today).values() if age.overdue]
    outcomes = list(CallRow.objects.filter(owner=me, day=today).values_list("outcome", flat=True))
    return Figures(
        month=month,
        usual_day=_usual_day(me, month, today),
        overdue=total(age.overdue for age in ages),
        late_clients=len(ages),
        oldest_days=max((age.oldest_days for age in ages), default=0),
        called=sum(bool(outcome) for outcome in outcomes),
        to_call=len(outcomes),
    )


def leads(me: Staff) -> bool:
    """Answers for all offices: the figures are the company's."""
    return me.scope == Scope.ALL and me.may(Right.EXCUSE_DUTIES)


def sells(me: Staff) -> bool:
    """Has figures, a plan of calls and a call sheet; other roles have their trays."""
    return me.may(Right.TAKE_ORDERS)


def _usual_day(me: Staff, month: Month, today: date) -> Decimal:
    """The sales of an average working day of the same days of last month."""
    last = today.replace(day=1) - timedelta(days=1)
    first = last.replace(day=1)
    until = min(last, first + timedelta(days=today.day - 1))
    days = standards.calendar(me.office, on=today).workdays_between(first - timedelta(days=1), until)
    return month.previous.amount / days if days else ZERO


@dataclass(frozen=True, slots=True)
class Task:
    """A row of My day. `at`: when it is due or planned, or when it was done; `result` says what came of it.

    `href` leads to the record whose evidence closes it; only a duty without evidence has a `tick`.
    """

    at: datetime
    group: str
    icon: str
    title: str
    why: str
    client: Client | None
    href: str
    clause: str = ""
    clause_href: str = ""
    amount: Decimal | None = None
    duty: Duty | None = None
    tick: bool = False
    done: bool = False
    result: str = ""

    def late(self, now: datetime) -> timedelta:
        return now - self.at


def late(me: Staff, now: datetime) -> list[Task]:
    """Duties whose time is over and that are neither done nor excused, the oldest first. One query."""
    return [_task(duty) for duty in duties.late(me, now)[:MOST]]


def plan(me: Staff, now: datetime) -> list[Task]:
    """What lies ahead today and what was done today, in the order of the hours. Three queries."""
    first = timezone.make_aware(datetime.combine(timezone.localdate(now), time.min))
    end = contacts.end_of_day(timezone.localdate(now))
    ahead = duties.today(me, now).exclude(kind=_ON_THE_SHEET)[:MOST]
    done = Duty.objects.filter(owner=me, done_at__range=(first, now)).exclude(kind=_ON_THE_SHEET)
    talks = Plan.objects.filter(owner=me, at__lte=end).filter(done_at=None) | Plan.objects.filter(
        owner=me, done_at__range=(first, now)
    )
    rows = [
        *(_task(duty) for duty in (*ahead, *done.select_related("client", "document").order_by("done_at")[:MOST])),
        *(_talk(each) for each in talks.select_related("client", "document", "contact").order_by("at", "id")[:MOST]),
    ]
    return sorted(rows, key=lambda row: row.at)


def _task(duty: Duty) -> Task:
    kind = KINDS.get(duty.kind) or DutyKind(duty.kind, duty.kind)
    done = duty.done_at is not None
    return Task(
        at=duty.done_at or duty.due_at, group=kind.group, icon=kind.icon, title=duties.title_of(duty),
        why=duties.why_of(duty) or (duty.document.number if duty.document else ""), client=duty.client, href=_record(duty), clause=duty.clause,
        clause_href=reverse("reports:clause", args=[duty.clause]) if duty.clause else "", amount=duty.amount, duty=duty, tick=kind.by_tick and not done, done=done,
    )  # fmt: skip


def _record(duty: Duty) -> str:
    """Where the evidence is made: the paper, the call sheet, the client's page."""
    if duty.kind == _ON_THE_SHEET:
        return reverse("desk:sheet")
    if duty.document and duty.document.kind in register.kinds:
        return register.href(duty.document)
    return reverse("desk:client", args=[duty.client_id]) if duty.client_id else ""


def _talk(plan: Plan) -> Task:
    contact = plan.contact
    return Task(
        at=plan.done_at or plan.at, group=CALLS, icon=_ICONS.get(plan.form, "phone"),
        title=_title(plan.form), why=plan.what, client=plan.client,
        href=reverse("desk:client", args=[plan.client_id]) if plan.client_id else "", done=plan.done_at is not None,
        result=" · ".join(_told(contact)) if contact else "",
    )  # fmt: skip


def _told(contact: Contact) -> Iterator[str]:
    yield str(contact.get_result_display()).capitalize()
    if contact.said:
        yield _("“{said}”").format(said=contact.said)
    if contact.next_at:
        yield _("again {at}").format(at=moment(contact.next_at))


def _title(form: str) -> str:
    if form in (Contact.Form.CALL_OUT, Contact.Form.CALL_IN):
        return _("Call")
    if form in (Contact.Form.LETTER_OUT, Contact.Form.LETTER_IN):
        return _("Letter")
    if form in (Contact.Form.VISIT_OUT, Contact.Form.VISIT_IN):
        return _("Meeting")
    return _("Contact")


_ICONS: dict[str, str] = {
    Contact.Form.LETTER_OUT: "mail", Contact.Form.LETTER_IN: "mail", Contact.Form.VISIT_IN: "users",
    Contact.Form.VISIT_OUT: "map-pin", Contact.Form.OTHER: "message-circle",
}  # fmt: skip


def current(rows: list[Task]) -> Task | None:
    """The row that is "now": the first that is not done."""
    return next((row for row in rows if not row.done), None)
