"""Why goods cannot be picked, finished or released now.

`ship_gates` is the panel "why it cannot ship yet" of every order, and the very answer that the release gives.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.approvals.kinds import KINDS
from kontor.approvals.models import Request
from kontor.approvals.queries import facts_of, worse
from kontor.documents.gates import right_gate, status_gate
from kontor.kernel.formats import day, moment, money, number, percent, qty
from kontor.kernel.refusals import Fact, Gates, Passed, Refusal
from kontor.orders import queries as orders
from kontor.orders.models import Order
from kontor.parties.models import PaymentOrder
from kontor.payments import queries as payments
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.receivables import queries as receivables
from kontor.shipments import queries
from kontor.shipments.models import Picking, PickingLine, Shipment
from kontor.standards import queries as standards
from kontor.stock import queries as stock

PLACED = frozenset({Order.Status.PLACED})
PICKED = frozenset({Order.Status.PICKED})
PREPARED = frozenset({Shipment.Status.PREPARED})
RELEASED = frozenset({Shipment.Status.RELEASED})
ON_CREDIT = (PaymentOrder.DEFERRED, PaymentOrder.ON_DELIVERY)


def pick_gates(order: Order, *, by: Staff, on: date | None = None) -> Gates:
    """Why may this order not go to the warehouse? Cash orders are picked before they are paid (W-1.3.6.1a, W-1.3.9.1)."""
    on = on or timezone.localdate()
    yield from right_gate(by, Right.SEND_TO_PICKING)
    yield from status_gate(order, PLACED)
    yield from held_gate(order)
    if order.is_office_cash:
        return
    standing = queries.exposure(order, on)
    yield from prepaid_gate(order, standing, consent="pick_unpaid")
    if order.payment_order in ON_CREDIT:
        yield from overdue_gate(order, standing, on)
        yield from limit_gate(order, standing)


def ship_gates(order: Order, *, by: Staff, on: date | None = None) -> Gates:
    """Why can this order not ship yet? Asked in every status; ends with what the release asks (W-1.3.7.3b, W-1.3.9.1)."""
    on = on or timezone.localdate()
    if order.status in (Order.Status.SHIPPED, Order.Status.COMPLETED):
        yield Passed("shipped", _("The goods have left the warehouse."), "W-1.3.7.3b")
        return
    if order.status == Order.Status.CANCELLED:
        yield Refusal("cancelled", _("The order is cancelled."))
        return
    picking = queries.picking_of(order) if order.status in queries.UNDER_WAY else None
    yield from held_gate(order)
    yield from picked_gate(order, picking)
    standing = queries.exposure(order, on)
    money_gates = [
        *paid_gate(order, standing),
        *overdue_gate(order, standing, on),
        *limit_gate(order, standing),
    ]
    yield from carried(money_gates, picking)
    yield from escort_gate(order)


def release_gates(shipment: Shipment, *, by: Staff, on: date | None = None) -> Gates:
    """The same, asked about the waybill by whoever hands the goods over."""
    yield from right_gate(by, Right.RELEASE_GOODS)
    yield from status_gate(shipment, PREPARED)
    yield from ship_gates(queries.order_of(shipment), by=by, on=on)


def held_gate(order: Order) -> Gates:
    """Goods are held for at least part of the order (W-1.3.8.1a)."""
    if order.status == Order.Status.DRAFT:
        yield Refusal(
            "draft",
            _("The order is a draft: no goods are held for it yet."),
            _("It opens when the order is placed."),
            clause="W-1.3.8.1a",
        )
        return
    wanted = [line for line in order.lines.all() if line.quantity > line.shipped]
    held = stock.reserved_by_line(order)
    if not held:
        yield Refusal(
            "not_held",
            _("No goods are held for this order."),
            _("It opens when the missing goods come, or when the order is changed to what there is."),
            clause="W-1.3.8.1a",
        )
        return
    whole = sum(held.get(line.pk, Decimal(0)) >= line.quantity - line.shipped for line in wanted)
    sentence = _("Goods are held: {whole} of {lines} lines in full.")
    yield Passed("held", sentence.format(whole=whole, lines=len(wanted)), "W-1.3.8.1a")


def picked_gate(order: Order, picking: Picking | None) -> Gates:
    """The warehouse has picked what is to leave (W-1.3.9)."""
    if picking is None:
        yield Refusal(
            "not_picked",
            _("The goods are not picked: the warehouse does not have the order yet."),
            _("It opens when the order is passed to picking and picked."),
            clause="W-1.3.9",
        )
    elif picking.status == Picking.Status.PASSED:
        sentence = _("The goods are not picked: the request has waited in the warehouse since {moment}.")
        opens = _("It opens by itself when they are picked.")
        yield Refusal("not_picked", sentence.format(moment=moment(picking.created_at)), opens, clause="W-1.3.9")
    elif picking.status == Picking.Status.STARTED:
        sentence = _("The goods are not picked: {name} has been picking them since {moment}.")
        told = sentence.format(name=picking.keeper, moment=moment(picking.started_at or picking.created_at))
        yield Refusal("not_picked", told, _("It opens by itself when they are picked."), clause="W-1.3.9")
    else:
        sentence = _("Picked by {name}, {moment}.")
        told = sentence.format(name=picking.keeper, moment=moment(picking.picked_at or picking.changed_at))
        yield Passed("picked", told, "W-1.3.9")


def paid_gate(order: Order, standing: receivables.Exposure) -> Gates:
    """For cash the cashier's paid mark; else what has to be prepaid."""
    if order.is_office_cash:
        yield from paid_mark_gate(order)
    else:
        yield from prepaid_gate(order, standing, consent="ship_unpaid")


