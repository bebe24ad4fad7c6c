"""What procurement enters in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.documents.register import Action, Kind, register
from kontor.duties import kinds as duties
from kontor.people.rights import Right
from kontor.procurement import actions, gates
from kontor.procurement.forms import AcceptForm, ReasonForm, RefuseForm
from kontor.procurement.models import KIND, PurchaseRequest
from kontor.timeline import kinds as timeline
from kontor.timeline.kinds import EventKind

Status = PurchaseRequest.Status

register.add_kind(
    Kind(
        KIND,
        _("Purchase request"),
        _("Purchase requests"),
        "package-search",
        "kontor.procurement.models.PurchaseRequest",
        "procurement:request",
        Status,
        dead=frozenset({Status.REFUSED, Status.WITHDRAWN, Status.RECEIVED}),
        clauses=("W-1.3.8.1b", "W-1.3.8.2"),
    )
)
register.add(
    Action(
        KIND, "accept", _("Give the arrival date"), actions.accept, Right.BUY_GOODS, gates.ANSWERABLE, gates.answer_gates,
        AcceptForm, ("W-1.3.8.2",), icon="calendar", tone="primary", done=_("The manager sees the day."), rank=10,
    ),
    Action(
        KIND, "receive", _("Book in"), actions.receive, Right.BUY_GOODS, gates.ANSWERABLE, gates.answer_gates,
        clauses=("W-1.3.8.2",), icon="package-check", done=_("Booked in and held for the order."), rank=20,
    ),
    Action(
        KIND, "refuse", _("Cannot supply"), actions.refuse, Right.BUY_GOODS, gates.ANSWERABLE, gates.answer_gates,
        RefuseForm, ("W-1.3.8.2",), icon="x", tone="danger", done=_("The manager is told."), rank=90,
    ),
    Action(
        KIND, "withdraw", _("Withdraw"), actions.withdraw, Right.TAKE_ORDERS, gates.ANSWERABLE, None, ReasonForm,
        icon="undo-2", hidden=True,
    ),
)  # fmt: skip
timeline.add(
    EventKind(
        "purchase.requested", "orders", "package-search", _("Missing goods requested for {order}"), "warn",
        keeps=("W-1.3.8.1b",),
    ),
    EventKind(
        "purchase.accepted", "orders", "calendar", _("Purchasing expects the goods on {expected_on}"), "info",
        keeps=("W-1.3.8.2",),
    ),
    EventKind("purchase.refused", "orders", "x", _("Purchasing cannot get the goods"), "danger", keeps=("W-1.3.8.2",)),
    EventKind("purchase.received", "orders", "package-check", _("Missing goods arrived and are reserved"), "ok"),
    EventKind("purchase.withdrawn", "orders", "undo-2", _("Purchase request {number} withdrawn")),
)  # fmt: skip
duties.add(
    duties.DutyKind("answer_purchase_request", _("Answer a purchase request"), "W-1.3.8.2", "package-search"),
    duties.DutyKind(
        "settle_refused_goods",
        _("Agree with the client on goods we cannot supply"),
        "W-1.3.8.2",
        "phone",
        "calls",
        by_tick=True,
    ),
)
