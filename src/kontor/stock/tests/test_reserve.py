"""Goods are held for an order's lines, and nothing is promised twice."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kontor.catalog.tests.make import make_product
from kontor.documents.tests.make import make_paper
from kontor.kernel.refusals import Refused
from kontor.people.tests.make import make_staff
from kontor.stock import actions, queries
from kontor.stock.models import Balance, Movement, Reservation
from kontor.stock.tests.make import make_warehouse, put
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
UNTIL = NOW + timedelta(days=3)
DAY = date(2026, 11, 20)


def stock_of(product, warehouse):
    return Balance.objects.values_list("on_hand", "reserved").get(product=product, warehouse=warehouse)


def whole():
    return list(queries.problems()) == []


@pytest.mark.clause("W-1.3.8.1a")
def test_goods_are_held_for_each_line_until_a_moment():
    bolt, nut, order, place = make_product(), make_product(), make_paper(), make_warehouse()
    put(bolt, 10)
    put(nut, "2.5")
    taken = actions.reserve(order, [(1, bolt.pk, Decimal(4)), (2, nut.pk, Decimal("2.5"))], place, UNTIL)
    assert taken == {1: Decimal(4), 2: Decimal("2.5")} == queries.reserved_by_line(order)
    assert stock_of(bolt, place) == (10, 4)
    assert queries.held_until(order) == UNTIL
    assert whole()


@pytest.mark.clause("W-1.3.8.1a")
def test_a_short_line_refuses_the_whole_and_names_product_wanted_free_and_the_next_arrival():
    bolt, nut, order, place = make_product("Anchor bolt M12"), make_product(), make_paper(), make_warehouse()
    put(bolt, 10)
    put(nut, 10)
    actions.expect(None, place, [(bolt.pk, Decimal(50))], date(2026, 11, 23))
    with pytest.raises(Refused) as refused:
        actions.reserve(order, [(1, bolt.pk, Decimal(12)), (2, nut.pk, Decimal(5))], place, UNTIL)
    (refusal,) = refused.value.refusals
    assert refusal.sentence == "“Anchor bolt M12”: 12 pc wanted, 10 pc free in Main warehouse."
    assert str(refusal.opens).replace("\u00a0", " ") == "50 pc more is expected on 23 Nov 2026."
    assert refusal.facts == {"product": bolt.article, "wanted": Decimal(12), "free": Decimal(10)}
    assert queries.reserved_by_line(order) == {} and stock_of(nut, place) == (10, 0)


def test_every_short_line_is_told():
    order, place = make_paper(), make_warehouse()
    wants = [(line, make_product().pk, Decimal(1)) for line in (1, 2, 3)]
    with pytest.raises(Refused) as refused:
        actions.reserve(order, wants, place, UNTIL)
    assert len(refused.value.refusals) == 3


def test_in_part_each_line_takes_what_is_free_in_the_order_of_lines():
    bolt, order, place = make_product(), make_paper(), make_warehouse()
    put(bolt, 10)
    wants = [(1, bolt.pk, Decimal(7)), (2, bolt.pk, Decimal(7)), (3, bolt.pk, Decimal(7))]
    assert actions.reserve(order, wants, place, UNTIL, partial=True) == {1: 7, 2: 3, 3: 0}
    assert stock_of(bolt, place) == (10, 10)
    assert whole()


def test_whole_lines_take_all_or_nothing():
    bolt, nut, order, place = make_product(), make_product(), make_paper(), make_warehouse()
    put(bolt, 5)
    put(nut, 5)
    wants = [(1, bolt.pk, Decimal(6)), (2, nut.pk, Decimal(5))]
    assert actions.reserve(order, wants, place, UNTIL, whole_lines=True) == {1: 0, 2: 5}


@pytest.mark.parametrize(("wanted", "held"), [(3, 3), (8, 8), (20, 10), (0, 0)])
def test_reserving_again_adjusts_the_line(wanted, held):
    bolt, order, place = make_product(), make_paper(), make_warehouse()
    put(bolt, 10)
    actions.reserve(order, [(1, bolt.pk, Decimal(5))], place, UNTIL)
    assert actions.reserve(order, [(1, bolt.pk, Decimal(wanted))], place, UNTIL, partial=True) == {1: held}
    assert stock_of(bolt, place) == (10, held)
    assert whole()


def test_a_refused_adjustment_leaves_the_line_as_it_was():
    bolt, order, place = make_product(), make_paper(), make_warehouse()
    put(bolt, 10)
    actions.reserve(order, [(1, bolt.pk, Decimal(5))], place, UNTIL)
    with pytest.raises(Refused) as refused:
        actions.reserve(order, [(1, bolt.pk, Decimal(11))], place, UNTIL)
    assert refused.value.refusals[0].facts["free"] == 10
    assert queries.reserved_by_line(order) == {1: 5}


def test_a_line_may_change_its_product_and_its_warehouse():
    bolt, nut, order = make_product(), make_product(), make_paper()
    here, there = make_warehouse(), make_warehouse("Second")
    put(bolt, 10, here)
    put(nut, 10, there)
    actions.reserve(order, [(1, bolt.pk, Decimal(5))], here, UNTIL)
    actions.reserve(order, [(1, nut.pk, Decimal(6))], there, UNTIL)
    assert stock_of(bolt, here) == (10, 0) and stock_of(nut, there) == (10, 6)
    assert whole()


def test_two_orders_share_what_is_there():
    bolt, place = make_product(), make_warehouse()
    put(bolt, 10)
    first, second = make_paper(), make_paper()
    actions.reserve(first, [(1, bolt.pk, Decimal(7))], place, UNTIL)
    assert actions.reserve(second, [(1, bolt.pk, Decimal(7))], place, UNTIL, partial=True) == {1: 3}


def test_freeing_gives_everything_or_named_lines_back_and_twice_changes_nothing():
    bolt, order, place = make_product(), make_paper(), make_warehouse()
    put(bolt, 10)
    actions.reserve(order, [(1, bolt.pk, Decimal(2)), (2, bolt.pk, Decimal(3))], place, UNTIL)
    assert actions.free(order, [1]) == {1: 2}
    assert actions.free(order) == {2: 3}
    assert actions.free(order) == {}
    assert stock_of(bolt, place) == (10, 0)
    assert whole()


def test_an_issue_uses_what_is_held_and_keeps_the_rest():
    bolt, order, waybill, place, keeper = (
        make_product(),
        make_paper(),
        make_paper("shipment"),
        make_warehouse(),
        make_staff("warehouse"),
    )
    put(bolt, 10)
    actions.reserve(order, [(1, bolt.pk, Decimal(6))], place, UNTIL)
    actions.use(order, place, [(1, bolt.pk, Decimal(4))], keeper, DAY, paper=waybill)
    assert stock_of(bolt, place) == (6, 2)
    assert queries.reserved_by_line(order) == {1: 2}
    assert list(waybill.movements.values_list("kind", "quantity")) == [("issue", Decimal(-4))]
    assert Reservation.objects.get(state="used").quantity == 4
    assert whole()


def test_more_than_held_is_issued_from_what_is_free_or_refused():
    bolt, order, place, keeper = make_product(), make_paper(), make_warehouse(), make_staff("warehouse")
    put(bolt, 10)
    actions.reserve(make_paper(), [(9, bolt.pk, Decimal(3))], place, UNTIL)
    actions.reserve(order, [(1, bolt.pk, Decimal(2))], place, UNTIL)
    with pytest.raises(Refused) as refused:
        actions.use(order, place, [(1, bolt.pk, Decimal(8))], keeper, DAY)
    assert refused.value.refusals[0].facts == {"product": bolt.article, "wanted": 8, "free": 7}
    assert Movement.objects.filter(kind="issue").count() == 0
    actions.use(order, place, [(1, bolt.pk, Decimal(7))], keeper, DAY)
    assert stock_of(bolt, place) == (3, 3)
    assert whole()


def test_goods_that_never_lay_here_cannot_be_issued():
    order, place, keeper = make_paper(), make_warehouse(), make_staff("warehouse")
    with pytest.raises(Refused):
        actions.use(order, place, [(1, make_product().pk, Decimal(1))], keeper, DAY)


def test_reservations_end_and_the_timeline_tells_it():
    bolt, place = make_product(), make_warehouse()
    put(bolt, 10)
    early, late = make_paper(), make_paper()
    actions.reserve(early, [(1, bolt.pk, Decimal(2)), (2, bolt.pk, Decimal(1))], place, NOW)
    actions.reserve(late, [(1, bolt.pk, Decimal(4))], place, UNTIL)
    assert actions.expire(NOW) == [actions.Expired(early.pk, 2)]
    assert actions.expire(NOW) == []
    assert stock_of(bolt, place) == (10, 4)
    assert Event.objects.get(kind="stock.expired").document_id == early.pk
    assert whole()


def test_extending_never_shortens():
    bolt, order, place = make_product(), make_paper(), make_warehouse()
    put(bolt, 10)
    actions.reserve(order, [(1, bolt.pk, Decimal(2))], place, UNTIL)
    actions.extend(order, NOW)
    assert queries.held_until(order) == UNTIL
    actions.extend(order, UNTIL + timedelta(days=1))
    assert queries.held_until(order) == UNTIL + timedelta(days=1)


def test_reserving_takes_three_statements_and_issuing_two(django_assert_num_queries):
    goods, order, place = [make_product() for _ in range(5)], make_paper(), make_warehouse()
    for product in goods:
        put(product, 10)
    wants = [(line, product.pk, Decimal(2)) for line, product in enumerate(goods)]
    with django_assert_num_queries(3):
        actions.reserve(order, wants, place, UNTIL)
    with django_assert_num_queries(2):
        actions.use(order, place, wants, order.owner, DAY)
