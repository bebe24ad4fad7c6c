"""Why a call is not recorded, and why a statement may not be drawn up, sent or signed now."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.debts.models import CallRow, Reconciliation
from kontor.documents.gates import right_gate
from kontor.kernel.formats import day_full, money
from kontor.kernel.refusals import Gates, Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right

Outcome = CallRow.Outcome
PROMISES = frozenset({Outcome.WILL_PAY, Outcome.PARTLY})
WORDLESS = frozenset({Outcome.NO_ANSWER, Outcome.MOVED})


def call_gates(
    outcome: str,
    *,
    by: Staff,
    said: str,
    amount: Decimal | None,
    by_day: date | None,
    has_next: bool,
    today: date,
) -> Gates:
    """A talk needs the client's words, a promise its sum and day, a call put off its new day (W-1.3.3.4b)."""
    yield from right_gate(by, Right.LOG_CONTACTS)
    if outcome not in WORDLESS and not said.strip():
        sentence = _("Write what the client said, in the client's own words. Without it the call does not count.")
        yield Refusal("said", sentence, clause="W-1.3.3.4b")
    if outcome in PROMISES:
        if not amount or amount <= 0:
            yield Refusal("amount", _("Enter the sum that was promised."))
        if by_day is None:
            yield Refusal("by_day", _("Enter the day by which it was promised."))
        elif by_day < today:
            yield Refusal("by_day", _("This day is past: which day did the client name?"))
    if outcome == Outcome.MOVED and not has_next:
        yield Refusal("next_day", _("Enter the day to which the call is put off."), clause="W-1.3.3.4a")


def draw_up_gates(*, by: Staff, since: date, until: date, today: date) -> Gates:
    """A period that has run, by somebody who may."""
    yield from right_gate(by, Right.RECONCILE)
    if until < since:
        yield Refusal("until", _("The period ends before it begins."))
    if until > today:
        sentence = _("The period is not over: {today} is the last day that can be reconciled.")
        yield Refusal("until", sentence.format(today=day_full(today)))


def send_gates(paper: Reconciliation, *, by: Staff) -> Gates:
    """A disputed statement goes out again once every difference is explained or corrected (W-1.3.3.5a)."""
    yield from right_gate(by, Right.RECONCILE)
    if paper.status == Reconciliation.Status.DISPUTED:
        yield from explained_gate(paper)


def sign_gates(paper: Reconciliation, *, by: Staff) -> Gates:
    yield from right_gate(by, Right.RECONCILE)
    yield from explained_gate(paper)


def explained_gate(paper: Reconciliation) -> Gates:
    theirs = paper.their_closing
    if theirs is not None and theirs != paper.closing and not paper.difference_why:
        yield Refusal(
            "difference",
            _("The client's balance is {theirs}, ours {ours}: explain the difference of {difference} first.").format(
                theirs=money(theirs), ours=money(paper.closing), difference=money(abs(theirs - paper.closing))
            ),
            facts={"difference": abs(theirs - paper.closing)},
            clause="W-1.3.3.5a",
        )
