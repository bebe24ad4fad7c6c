"""Why a sum of a payment cannot pay an order."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.documents.models import Document
from kontor.kernel.formats import money
from kontor.kernel.refusals import Refusal


def allocation_gates(
    payment: Document,
    order: Document,
    amount: Decimal,
    *,
    left: Decimal,
    unpaid: Decimal,
    beyond_order: bool = False,
) -> Iterator[Refusal]:
    """`left` is what of the payment pays nothing yet, `unpaid` what the order still wants."""
    yield from _positive(amount)
    if payment.client_id != order.client_id or payment.firm_id != order.firm_id:
        yield Refusal(
            "another_client",
            _("Payment {payment} and order {order} are not of one client and one of our firms.").format(
                payment=payment.number, order=order.number
            ),
        )
    if payment.currency != order.currency:
        yield Refusal(
            "another_currency",
            _("Payment {payment} is in {currency}, order {order} in {other}.").format(
                payment=payment.number, currency=payment.currency, order=order.number, other=order.currency
            ),
        )
    if amount > left:
        yield Refusal(
            "more_than_paid",
            _("{amount} is more than what is left of payment {payment}: {left}.").format(
                amount=money(amount), payment=payment.number, left=money(left)
            ),
            facts={"amount": amount, "left": left},
        )
    if amount > unpaid and not beyond_order:
        yield Refusal(
            "more_than_owed",
            _(
                "{amount} is more than what is unpaid of order {order}: {unpaid}. The rest stays the client's advance."
            ).format(amount=money(amount), order=order.number, unpaid=money(unpaid)),
            facts={"amount": amount, "unpaid": unpaid},
        )


def undo_gates(payment: Document, order: Document, amount: Decimal, *, paid: Decimal) -> Iterator[Refusal]:
    """`paid` is what of this payment pays this order now."""
    yield from _positive(amount)
    if amount > paid:
        yield Refusal(
            "more_than_allocated",
            _("Only {paid} of payment {payment} pays order {order}; {amount} cannot be taken back.").format(
                paid=money(paid), payment=payment.number, order=order.number, amount=money(amount)
            ),
            facts={"amount": amount, "paid": paid},
        )


def _positive(amount: Decimal) -> Iterator[Refusal]:
    if amount <= 0:
        yield Refusal("not_positive", _("The sum must be more than zero."))
