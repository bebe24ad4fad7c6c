"""What the ledger of goods does by itself."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.catalog.tests.make import make_product
from kontor.documents.tests.make import make_paper
from kontor.stock import actions, jobs, queries
from kontor.stock.tests.make import make_warehouse, put


@pytest.mark.django_db
def test_the_job_ends_every_reservation_whose_time_has_come():
    bolt, place, now = make_product(), make_warehouse(), timezone.now()
    put(bolt, 10)
    papers = [make_paper() for _ in range(3)]
    for paper, minutes in zip(papers, (-10, -5, 10), strict=True):
        actions.reserve(paper, [(1, bolt.pk, Decimal(2))], place, now + timedelta(minutes=minutes))
    assert jobs.expire(0) == 2
    assert [queries.reserved_by_line(paper) for paper in papers] == [{}, {}, {1: 2}]
    assert jobs.expire(0) == 0
