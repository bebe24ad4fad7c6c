"""What becomes of an incoming line that is no client's payment, or that nobody recognises (W-1.3.3.2)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.payments.gates import line_gates, reason_gate
from kontor.payments.models import BankLine
from kontor.people.models import Staff
from kontor.timeline import actions as timeline

State = BankLine.State


def locked(line: BankLine) -> BankLine:
    """The line as it stands, held until we are done."""
    BankLine.objects.select_for_update().values_list("pk").get(pk=line.pk)
    return BankLine.objects.select_related("account__firm", "decided_by").get(pk=line.pk)


@transaction.atomic
def mark_not_client(line: BankLine, *, by: Staff, at: datetime, note: str = "") -> BankLine:
    """The money is not from a client: a loan, interest, a return."""
    return _decide(line, State.NOT_CLIENT, by=by, at=at, note=note)


@transaction.atomic
def hand_to_accounting(line: BankLine, *, by: Staff, at: datetime, note: str) -> BankLine:
    """Nobody here knows what the money pays: accounting asks the payer."""
    refuse_if(reason_gate(note))
    return _decide(line, State.UNKNOWN, by=by, at=at, note=note)


def _decide(line: BankLine, state: State, *, by: Staff, at: datetime, note: str) -> BankLine:
    line = locked(line)
    if line.state == state:
        return line
    refuse_if(line_gates(line, by=by))
    settle_line(line, state, by=by, at=at, note=note)
    timeline.record(
        f"line.{state.value}",
        by=by,
        at=at,
        said=note,
        amount=line.amount,
        payer=line.name,
        day=line.posted_on,
    )
    return line


@transaction.atomic
def reopen_line(line: BankLine, *, by: Staff, at: datetime) -> BankLine:
    """Take back “not from a client” or “handed to accounting”: the line waits to be decided again."""
    line = locked(line)
    if line.state == State.OPEN:
        return line
    if line.state == State.BOOKED:
        raise Refused([Refusal("booked", _("The line is booked: take the payment back, and it is open again."))])
    refuse_if(gate for gate in line_gates(line, by=by) if gate.code != "already_decided")
    settle_line(line, State.OPEN, by=by, at=at)
    timeline.record("line.open", by=by, at=at, amount=line.amount, payer=line.name, day=line.posted_on)
    return line


def settle_line(
    line: BankLine, state: State, *, by: Staff, at: datetime, note: str = "", client_id: int | None = None
) -> None:
    """Note the decision on a locked line; an open one carries none."""
    open_again = state == State.OPEN
    line.state, line.client_id, line.note = state, client_id, note.strip()[:250]
    line.decided_by, line.decided_at = (None, None) if open_again else (by, at)
    BankLine.objects.filter(pk=line.pk).update(
        state=state,
        client_id=client_id,
        note=line.note,
        decided_by=line.decided_by,
        decided_at=line.decided_at,
    )
