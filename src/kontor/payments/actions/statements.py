"""The statement of the bank: taken in whole or not at all, and looked through every morning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.documents.gates import right_gate
from kontor.duties import actions as duties
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.kernel.worktime import Calendar
from kontor.parties.models import FirmAccount
from kontor.payments.gates import past_day_gate, statement_gates, to_confirm
from kontor.payments.models import BankLine, Review, StatementDay, StatementFile
from kontor.payments.queries.bank import missing_accounts
from kontor.payments.statements import (
    AccountPeriod,
    Direction,
    Statement,
    StatementLine,
    UnreadableStatement,
    read,
)
from kontor.people.models import Office, Staff
from kontor.people.queries import holders
from kontor.people.rights import Right
from kontor.standards import queries as standards
from kontor.timeline import actions as timeline

LOAD, REVIEW = "load_statement", "review_statement"
MOST_BYTES = 8 * 1024 * 1024


class Unconfirmed(Exception):
    """The file can be taken in, but a person has to accept these sentences first."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(*sentences)


@dataclass(frozen=True)
class Loaded:
    """What became of a file: how many of its lines are new, and the days that it covers."""

    file: StatementFile
    new: int
    lines: int
    since: date
    until: date
    remarks: tuple[str, ...] = ()


@transaction.atomic
def load_statement(name: str, data: bytes, *, by: Staff, at: datetime, confirmed: bool = False) -> Loaded:
    """Take in the bank's file, whole or not at all (W-1.3.3). A line that is there already is not taken twice.

    `Refused`: what cannot be taken in, a sentence per problem. `Unconfirmed`: the sums do not add up, and nobody has
    said yes to it.
    """
    refuse_if(right_gate(by, Right.LOAD_STATEMENTS))
    accounts = {each.number: each for each in FirmAccount.objects.select_for_update().order_by("pk")}
    statement = _read(data, accounts)
    refuse_if(statement_gates(statement, accounts=len(accounts)))
    if (doubts := to_confirm(statement)) and not confirmed:
        raise Unconfirmed([problem.sentence for problem in doubts])
    file, made = StatementFile.objects.get_or_create(
        sha256=statement.sha256,
        defaults={"name": name[-160:], "content": data, "loaded_by": by, "loaded_at": at},
    )
    new = _keep_lines(statement.lines, accounts, file)
    _keep_days(statement, accounts, file)
    loaded = _told(file, statement, new)
    if made:
        proof = timeline.record("statement.loaded", by=by, at=at, said=file.name, lines=len(statement.lines), new=new)
        if not missing_accounts(_previous_day(by.office, at)):
            duties.fulfil_each(LOAD, by=by, at=at, proof=proof)
    begin_day(at)
    return loaded


def _read(data: bytes, accounts: Mapping[str, FirmAccount]) -> Statement:
    if len(data) > MOST_BYTES:
        raise Refused(
            [Refusal("too_large", _("The file is larger than 8 MB. Is it a bank statement? Load fewer days."))]
        )
    try:
        return read(data, accounts)
    except UnreadableStatement as wrong:
        raise Refused([Refusal("unreadable", str(wrong), clause="W-1.3.3")]) from wrong


def _keep_lines(lines: Sequence[StatementLine], accounts: Mapping[str, FirmAccount], file: StatementFile) -> int:
    """Enter the lines that are not there yet; answer how many. The accounts are locked, so nobody else enters them."""
    keys = [line.key for line in lines]
    there = set(BankLine.objects.filter(key__in=keys).values_list("key", flat=True))
    new = [_row(line, accounts[line.account], file) for line in lines if line.key not in there]
    BankLine.objects.bulk_create(new, batch_size=500)
    return len(new)


