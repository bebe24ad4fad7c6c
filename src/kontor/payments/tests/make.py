"""Plain makers of what money pays: orders, invoices, waybills, and statements of a bank for our account."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from kontor.documents.models import Document
from kontor.invoices.models import Invoice
from kontor.orders.models import Order
from kontor.parties.models import Client, FirmAccount
from kontor.parties.tests.make import make_client, make_firm
from kontor.payments import actions
from kontor.payments.models import BankLine
from kontor.payments.tests import statements
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.stock.tests.make import make_warehouse

DAY = date(2026, 11, 12)
AT = datetime(2026, 11, 13, 6, 0, tzinfo=UTC)  # Friday, 09:00 in Moscow
PAYER = '"Окна Волги" ООО'

_numbers = count(1)
_tax_ids = count(5007000000)


def make_payer(name: str = "Okna Volgi", *, tax_id: str = "", **columns: object) -> Client:
    """A client whom the bank names by tax id."""
    return make_client(name, tax_id=tax_id or str(next(_tax_ids)), **columns)


def make_order(client: Client, total: Decimal | int | str, *, number: str = "", **columns: object) -> Order:
    """A placed order without lines: enough to be paid."""
    columns = {
        "status": Order.Status.PLACED, "payment_order": "prepaid", "payment_method": "bank",
        "delivery_method": "pick_up", "warehouse": make_warehouse(), "received_at": AT, **columns,
    }  # fmt: skip
    return Order.objects.create(
        kind="order", number=number or f"O-{next(_numbers)}", dated_on=DAY, year=DAY.year, firm=make_firm(),
        client=client, office=client.office, owner=client.owner, total=Decimal(total), **columns,
    )  # fmt: skip


def make_invoice(
    client: Client,
    total: Decimal | int | str,
    *,
    number: str = "",
    order: Order | None = None,
    on: date = DAY,
) -> Invoice:
    """An invoice in force and its order."""
    firm = make_firm()
    order = order or make_order(client, total)
    return Invoice.objects.create(
        kind="invoice", number=number or str(next(_numbers)), dated_on=on, year=on.year, firm=firm, client=client,
        office=client.office, owner=client.owner, status=Invoice.Status.SENT, total=Decimal(total), based_on=order,
        account=our_account(), valid_until=date(2026, 11, 20), paper={"seller": {}, "buyer": {}, "order": "", "lines": []},
    )  # fmt: skip


def make_waybill(order: Order, *, status: str = "prepared") -> Document:
    """The head of a shipment: this app knows no more of it."""
    return Document.objects.create(
        kind="shipment", number=f"W-{next(_numbers)}", dated_on=DAY, year=DAY.year, firm=order.firm, client=order.client,
        office=order.office, owner=order.owner, status=status, total=order.total, based_on=order,
    )  # fmt: skip


def our_account() -> FirmAccount:
    return make_firm().accounts.get()


def statement(*incoming: tuple[str, Client | None, str], day: date = DAY, opening: str = "100000.00") -> bytes:
    """The bank's file for a day of our account: (amount, payer, purpose) each; nobody pays where the payer is None."""
    number, written = our_account().number, f"{day:%d.%m.%Y}"
    received = sum((Decimal(amount) for amount, _payer, _purpose in incoming), Decimal("0.00"))
    head = statements.account(
        opening=opening, received=f"{received:.2f}", written_off="0.00",
        closing=f"{Decimal(opening) + received:.2f}", number=number, day=written,
    )  # fmt: skip
    parts = [
        statements.incoming(
            amount, str(no), written, purpose, ПолучательСчет=number,
            ПлательщикСчет="40702810000000067890" if payer else f"4070281000000009999{no}",
            ПлательщикИНН=payer.tax_id if payer else "", Плательщик=payer.name if payer else "ООО Ромашка",
        )
        for no, (amount, payer, purpose) in enumerate(incoming, 1)
    ]  # fmt: skip
    return statements.in_bytes(statements.composed(head, *parts, accounts=(number,)))


def make_line(amount: str, payer: Client | None, purpose: str = "Оплата", *, by: Staff | None = None) -> BankLine:
    """An incoming line, loaded by an accountant."""
    by = by or make_staff("accountant")
    actions.load_statement("day.txt", statement((amount, payer, purpose)), by=by, at=AT)
    return BankLine.objects.latest("pk")
