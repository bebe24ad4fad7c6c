"""What picking and shipping enter in the registers when the product starts."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from kontor.approvals import kinds as approvals
from kontor.approvals.tables import NOBODY, Column, Condition, Rule
from kontor.documents.register import Action, Kind, register
from kontor.duties import kinds as duties
from kontor.orders.gates import close_rest_gates
from kontor.orders.models import KIND as ORDER
from kontor.people.rights import Right
from kontor.shipments import actions, gates
from kontor.shipments.forms import ReasonForm, ReceiverForm, ReleaseForm
from kontor.shipments.models import PICKING, SHIPMENT, Picking, Shipment
from kontor.standards.rules import carries
from kontor.timeline import kinds as timeline
from kontor.timeline.kinds import EventKind

register.add_kind(
    Kind(
        PICKING, _("Picking request"), _("Picking requests"), "package-open", "kontor.shipments.models.Picking",
        "shipments:picking", Picking.Status, dead=frozenset({Picking.Status.RETURNED, Picking.Status.WITHDRAWN}),
        prefix="P", clauses=("W-1.3.9",),
    )
)  # fmt: skip
register.add_kind(
    Kind(
        SHIPMENT, _("Waybill"), _("Waybills"), "truck", "kontor.shipments.models.Shipment", "shipments:shipment",
        Shipment.Status, dead=frozenset({Shipment.Status.WITHDRAWN}), clauses=("W-1.3.7.3b",),
    )
)  # fmt: skip
STARTABLE = frozenset({Picking.Status.PASSED})
WITHDRAWABLE = Picking.OPEN | {Picking.Status.PICKED}
register.add(
    Action(
        ORDER, "pass_to_picking", _("Pass to picking"), actions.pass_to_picking, Right.SEND_TO_PICKING, gates.PLACED,
        gates.pick_gates, clauses=("W-1.3.9", "W-1.3.9.1"), icon="package-open", tone="primary", rank=30,
        done=_("The warehouse has request {number}."),
    ),
    Action(
        ORDER, "cash_order", _("Cash order for what was picked"), actions.cash_order_for_order, Right.PREPARE_CASH, gates.PICKED,
        gates.order_cash_gates, clauses=("W-1.3.6.1a", "W-1.3.6.1b"), icon="banknote", rank=35, opens=True,
        done=_("Cash order {number} waits at the cash desk."),
    ),
    Action(
        ORDER, "ship", _("Ship"), actions.ship, Right.RELEASE_GOODS, gates.PICKED, gates.ship_gates, ReleaseForm,
        ("W-1.3.7.3b", "W-1.3.9.1"), icon="truck", tone="primary", rank=40, opens=True, done=_("The goods of waybill {number} are handed over."),
    ),
    Action(
        ORDER, "close_rest", _("Do not deliver the rest"), actions.close_rest, Right.TAKE_ORDERS, gates.PLACED, close_rest_gates,
        ReasonForm, ("W-1.3.9.1",), icon="package-minus", tone="danger", rank=85, done=_("Order {number} is closed at what was shipped."),
    ),
    Action(
        PICKING, "start", _("Start picking"), actions.start_picking, Right.PICK_GOODS, STARTABLE, clauses=("W-1.3.9",),
        icon="play", tone="primary", rank=10,
    ),
    Action(
        PICKING, "return", _("Return to the manager"), actions.return_picking, Right.PICK_GOODS, Picking.OPEN, None, ReasonForm,
        ("W-1.3.9",), icon="undo-2", tone="danger", rank=80, done=_("The manager is told why."),
    ),
    Action(
        PICKING, "withdraw", _("Take back from the warehouse"), actions.withdraw, Right.SEND_TO_PICKING, WITHDRAWABLE,
        gates.withdraw_gates, ReasonForm, icon="undo-2", tone="danger", rank=90, done=_("Request {number} is taken back."),
    ),
    Action(
        SHIPMENT, "cash_order", _("Cash order"), actions.cash_order_for_picked, Right.PREPARE_CASH, gates.PREPARED, gates.cash_gates,
        clauses=("W-1.3.6.1a",), icon="banknote", rank=20, opens=True, done=_("Cash order {number} waits at the cash desk."),
    ),
    Action(
        SHIPMENT, "release", _("Hand over"), actions.release, Right.RELEASE_GOODS, gates.PREPARED, gates.release_gates, ReleaseForm,
        ("W-1.3.7.3b", "W-1.3.7.2", "W-1.3.7.3a"), about=lambda shipment: shipment.based_on, icon="truck", tone="primary", rank=10, done=_("The goods of waybill {number} are handed over."),
    ),
    Action(
        SHIPMENT, "deliver", _("Confirm the delivery"), actions.confirm_delivery, Right.SEND_TO_PICKING, gates.RELEASED, None,
        ReceiverForm, icon="package-check", tone="primary", rank=10, done=_("Waybill {number} is delivered."),
    ),
    Action(
        SHIPMENT, "withdraw", _("Withdraw"), actions.withdraw_waybill, Right.SEND_TO_PICKING, gates.PREPARED, None, ReasonForm,
        icon="undo-2", tone="danger", rank=90, done=_("Waybill {number} is withdrawn."),
    ),
)  # fmt: skip
timeline.add(
    EventKind(
        "picking.passed", "shipments", "package-open", _("Order {order} passed to picking"), "info", keeps=("W-1.3.9", "W-1.3.9.1"),
    ),
    EventKind("picking.started", "shipments", "play", _("Picking {number} started")),
    EventKind("picking.finished", "shipments", "package-check", _("Picking {number} finished"), "ok", _("Lines: {lines}, short: {short}.")),
    EventKind("picking.returned", "shipments", "undo-2", _("The warehouse returned picking {number}"), "warn", keeps=("W-1.3.9",)),
    EventKind("picking.withdrawn", "shipments", "undo-2", _("Picking {number} taken back")),
    EventKind(
        "shipment.prepared", "shipments", "receipt-text", _("Waybill {number} made"), "info", _("Order {order}"),
        amount=_("waybill"),
    ),
    EventKind(
        "shipment.released", "shipments", "truck", _("Goods left with waybill {number}"), "ok", _("Order {order} · taken by {receiver}"),
        amount=_("shipped"), keeps=("W-1.3.7.3b",),
    ),
    EventKind(
        "shipment.delivered", "shipments", "package-check", _("Waybill {number} delivered"), "ok", _("Received by {receiver}"),
        amount=_("delivered"),
    ),
    EventKind("shipment.withdrawn", "shipments", "undo-2", _("Waybill {number} withdrawn"), amount=_("waybill")),
)  # fmt: skip
duties.add(
    duties.DutyKind("settle_short_picking", _("Settle with the client what was not found"), "W-1.3.9.1", "package-x", "calls", by_tick=True),
    duties.DutyKind("settle_returned_picking", _("Settle what the warehouse returned"), "W-1.3.9", "undo-2", by_tick=True),
    duties.DutyKind("prepare_cash", _("Make the cash order for what was picked"), "W-1.3.6.1a", "banknote"),
    duties.DutyKind("confirm_delivery", _("Confirm the delivery"), "", "truck", "calls"),
)  # fmt: skip


def _most(figure: str) -> Condition:
    return Condition(at_most=Decimal(figure))


approvals.add_table(
    approvals.TableKind(
        "credit",
        _("Credit rules"),
        (
            Column("grade", _("Client class"), "choice"),
            Column("days_late", _("Overdue"), "days"),
            Column("overdue", _("Overdue"), "money"),
            Column("total", _("Order sum"), "money"),
        ),
        (
            Rule(
                "C-1", "office_head",
                {"grade": Condition(among=("A", "B")), "days_late": _most("14"), "overdue": _most("100000"), "total": _most("500000")},
                2, _("A day of payment named by the client"),
            ),
            Rule(
                "C-2", "wholesale_head", {"days_late": _most("30"), "total": _most("3000000")}, 4,
                _("A payment plan in writing"),
            ),
            Rule("C-3", "director", {"days_late": _most("60")}, 8),
            Rule("C-4", NOBODY, condition=_("Nothing leaves on debts older than 60 days")),
        ),
        clause="W-1.3.9.1",
    )
)  # fmt: skip
approvals.add(
    approvals.ConsentKind("pick_unpaid", _("Picking before payment"), "credit", ("unpaid", "overdue")),
    approvals.ConsentKind("ship_unpaid", _("Shipping before payment"), "credit", ("unpaid", "overdue")),
    approvals.ConsentKind("over_credit_limit", _("Shipping over the credit limit"), "credit", ("excess", "overdue")),
    approvals.ConsentKind("ship_overdue", _("Shipping with overdue debt"), "credit", ("overdue", "total")),
)
carries("W-1.3.7.3a", what="record", name="shipments.release", label=_("Accompanying manager on the issue"))
