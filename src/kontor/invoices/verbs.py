"""What invoices enter in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.documents.register import Action, Kind, register
from kontor.duties import kinds as duties
from kontor.invoices import actions, gates, queries
from kontor.invoices.forms import PaymentDateForm, ReasonForm, SendForm
from kontor.invoices.models import KIND, Invoice
from kontor.orders.gates import DRAFT, place_gates
from kontor.orders.models import KIND as ORDER
from kontor.people.rights import Right
from kontor.timeline import kinds as timeline
from kontor.timeline.kinds import EventKind

Status = Invoice.Status
LIVE = frozenset(queries.LIVE)

register.add_kind(
    Kind(
        KIND, _("Invoice"), _("Invoices"), "receipt-text", "kontor.invoices.models.Invoice", "invoices:invoice", Status,
        dead=frozenset({Status.WITHDRAWN, Status.EXPIRED}), clauses=("W-1.3.2", "W-1.3.2.1b"),
    )
)  # fmt: skip
register.add(
    Action(
        ORDER, "accept", _("Reserve and invoice"), actions.accept, Right.ISSUE_INVOICES, DRAFT, place_gates,
        clauses=("W-1.3.2.1b", "W-1.3.8.1a"), icon="package-check", opens=True, rank=15,
        done=_("Invoice {number} is issued, the goods are reserved."),
    ),
    Action(
        ORDER, "invoice", _("Invoice"), actions.issue, Right.ISSUE_INVOICES, gates.INVOICEABLE, gates.issue_gates,
        clauses=("W-1.3.2.1b",), fits=lambda order: not order.is_office_cash and queries.invoice_of(order) is None,
        icon="receipt-text", tone="primary", opens=True, rank=20, done=_("Invoice {number} is issued."),
    ),
    Action(
        KIND, "send", _("Send"), actions.send, Right.ISSUE_INVOICES, LIVE, gates.send_gates, SendForm,
        ("W-1.3.2", "W-1.2.2.3"), icon="send", tone="primary", done=_("The invoice is on its way."), rank=10,
    ),
    Action(
        KIND, "payment_date", _("Note the payment date"), actions.note_payment_date, Right.LOG_CONTACTS, LIVE, None,
        PaymentDateForm, ("W-1.3.2.2",), icon="phone", done=_("The date is in the debt table."), rank=20,
    ),
    Action(
        KIND, "withdraw", _("Withdraw"), actions.withdraw, Right.ISSUE_INVOICES, LIVE, None, ReasonForm,
        icon="undo-2", tone="danger", done=_("Invoice {number} is withdrawn."), rank=90,
    ),
)  # fmt: skip
timeline.add(
    EventKind(
        "invoice.issued", "papers", "receipt-text", _("Invoice {number} issued"), "info", amount=_("invoice"),
        keeps=("W-1.3.2.1b",),
    ),
    EventKind(
        "invoice.sent", "papers", "send", _("Invoice {number} sent"), "info", _("{way}: {to}"), amount=_("invoice"),
        keeps=("W-1.3.2",),
    ),
    EventKind(
        "invoice.date_named", "calls", "phone", _("Payment of invoice {number} named for {expected_on}"), "ok",
        keeps=("W-1.3.2.2",),
    ),
    EventKind("invoice.withdrawn", "papers", "undo-2", _("Invoice {number} withdrawn"), amount=_("invoice")),
    EventKind("invoice.expired", "papers", "clock", _("Invoice {number} expired unpaid"), "warn", amount=_("invoice")),
)  # fmt: skip
duties.add(
    duties.DutyKind("issue_invoice", _("Issue the invoice"), "W-1.3.2.1b", "receipt-text"),
    duties.DutyKind("call_payment_date", _("Call about the payment date"), "W-1.3.2.2", "phone", "calls"),
    duties.DutyKind("send_invoice_again", _("Send the invoice again: the letter came back"), "W-1.3.2", "mail-x"),
)
