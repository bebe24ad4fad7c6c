"""What was sold, by client, by manager, by month."""

from datetime import date
from decimal import Decimal

import pytest

from kontor.catalog.tests.make import make_product
from kontor.documents.tests.make import make_paper
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff
from kontor.turnover import actions, queries
from kontor.turnover.models import Month, Sale

pytestmark = pytest.mark.django_db


def sold(client, on, amount, product=None, quantity=1):
    """A waybill of one line with VAT of 22 % inside and a cost of half the sum."""
    amount = Decimal(amount)
    row = actions.Row(
        (product or make_product()).pk,
        Decimal(quantity),
        amount,
        amount * 22 / 122,
        (amount / 2).quantize(Decimal("0.01")),
    )
    waybill = make_paper("shipment", client=client, on=on)
    actions.sold(waybill, [row])
    return waybill


def test_a_paper_is_counted_once_in_one_statement(django_assert_num_queries):
    waybill, bolt = make_paper("shipment"), make_product()
    rows = [
        (bolt.pk, Decimal(2), Decimal(122), Decimal(22), Decimal(60)),
        (bolt.pk, Decimal(1), Decimal(61), Decimal(11), Decimal(30)),
    ]
    with django_assert_num_queries(1):
        assert actions.sold(waybill, rows)
    assert not actions.sold(waybill, rows)
    assert Sale.objects.count() == 2
    month = Month.objects.get()
    assert (month.month, month.amount, month.vat, month.cost) == (date(2026, 11, 1), 183, 33, 90)
    assert list(queries.problems()) == []


def test_a_paper_without_lines_sells_nothing():
    assert not actions.sold(make_paper("shipment"), [])
    assert not Month.objects.exists()


def test_a_clients_year_is_twelve_months_and_the_year_before(django_assert_num_queries):
    client = make_client()
    for on, amount in (
        (date(2024, 12, 1), 100),
        (date(2025, 11, 30), 100),
        (date(2025, 12, 1), 122),
        (date(2026, 11, 20), 244),
    ):
        sold(client, on, amount)
    sold(client, date(2026, 11, 21), -122)
    sold(make_client(), date(2026, 11, 21), 1000)
    with django_assert_num_queries(1):
        year = queries.client_year(client, date(2026, 11, 21))
    assert year.spark == (122, *[0] * 10, 122)
    assert (year.total.amount, year.total.vat, year.total.cost, year.previous.amount) == (244, 44, 122, 200)
    assert (year.total.margin, year.total.margin_percent, year.growth_percent) == (78, 39, 22)
    assert year.months[0][0] == date(2025, 12, 1)
    assert queries.house_year(date(2026, 11, 21)).total.amount == 1244
    assert queries.owner_year(client.owner, date(2026, 11, 21)).total.amount == 244


def test_a_managers_month_is_compared_with_the_same_days_before(django_assert_num_queries):
    client = make_client()
    for on, amount in (
        (date(2026, 10, 1), 10),
        (date(2026, 10, 20), 20),
        (date(2026, 10, 21), 40),
        (date(2026, 11, 1), 100),
    ):
        sold(client, on, amount)
    sold(client, date(2026, 11, 20), 7)
    with django_assert_num_queries(1):
        month = queries.owner_month(client.owner, date(2026, 11, 20))
    assert (month.sold.amount, month.today.amount, month.previous.amount) == (107, 7, 30)
    assert queries.owner_month(None, date(2026, 11, 20)).sold.amount == 107
    assert queries.owner_month(make_staff(), date(2026, 11, 20)).sold == queries.Sold()


def test_the_end_of_a_long_month_is_compared_with_the_whole_short_one():
    client = make_client()
    sold(client, date(2026, 2, 28), 10)
    sold(client, date(2026, 3, 2), 1)
    month = queries.owner_month(client.owner, date(2026, 3, 31))
    assert (month.sold.amount, month.previous.amount) == (1, 10)


def test_what_a_client_buys_most_comes_first():
    client, bolt, nut, back = make_client(), make_product(), make_product(), make_product()
    sold(client, date(2026, 10, 1), 10, bolt, 5)
    sold(client, date(2026, 11, 1), 30, bolt, 5)
    sold(client, date(2026, 11, 2), 90, nut, 2)
    sold(client, date(2026, 11, 2), 90, back, 2)
    sold(client, date(2026, 11, 3), -90, back, -2)
    often = queries.often_bought(client, date(2026, 1, 1))
    assert [(each.product, each.quantity, each.amount, each.times) for each in often] == [
        (nut.pk, 2, 90, 1), (bolt.pk, 10, 40, 2),
    ]  # fmt: skip


def test_a_rollup_that_differs_is_told_in_a_sentence():
    client = make_client("Zenit")
    sold(client, date(2026, 11, 2), 90)
    Month.objects.update(amount=91)
    assert list(queries.problems()) == [
        f"Zenit, {client.owner.name}, November\u00a02026: 91.00 by month, but the sales add up to 90.00."
    ]
