"""Ten managers sell the same goods at the same moment: nothing is sold twice, nothing deadlocks, the books are clean."""

import random
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db.models import F
from django.utils import timezone

from kontor.catalog.models import Product
from kontor.documents.tests.at_once import at_once
from kontor.invoices import actions as invoices
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods
from kontor.parties.models import Client
from kontor.parties.tests.make import make_client, make_firm
from kontor.people.tests.make import make_staff
from kontor.procurement.models import PurchaseRequest
from kontor.receivables import queries as receivables
from kontor.reports.books import prove_the_books
from kontor.stock import actions as stock
from kontor.stock import queries
from kontor.stock.models import Balance
from kontor.stock.tests.make import make_warehouse

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, ROUNDS, STOCK = 10, 4, 40


def selling(client: Client, goods: list[int], seed: int) -> Callable[[], None]:
    """One manager's morning: orders of all the goods in any order, some invoiced, some cancelled, some shortened."""
    chance, by = random.Random(seed), client.owner

    def work() -> None:
        for _round in range(ROUNDS):
            now = timezone.now()
            order = orders.start(client, by=by, at=now)
            for pk in chance.sample(goods, len(goods)):
                product = Product.objects.get(pk=pk)
                order = orders.add_line(order, product, Decimal(chance.randint(1, 4)), by=by, on=now.date())
            if chance.random() < 0.5:
                invoices.accept(order, by=by, at=now)
            else:
                orders.place(order, by=by, at=now)
            if chance.random() < 0.5:
                orders.cancel(order, by=by, reason="Changed their mind", at=now)
            elif chance.random() < 0.5:
                stock.expire(now)

    return work


@pytest.mark.clause("W-1.3.8.1a", "W-1.3.8.1b")
def test_nothing_is_sold_twice() -> None:
    make_firm()
    make_warehouse()
    goods = [product.pk for product in make_goods(100, 120, 90, 45, 300, stock=STOCK)]
    clients = [
        make_client(
            f"Client {no}",
            owner=make_staff("sales_manager"),
            tax_id="5007654322",
            full_name=f"OOO {no}",
            credit_limit=0,
        )
        for no in range(WRITERS)
    ]
    at_once(*(selling(client, goods, seed) for seed, client in enumerate(clients)))

    assert not Balance.objects.filter(reserved__gt=F("on_hand")).exists()
    held = [order.pk for order in Order.objects.filter(status=Order.Status.PLACED) if queries.reserved_by_line(order)]
    freed = [
        order.pk for order in Order.objects.filter(status=Order.Status.CANCELLED) if queries.reserved_by_line(order)
    ]
    assert held and not freed
    assert PurchaseRequest.objects.exists(), "more was wanted than there was: purchasing knows"
    assert not list(receivables.problems())
    assert list(prove_the_books()) == []
