"""The closed past: what was recorded, charged and due for every order that is done."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kontor.demo.actions.cast import Cast
from kontor.demo.actions.diary import Diary
from kontor.demo.actions.exceptions import Exceptions
from kontor.demo.actions.papers import Papers
from kontor.demo.actions.sheets import Book
from kontor.demo.actions.stories import Story
from kontor.documents.models import Document
from kontor.invoices.models import Invoice, Sending
from kontor.orders.models import Order
from kontor.receivables.models import Allocation, Entry
from kontor.shipments.models import Shipment


class History:
    """Writes closed stories: papers, events, duties, the charge."""

    def __init__(self, cast: Cast, book: Book, papers: Papers) -> None:
        self.cast, self.book, self.papers = cast, book, papers
        self.diary = Diary(cast, book)
        source = {value: str(label) for value, label in Order.Source.choices}
        self.source = source
        self.way = str(Sending.Way.EMAIL.label)

    def write(self, story: Story, exceptions: Exceptions) -> None:
        """One closed order, from the client's call to the goods in his yard, or to its cancellation."""
        order, number = story.order, self.papers.numbers.of("order", story.key)
        pk = self.papers.order(story)
        exceptions.write(story, pk, self._margin())
        self._told(story, "order.entered", story.entered, pk, source=self.source[order.source])
        if story.placed:
            self._told(story, "order.placed", story.placed, pk, order.total, lines=len(order.lines), short=0)
        if story.invoiced:
            self._invoiced(story, pk, story.invoiced, number)
        if story.cancelled:
            self._told(story, "order.cancelled", story.cancelled, pk, order.total, said=order.reason)
        elif story.passed and story.picked and story.released:
            self._shipped(story, pk, number, story.passed, story.picked, story.released)

    def _margin(self) -> Decimal:
        """Margin in percent of the order that was added last."""
        order = Order(
            **{name: self.book.last(Order, name) for name in ("vat", "cost")}, total=self.book.last(Document, "total")
        )
        return order.margin or Decimal(0)

    def _told(
        self,
        story: Story,
        kind: str,
        at: datetime,
        paper: int,
        amount: Decimal | None = None,
        by: int | None = None,
        **facts: Any,
    ) -> int:
        client = self.cast.clients[story.order.client].pk
        return self.diary.record(
            kind, at, by=by or story.owner.pk, document=paper, client=client, amount=amount, **facts
        )

    def _owed(self, story: Story, kind: str, paper: int, arose: datetime, due: datetime, **how: Any) -> None:
        client = self.cast.clients[story.order.client].pk
        self.diary.duty(kind, story.owner.pk, arose, due, document=paper, client=client, **how)

    def _invoiced(self, story: Story, order_id: int, at: datetime, number: str) -> None:
        """The invoice, its sending, and the call about the day of payment that it asks for (W-1.3.2.2)."""
        order, calendar = story.order, self.cast.calendar(story.office)
        pk = self.papers.invoice(story, order_id, at)
        self._told(story, "invoice.issued", at, pk, order.total, order=number)
        if story.sent is None:
            return
        to = self.cast.clients[order.client].email
        self.book.add(
            Sending, invoice_id=pk, way="email", address=to, letter_id=None, by_id=story.owner.pk, at=story.sent
        )
        self._told(story, "invoice.sent", story.sent, pk, order.total, way=self.way, to=to)
        paid = order.advance_on if order.advance else order.paid_on
        due = calendar.due_in(story.sent, workdays=1)
        expected = order.due if order.terms == "partial" else paid or order.due
        if story.called and story.called > self.cast.now:
            self._owed(story, "call_payment_date", pk, story.sent, due, amount=order.total)
        elif story.called and expected and story.called.date() <= expected and not story.cancelled:
            proof = self._told(story, "invoice.date_named", story.called, pk, expected_on=expected)
            self._owed(
                story, "call_payment_date", pk, story.sent, due, amount=order.total, done=story.called, proof=proof
            )
            self.book.amend(Invoice, expected_on=expected)
        else:
            void = story.cancelled or (calendar.closing(paid) if paid else None)
            self._owed(story, "call_payment_date", pk, story.sent, due, amount=order.total, void=void or due)
        if story.cancelled:
            self._told(story, "invoice.withdrawn", story.cancelled, pk, order.total, said=order.reason)

    def _shipped(
        self, story: Story, order_id: int, number: str, passed: datetime, picked: datetime, released: datetime
    ) -> None:
        """Picking, waybill, cash, release, delivery."""
        order, keeper = story.order, story.keeper.pk
        picking = self.papers.picking(story, order_id, passed, picked)
        proof = self._told(story, "picking.passed", passed, picking, order=number, lines=len(order.lines))
        self._was_to_pass(story, order_id, passed, proof)
        if story.started:
            self._told(story, "picking.started", story.started, picking, by=keeper)
        shipment = self.papers.shipment(story, order_id, picking, picked, released)
        self._told(story, "picking.finished", picked, picking, by=keeper, lines=len(order.lines), short=0)
        self._told(story, "shipment.prepared", picked, shipment, order.total, by=keeper, order=number)
        if story.cashed and story.received:
            self._cashed(story, order_id, shipment, number, story.cashed, story.received)
        name = self.book.last(Shipment, "receiver")
        self._told(story, "shipment.released", released, shipment, order.total, by=keeper, order=number, receiver=name)
        self._charge(story, order_id, shipment, released)
        if not story.collects:
            calendar = self.cast.calendar(story.office)
            due = calendar.due_in(released, workdays=1)
            self._owed(story, "confirm_delivery", shipment, released, due, amount=order.total, done=story.delivered)
        if story.delivered:
            by = keeper if story.collects else None
            self._told(story, "shipment.delivered", story.delivered, shipment, order.total, by=by, receiver=name)
            self._told(story, "order.completed", story.delivered, order_id, order.total, by=by)

    def _was_to_pass(self, story: Story, order_id: int, passed: datetime, proof: int) -> None:
        """A paid order was to be passed on by the end of the day on which the money was seen (W-1.3.9.1)."""
        advance = story.order.advance_on
        if not advance or not story.order.advance:
            return
        calendar = self.cast.calendar(story.office)
        seen = calendar.closing(calendar.next_workday(advance)) - timedelta(hours=8, minutes=22)
        due = calendar.end_of_workday(seen)
        self._owed(story, "pass_to_picking", order_id, seen, due, amount=story.order.total, done=passed, proof=proof)

    def _cashed(
        self, story: Story, order_id: int, shipment: int, number: str, cashed: datetime, received: datetime
    ) -> None:
        """The picked sum paid in cash: order, money, mark, what it pays (W-1.3.6.1a, W-1.3.7.2)."""
        order, calendar, cashier = story.order, self.cast.calendar(story.office), self.cast.one("cashier").pk
        waybill = self.papers.numbers.of("shipment", order.key)
        basis = _("Order {order}, waybill {waybill}").format(order=number, waybill=waybill)
        pk = self.papers.cash_order(story, order_id, shipment, cashed, basis)
        due = calendar.end_of_workday(cashed)
        self._owed(story, "prepare_cash", order_id, story.picked or cashed, due, amount=order.total, done=cashed)
        self._told(story, "cash.prepared", cashed, pk, order.total, order=number)
        proof = self._told(
            story, "cash.received", received, pk, order.total, by=cashier, accompanied_by=story.owner.name
        )
        self._owed(story, "accompany_to_cash_desk", pk, cashed, due, amount=order.total, done=received, proof=proof)
        client = self.cast.clients[order.client].pk
        self._enter("payment", client, pk, -order.total, received)
        self.book.add(
            Allocation, payment_id=pk, order_id=order_id, invoice_id=None, client_id=client, amount=order.total,
            on=received.date(), by_id=cashier, at=received,
        )  # fmt: skip

    def _charge(self, story: Story, order_id: int, shipment: int, at: datetime) -> None:
        card = self.cast.clients[story.order.client]
        due_on = at.date() + timedelta(days=card.credit_days)
        self._enter("charge", card.pk, shipment, story.order.total, at, order_id=order_id, due_on=due_on)

    def _enter(
        self,
        kind: str,
        client: int,
        paper: int,
        amount: Decimal,
        at: datetime,
        order_id: int | None = None,
        due_on: Any = None,
    ) -> None:
        self.book.add(
            Entry, client_id=client, firm_id=self.cast.firm.pk, kind=kind, document_id=paper, order_id=order_id,
            amount=amount, on=at.date(), due_on=due_on, at=at,
        )  # fmt: skip
