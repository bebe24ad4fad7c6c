"""Ten clerks at once on the same money: no payment is given away twice, nothing deadlocks."""

import random
from datetime import date
from decimal import Decimal

import pytest

from kontor.documents.tests.at_once import at_once
from kontor.documents.tests.make import make_paper
from kontor.kernel.refusals import Refused
from kontor.parties.tests.make import make_client
from kontor.receivables import actions, queries

DAY = date(2026, 11, 20)


@pytest.mark.django_db(transaction=True)
def test_ten_clerks_give_no_payment_away_twice():
    client = make_client()
    orders = [make_paper(client=client, total=100) for _ in range(4)]
    payments = [make_paper("payment", client=client, total=90) for _ in range(4)]

    def clerk(seed):
        def work():
            chance = random.Random(seed)
            for payment in payments:
                actions.settle(client, payment.firm, payment, Decimal(90), DAY)
            for _ in range(15):
                payment, order = chance.choice(payments), chance.choice(orders)
                try:
                    if chance.random() < 0.7:
                        actions.allocate(payment, order, Decimal(chance.randint(1, 40)), client.owner, DAY)
                    else:
                        actions.unallocate(payment, order, client.owner, DAY)
                except Refused:
                    pass

        return work

    at_once(*map(clerk, range(10)))
    assert queries.balance(client) == -360
    assert list(queries.problems()) == []
    assert all(paid <= 100 for paid in queries.paid([order.pk for order in orders]).values())
