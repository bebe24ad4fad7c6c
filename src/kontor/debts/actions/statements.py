"""Verbs of the reconciliation statement: draw up, send, dispute, sign, withdraw (W-1.3.3.5a, W-1.3.3.5b)."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files import File as Upload
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from kontor.debts.books import letter_of
from kontor.debts.gates import draw_up_gates, send_gates, sign_gates
from kontor.debts.models import RECONCILIATION, Reconciliation
from kontor.debts.queries.statements import OPEN
from kontor.documents.actions import move, open_document, touch
from kontor.duties import actions as duties
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.letters import actions as letters
from kontor.papers import actions as papers
from kontor.parties.models import Client, Firm
from kontor.people.models import Staff
from kontor.receivables.queries import Statement, statement
from kontor.standards import queries as standards
from kontor.timeline import actions as timeline

SIGN_DUTY = "sign_reconciliation"
Status = Reconciliation.Status


@transaction.atomic
def draw_up(client: Client, firm: Firm, since: date, until: date, *, by: Staff, at: datetime) -> Reconciliation:
    """A statement of a client's account with one of our firms, from the ledger itself.

    An unsigned one of the same period comes back as it is; a draft is brought up to date.
    """
    refuse_if(draw_up_gates(by=by, since=since, until=until, today=timezone.localdate(at)))
    same = Reconciliation.objects.filter(client=client, firm=firm, since=since, until=until, status__in=OPEN)
    if there := same.first():
        return _refreshed(Reconciliation.objects.locked(there.pk), by=by)
    account = statement(client, firm, since, until)
    paper: Reconciliation = open_document(
        Reconciliation, RECONCILIATION, by=by, on=timezone.localdate(at), firm=firm, office=client.office, client=client,
        owner=client.owner, status=Status.DRAFT, total=account.closing, since=since, until=until, **_sums(account),
    )  # fmt: skip
    timeline.record(
        "debts.statement_drawn_up", by=by, document=paper, amount=paper.closing, at=at, since=since, until=until
    )
    return paper


def draw_up_many(
    clients: Iterable[Client], firm: Firm, since: date, until: date, *, by: Staff, at: datetime
) -> list[Reconciliation]:
    """Statements for many clients at once, one for each."""
    return [draw_up(client, firm, since, until, by=by, at=at) for client in clients]


def _sums(account: Statement) -> dict[str, Any]:
    return {
        "opening": account.opening, "charged": account.debit, "paid": account.credit, "closing": account.closing,
    }  # fmt: skip


def _refreshed(paper: Reconciliation, *, by: Staff) -> Reconciliation:
    """A draft follows the ledger; what has gone out says what it said."""
    account = statement(paper.client, paper.firm, paper.since, paper.until)
    sums = _sums(account)
    if paper.status in (Status.DRAFT, Status.DISPUTED) and any(getattr(paper, name) != sums[name] for name in sums):
        Reconciliation.objects.filter(pk=paper.pk).update(**sums)
        for name, value in sums.items():
            setattr(paper, name, value)
        touch(paper, by=by, total=account.closing)
    return paper


@transaction.atomic
def send(
    paper: Reconciliation, *, by: Staff, at: datetime, way: str, address: str = "", message: str = ""
) -> Reconciliation:
    """Send by e-mail (in a job) or note that it was handed over. What goes out is the ledger of this moment.

    The duty to bring back the signed copy arises; it is due by the setting `reconciliation_answer_days`.
    """
    paper = Reconciliation.objects.locked(paper.pk)
    if paper.status == Status.SENT:
        return paper
    refuse_if(send_gates(paper, by=by))
    if way == "email" and not address:
        sentence = _("The client has no e-mail address: enter one, or hand the statement over.")
        raise Refused([Refusal("no_address", sentence)])
    paper = _refreshed(paper, by=by)
    move(paper, Status.SENT, Reconciliation.MOVES, by=by)
    paper.sent_on = timezone.localdate(at)
    Reconciliation.objects.filter(pk=paper.pk).update(sent_on=paper.sent_on)
    if way == "email":
        _write_letter(paper, by, address, message)
    timeline.record("debts.statement_sent", by=by, document=paper, amount=paper.closing, at=at, to=address or "—")
    days = standards.whole("reconciliation_answer_days", paper.sent_on)
    due = standards.calendar(paper.office, on=paper.sent_on).due_in(at, days=days)
    duties.assign(SIGN_DUTY, owner=paper.owner, due_at=due, document=paper, amount=paper.closing, at=at)
    return paper


def _write_letter(paper: Reconciliation, by: Staff, address: str, message: str) -> None:
    subject, body, language = letter_of(paper, message, by)
    letter = letters.write(address, subject, body, by=by, client=paper.client, document=paper, language=language)
    app.configure_task("debts.deliver").defer(letter=letter.pk, statement=paper.pk)


@transaction.atomic
def dispute(
    paper: Reconciliation, *, by: Staff, at: datetime, their_closing: Decimal, difference_why: str = ""
) -> Reconciliation:
    """The client's own closing balance, and how the difference comes about, line by line (W-1.3.3.5a).

    With the same balance there is nothing to dispute. Entered again, it takes the place of the earlier answer.
    """
    paper = Reconciliation.objects.locked(paper.pk)
    if their_closing == paper.closing:
        raise Refused([Refusal("no_difference", _("This is the balance of the statement: nothing is disputed."))])
    if paper.status != Status.DISPUTED:
        move(paper, Status.DISPUTED, Reconciliation.MOVES, by=by)
    paper.their_closing, paper.difference_why = their_closing, difference_why.strip()
    Reconciliation.objects.filter(pk=paper.pk).update(their_closing=their_closing, difference_why=paper.difference_why)
    timeline.record(
        "debts.statement_disputed", by=by, document=paper, amount=their_closing - paper.closing, at=at,
        said=paper.difference_why, theirs=their_closing,
    )  # fmt: skip
    return paper


@transaction.atomic
def sign(paper: Reconciliation, *, by: Staff, at: datetime, signed_on: date, scan: "Upload[bytes]") -> Reconciliation:
    """The client's signed copy has come back: its day and its scan (W-1.3.3.5b). The duty to bring it back is fulfilled."""
    paper = Reconciliation.objects.locked(paper.pk)
    if paper.status == Status.SIGNED:
        return paper
    refuse_if(sign_gates(paper, by=by))
    move(paper, Status.SIGNED, Reconciliation.MOVES, by=by)
    paper.scan = papers.keep_file(scan.name or "scan.pdf", scan.read(), by=by, document=paper, client=paper.client)
    paper.signed_on = signed_on
    Reconciliation.objects.filter(pk=paper.pk).update(scan=paper.scan, signed_on=signed_on)
    proof = timeline.record(
        "debts.statement_signed", by=by, document=paper, amount=paper.closing, at=at, signed_on=signed_on
    )
    duties.fulfil(SIGN_DUTY, by=by, document=paper, proof=proof, at=at)
    return paper


@transaction.atomic
def withdraw(paper: Reconciliation, *, by: Staff, reason: str, at: datetime) -> Reconciliation:
    """Take a statement back; its number stays taken."""
    paper = Reconciliation.objects.locked(paper.pk)
    if paper.status == Status.WITHDRAWN:
        return paper
    move(paper, Status.WITHDRAWN, Reconciliation.MOVES, by=by)
    duties.let_go(paper, at=at)
    timeline.record("debts.statement_withdrawn", by=by, document=paper, said=reason, at=at)
    return paper
