"""Why an order may not be changed, placed or cancelled now."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.catalog.models import Product
from kontor.documents.gates import right_gate, status_gate
from kontor.kernel.formats import money, percent, qty
from kontor.kernel.refusals import Gates, Passed, Refusal
from kontor.orders.models import Line, Order
from kontor.orders.queries import margin_floor, paid
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.receivables import queries as receivables

DRAFT = frozenset({Order.Status.DRAFT})
PLACED = frozenset({Order.Status.PLACED})
CANCELLABLE = frozenset({Order.Status.DRAFT, Order.Status.PLACED, Order.Status.PICKING, Order.Status.PICKED})


def change_gates(order: Order, *, by: Staff) -> Gates:
    """Only a draft is changed; a placed order is reopened first, with a reason."""
    yield from right_gate(by, Right.TAKE_ORDERS)
    yield from status_gate(order, DRAFT)


def quantity_gates(product: Product, wanted: Decimal) -> Gates:
    """A quantity that this product cannot be sold in, or a product that is no longer sold."""
    if product.withdrawn_at:
        yield Refusal("withdrawn", _("{product} is no longer sold.").format(product=product.name))
    if not product.whole(wanted):
        yield Refusal(
            "not_whole",
            _("{product} is sold in whole units only ({unit}); {quantity} is not possible.").format(
                product=product.name, unit=product.get_unit_display(), quantity=qty(wanted)
            ),
        )


def place_gates(order: Order, *, by: Staff, lines: Iterable[Line] | None = None, on: date | None = None) -> Gates:
    """Why may this order not be placed now? Goods that are short do not stop it: they go to purchasing."""
    found = list(lines if lines is not None else order.lines.select_related("product"))
    yield from right_gate(by, Right.TAKE_ORDERS)
    yield from status_gate(order, DRAFT)
    if not found:
        yield Refusal("no_lines", _("The order has no lines yet."))
        return
    for line in found:
        if line.product.withdrawn_at:
            sentence = _("Line {no}: {product} was withdrawn from sale in the meantime. Remove or replace it.")
            yield Refusal("withdrawn", sentence.format(no=line.no, product=line.product.name))
    yield from method_gate(order)
    yield from margin_gate(order, on or order.dated_on, by=by)


def method_gate(order: Order) -> Gates:
    """A way of payment that the client's terms do not allow needs the head's consent (W-1.3.5.2b)."""
    allowed = order.client.payment_methods
    if allowed and order.payment_method not in allowed:
        yield Refusal(
            "payment_method",
            _("Paying by {method} is not among the ways agreed with {client}.").format(
                method=order.get_payment_method_display(), client=order.client.name
            ),
            facts={"total": order.total},
            consent="other_payment_method",
        )


def margin_gate(order: Order, on: date, *, by: Staff) -> Gates:
    """Below the floor a decision table says who may allow it. Only who may see margins reads the figures."""
    margin, floor = order.margin, margin_floor(on)
    if margin is None:
        return
    figures = {"margin": percent(margin), "floor": percent(floor)} if by.may(Right.SEE_MARGIN) else None
    if margin >= floor:
        told = _("Margin {margin}, the floor is {floor}") if figures else _("The margin is above the floor")
        yield Passed("margin", told.format(**figures or {}))
        return
    told = _("Margin {margin}, the floor is {floor}.") if figures else _("The margin is below the floor.")
    yield Refusal(
        "margin_below_floor",
        told.format(**figures or {}),
        opens=_("It opens by itself when the prices bring the margin to the floor."),
        facts={
            "margin": margin.quantize(Decimal("0.1")),
            "grade": order.client.grade,
            "days_late": receivables.exposure(order.client).oldest_days,
            "total": order.total,
        },
        consent="margin_below_floor",
        closed=frozenset() if figures else frozenset({"margin"}),
    )


def cancel_gates(order: Order, *, by: Staff) -> Gates:
    """A paid order is cancelled only with the head's consent: its money becomes the client's advance."""
    yield from right_gate(by, Right.TAKE_ORDERS)
    yield from status_gate(order, CANCELLABLE)
    if money_in := paid(order):
        yield Refusal(
            "paid",
            _("{paid} has been paid for this order. Cancelled, it becomes the client's advance.").format(
                paid=money(money_in)
            ),
            facts={"paid": money_in, "total": order.total},
            clause="W-1.3.6",
            consent="cancel_paid_order",
        )


def close_rest_gates(order: Order, *, by: Staff) -> Gates:
    """Part of the order has left, and the rest waits: only then is there a rest to close."""
    yield from right_gate(by, Right.TAKE_ORDERS)
    yield from status_gate(order, PLACED)
    if not order.lines.filter(shipped__gt=0).exists():
        yield Refusal("nothing_shipped", _("Nothing has been shipped yet: cancel the order instead."))
