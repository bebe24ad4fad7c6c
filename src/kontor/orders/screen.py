"""What the order screen shows beside the order: the client's standing, the road's steps, the gates, the last words."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kontor.approvals.queries import GatePanel, panel
from kontor.contacts import queries as contacts
from kontor.documents.models import Document
from kontor.documents.queries import chain
from kontor.documents.register import Action, register
from kontor.orders import queries
from kontor.orders.models import Order
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.receivables import queries as receivables

Status = Order.Status
AFTER_PICKING = (Status.PICKED, Status.SHIPPED, Status.COMPLETED)
HEAD_VERBS = 2  # how many verbs stand as buttons; the rest lie behind "…"


@dataclass(frozen=True)
class Screen:
    """Everything the page needs, asked for once: a constant number of queries whatever the number of lines."""

    order: Order
    positions: list[queries.Position]
    upsells: list[Any]
    exposure: receivables.Exposure
    late_by: Any
    last_said: Any
    papers: list[Document]
    panel: GatePanel | None
    verbs: list[Action]
    steps: list[tuple[str, str]]
    may_edit: bool
    sees_margin: bool

    @property
    def partly(self) -> bool:
        """Some of it has left and some is still to go."""
        return self.order.status != Status.COMPLETED and any(each.left for each in self.positions)

    @property
    def buttons(self) -> list[Action]:
        """The road's next verbs, the primary one last, where the hand expects it."""
        shown = [verb for verb in self.verbs if verb.tone != "danger"][:HEAD_VERBS]
        first = next((verb for verb in shown if verb.tone == "primary"), None)
        plain = [verb if verb is first else replace(verb, tone="") for verb in shown]
        return sorted(plain, key=lambda verb: verb.tone == "primary")

    @property
    def menu(self) -> list[Action]:
        shown = {verb.name for verb in self.buttons}
        return [verb for verb in self.verbs if verb.name not in shown]


def screen(order: Order, viewer: Staff, today: date) -> Screen:
    lines = list(order.lines.select_related("product", "instead_of"))
    editable = order.status == Status.DRAFT and viewer.may(Right.TAKE_ORDERS)
    papers = chain(order)
    return Screen(
        order=order,
        positions=queries.positions(order, lines, today),
        upsells=queries.upsells(order, lines) if editable else [],
        exposure=receivables.exposure(order.client),
        late_by=receivables.pays_on_average(order.client),
        last_said=contacts.last_words(order.client),
        papers=[paper for paper in papers if paper.pk != order.pk],
        panel=_gates(order, viewer, today),
        verbs=[verb for verb in register.open_to(order, viewer) if verb.name != "ship"],
        steps=steps(order, papers),
        may_edit=editable,
        sees_margin=viewer.may(Right.SEE_MARGIN),
    )


def _gates(order: Order, viewer: Staff, today: date) -> GatePanel | None:
    """The panel "why it cannot ship yet": the very gates of the verb `ship`, which an upper floor has entered."""
    ship = register.actions.get((order.kind, "ship"))
    if ship is None or ship.gates is None or order.status in (Status.SHIPPED, Status.COMPLETED, Status.CANCELLED):
        return None
    return panel(order, ship.gates(order, by=viewer), day=today, action="ship", by=viewer)


def steps(order: Order, papers: list[Document]) -> list[tuple[str, str]]:
    """The road of this order and where it stands: (name, "done" | "now" | "stopped" | "")."""
    if order.status == Status.CANCELLED:
        return [(_("Entered"), "done"), (_("Cancelled"), "stopped")]
    live = {paper.kind for paper in papers if paper.status not in register.kind(paper.kind).dead}
    paid = queries.unpaid(order) == 0 and order.total > 0
    placed = order.status != Status.DRAFT
    picked = order.status in AFTER_PICKING
    shipped = order.status in (Status.SHIPPED, Status.COMPLETED)
    invoiced = (_("Invoiced"), "invoice" in live)
    road = [(_("Entered"), bool(order.total)), (_("Reserved"), placed)]
    if order.is_office_cash:
        road += [(_("Picked"), picked), (_("Paid"), paid), (_("Issued"), shipped)]
    elif order.must_prepay:
        road += [invoiced, (_("Paid"), paid), (_("Picked"), picked), (_("Shipped"), shipped)]
    else:
        road += [invoiced, (_("Picked"), picked), (_("Shipped"), shipped), (_("Paid"), paid)]
    now = next((no for no, (_name, done) in enumerate(road) if not done), len(road))
    return [(name, "done" if done else "now" if no == now else "") for no, (name, done) in enumerate(road)]
