"""The debt table: sums of the ledger, age, as of a day, own or all."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kontor.contacts.tests.make import make_contact
from kontor.debts import queries
from kontor.debts.tests.make import make_debt, make_payment
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff
from kontor.receivables.queries import balance

pytestmark = [pytest.mark.django_db, pytest.mark.clause("W-1.3.3.3a")]


@pytest.fixture
def anna():
    return make_staff("sales_manager", name="Anna Lindqvist")


@pytest.fixture
def today():
    return timezone.localdate()


def test_each_client_and_document_stands_with_paid_rest_age_and_words(anna, today):
    client = make_client("Volga Electro", owner=anna)
    late, fresh = make_debt(client, 112_300, late=19), make_debt(client, 303_800, late=-11)
    make_payment(client, 12_300, order=late)
    make_payment(client, 5_000)
    make_contact(client, said="The director signs on Mondays.")
    (row,) = queries.debt_table(anna, today).rows
    assert [(item.order, item.open, item.days_late(today)) for item in row.items] == [
        (late.pk, 100_000, 19),
        (fresh.pk, 303_800, -11),
    ]
    assert (row.age.overdue, row.age.to_30, row.age.not_due, row.advance) == (
        100_000,
        100_000,
        303_800,
        5_000,
    )
    assert row.last.said == "The director signs on Mondays."
    assert row.expected_on(row.items[0]) == today - timedelta(days=19)


def test_the_total_of_a_client_is_the_balance_of_the_ledger(anna, today):
    for debt, paid in ((500, 200), (900, 900), (100, 0)):
        client = make_client(owner=anna)
        order = make_debt(client, debt)
        if paid:
            make_payment(client, paid, order=order)
    table = queries.debt_table(anna, today)
    for row in table.rows:
        assert row.age.total - row.advance == row.balance == balance(row.client)
    assert table.age.total - table.advance == table.balance == 400


def test_the_table_can_be_read_as_of_a_past_day(anna, today):
    client = make_client(owner=anna)
    order = make_debt(client, 500, late=10)
    make_payment(client, 500, order=order)
    assert queries.debt_table(anna, today).rows == []
    (row,) = queries.debt_table(anna, today - timedelta(days=3)).rows
    assert (row.age.overdue, row.age.oldest_days) == (500, 7)


def test_a_manager_sees_own_clients_and_the_head_all(anna, today):
    make_debt(make_client(owner=anna), 100)
    make_debt(make_client(), 900, late=40)
    head = make_staff("wholesale_head")
    assert queries.debt_table(anna, today).age.total == 100
    table = queries.debt_table(head, today)
    assert [row.age.total for row in table.rows] == [900, 100] and table.late == 2
    assert [row.age.total for row in queries.debt_table(head, today, only="60").rows] == [900]


def test_pages_follow_one_another_without_gap(anna, today, django_assert_num_queries):
    for amount in range(1, 6):
        make_debt(make_client(owner=anna), amount * 100)
    seen, after = [], ""
    for _page in range(3):
        table = queries.debt_table(anna, today, after=after, size=2)
        seen += [row.age.total for row in table.rows]
        after = table.after
    assert seen == [500, 400, 300, 200, 100] and not after
    with django_assert_num_queries(10):
        queries.debt_table(anna, today, size=5)
