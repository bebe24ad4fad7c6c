"""Why an invoice cannot be issued or sent now."""

from django.utils.translation import gettext as _

from kontor.documents.gates import right_gate
from kontor.invoices.models import Invoice
from kontor.invoices.queries import LIVE
from kontor.kernel.refusals import Gates, Refusal
from kontor.orders.models import Order
from kontor.parties.models import Firm, FirmAccount
from kontor.people.models import Staff
from kontor.people.rights import Right

INVOICEABLE = frozenset({Order.Status.PLACED, Order.Status.PICKING, Order.Status.PICKED})


def issue_gates(order: Order, *, by: Staff, account: FirmAccount | None = None) -> Gates:
    """An invoice names its buyer: without name and tax id it would come back (W-1.3.2.1b)."""
    yield from right_gate(by, Right.ISSUE_INVOICES)
    if order.status not in INVOICEABLE:
        yield Refusal("not_placed", _("Reserve the order first: an invoice is issued for goods that are held."))
    if not (order.client.full_name and order.client.tax_id):
        yield Refusal(
            "no_requisites",
            _("The requisites of {client} are not complete: full name and tax id are needed.").format(
                client=order.client
            ),
            clause="W-1.3.2.1b",
        )
    if (account or main_account(order.firm)) is None:
        yield Refusal("no_account", _("{firm} has no bank account to be paid to.").format(firm=order.firm))


def main_account(firm: Firm) -> FirmAccount | None:
    return FirmAccount.objects.filter(firm_id=firm.pk).order_by("-is_main", "id").first()


def send_gates(invoice: Invoice, *, by: Staff) -> Gates:
    yield from right_gate(by, Right.ISSUE_INVOICES)
    if invoice.status not in LIVE:
        yield Refusal("not_live", _("This invoice is no longer in force; issue a new one."))