def _row(line: StatementLine, account: FirmAccount, file: StatementFile) -> BankLine:
    other = line.counterparty
    came = line.direction is Direction.IN
    return BankLine(
        account=account,
        file=file,
        key=line.key,
        direction=line.direction.value,
        posted_on=line.posted_on,
        dated_on=line.dated_on,
        kind=line.kind.value,
        number=line.number[:40],
        amount=line.amount,
        name=other.name[:250],
        tax_id=other.tax_id[:20],
        other_account=other.account[:34],
        bank=other.bank[:160],
        bic=other.bic[:12],
        purpose=line.purpose,
        raw=dict(line.raw),
        state=BankLine.State.OPEN if came else BankLine.State.KEPT,
    )


def _keep_days(statement: Statement, accounts: Mapping[str, FirmAccount], file: StatementFile) -> None:
    """What the bank says of each account. A later statement of the same days knows better."""
    for period in statement.accounts:
        since, until = _days(period, statement.lines)
        if since and until:
            StatementDay.objects.update_or_create(
                account=accounts[period.account],
                since=since,
                until=until,
                defaults={
                    "opening": period.opening,
                    "received": period.received,
                    "written_off": period.written_off,
                    "closing": period.closing,
                    "file": file,
                },
            )


def _days(period: AccountPeriod, lines: Sequence[StatementLine]) -> tuple[date | None, date | None]:
    """The days of a period; a file that does not name them covers those of its lines."""
    days = [line.posted_on for line in lines if line.account == period.account]
    return period.since or min(days, default=None), period.until or max(days, default=None)


def _told(file: StatementFile, statement: Statement, new: int) -> Loaded:
    days = [line.posted_on for line in statement.lines]
    days += [day for period in statement.accounts for day in (period.since, period.until) if day]
    today = timezone.localdate(file.loaded_at)
    remarks = tuple(problem.sentence for problem in statement.problems)
    return Loaded(file, new, len(statement.lines), min(days, default=today), max(days, default=today), remarks)


def _previous_day(office: Office, at: datetime) -> date:
    calendar = standards.calendar(office, on=timezone.localdate(at))
    return calendar.previous_workday(calendar.local(at).date())


@transaction.atomic
def begin_day(at: datetime) -> int:
    """The duties of a working day: accounting loads yesterday's statement, managers look it through (W-1.3.3.1a).

    While the statement is missing only accounting is late. Safe to repeat; answers how many duties arose.
    """
    arose = 0
    for office in Office.objects.filter(staff__is_active=True).distinct():
        calendar = standards.calendar(office, on=timezone.localdate(at))
        today = calendar.local(at).date()
        if calendar.is_workday(today):
            arose += _begin(office, calendar, today, at)
    return arose


def _begin(office: Office, calendar: Calendar, today: date, at: datetime) -> int:
    day = calendar.previous_workday(today)
    by_hour = datetime.combine(today, standards.value("bank_review_by", today), calendar.tz)
    if missing_accounts(day):
        return duties.assign_each(
            LOAD, owners=holders("accountant").filter(office=office), due_at=by_hour, at=at, day=day
        )
    loaded = (
        StatementDay.objects.filter(until__gte=day)
        .order_by("file__loaded_at")
        .values_list("file__loaded_at", flat=True)
    )
    first = loaded.first()
    late = first is not None and first > by_hour
    due = calendar.closing(today) if late else by_hour
    reviewed = Review.objects.filter(day__gte=day).values("staff")
    owners = holders("sales_manager").filter(office=office).exclude(pk__in=reviewed)
    return duties.assign_each(REVIEW, owners=owners, due_at=due, at=at, day=day)


@transaction.atomic
def review(day: date, *, by: Staff, at: datetime) -> Review:
    """“Reviewed”: this person has looked through the statement up to a day (W-1.3.3.1a). Pressed again it is the same."""
    if not by.may(Right.LOAD_STATEMENTS):
        refuse_if(right_gate(by, Right.ALLOCATE_PAYMENTS))
    refuse_if(past_day_gate(day, timezone.localdate(at)))
    found, made = Review.objects.get_or_create(staff=by, day=day, defaults={"at": at})
    if made:
        proof = timeline.record("statement.reviewed", by=by, at=at, day=day)
        duties.fulfil_each(REVIEW, by=by, owner=by, at=at, proof=proof)
    return found
