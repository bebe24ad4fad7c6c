"""The bank morning: what explains itself is booked at once, the rest is asked, and nothing is booked twice."""

from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.invoices import actions as invoices
from kontor.invoices.models import Invoice
from kontor.orders.tests.make import make_order
from kontor.payments import actions as payments
from kontor.payments import queries
from kontor.payments.models import BankLine, Payment
from kontor.payments.queries import Span
from kontor.payments.tests.make import statement
from kontor.receivables import queries as receivables
from kontor.reports.books import prove_the_books
from tests.office import Office, open_office

pytestmark = pytest.mark.django_db
D = Decimal


def invoiced(office: Office, name: str, quantity: int) -> Invoice:
    """Screws at 120.00 each."""
    order = make_order([(office.goods[1], quantity)], client=office.clients[name], by=office.manager)
    return invoices.accept(order, by=office.manager, at=timezone.now())


@pytest.mark.clause("W-1.3.3", "W-1.3.3.2")
def test_a_morning_with_every_kind_of_line() -> None:
    office, now, today = open_office(), timezone.now(), timezone.localdate()
    accountant = office["accountant"]
    whole = invoiced(office, "Okna Volgi", 10)
    one, two, part = (invoiced(office, "Stroymaster Plus", quantity) for quantity in (20, 5, 7))
    okna, stroymaster = whole.client, one.client
    data = statement(
        ("1200.00", okna, f"Оплата по счету № {whole.number}"),
        ("3000.00", stroymaster, f"Оплата по счетам № {one.number}, № {two.number}"),
        ("300.00", stroymaster, f"Часть по счету № {part.number}"),
        ("77.00", None, "Возврат"),
        day=today,
    )  # fmt: skip
    assert payments.load_statement("day.txt", data, by=accountant, at=now).new == 4
    lines = {line.amount: line for line in BankLine.objects.all()}
    found = queries.propose_all(list(lines.values())).proposals
    assert not found[lines[D(77)].pk].sure and found[lines[D(77)].pk].question, "an unknown payer is a question"

    payments.book_sure(Span(today, today), by=accountant, at=now)
    assert receivables.paid([whole.based_on_id]) == {whole.based_on_id: D(1200)}
    for amount, parts in ((3000, [(one.pk, D(2400)), (two.pk, D(600))]), (300, [(part.pk, D(300))])):
        payments.book(lines[D(amount)], stroymaster, parts, by=accountant, at=now)
    payments.hand_to_accounting(lines[D(77)], by=accountant, at=now, note="Nobody knows this payer")
    owed = {each.based_on_id: each.total for each in (one, two)} | {part.based_on_id: D(300)}
    assert receivables.paid(list(owed)) == owed

    # The same file, once more, brings nothing twice.
    assert payments.load_statement("again.txt", data, by=accountant, at=now).new == 0
    payments.book_sure(Span(today, today), by=accountant, at=now)
    assert (BankLine.objects.count(), Payment.objects.count()) == (4, 3)
    assert list(prove_the_books()) == []