def prepaid_gate(order: Order, standing: receivables.Exposure, *, consent: str) -> Gates:
    """Allocated payments cover what is to be prepaid (W-1.3.9.1, W-Q7)."""
    must = order.must_prepay
    if not must:
        return
    unpaid = orders.to_prepay(order)
    if not unpaid:
        yield Passed("paid", _("{must} is paid in advance, as agreed.").format(must=money(must)), "W-1.3.9.1")
        return
    yield Refusal(
        "not_paid",
        _("{unpaid} of {must} is not paid.").format(unpaid=money(unpaid), must=money(must)),
        _("It opens by itself when the money is on the statement."),
        facts={"unpaid": unpaid, **_facts(order, standing)},
        clause="W-1.3.9.1",
        consent=consent,
    )


def paid_mark_gate(order: Order) -> Gates:
    """Goods for cash leave only with the cashier's paid mark on their own waybill; nobody may allow less (W-1.3.7.2)."""
    shipment = queries.prepared(order)
    mark = payments.paid_mark(shipment) if shipment else None
    if shipment and mark and mark.sum >= shipment.total:
        sentence = _("Paid mark of {cashier}, {moment}, cash order {number}.")
        told = sentence.format(cashier=mark.cashier, moment=moment(mark.at), number=mark.cash_order.number)
        yield Passed("paid_mark", told, "W-1.3.7.2")
        return
    yield Refusal(
        "no_paid_mark",
        _("{sum} in cash is not paid: the goods leave only with the cashier's paid mark.").format(
            sum=money(shipment.total if shipment else order.total)
        ),
        _what_brings_the_mark(shipment),
        clause="W-1.3.7.2",
    )


def _what_brings_the_mark(shipment: Shipment | None) -> str:
    if shipment is None:
        return _("The cash order is made for what was picked, once it is picked.")
    if cash_order := payments.cash_order_of(shipment):
        return _("It opens by itself when the cashier takes the money on cash order {number}.").format(
            number=cash_order.number
        )
    return _("Make the cash order for the picked goods: the client pays at the cash desk.")


def overdue_gate(order: Order, standing: receivables.Exposure, on: date) -> Gates:
    """A debt that is late by more than the setting allows closes shipping (W-Q6)."""
    limit = standards.whole("credit_overdue_block_days", on)
    if standing.oldest_days <= limit or not standing.overdue:
        yield Passed("no_overdue", _overdue(standing) if standing.overdue else _("Nothing is overdue."), "W-1.3.9.1")
        return
    late = [item for item in receivables.open_items([order.client], on) if item.days_late(on) > limit]
    opens = ngettext(
        "Shipping closes when a debt is more than {limit} day late. It opens by itself when {sum} ({papers}) is received.",
        "Shipping closes when a debt is more than {limit} days late. It opens by itself when {sum} ({papers}) is received.",
        limit,
    )
    yield Refusal(
        "overdue",
        _overdue(standing),
        opens.format(
            limit=number(limit),
            sum=money(sum((item.open for item in late), Decimal(0))),
            papers=", ".join(item.number for item in late),
        ),
        facts=_facts(order, standing),
        clause="W-1.3.9.1",
        consent="ship_overdue",
    )


def _overdue(standing: receivables.Exposure) -> str:
    sentence = ngettext("Overdue debt {sum}, {days} day.", "Overdue debt {sum}, {days} days.", standing.oldest_days)
    return sentence.format(sum=money(standing.overdue), days=number(standing.oldest_days))


def limit_gate(order: Order, standing: receivables.Exposure) -> Gates:
    """Goods on credit leave while the debt with this order stays within the limit (W-Q6)."""
    if order.payment_order not in ON_CREDIT or order.is_office_cash:
        return
    if standing.left >= 0:
        used = standing.used * 100 / standing.limit if standing.limit else Decimal(0)
        yield Passed(
            "limit",
            _("Credit limit: {used} used with this order.").format(used=percent(used, 0)),
            "W-1.3.9.1",
        )
        return
    yield Refusal(
        "over_limit",
        _("The credit limit of {limit} is exceeded by {excess} with this order.").format(
            limit=money(standing.limit), excess=money(-standing.left)
        ),
        _("It opens by itself when {excess} is received.").format(excess=money(-standing.left)),
        facts={"excess": -standing.left, **_facts(order, standing)},
        clause="W-1.3.9.1",
        consent="over_credit_limit",
    )


