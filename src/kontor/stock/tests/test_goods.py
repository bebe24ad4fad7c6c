"""Goods come, are counted, are expected; and what the books say of them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kontor.catalog.tests.make import make_product
from kontor.documents.tests.make import make_paper
from kontor.kernel.refusals import Refused
from kontor.people.tests.make import make_staff
from kontor.stock import actions, queries
from kontor.stock.models import Arrival, Balance, Movement
from kontor.stock.tests.make import make_warehouse, put

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 20)
UNTIL = datetime(2026, 11, 25, tzinfo=UTC)


def test_what_comes_adds_to_the_balance():
    bolt, place, keeper = make_product(), make_warehouse(), make_staff("warehouse")
    actions.receive(make_paper("receipt"), place, [(bolt.pk, Decimal(3)), (bolt.pk, Decimal(4))], keeper, DAY)
    actions.receive(None, place, [(bolt.pk, Decimal(1))], keeper, DAY, kind=Movement.Kind.RETURN)
    assert queries.available(bolt, place, DAY).free == 8
    assert list(queries.problems()) == []


def test_nothing_is_received_below_zero():
    with pytest.raises(ValueError):
        actions.receive(None, make_warehouse(), [(make_product().pk, Decimal(0))], None, DAY)


def test_a_count_corrects_but_never_takes_what_is_promised():
    bolt, place, keeper = make_product("Bolt"), make_warehouse(), make_staff("warehouse")
    put(bolt, 10)
    actions.reserve(make_paper(), [(1, bolt.pk, Decimal(6))], place, UNTIL)
    with pytest.raises(Refused) as refused:
        actions.correct(place, [(bolt.pk, Decimal(-5))], keeper, DAY, note="count")
    assert str(refused.value) == "“Bolt”: 5 pc cannot be taken off, only 4 pc is not promised to clients."
    actions.correct(place, [(bolt.pk, Decimal(-4))], keeper, DAY, note="count")
    assert queries.available(bolt, place, DAY).on_hand == 6
    assert list(queries.problems()) == []


def test_arrivals_show_the_nearest_day_and_become_goods_when_they_come():
    bolt, place, keeper, request = (
        make_product(),
        make_warehouse(),
        make_staff("purchasing"),
        make_paper("purchase_request"),
    )
    actions.expect(request, place, [(bolt.pk, Decimal(30))], date(2026, 11, 25))
    actions.expect(request, place, [(bolt.pk, Decimal(40))], date(2026, 11, 26))
    actions.expect(None, place, [(bolt.pk, Decimal(5))], date(2026, 11, 30))
    known = queries.available(bolt, place, DAY)
    assert (known.arriving, known.arriving_on) == (40, date(2026, 11, 26))
    assert actions.arrive(request, place, keeper, DAY, [(bolt.pk, Decimal(38))])
    assert not actions.arrive(request, place, keeper, DAY)
    known = queries.available(bolt, place, DAY)
    assert (known.free, known.arriving_on) == (38, date(2026, 11, 30))
    assert [arrival.quantity for arrival in queries.expected(DAY)] == [5]
    assert Arrival.objects.filter(document=request, received_at__isnull=False).count() == 1


def test_availability_answers_for_many_goods_in_one_query(django_assert_num_queries):
    bolt, nut, unknown = make_product(), make_product(), make_product()
    here, there = make_warehouse(), make_warehouse("Second")
    put(bolt, 10, here)
    put(bolt, 5, there)
    put(nut, 7, there)
    with django_assert_num_queries(1):
        everywhere = queries.availability([bolt.pk, nut.pk, unknown.pk], None, DAY)
    assert [each.free for each in everywhere.values()] == [15, 7, 0]
    assert everywhere[bolt.pk].by_warehouse[there.pk].free == 5
    assert queries.availability([nut.pk], here, DAY)[nut.pk].free == 0


def test_lists_are_paged_and_seen_by_those_who_may():
    bolt, place, stranger = make_product(cost=Decimal(2)), make_warehouse(), make_staff("sales_manager")
    put(bolt, 10)
    put(bolt, 5)
    order = make_paper()
    actions.reserve(order, [(1, bolt.pk, Decimal(6))], place, UNTIL)
    last, first = queries.movements(bolt)
    assert list(queries.movements(bolt, before=last.pk)) == [first]
    assert [held.document for held in queries.holders(bolt, place)] == [order]
    assert [held.document for held in queries.ending(UNTIL.replace(day=26), order.owner)] == [order]
    assert not queries.ending(UNTIL.replace(day=26), stranger)
    assert queries.worth(place) == 30


def test_books_that_do_not_add_up_are_told_in_a_sentence():
    bolt = make_product("Bolt", article="B-1")
    put(bolt, 10)
    Balance.objects.filter(product=bolt).update(on_hand=11, reserved=2)
    assert list(queries.problems()) == [
        "Main warehouse, B-1 Bolt: 11 on hand, but the movements add up to 10.",
        "Main warehouse, B-1 Bolt: 2 reserved, but the reservations add up to 0.",
    ]
