"""The papers of closed orders as rows: head and own columns of each, as the actions would have written them."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from kontor.demo.actions.cast import Cast
from kontor.demo.actions.numbers import Numbers
from kontor.demo.actions.sheets import Book
from kontor.demo.actions.stories import Story
from kontor.demo.actions.words import AUTHORITY, DRIVERS
from kontor.demo.world import facts
from kontor.documents.models import Document
from kontor.invoices.models import KIND as INVOICE
from kontor.invoices.models import Invoice
from kontor.invoices.snapshot import buyer_of, seller_of
from kontor.kernel.money import money, total, vat_inside
from kontor.orders.models import KIND as ORDER
from kontor.orders.models import Line, Order
from kontor.payments.models import CASH_ORDER, CashOrder
from kontor.shipments.models import PICKING, SHIPMENT, Picking, Shipment
from kontor.standards.queries import whole

ZERO = Decimal(0)


@dataclass
class Papers:
    """Writes the papers of a story; `ids` finds a paper again by kind and order."""

    cast: Cast
    book: Book
    numbers: Numbers
    ids: dict[tuple[str, int], int] = field(default_factory=dict)
    seller: dict[str, Any] = field(init=False)
    buyers: dict[str, dict[str, Any]] = field(default_factory=dict)
    articles: dict[str, facts.Article] = field(init=False)
    valid_days: int = field(init=False)

    def __post_init__(self) -> None:
        self.seller = seller_of(self.cast.firm, self.cast.accounts[0])
        self.articles = {each.code: each for each in self.cast.world.goods.articles}
        self.valid_days = whole("invoice_valid_days", self.cast.world.today)

    def head(
        self,
        kind: str,
        key: int,
        story: Story,
        *,
        at: datetime,
        until: datetime,
        status: str,
        sum: Decimal = ZERO,
        based_on: int | None = None,
        by: int | None = None,
        version: int = 1,
    ) -> int:
        """The head of a paper: dated by its first moment, last changed at `until`."""
        pk = self.book.add(
            Document,
            kind=kind,
            number=self.numbers.of(kind, key),
            dated_on=at.date(),
            year=at.year,
            firm_id=self.cast.firm.pk,
            client_id=self.cast.clients[story.order.client].pk,
            office_id=story.office.pk,
            owner_id=story.owner.pk,
            status=status,
            total=sum,
            currency=self.cast.firm.currency,
            based_on_id=based_on,
            note=story.order.remark if kind == ORDER else "",
            version=version,
            created_at=at,
            changed_at=until,
            changed_by_id=by or story.owner.pk,
        )
        self.ids[kind, key] = pk
        return pk

    def vat(self, order: facts.Order, on: date) -> Decimal:
        """VAT inside the order's lines by the rates of a day."""
        products = self.cast.products
        return total(vat_inside(line.sum, self.cast.rate(products[line.article], on)) for line in order.lines)

    def order(self, story: Story) -> int:
        """The order with its lines."""
        order, card = story.order, self.cast.clients[story.order.client]
        last = story.cancelled or story.delivered or story.released or story.entered
        status = "cancelled" if story.cancelled else "completed" if story.delivered else "shipped"
        pk = self.head(ORDER, order.key, story, at=story.entered, until=last, status=status, sum=order.total, version=7)
        persons = self.cast.persons[order.client]
        buyer = next((each for each in persons if each.duty == "decides"), persons[0])
        goods = [(self.cast.products[line.article], line) for line in order.lines]
        self.book.add(
            Order,
            document_id=pk,
            source=order.source,
            received_at=story.entered,
            request_text="",
            contact_id=buyer.pk,
            warehouse_id=self.cast.warehouses[order.warehouse].pk,
            level_id=card.price_level_id,
            payment_order=card.payment_order,
            payment_method="cash" if story.cash else "bank",
            prepay_percent=card.prepay_percent,
            credit_days=card.credit_days,
            delivery_method="pick_up" if story.collects else "own_transport",
            delivery_address=card.delivery_address,
            wanted_on=None,
            vat=self.vat(order, order.day),
            cost=money(sum((product.cost * line.quantity for product, line in goods), ZERO)),
            weight=sum((product.weight * line.quantity for product, line in goods), ZERO),
            placed_at=story.placed,
            completed_at=story.delivered,
            cancelled_why=order.reason[:250],
        )
        self._lines(story, pk)
        return pk

    def _lines(self, story: Story, pk: int) -> None:
        cast, order = self.cast, story.order
        card = cast.cards[order.client]
        for no, line in enumerate(order.lines, start=1):
            product = cast.products[line.article]
            rate = cast.rate(product, order.day)
            self.book.add(
                Line,
                order_id=pk,
                no=no,
                product_id=product.pk,
                quantity=line.quantity,
                list_price=self.articles[line.article].prices[card.level - 1],
                price_source="level",
                discount=line.discount,
                price=line.price,
                sum=line.sum,
                vat_percent=rate,
                vat=vat_inside(line.sum, rate),
                cost=product.cost,
                shipped=line.quantity if story.released else ZERO,
            )

    def invoice(self, story: Story, order_id: int, at: datetime) -> int:
        """The invoice: sent, paid some day; of a cancelled order withdrawn."""
        order, account = story.order, self.cast.accounts[0]
        on = at.date()
        valid = self.cast.calendar(story.office).add_workdays(on, self.valid_days)
        status = "withdrawn" if story.cancelled else "sent" if story.sent else "issued"
        pk = self.head(
            INVOICE, order.key, story, at=at, until=story.cancelled or story.sent or at, status=status, sum=order.total,
            based_on=order_id, version=2,
        )  # fmt: skip
        self.book.add(
            Invoice,
            document_id=pk,
            account_id=account.pk,
            vat=self.vat(order, order.day),
            valid_until=valid,
            expected_on=None,
            paper=self._snapshot(story),
        )
        return pk

    def _snapshot(self, story: Story) -> dict[str, Any]:
        """What the invoice says, as `invoices.snapshot` keeps it."""
        cast, order = self.cast, story.order
        if order.client not in self.buyers:
            self.buyers[order.client] = buyer_of(cast.clients[order.client])
        level = cast.cards[order.client].level
        rows = []
        for line in order.lines:
            product = cast.products[line.article]
            price, rate = self.articles[line.article].prices[level - 1], cast.rate(product, order.day)
            values = (
                product.name, product.article, product.unit, line.quantity, price, line.discount, line.sum, rate,
                vat_inside(line.sum, rate),
            )  # fmt: skip
            rows.append([str(value) for value in values])
        number = self.numbers.of(ORDER, order.key)
        return {"seller": self.seller, "buyer": self.buyers[order.client], "order": number, "lines": rows}

    def picking(self, story: Story, order_id: int, passed: datetime, picked: datetime) -> int:
        order = story.order
        pk = self.head(
            PICKING, order.key, story, at=passed, until=picked, status="picked", based_on=order_id,
            by=story.keeper.pk, version=3,
        )  # fmt: skip
        self.book.add(
            Picking,
            document_id=pk,
            warehouse_id=self.cast.warehouses[order.warehouse].pk,
            wanted_on=None,
            urgent=order.source == "office",
            keeper_id=story.keeper.pk,
            started_at=story.started,
            picked_at=picked,
            consents=[],
        )
        return pk

    def shipment(self, story: Story, order_id: int, picking_id: int, picked: datetime, released: datetime) -> int:
        """The waybill, made when the goods were picked, with who took them and by which right."""
        order, cast, card = story.order, self.cast, self.cast.clients[story.order.client]
        dice = cast.dice("waybill", order.key)
        pk = self.head(
            SHIPMENT, order.key, story, at=picked, until=story.delivered or released, sum=order.total, based_on=order_id,
            status="delivered" if story.delivered else "released", by=story.keeper.pk, version=3,
        )  # fmt: skip
        persons = cast.persons[order.client]
        receiver = next((each for each in persons if each.duty == "receives"), persons[0])
        day = released - timedelta(days=dice.randint(1, 25))
        authority = AUTHORITY[cast.world.lang].format(no=dice.randint(3, 218), day=f"{day:%d.%m.%Y}")
        self.book.add(
            Shipment,
            document_id=pk,
            picking_id=picking_id,
            warehouse_id=cast.warehouses[order.warehouse].pk,
            vat=self.vat(order, picked.date()),
            delivery_method="pick_up" if story.collects else "own_transport",
            address=card.delivery_address,
            carrier="" if story.collects else dice.choice(DRIVERS[cast.world.lang]),
            receiver=receiver.name,
            authority=authority if story.collects and not story.cash else "",
            accompanied_by_id=story.owner.pk if order.source == "office" else None,
            released_by_id=story.keeper.pk,
            released_at=released,
            delivered_at=story.delivered,
            delivered_by_id=(story.keeper.pk if story.collects else story.owner.pk) if story.delivered else None,
        )
        return pk

    def cash_order(self, story: Story, order_id: int, shipment_id: int, cashed: datetime, basis: str) -> int:
        """The cash receipt order for what was picked, received by the cashier."""
        order, card = story.order, self.cast.clients[story.order.client]
        cashier = self.cast.one("cashier")
        pk = self.head(
            CASH_ORDER, order.key, story, at=cashed, until=story.received or cashed, status="received", sum=order.total,
            based_on=shipment_id, by=cashier.pk, version=2,
        )  # fmt: skip
        self.book.add(
            CashOrder,
            document_id=pk,
            order_id=order_id,
            payer=card.full_name[:250],
            basis=basis[:250],
            vat=self.vat(order, cashed.date()),
            accompanied_by_id=story.owner.pk,
            received_by_id=cashier.pk,
            received_at=story.received,
        )
        return pk
