"""What orders enter in the registers when the product starts."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from kontor.approvals import kinds as approvals
from kontor.approvals.tables import Column, Condition, Rule
from kontor.documents.register import Action, Kind, register
from kontor.orders import actions, gates
from kontor.orders.forms import ReasonForm
from kontor.orders.models import KIND, Order
from kontor.people.rights import Right
from kontor.timeline import kinds as timeline
from kontor.timeline.kinds import EventKind

Status = Order.Status
PLACED = frozenset({Status.PLACED})

register.add_kind(
    Kind(
        KIND, _("Order"), _("Orders"), "file-text", "kontor.orders.models.Order", "orders:order", Status,
        dead=frozenset({Status.CANCELLED}), clauses=("W-1.3.4", "W-1.3.2.1a"),
    )
)  # fmt: skip
register.add(
    Action(
        KIND, "place", _("Reserve"), actions.place, Right.TAKE_ORDERS, gates.DRAFT, gates.place_gates,
        clauses=("W-1.3.8.1a", "W-1.3.8.1b"), icon="package-check", tone="primary", rank=10,
        done=_("Order {number} is placed, the goods are reserved."),
    ),
    Action(
        KIND, "reopen", _("Change the order"), actions.reopen, Right.TAKE_ORDERS, PLACED, None, ReasonForm,
        ("W-1.3.4",), icon="pencil", rank=80, done=_("Order {number} can be changed; its goods stay held."),
    ),
    Action(
        KIND, "cancel", _("Cancel the order"), actions.cancel, Right.TAKE_ORDERS, gates.CANCELLABLE, gates.cancel_gates,
        ReasonForm, icon="x", tone="danger", rank=99, done=_("Order {number} is cancelled."),
    ),
)  # fmt: skip
timeline.add(
    EventKind(
        "order.entered", "orders", "file-text", _("Order {number} entered"), "info", _("The request came {source}."),
        keeps=("W-1.3.4", "W-1.3.2.1a"),
    ),
    EventKind(
        "order.placed", "orders", "package-check", _("Order {number} placed, the goods are reserved"), "info",
        amount=_("order"), keeps=("W-1.3.8.1a",),
    ),
    EventKind("order.reopened", "orders", "pencil", _("Order {number} reopened for a change"), "warn"),
    EventKind("order.cancelled", "orders", "x", _("Order {number} cancelled"), "danger", amount=_("order")),
    EventKind(
        "order.rest_closed", "orders", "package-minus", _("The rest of order {number} is not delivered"), "warn",
        _("{left_out} left out."), amount=_("order"),
    ),
    EventKind("order.completed", "orders", "circle-check", _("Order {number} completed"), "ok", amount=_("order")),
)  # fmt: skip


def _least(figure: str) -> Condition:
    return Condition(at_least=Decimal(figure))


def _most(figure: str) -> Condition:
    return Condition(at_most=Decimal(figure))


approvals.add_table(
    approvals.TableKind(
        "discounts",
        _("Discount rules"),
        (
            Column("grade", _("Client class"), "choice"),
            Column("margin", _("Margin"), "percent", Right.SEE_MARGIN),
            Column("days_late", _("Overdue"), "days"),
            Column("total", _("Order sum"), "money"),
        ),
        (
            Rule(
                "D-1",
                "key_account_manager",
                {
                    "grade": Condition(among=("A", "B")),
                    "margin": _least("10"),
                    "days_late": _most("5"),
                    "total": _most("500000"),
                },
                2,
                _("Reason in words"),
            ),
            Rule(
                "D-2",
                "office_head",
                {"margin": _least("8"), "days_late": _most("30"), "total": _most("3000000")},
                4,
                _("Reason and proof of the competing offer"),
            ),
            Rule(
                "D-3",
                "wholesale_head",
                {"margin": _least("3")},
                8,
                _("Only goods in stock longer than 180 days"),
            ),
            Rule("D-4", "director", {"margin": _least("0")}, 8),
            Rule("D-5", "nobody", condition=_("Nothing is sold below cost")),
        ),
    )
)
approvals.add_table(
    approvals.TableKind(
        "order_exceptions",
        _("Exceptions on an order"),
        (Column("total", _("Order sum"), "money"),),
        (
            Rule("E-1", "office_head", {"total": _most("300000")}, 4),
            Rule("E-2", "wholesale_head", {}, 8),
        ),
    )
)
approvals.add(
    approvals.ConsentKind(
        "margin_below_floor",
        _("Discount below the floor"),
        "discounts",
        ("days_late", "total"),
        ("margin",),
        headline=_("margin {margin} on {total}"),
    ),
    approvals.ConsentKind("other_payment_method", _("Another way of payment"), "order_exceptions", ("total",)),
    approvals.ConsentKind("cancel_paid_order", _("Cancelling a paid order"), "order_exceptions", ("paid",)),
)
