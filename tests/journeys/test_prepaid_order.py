"""The main road: a client calls, pays by transfer, gets the goods, and both books say the same."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from kontor.debts import actions as debts
from kontor.duties.models import Duty
from kontor.invoices import actions as invoices
from kontor.invoices import jobs
from kontor.invoices.models import Invoice
from kontor.kernel.refusals import Refused
from kontor.letters.tests.postman import postman
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.payments import actions as payments
from kontor.payments.models import Payment
from kontor.payments.queries import Span
from kontor.payments.tests.make import statement
from kontor.receivables import queries as receivables
from kontor.reports.books import prove_the_books
from kontor.shipments import actions as shipments
from kontor.shipments.tests.make import BY_TRUCK, pick
from kontor.stock import queries as stock
from tests.office import Office, open_office

pytestmark = pytest.mark.django_db


def taken_by_phone(office: Office) -> Order:
    """Irina calls: two hammers and a hundred screws, to be brought to Tver."""
    client, manager = office.clients["Okna Volgi"], office.manager
    order = orders.start(
        client, by=manager, at=timezone.now(), source="phone", request_text="Two hammers, screws as ever"
    )
    order = orders.set_head(order, by=manager, **BY_TRUCK)
    for product, quantity in zip(office.goods, (2, 100), strict=False):
        order = orders.add_line(order, product, Decimal(quantity), by=manager, on=timezone.localdate())
    return order


def invoiced_and_sent(order: Order, settings: Any) -> Invoice:
    """Reserved and invoiced in one step; the letter really arrives, with the price list; the payment day is named."""
    manager, now = order.owner, timezone.now()
    invoice = invoices.accept(order, by=manager, at=now)
    sending = invoices.send(invoice, by=manager, at=now, way="email", address=order.client.email)
    with postman() as man:
        settings.KONTOR_SMTP_URL = man.url
        jobs.deliver(sending.pk)
    (letter,) = man.letters
    assert letter["To"] == order.client.email
    assert len(list(letter.iter_attachments())) == 3, "the invoice and the price list in two formats"
    assert Duty.objects.open().get(document=invoice).kind == "call_payment_date"
    friday = timezone.localdate() + timedelta(days=2)
    invoices.note_payment_date(invoice, by=manager, at=now, expected_on=friday, said="On Friday")
    assert not Duty.objects.open().filter(document=invoice).exists()
    return invoice


def paid_by_bank(office: Office, invoice: Invoice) -> None:
    """The next morning's statement names the invoice: nobody has to think."""
    accountant, now, today = office["accountant"], timezone.now(), timezone.localdate()
    data = statement((str(invoice.total), invoice.client, f"Оплата по счету № {invoice.number}"), day=today)
    assert payments.load_statement("day.txt", data, by=accountant, at=now).new == 1
    assert len(payments.book_sure(Span(today, today), by=accountant, at=now).booked) == 1
    assert receivables.paid([invoice.based_on_id]) == {invoice.based_on_id: invoice.total}


@pytest.mark.clause("W-1.3.2.1a", "W-1.3.2.1b", "W-1.3.2.2", "W-1.3.8.1a", "W-1.3.3.2", "W-1.3.9.1", "W-1.3.9")
def test_from_a_call_to_agreed_books(settings: Any) -> None:
    office = open_office()
    manager, keeper, now = office.manager, office["warehouse"], timezone.now()
    order = taken_by_phone(office)
    assert order.request_text == "Two hammers, screws as ever" and order.source == "phone"
    invoice = invoiced_and_sent(order, settings)
    assert sum(stock.reserved_by_line(order).values()) == 102
    with pytest.raises(Refused, match="is not paid"):
        shipments.pass_to_picking(order, by=manager, at=now)
    paid_by_bank(office, invoice)

    # The warehouse finds ninety screws of a hundred; the rest goes back to the order, the manager is told.
    picking = shipments.start_picking(shipments.pass_to_picking(order, by=manager, at=now), by=keeper, at=now)
    waybill = pick(picking, keeper, line2=90)
    assert Duty.objects.open().filter(document=order, owner=manager, kind="settle_short_picking").exists()
    shipments.release(waybill, by=keeper, at=now, receiver="Driver Kozlov", carrier="A 123 BC")
    shipments.confirm_delivery(waybill, by=manager, at=now, receiver="Irina Fomina")

    # Nobody waits for ten screws: their money is the client's advance, and the statement says so.
    shipments.close_rest(order, by=manager, reason="They take no more", at=now)
    left = invoice.total - waybill.total
    assert receivables.unallocated(Payment.objects.get()) == left > 0
    today = timezone.localdate()
    account = debts.draw_up(order.client, order.firm, today, today, by=office["accountant"], at=now)
    assert (account.charged, account.paid, account.closing) == (waybill.total, invoice.total, -left)
    assert Order.objects.get(pk=order.pk).status == Order.Status.COMPLETED
    assert list(prove_the_books()) == []
