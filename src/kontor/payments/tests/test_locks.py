"""Money waits for its order: whoever holds the order's head never waits for somebody who waits for it."""

import threading
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection, transaction

from kontor.documents.models import Document
from kontor.payments import actions
from kontor.payments.tests.make import AT, make_invoice, make_line, make_order, make_payer, make_waybill
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db(transaction=True)
Story = tuple[int, int, Callable[[], object]]
"""The order that is held, the paper of money, and what is asked of it."""


def cash_taken() -> Story:
    manager, cashier = make_staff("sales_manager"), make_staff("cashier")
    order = make_order(make_payer(owner=manager), 600, payment_method="cash", status="picked")
    paper = actions.prepare_cash_order(
        order, basis=make_waybill(order), amount=Decimal(540), vat=Decimal(0), by=manager, at=AT
    )
    return order.pk, paper.pk, lambda: actions.receive_cash(paper, by=cashier, at=AT, accompanied_by=manager)


def cash_paid_back() -> Story:
    order, paper, receive = cash_taken()
    taken, cashier = receive(), make_staff("cashier")
    return order, paper, lambda: actions.cancel_paid_mark(taken, by=cashier, at=AT, reason="changed his mind")  # type: ignore[arg-type]


def booking_taken_back() -> Story:
    accountant, payer = make_staff("accountant"), make_payer()
    invoice = make_invoice(payer, 500)
    line = make_line("500.00", payer, by=accountant)
    payment = actions.book(line, payer, [(invoice.pk, Decimal(500))], by=accountant, at=AT)
    return payment.allocations.get().order_id, payment.pk, lambda: actions.unbook(payment, by=accountant, at=AT)


@pytest.mark.parametrize("story", [cash_taken, cash_paid_back, booking_taken_back])
def test_the_order_is_locked_before_its_money(story: Callable[[], Story]) -> None:
    order, money, work = story()
    raised: list[Exception] = []

    def run() -> None:
        try:
            work()
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    other = threading.Thread(target=run)
    with transaction.atomic():
        Document.objects.locked(order)
        other.start()
        _until_it_waits()
        Document.objects.select_for_update(nowait=True).get(pk=money)
    other.join()
    assert not raised


def _until_it_waits() -> None:
    for _try in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted")
            if cursor.fetchone():
                return
        time.sleep(0.05)
    raise AssertionError("nobody waits for the order")
