"""The statement and the cash book as workbooks, and the cash order as its printed form wants it."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.kernel import formats
from kontor.parties.models import Firm
from kontor.payments.models import BankLine, CashOrder
from kontor.payments.paper import CashOrderPaper, render
from kontor.payments.queries import CashBook, Day
from kontor.printing.parts import Party, Vat
from kontor.printing.workbook import Column, Kind, Row, workbook

Direction = BankLine.Direction


def statement(day: Day, language: str) -> bytes:
    """Every movement of the span, account by account, with totals and the bank's balances (W-1.3.3.1b)."""
    columns = (
        Column(_("Date"), Kind.DATE),
        Column(_("Number")),
        Column(_("Counterparty"), width=34),
        Column(_("Tax id"), width=15),
        Column(_("Purpose"), width=52),
        Column(_("In"), Kind.MONEY, total=True),
        Column(_("Out"), Kind.MONEY, total=True),
        Column(_("State"), width=20),
    )
    span = _("{since} to {until}").format(
        since=formats.day_full(day.span.since, language), until=formats.day_full(day.span.until, language)
    )
    facts = [span, *_balances(day, language)]
    return workbook(_("Bank statement"), columns, _movements(day), language, facts=facts)


def _balances(day: Day, language: str) -> Iterator[str]:
    if day.opening is not None:
        yield _("Opening balance {sum}").format(sum=formats.money(day.opening, language))
    if day.closing is not None:
        yield _("Closing balance {sum}").format(sum=formats.money(day.closing, language))


def _movements(day: Day) -> Iterator[Row]:
    for account, lines in day.by_account.items():
        yield f"{account.firm}, {account.number}, {account.bank}"
        for line in lines:
            came = line.amount if line.direction == Direction.IN else None
            went = None if came else line.amount
            state = str(line.get_state_display())
            yield (line.posted_on, line.number, line.name, line.tax_id, line.purpose, came, went, state)


def cash_book(book: CashBook, language: str) -> bytes:
    """Receipts and expenses of a day, cashier by cashier (W-1.3.7)."""
    columns = (
        Column(_("Time"), width=8),
        Column(_("Paper"), width=14),
        Column(_("Received from, paid to"), width=34),
        Column(_("Basis"), width=40),
        Column(_("Cash in"), Kind.MONEY, total=True),
        Column(_("Cash out"), Kind.MONEY, total=True),
    )
    return workbook(_("Cash book"), columns, _entries(book), language, facts=[formats.day_full(book.day, language)])


def _entries(book: CashBook) -> Iterator[Row]:
    for of_cashier in book.by_cashier:
        yield str(of_cashier.cashier or "")
        for entry in book.entries:
            if entry.cashier == of_cashier.cashier:
                at, came, went = formats.clock(entry.at), entry.received or None, entry.paid_out or None
                yield (at, entry.paper.number, entry.who, entry.basis, came, went)


def ko1(cash_order: CashOrder, language: str) -> bytes:
    """The form КО-1 with its tear-off receipt, or the receipt of another country (W-1.3.6.1b)."""
    net = cash_order.total - cash_order.vat
    rate = (cash_order.vat * 100 / net).quantize(Decimal(1)) if cash_order.vat and net else None
    paper = CashOrderPaper(
        number=cash_order.number,
        on=timezone.localdate(cash_order.received_at) if cash_order.received_at else cash_order.dated_on,
        firm=_firm(cash_order.firm),
        received_from=cash_order.payer,
        basis=cash_order.basis,
        amount=cash_order.total,
        currency=cash_order.currency,
        vat=Vat(rate=rate, sum=cash_order.vat) if rate is not None else None,
        accountant=cash_order.firm.accountant,
        cashier=cash_order.received_by.name if cash_order.received_by else "",
    )
    return render(paper, language)


def _firm(firm: Firm) -> Party:
    return Party(name=firm.full_name, tax_id=firm.tax_id, kpp=firm.kpp, okpo=firm.okpo, address=firm.address)
