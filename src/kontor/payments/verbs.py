"""What payments enter in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.documents.register import Action, Kind, register
from kontor.duties import kinds as duties
from kontor.payments import actions, gates
from kontor.payments.forms import ReasonForm, ReceiveForm
from kontor.payments.models import CASH_EXPENSE, CASH_ORDER, PAYMENT, CashExpense, CashOrder, Payment
from kontor.people.rights import Right
from kontor.standards.rules import carries
from kontor.timeline import kinds as timeline
from kontor.timeline.kinds import EventKind

_MODELS = "kontor.payments.models."

register.add_kind(
    Kind(
        PAYMENT, _("Bank payment"), _("Payments"), "landmark", _MODELS + "Payment", "payments:payment", Payment.Status,
        dead=frozenset({Payment.Status.WITHDRAWN}), clauses=("W-1.3.6",),
    )
)  # fmt: skip
register.add_kind(
    Kind(
        CASH_ORDER, _("Cash order"), _("Cash orders"), "banknote", _MODELS + "CashOrder", "payments:cash_order",
        CashOrder.Status, dead=frozenset({CashOrder.Status.WITHDRAWN, CashOrder.Status.PAID_BACK}),
        clauses=("W-1.3.6.1b",),
    )
)  # fmt: skip
register.add_kind(
    Kind(
        CASH_EXPENSE, _("Cash expense"), _("Cash expenses"), "banknote", _MODELS + "CashExpense",
        "payments:cash_expense", CashExpense.Status, clauses=("W-1.3.7.2",),
    )
)  # fmt: skip
register.add(
    Action(
        PAYMENT, "withdraw", _("Take the booking back"), actions.unbook, Right.ALLOCATE_PAYMENTS, gates.POSTED,
        gates.unbook_gates, ReasonForm, ("W-1.3.3.2",), icon="undo-2", tone="danger", rank=90,
        done=_("Payment {number} is taken back, its line is open again."),
    ),
    Action(
        CASH_ORDER, "receive", _("Take the money"), actions.receive_cash, Right.TAKE_CASH, gates.PREPARED,
        gates.receive_gates, ReceiveForm, ("W-1.3.7.1a", "W-1.3.7.1b", "W-1.3.7.2"), icon="banknote", tone="primary",
        done=_("Cash order {number} is paid."), rank=10, hidden=True,
    ),
    Action(
        CASH_ORDER, "cancel_mark", _("Take the paid mark back"), actions.cancel_paid_mark, Right.TAKE_CASH, gates.RECEIVED,
        gates.cancel_mark_gates, ReasonForm, ("W-1.3.7.2",), icon="undo-2", tone="danger", rank=80,
        done=_("The money is paid back by cash expense {number}."), opens=True,
    ),
    Action(
        CASH_ORDER, "withdraw", _("Withdraw"), actions.withdraw_cash_order, Right.PREPARE_CASH, gates.PREPARED, None,
        ReasonForm, icon="undo-2", tone="danger", rank=90, done=_("Cash order {number} is withdrawn."),
    ),
)  # fmt: skip
timeline.add(
    EventKind(
        "statement.loaded", "payments", "landmark", _("Bank statement loaded: {new} new of {lines} lines"), "info",
        keeps=("W-1.3.3",),
    ),
    EventKind(
        "statement.reviewed", "payments", "eye", _("Bank statement of {day} reviewed"), keeps=("W-1.3.3.1a",),
    ),
    EventKind(
        "payment.booked", "payments", "landmark", _("Payment {number} received"), "ok", _("for {papers}"),
        _("received"), keeps=("W-1.3.3.2", "W-1.3.6"),
    ),
    EventKind(
        "payment.allocated", "payments", "split", _("Advance of payment {number} pays {paper}"), amount=_("allocated")
    ),
    EventKind(
        "payment.unallocated", "payments", "undo-2", _("Payment {number} no longer pays {paper}"), "warn",
        amount=_("taken back"),
    ),
    EventKind(
        "payment.withdrawn", "payments", "undo-2", _("Payment {number} taken back"), "warn", amount=_("taken back")
    ),
    EventKind(
        "line.not_client", "payments", "ban", _("Money of {payer} of {day} is not from a client"), amount=_("received"),
        keeps=("W-1.3.3.2",),
    ),
    EventKind(
        "line.unknown", "payments", "circle-question-mark", _("Money of {payer} of {day} handed to accounting"), "warn",
        amount=_("received"), keeps=("W-1.3.3.2",),
    ),
    EventKind(
        "line.open", "payments", "undo-2", _("Money of {payer} of {day} is to be decided again"), amount=_("received")
    ),
    EventKind(
        "cash.prepared", "payments", "banknote", _("Cash order {number} prepared"), "info", _("for order {order}"),
        _("cash"), keeps=("W-1.3.6.1b",),
    ),
    EventKind(
        "cash.received", "payments", "banknote", _("Paid in cash by cash order {number}"), "ok",
        _("{accompanied_by} came with the client"), _("received"),
        keeps=("W-1.3.7", "W-1.3.7.1a", "W-1.3.7.1b", "W-1.3.7.2"),
    ),
    EventKind(
        "cash.paid_back", "payments", "undo-2", _("Cash order {order} paid back"), "warn", amount=_("paid back")
    ),
    EventKind("cash.withdrawn", "payments", "undo-2", _("Cash order {number} withdrawn"), amount=_("cash")),
)  # fmt: skip
duties.add(
    duties.DutyKind("load_statement", _("Load the bank statement"), "W-1.3.3", "upload", why=_("for {day}")),
    duties.DutyKind("review_statement", _("Review the bank statement"), "W-1.3.3.1a", "eye", why=_("for {day}")),
    duties.DutyKind("pass_to_picking", _("Pass the paid order to picking"), "W-1.3.9.1", "forklift"),
    duties.DutyKind("accompany_to_cash_desk", _("Come with the client to the cash desk"), "W-1.3.7.1b", "hand-helping"),
)
carries("W-1.3.3.1b", what="report", name="payments.bank", label=_("Bank statement report"))
