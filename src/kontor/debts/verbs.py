"""What debts enter in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.debts import actions, gates
from kontor.debts.forms import DisputeForm, ReasonForm, SendForm, SignForm
from kontor.debts.models import RECONCILIATION as KIND
from kontor.debts.models import Reconciliation
from kontor.documents.register import Action, Kind, register
from kontor.duties import kinds as duties
from kontor.people.rights import Right
from kontor.standards.rules import carries
from kontor.timeline import kinds as timeline
from kontor.timeline.kinds import EventKind

Status = Reconciliation.Status

register.add_kind(
    Kind(
        KIND, _("Reconciliation statement"), _("Reconciliation statements"), "scale",
        "kontor.debts.models.Reconciliation", "debts:reconciliation", Status, dead=frozenset({Status.WITHDRAWN}),
        prefix="", clauses=("W-1.3.3.5b",),
    )
)  # fmt: skip
register.add(
    Action(
        KIND, "send", _("Send"), actions.send, Right.RECONCILE, frozenset({Status.DRAFT, Status.DISPUTED}),
        gates.send_gates, SendForm, ("W-1.3.3.5b",), icon="send", tone="primary", rank=10,
        done=_("Statement {number} is on its way."),
    ),
    Action(
        KIND, "sign", _("Signed copy is back"), actions.sign, Right.RECONCILE, frozenset({Status.SENT}), gates.sign_gates,
        SignForm, ("W-1.3.3.5b",), icon="signature", tone="primary", rank=20, done=_("Statement {number} is signed."),
    ),
    Action(
        KIND, "dispute", _("The client's balance differs"), actions.dispute, Right.RECONCILE,
        frozenset({Status.SENT, Status.DISPUTED}), None, DisputeForm, ("W-1.3.3.5a",), icon="scale", rank=30,
        done=_("The difference is recorded."),
    ),
    Action(
        KIND, "withdraw", _("Withdraw"), actions.withdraw, Right.RECONCILE,
        frozenset({Status.DRAFT, Status.SENT, Status.DISPUTED}), None, ReasonForm, icon="undo-2", tone="danger", rank=90,
        done=_("Statement {number} is withdrawn."),
    ),
)  # fmt: skip
timeline.add(
    EventKind(
        "debts.sheet_formed", "card", "list-checks", _("Call sheet of {owner} for {day}"), keeps=("W-1.3.3.3b",)
    ),
    EventKind("debts.promised", "payments", "hand-coins", _("Payment promised for {by_day}"), "info", amount=_("promised")),
    EventKind(
        "debts.promise_kept", "payments", "circle-check", _("Promise kept: payment by {by_day}"), "ok", amount=_("promised")
    ),
    EventKind(
        "debts.promise_broken", "payments", "circle-x", _("Promise broken: payment by {by_day}"), "danger",
        _("{paid} came in time. Promises broken in a row: {count}."), amount=_("promised"),
    ),
    EventKind("debts.disputed", "payments", "scale", _("The client disputes the debt"), "warn", amount=_("debt")),
    EventKind(
        "debts.statement_drawn_up", "papers", "scale", _("Reconciliation statement {number} drawn up"), "",
        _("From {since} to {until}"), amount=_("balance"), keeps=("W-1.3.3.5a",),
    ),
    EventKind(
        "debts.statement_sent", "papers", "send", _("Reconciliation statement {number} sent"), "info", "{to}",
        amount=_("balance"), keeps=("W-1.3.3.5b",),
    ),
    EventKind(
        "debts.statement_disputed", "papers", "scale", _("Reconciliation statement {number} disputed"), "warn",
        _("The client's balance is {theirs}."), amount=_("difference"),
    ),
    EventKind(
        "debts.statement_signed", "papers", "signature", _("Reconciliation statement {number} signed on {signed_on}"), "ok",
        amount=_("balance"), keeps=("W-1.3.3.5b",),
    ),
    EventKind("debts.statement_withdrawn", "papers", "undo-2", _("Reconciliation statement {number} withdrawn")),
)  # fmt: skip
duties.add(
    duties.DutyKind("call_debtors", _("Call the clients of the debt sheet"), "W-1.3.3.4a", "phone", "calls"),
    duties.DutyKind(
        "sign_reconciliation", _("Bring back the signed reconciliation statement"), "W-1.3.3.5b", "signature"
    ),
)
carries("W-1.3.3.3a", what="report", name="debts.table", label=_("Table of debts"))
