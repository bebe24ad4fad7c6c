from datetime import UTC, datetime
from uuid import uuid4

import pytest

from kontor.web.models import Posted
from kontor.web.pages import capped_count, page

pytestmark = pytest.mark.django_db


def enter(count):
    rows = [Posted(op=uuid4(), staff=number // 3, digest="") for number in range(count)]
    return Posted.objects.bulk_create(rows)


def walk(order, size):
    seen, after = [], ""
    while True:
        found = page(Posted.objects.all(), after, size=size, order=order)
        seen += [row.pk for row in found.rows]
        if not (after := found.after):
            return seen


@pytest.mark.parametrize("order", [("-pk",), ("staff", "pk"), ("-staff", "pk"), ("-at", "-pk")])
def test_pages_follow_each_other_without_gaps_and_doubles(order):
    enter(25)
    assert walk(order, 4) == list(Posted.objects.order_by(*order).values_list("pk", flat=True))


def test_a_row_that_comes_in_meanwhile_shifts_nothing():
    enter(6)
    first = page(Posted.objects.all(), size=3)
    enter(2)
    second = page(Posted.objects.all(), first.after, size=3)
    assert not {row.pk for row in first.rows} & {row.pk for row in second.rows}
    assert second.after == ""


def test_a_cursor_of_moments_keeps_their_microseconds():
    enter(3)
    Posted.objects.update(at=datetime(2026, 11, 19, 9, 52, 1, 123456, tzinfo=UTC))
    assert len(walk(("-at", "-pk"), 1)) == 3


def test_rows_of_values_are_paged_too():
    enter(5)
    found = page(Posted.objects.values("pk", "staff"), size=2, order=("staff", "pk"))
    assert len(page(Posted.objects.values("pk", "staff"), found.after, size=9, order=("staff", "pk")).rows) == 3


@pytest.mark.parametrize("after", ["rubbish", "WyJ4Il0", "W10", "%%%"])
def test_a_cursor_that_cannot_be_read_starts_from_the_beginning(after):
    enter(2)
    assert len(page(Posted.objects.all(), after).rows) == 2


def test_counting_stops_at_the_cap():
    enter(7)
    assert str(capped_count(Posted.objects.all(), cap=7)) == "7"
    assert str(capped_count(Posted.objects.all(), cap=6)) == "6+"
    assert not capped_count(Posted.objects.none())
