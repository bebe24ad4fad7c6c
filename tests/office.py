"""A small office in the middle of a day: a colleague in every role, and a paper in every tray.

Made through actions, as users make it, so that its books are whole. The smoke test and the browser walk in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from kontor.approvals import actions as approvals
from kontor.catalog.models import Product
from kontor.contacts.tests.make import make_contact, make_plan
from kontor.debts import actions as debts
from kontor.debts.tests.make import make_debt
from kontor.documents.register import register
from kontor.duties.tests.make import make_duty
from kontor.invoices import actions as invoices
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.models import Client
from kontor.parties.tests.make import make_client, make_firm, make_person
from kontor.payments import actions as payments
from kontor.payments.queries import Span
from kontor.payments.tests.make import statement
from kontor.people.models import Staff
from kontor.people.roles import BUILT_IN
from kontor.people.tests.make import make_staff
from kontor.shipments import actions as shipments
from kontor.shipments.tests.make import CASH, make_picking, pick

NAMES = {
    "sales_manager": "Anna Lindqvist", "office_head": "Maria Petrova", "wholesale_head": "Pavel Gromov",
    "director": "Dmitry Orlov", "accountant": "Vera Kim", "cashier": "Olga Lapteva", "warehouse": "Ivan Sidorov",
    "purchasing": "Lev Markin", "admin": "Nina Belova", "back_office": "Svetlana Rudenko",
    "key_account_manager": "Oleg Tarasov",
}  # fmt: skip


@dataclass
class Office:
    """Who works here and what lies on the tables."""

    staff: dict[str, Staff]
    goods: list[Product]
    clients: dict[str, Client] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)

    def __getitem__(self, role: str) -> Staff:
        return self.staff[role]

    @property
    def manager(self) -> Staff:
        return self.staff["sales_manager"]


def open_office() -> Office:
    """Staff, goods and clients: enough to begin a day."""
    make_firm()
    office = Office({code: make_staff(code, name=NAMES[code]) for code in BUILT_IN}, _goods())
    for name, tax_id, city in (("Okna Volgi", "6950123453", "Tver"), ("Stroymaster Plus", "5007654322", "Dmitrov")):
        client = make_client(
            name, owner=office.manager, tax_id=tax_id, full_name=f"OOO {name}", city=city, language="ru", grade="B",
            email=f"buh@{name.split()[0].lower()}.example", payment_methods=["bank", "cash"],
        )  # fmt: skip
        make_person(client, "Irina Fomina", "+74822550112")
        office.clients[name] = client
    return office


def _goods() -> list[Product]:
    named = (
        ("Rotary hammer HD-2600", 8460),
        ("Wood screw 4×50", 120),
        ("Anchor bolt 10×100", 45),
        ("Bitumen mastic", 990),
    )
    return [make_goods(price, name=name, stock=200, cost=price // 2)[0] for name, price in named]


def living_office() -> Office:
    """The same in the middle of the day."""
    office = open_office()
    _sell(office)
    _collect(office)
    _talk(office)
    return office


def _order(office: Office, name: str, *lines: tuple[int, int], **terms: object) -> Order:
    client = office.clients[terms.pop("client", "Okna Volgi")]  # type: ignore[index]
    wanted = [(office.goods[no], quantity) for no, quantity in lines]
    office.orders[name] = make_order(wanted, client=client, by=office.manager, **terms)
    return office.orders[name]


def _sell(office: Office) -> None:
    """An order at every place of the road, one short of goods, one waiting for a consent."""
    manager, now = office.manager, timezone.now()
    _order(office, "draft", (0, 2), (1, 40))
    short = orders.place(_order(office, "short", (3, 500)), by=manager, at=now)
    assert short.status == Order.Status.PLACED
    invoiced = invoices.accept(_order(office, "invoiced", (0, 1), (2, 10)), by=manager, at=now)
    invoices.send(invoiced, by=manager, at=now, way="hand", address="")
    picking = orders.place(_order(office, "picking", (1, 30)), by=manager, at=now)
    _pay_and_pass(office, picking)
    cash = orders.place(_order(office, "cash", (1, 10), **CASH), by=manager, at=now)
    waybill = pick(make_picking(cash, paid=False), office["warehouse"])
    shipments.cash_order_for_picked(waybill, by=manager, at=now)
    unpaid = orders.place(_order(office, "unpaid", (2, 20)), by=manager, at=now)
    approvals.ask(unpaid, "pass_to_picking", "pick_unpaid", by=manager, reason="The truck leaves at noon", at=now)


def _pay_and_pass(office: Office, order: Order) -> None:
    invoice = invoices.issue(order, by=office.manager, at=timezone.now())
    pay_by_bank(office, (str(order.total), order.client, f"Оплата по счету № {invoice.number}"))
    shipments.pass_to_picking(order, by=office.manager, at=timezone.now())


def pay_by_bank(office: Office, *incoming: tuple[str, Client | None, str]) -> payments.Loaded:
    """Load the bank's file of today and book what is sure."""
    today = timezone.localdate()
    loaded = payments.load_statement(
        "day.txt", statement(*incoming, day=today), by=office["accountant"], at=timezone.now()
    )
    payments.book_sure(Span(today, today), by=office["accountant"], at=timezone.now())
    return loaded


def _collect(office: Office) -> None:
    """Late money, a statement of the account, and today's call sheet."""
    client, today, now = office.clients["Stroymaster Plus"], timezone.localdate(), timezone.now()
    make_debt(client, 48_000, late=12)
    debts.form_sheet(office.manager, today, by=office.manager, at=now)
    firm = make_firm()
    since = today.replace(day=1)
    debts.draw_up(client, firm, since, today, by=office["accountant"], at=now)


def _talk(office: Office) -> None:
    client = office.clients["Stroymaster Plus"]
    make_contact(client, by=office.manager)
    make_plan(client)
    make_duty(office.manager, client=client, due_at=timezone.now() - timedelta(hours=30))


def plain_addresses() -> dict[str, str]:
    """Every named address without arguments: name and path."""
    return dict(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, str]]:
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _walk(each, path)
        elif isinstance(each, URLPattern) and each.name and not each.pattern.regex.groups:
            yield (
                f"{resolver.namespace or ''}:{each.name}",
                "/" + path.replace("^", "").replace("$", "").replace("\\Z", ""),
            )


def paper_addresses() -> dict[str, str]:
    """The page of the newest paper of every kind that has one: kind and path."""
    newest = {code: kind.objects().order_by("-pk").first() for code, kind in register.kinds.items()}
    return {code: register.href(paper) for code, paper in newest.items() if paper}
