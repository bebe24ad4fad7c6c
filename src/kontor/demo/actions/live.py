"""The last days, played by the real actions: every paper that a user will touch has passed every rule."""

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count

from kontor.approvals import actions as approvals
from kontor.approvals.gates import decision_gates
from kontor.approvals.models import Request
from kontor.demo.actions.bank import Bank
from kontor.demo.actions.cast import Cast
from kontor.demo.actions.clock import clock_shows, minutes
from kontor.demo.actions.goods import expected_goods
from kontor.demo.actions.stories import Story
from kontor.demo.actions.words import ANSWERS, ASKING, CHEAPER, MISSING
from kontor.demo.world import facts
from kontor.demo.world.days import after
from kontor.documents.register import register
from kontor.invoices import actions as invoices
from kontor.invoices.models import Invoice
from kontor.kernel.refusals import Refusal, Refused
from kontor.orders import actions as orders
from kontor.orders.gates import place_gates
from kontor.orders.models import Order
from kontor.orders.queries import margin_floor
from kontor.payments import actions as payments
from kontor.payments.models import PAYMENT, BankLine
from kontor.people.models import Staff
from kontor.people.queries import deciders
from kontor.procurement import actions as procurement
from kontor.procurement.models import PurchaseRequest
from kontor.shipments import actions as shipments
from kontor.shipments.models import Picking, Shipment
from kontor.stock import actions as stock

Step = Callable[[], None]
EXCEPTIONS = ("ship_overdue", "over_credit_limit", "pick_unpaid")


