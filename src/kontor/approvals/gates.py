"""Why a request may not be decided so, or a decision table not be changed so."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from kontor.approvals.kinds import KINDS
from kontor.approvals.models import Request
from kontor.approvals.queries import mandate_for
from kontor.approvals.tables import NOBODY, Rule
from kontor.documents.gates import right_gate
from kontor.kernel.refusals import Gates, Refusal
from kontor.people.models import Role, Staff
from kontor.people.rights import Right

State = Request.State
NEEDS_REASON = (State.REFUSED, State.RETURNED)


def decision_gates(
    request: Request, verdict: str, *, by: Staff, answer: str, day: date, valid_until: date | None = None
) -> Gates:
    """Only who the rule names decides, once, and says why if the answer is no."""
    if request.state == State.VOID:
        yield Refusal("void", _("The request was taken back or asked anew; there is nothing to decide here."))
    elif request.state != State.WAITING:
        yield Refusal(
            "decided",
            _("{name} has already decided: {verdict}.").format(
                name=request.decided_by or "", verdict=State(request.state).label
            ),
        )
    if request.asked_by_id == by.pk:
        yield Refusal("own_request", _("Nobody decides on a request of his own."))
    elif mandate_for(request, by, day) is None:
        yield Refusal("not_allowed", _("By rule {rule} somebody else decides this.").format(rule=request.rule))
    if verdict in NEEDS_REASON and not answer.strip():
        yield Refusal("no_reason", _("Give the reason: without one the manager cannot answer the client."))
    if verdict == State.APPROVED and valid_until and valid_until < day:
        yield Refusal("past", _("A consent cannot end before today."))


def table_gates(code: str, rules: Sequence[Rule], *, since: date, today: date, by: Staff) -> Gates:
    """A table that could be misread, or leave somebody without an answer, is not accepted."""
    yield from right_gate(by, Right.CHANGE_SETTINGS)
    if since < today:
        yield Refusal("past", _("A table holds from today or later; what was routed stays as it was."))
    if not rules:
        yield Refusal("empty", _("A table needs one rule at least."))
    numbers = [rule.number for rule in rules]
    if twice := sorted({number for number in numbers if numbers.count(number) > 1}):
        yield Refusal("twice", _("Rule {number} stands there twice.").format(number=twice[0]))
    known = {*Role.objects.values_list("code", flat=True), NOBODY}
    units = {column.fact: column for column in KINDS.tables[code].columns}
    for rule in rules:
        if rule.decides not in known:
            yield Refusal("role", _("Rule {number}: choose who decides.").format(number=rule.number))
        if rule.hours < 1:
            yield Refusal(
                "hours",
                _("Rule {number}: an answer takes one working hour at least.").format(number=rule.number),
            )
        for fact, condition in rule.when.items():
            low, high = condition.at_least, condition.at_most
            if fact in units and low is not None and high is not None and low > high:
                yield Refusal(
                    "range",
                    _("Rule {number}, {column}: the lower bound is above the upper one.").format(
                        number=rule.number, column=units[fact].label
                    ),
                )
    if rules and rules[-1].when:
        yield Refusal("open_end", _("The last rule has to take whatever is left: leave its conditions empty."))
