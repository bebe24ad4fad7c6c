"""Ten writers at once on the same goods: nothing is sold twice, nothing deadlocks, the books stay whole."""

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import Sum

from kontor.catalog.tests.make import make_product
from kontor.documents.tests.at_once import at_once
from kontor.documents.tests.make import make_paper
from kontor.kernel.refusals import Refused
from kontor.stock import actions, queries
from kontor.stock.models import Balance
from kontor.stock.tests.make import make_warehouse, put

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DAY = date(2026, 11, 20)
WRITERS, ROUNDS = 10, 15


@pytest.mark.django_db(transaction=True)
def test_ten_writers_sell_nothing_twice_and_never_deadlock():
    place, goods = make_warehouse(), [make_product() for _ in range(5)]
    for product in goods:
        put(product, 40)
    papers = [make_paper() for _ in range(WRITERS)]

    def writer(seed):
        def work():
            chance, paper = random.Random(seed), papers[seed]
            for _ in range(ROUNDS):
                chosen = chance.sample(goods, 5)
                wants = [(line, each.pk, Decimal(chance.randint(0, 9))) for line, each in enumerate(chosen)]
                until = NOW + timedelta(minutes=chance.randint(-1, 1))
                with transaction.atomic():
                    held = actions.reserve(paper, wants, place, until, partial=True)
                    if chance.random() < 0.3:
                        actions.use(
                            paper,
                            place,
                            [(line, each, held[line]) for line, each, _ in wants if held[line]],
                            paper.owner,
                            DAY,
                        )
                    elif chance.random() < 0.3:
                        actions.free(paper, [line for line, *_ in wants][:3])
                if chance.random() < 0.3:
                    actions.expire(NOW)
                if chance.random() < 0.3:
                    actions.receive(None, place, [(each.pk, Decimal(3)) for each in chosen], None, DAY)

        return work

    at_once(*(writer(seed) for seed in range(WRITERS)))
    assert list(queries.problems()) == []


@pytest.mark.django_db(transaction=True)
def test_the_last_piece_goes_to_one_of_ten():
    place, bolt = make_warehouse(), make_product()
    put(bolt, 1)
    papers, got = [make_paper() for _ in range(WRITERS)], []

    def writer(paper):
        def work():
            try:
                got.append(actions.reserve(paper, [(1, bolt.pk, Decimal(1))], place, NOW))
            except Refused as refused:
                assert refused.refusals[0].code == "short"

        return work

    at_once(*map(writer, papers))
    assert len(got) == 1
    assert Balance.objects.aggregate(sum=Sum("reserved"))["sum"] == 1