def _facts(order: Order, standing: receivables.Exposure) -> Mapping[str, Fact]:
    """What the decision table "credit" asks about."""
    return {
        "grade": order.client.grade,
        "days_late": max(standing.oldest_days, 0),
        "overdue": standing.overdue,
        "total": order.total,
    }


def carried(gates: Gates, picking: Picking | None) -> Iterator[Refusal | Passed]:
    """A consent that was spent to pick covers the release of what was picked, unless the facts have become worse."""
    spent = Request.objects.filter(pk__in=picking.consents).select_related("decided_by") if picking else ()
    given = {request.consent: request for request in spent}
    for gate in gates:
        request = given.get(gate.consent) if isinstance(gate, Refusal) else None
        if (
            isinstance(gate, Refusal)
            and request
            and not worse(KINDS.consents[gate.consent], request.facts, facts_of(gate))
        ):
            told = _("{sentence} Allowed by {name}.").format(sentence=gate.sentence, name=request.decided_by)
            yield Passed(gate.code, told, gate.clause)
        else:
            yield gate


def escort_gate(order: Order) -> Gates:
    """The manager goes to the warehouse with a client who is in the office (W-1.3.7.3a)."""
    shipment = queries.prepared(order)
    if shipment and (name := escort_of(order, shipment)):
        sentence = _("{name} accompanies the client to the warehouse.")
        yield Passed("accompanied", sentence.format(name=name), "W-1.3.7.3a")


def escort_of(order: Order, shipment: Shipment) -> Staff | None:
    """Who accompanies the client: as noted at the cash desk, else the order's manager; None if the client is not here."""
    if order.source != Order.Source.OFFICE and not order.is_office_cash:
        return None
    cash_order = payments.cash_order_of(shipment)
    return (cash_order and cash_order.accompanied_by) or order.owner


def finish_gates(picking: Picking, lines: list[PickingLine], counted: Mapping[int, Decimal], *, by: Staff) -> Gates:
    """Every line is counted, none beyond what was asked, and something was found."""
    yield from right_gate(by, Right.PICK_GOODS)
    yield from status_gate(picking, Picking.OPEN)
    for line in lines:
        yield from count_gate(line, counted.get(line.pk))
    if not any(counted.get(line.pk) for line in lines):
        yield Refusal(
            "nothing_picked",
            _("Nothing was picked: return the request to the manager with the reason instead."),
        )


def count_gate(line: PickingLine, picked: Decimal | None) -> Gates:
    product = line.product
    if picked is None:
        yield Refusal(
            "not_counted",
            _("Line {no}: {product} is not counted yet.").format(no=line.no, product=product.name),
        )
    elif picked < 0:
        yield Refusal("negative", _("Line {no}: a quantity cannot be below zero.").format(no=line.no))
    elif picked > line.asked:
        sentence = _("Line {no}: {picked} of {product} is more than the {asked} {unit} that was asked for.")
        yield Refusal(
            "too_much",
            sentence.format(
                no=line.no,
                picked=qty(picked),
                product=product.name,
                asked=qty(line.asked),
                unit=product.get_unit_display(),
            ),
            facts={"picked": picked, "asked": line.asked},
        )
    elif not product.whole(picked):
        sentence = _("Line {no}: {product} is counted in whole units ({unit}).")
        yield Refusal("not_whole", sentence.format(no=line.no, product=product.name, unit=product.get_unit_display()))


def withdraw_gates(picking: Picking, *, by: Staff) -> Gates:
    """What has left the warehouse is not taken back from picking."""
    yield from right_gate(by, Right.SEND_TO_PICKING)
    shipment = Shipment.objects.filter(picking=picking).exclude(status=Shipment.Status.WITHDRAWN).first()
    if shipment and shipment.status != Shipment.Status.PREPARED:
        sentence = _("The goods have left with waybill {number} on {day}; they can only be returned.")
        on = shipment.released_at or shipment.changed_at
        yield Refusal("released", sentence.format(number=shipment.number, day=day(on)))


def cash_gates(shipment: Shipment, *, by: Staff) -> Gates:
    """The cash order is made for goods that are picked, of an order that is paid in cash (W-1.3.6.1a)."""
    yield from right_gate(by, Right.PREPARE_CASH)
    yield from status_gate(shipment, PREPARED)
    order = queries.order_of(shipment)
    if not order.is_office_cash:
        sentence = _("The order is paid by {method}; a cash order is made for orders paid in cash.")
        yield Refusal("not_cash", sentence.format(method=order.get_payment_method_display()))


def order_cash_gates(order: Order, *, by: Staff) -> Gates:
    """The same, asked about the order: before it is picked there is no sum to pay (W-1.3.6.1a)."""
    shipment = queries.prepared(order)
    if shipment is None:
        yield Refusal(
            "not_picked",
            _("The order is not picked yet: the cash order is made for what was really picked."),
            _("It opens by itself when the warehouse has picked the goods."),
            clause="W-1.3.6.1a",
        )
        return
    yield from cash_gates(shipment, by=by)