class Live:
    """An agenda: steps by their moments, each done with the wall clock at its moment."""

    def __init__(self, cast: Cast, bank: Bank) -> None:
        self.cast, self.bank, self.numbers = cast, bank, bank.papers.numbers
        self.agenda: list[tuple[datetime, int, int, Step]] = []
        self.places = count()
        self.orders: dict[int, Order] = {}
        self.invoices: dict[int, Invoice] = {}
        self.pickings: dict[int, Picking] = {}
        self.shipments: dict[int, Shipment] = {}
        self.stuck: set[int] = set()

    def play(self, stories: list[Story]) -> None:
        """Carry every order to where it stands this morning."""
        for story in stories:
            self._enter(story)
        for place, (payment, line, at) in enumerate(self.bank.waiting):
            self._at(at, -1 - place, lambda p=payment, ln=line, at=at, k=-1 - place: self._pay(p, ln, at, k))  # type: ignore[misc]
        while self.agenda:
            at, key, _place, step = heapq.heappop(self.agenda)
            with clock_shows(at):
                if key not in self.stuck:
                    self._do(key, step)
        self._await_goods()

    def _do(self, key: int, step: Step) -> None:
        """A refused step leaves the order where it is: it waits there with its reasons, as it would in life."""
        try:
            step()
        except Refused:
            self.stuck.add(key)

    def _at(self, at: datetime, key: int, step: Step) -> None:
        heapq.heappush(self.agenda, (at, key, next(self.places), step))

    # ---- an order's road

    def _enter(self, story: Story) -> None:
        """Every step that the order has behind it."""
        order = story.order
        self._at(story.entered, story.key, lambda: self._start(story))
        if order.asked == "discount":
            self._at(story.later(9), story.key, lambda: self._ask_discount(story))
            return
        if story.placed:
            placed = story.placed
            self._at(placed, story.key, lambda: self._place(story, placed))
        if story.invoiced:
            invoiced = story.invoiced
            self._at(invoiced, story.key, lambda: self._invoice(story, invoiced))
        if story.sent:
            sent = story.sent
            self._at(sent, story.key, lambda: self._send(story, sent))
        if story.called and story.called < story.until and story.key % 5 < 3:
            called = story.called
            self._at(called, story.key, lambda: self._name_day(story, called))
        if order.stage == "asked":
            self._at(story.later(40), story.key, lambda: self._ask_to_ship(story))
        if story.passed:
            passed = story.passed
            self._at(passed, story.key, lambda: self._pass(story, passed))
        if story.started:
            started = story.started
            self._at(started, story.key, lambda: self._begin(story, started))
        if story.picked:
            picked = story.picked
            self._at(picked, story.key, lambda: self._finish(story, picked))
        if story.cashed and story.key % 2:
            cashed = story.cashed
            self._at(cashed, story.key, lambda: self._cash(story, cashed))

    def _start(self, story: Story) -> None:
        """The draft with its lines."""
        order, by = story.order, story.owner
        self.numbers.turn_to("order", story.key)
        draft = orders.start(
            self.cast.clients[order.client],
            by=by,
            at=story.entered,
            source=order.source,
            warehouse=self.cast.warehouses[order.warehouse],
        )
        persons = self.cast.persons[order.client]
        buyer = next((each for each in persons if each.duty == "decides"), persons[0])
        method = "pick_up" if story.collects else draft.delivery_method
        draft = orders.set_head(draft, by=by, note=order.remark, contact=buyer, delivery_method=method)
        rows = "\n".join(f"{line.article}\t{line.quantity}" for line in order.lines)
        draft = orders.paste(draft, rows, by=by, on=order.day, language="en")
        cheaper = {line.article: line.discount for line in order.lines if line.discount}
        for line in draft.lines.select_related("product"):
            if discount := cheaper.get(line.product.article):
                draft = orders.set_line(draft, line.pk, by=by, discount=discount)
        self.orders[story.key] = draft

    def _fresh(self, story: Story) -> Order:
        found: Order = Order.objects.select_related("client", "owner", "office", "firm", "warehouse").get(
            pk=self.orders[story.key].pk
        )
        return found

    def _place(self, story: Story, at: datetime) -> None:
        """Reserve; a margin below the floor has been allowed before."""
        order = self._fresh(story)
        if _refused(place_gates(order, by=story.owner, on=order.dated_on), "margin_below_floor"):
            request = self._ask(order, "place", "margin_below_floor", story.owner, story.later(1))
            if request:
                self._approve(request, story.later(2))
        self.orders[story.key] = orders.place(order, by=story.owner, at=at)

    def _invoice(self, story: Story, at: datetime) -> None:
        self.numbers.turn_to("invoice", story.key)
        self.invoices[story.key] = invoices.issue(self._fresh(story), by=story.owner, at=at)

    def _send(self, story: Story, at: datetime) -> None:
        to = self.cast.clients[story.order.client].email
        invoices.send(self.invoices[story.key], by=story.owner, at=at, way="email", address=to)

    def _name_day(self, story: Story, at: datetime) -> None:
        """The call after the invoice: the client names the day."""
        day = after(max(at.date(), self.cast.world.today), story.key % 3)
        if not story.order.advance_on:
            invoices.note_payment_date(self.invoices[story.key], by=story.owner, at=at, expected_on=day)

    def _pay(self, payment: facts.Payment, line: int, at: datetime, key: int) -> None:
        """The morning's booking of money for orders under way."""
        client = self.cast.clients[payment.client]
        ids = self.bank.papers.ids
        parts = [(self._paper(order, ids), amount) for order, amount in payment.parts]
        self.numbers.turn_to(PAYMENT, key)
        payments.book(BankLine.objects.get(pk=line), client, parts, by=client.owner, at=at)

    def _paper(self, order: int, ids: dict[tuple[str, int], int]) -> int:
        if order in self.invoices:
            return int(self.invoices[order].pk)
        if order in self.orders:
            return int(self.orders[order].pk)
        return ids.get(("invoice", order)) or ids["order", order]

    def _pass(self, story: Story, at: datetime) -> None:
        self.pickings[story.key] = shipments.pass_to_picking(self._fresh(story), by=story.owner, at=at)

    def _begin(self, story: Story, at: datetime) -> None:
        shipments.start_picking(self.pickings[story.key], by=story.keeper, at=at)

    def _finish(self, story: Story, at: datetime) -> None:
        picking = self.pickings[story.key]
        counted = {line.pk: line.asked for line in picking.lines.all()}
        self.shipments[story.key] = shipments.finish_picking(picking, counted, by=story.keeper, at=at)

    def _cash(self, story: Story, at: datetime) -> None:
        """The cash order is made, the client is on the way to the cash desk."""
        shipments.cash_order_for_picked(self.shipments[story.key], by=story.owner, at=at)

    # ---- exceptions

    def _ask_discount(self, story: Story) -> None:
        """A discount below the floor, asked for in the client's own argument."""
        order, by = self._fresh(story), story.owner
        for discount in range(4, 20):
            if order.margin is not None and order.margin < margin_floor(order.dated_on) - 1:
                break
            for line in order.lines.all():
                order = orders.set_line(order, line.pk, by=by, discount=Decimal(discount))
        self._ask(order, "place", "margin_below_floor", by, story.later(9))

    def _ask_to_ship(self, story: Story) -> None:
        """An exception for whatever closes the way to the warehouse."""
        for consent in EXCEPTIONS:
            if self._ask(self._fresh(story), "pass_to_picking", consent, story.owner, story.later(40)):
                return

    def _ask(self, order: Order, action: str, consent: str, by: Staff, at: datetime) -> Request | None:
        """The request, unless nothing of the kind stands in the way."""
        if not _refused(register.action("order", action).refusals(order, by), consent):
            return None
        lang = self.cast.world.lang
        cheaper = CHEAPER[lang]
        reason = ASKING[consent][lang] if consent in ASKING else cheaper[order.pk % len(cheaper)]
        return approvals.ask(order, action, consent, by=by, reason=reason, at=at)

    def _approve(self, request: Request, at: datetime) -> None:
        answer = ANSWERS[self.cast.world.lang][request.pk % 4]
        day = at.date()
        for head in deciders([request.decides], day):
            if not _refused(decision_gates(request, "approved", by=head, answer=answer, day=day, valid_until=None)):
                approvals.decide(request, "approved", by=head, answer=answer, at=at)
                return

    # ---- goods

    def _await_goods(self) -> None:
        """What suppliers bring, and purchasing's answers to a part of the requests."""
        for warehouse, days in expected_goods(self.cast).items():
            for day, goods in days.items():
                stock.expect(None, self.cast.warehouses[warehouse], goods, day)
        for place, request in enumerate(PurchaseRequest.objects.order_by("created_at")):
            if place % 2 == 0:
                self._answer(request, place // 2)

    def _answer(self, request: PurchaseRequest, place: int) -> None:
        """Purchasing names the day of arrival within the hour."""
        at = min(minutes(request.created_at.astimezone(self.bank.zone), 50), self.cast.now - timedelta(minutes=3))
        day = after(self.cast.world.today, 2 + place)
        words = MISSING[self.cast.world.lang][place % 3]
        with clock_shows(at):
            buyer = self.cast.one("purchasing")
            procurement.accept(request, by=buyer, at=at, expected_on=day, answer=words)


def _refused(gates: object, consent: str = "") -> bool:
    """Whether one of the gates refuses, with this consent as its key if one is named."""
    found = [gate for gate in gates if isinstance(gate, Refusal)]  # type: ignore[attr-defined]
    return any(not consent or gate.consent == consent for gate in found)
