"""The demo company, filled into a database, stands as a year of work would have left it."""

from __future__ import annotations

import time as clock
from datetime import date

import pytest

from kontor.demo.actions import fill
from kontor.orders.models import Order
from kontor.receivables import queries as receivables
from kontor.stock import queries as stock
from kontor.turnover import queries as turnover

TODAY = date(2026, 11, 19)


@pytest.mark.django_db
def test_fill(settings, tmp_path):
    settings.KONTOR_HOME = tmp_path
    t = clock.time()
    assert fill("en", scale=0.1, today=TODAY)
    print("seconds", clock.time() - t)
    from collections import Counter
    print(Counter(Order.objects.values_list("status", flat=True)))
    print(list(stock.problems())[:10], list(receivables.problems())[:10], list(turnover.problems())[:10])
    print((tmp_path / "statement-today.txt").read_bytes().decode("cp1251")[:3000])
