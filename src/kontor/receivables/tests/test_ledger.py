"""What clients owe: entries and balance, allocation, age, statement."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kontor.documents.tests.make import make_paper
from kontor.kernel.refusals import Refused
from kontor.parties.tests.make import make_client, make_firm
from kontor.receivables import actions, queries
from kontor.receivables.models import Allocation, Balance, Entry

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 20)


def charged(order, amount, on=DAY, due_on=None):
    """A shipment of an order that was charged."""
    shipment = make_paper("shipment", client=order.client, total=amount)
    actions.charge(order.client, order.firm, shipment, order, Decimal(amount), on, due_on or on)
    return shipment


def received(client, amount, on=DAY):
    """A payment that was booked."""
    payment = make_paper("payment", client=client, total=amount)
    actions.settle(client, payment.firm, payment, Decimal(amount), on)
    return payment


def whole():
    return list(queries.problems()) == []


def test_balance_is_the_sum_of_entries_and_a_paper_counts_once():
    order = make_paper(total=100)
    shipment, payment = charged(order, 100), received(order.client, 30)
    assert not actions.charge(order.client, order.firm, shipment, order, Decimal(100), DAY, DAY)
    assert not actions.settle(order.client, order.firm, payment, Decimal(30), DAY)
    assert queries.balance(order.client) == queries.balance(order.client, order.firm) == 70
    actions.refund(order.client, order.firm, make_paper("refund", client=order.client), Decimal(10), DAY)
    actions.correct(order.client, order.firm, make_paper("correction", client=order.client), Decimal(-5), DAY)
    assert queries.balances([order.client_id]) == {order.client_id: 75}
    assert whole()


def test_an_entry_is_above_zero():
    order = make_paper()
    with pytest.raises(ValueError):
        actions.charge(order.client, order.firm, order, order, Decimal(0), DAY, DAY)


def test_a_reversed_paper_owes_nothing_and_once_only():
    order = make_paper(total=100)
    shipment = charged(order, 100)
    assert actions.reverse(shipment, DAY)
    assert not actions.reverse(shipment, DAY)
    assert queries.balance(order.client) == 0
    assert queries.open_items([order.client], DAY) == []
    assert whole()


def test_part_of_a_payment_pays_an_order_and_the_rest_is_the_clients_advance():
    order = make_paper(total=100)
    payment = received(order.client, 150)
    actions.allocate(payment, order, Decimal(100), order.owner, DAY)
    assert queries.paid([order.pk]) == {order.pk: 100}
    assert queries.unallocated(payment) == 50
    assert queries.paid_by(order) == [(payment, 100)]
    assert queries.allocated(payment) == [(order, 100)]
    assert queries.advances([order.client_id], DAY) == {order.client_id: 50}


@pytest.mark.parametrize(
    ("amount", "code"),
    [(0, "not_positive"), (-1, "not_positive"), (61, "more_than_paid"), (51, "more_than_owed")],
)
def test_an_allocation_never_exceeds_payment_and_order(amount, code):
    order = make_paper(total=50)
    payment = received(order.client, 60)
    with pytest.raises(Refused) as refused:
        actions.allocate(payment, order, Decimal(amount), order.owner, DAY)
    assert code in [refusal.code for refusal in refused.value.refusals]
    assert not Allocation.objects.exists()


def test_beyond_the_order_only_when_said():
    order = make_paper(total=50)
    payment = received(order.client, 60)
    actions.allocate(payment, order, Decimal(60), order.owner, DAY, beyond_order=True)
    assert queries.paid([order.pk]) == {order.pk: 60}


def test_money_of_one_client_pays_no_order_of_another():
    order, stranger = make_paper(total=50), make_client()
    with pytest.raises(Refused) as refused:
        actions.allocate(received(stranger, 60), order, Decimal(10), order.owner, DAY)
    assert [refusal.code for refusal in refused.value.refusals] == ["another_client"]


def test_money_in_one_currency_pays_no_order_in_another():
    order = make_paper(total=50, currency="CNY")
    with pytest.raises(Refused) as refused:
        actions.allocate(received(order.client, 60), order, Decimal(10), order.owner, DAY)
    assert [refusal.code for refusal in refused.value.refusals] == ["another_currency"]


def test_an_allocation_can_be_taken_back_but_not_twice():
    order = make_paper(total=100)
    payment = received(order.client, 100)
    actions.allocate(payment, order, Decimal(100), order.owner, DAY)
    assert actions.unallocate(payment, order, order.owner, DAY, Decimal(40)) == 40
    with pytest.raises(Refused) as refused:
        actions.unallocate(payment, order, order.owner, DAY, Decimal(61))
    assert refused.value.refusals[0].code == "more_than_allocated"
    assert actions.unallocate(payment, order, order.owner, DAY) == 60
    assert actions.unallocate(payment, order, order.owner, DAY) == 0
    assert queries.unallocated(payment) == 100
    assert whole()


def test_money_for_an_order_pays_its_charges_in_their_order():
    order = make_paper(total=100)
    charged(order, 40, DAY - timedelta(days=30), DAY - timedelta(days=20))
    second = charged(order, 60, DAY - timedelta(days=9), DAY - timedelta(days=2))
    actions.allocate(received(order.client, 55), order, Decimal(55), order.owner, DAY)
    (item,) = queries.open_items([order.client], DAY)
    assert (item.document, item.open, item.days_late(DAY)) == (second.pk, 45, 2)
    assert [each.open for each in queries.open_items([order.client], DAY - timedelta(days=1))] == [40, 60]


def test_debts_fall_into_ages():
    order = make_paper(total=1000)
    for late in (-5, 0, 1, 7, 8, 30, 31, 60, 61, 90):
        charged(order, 10, DAY - timedelta(days=100), DAY - timedelta(days=late))
    aged = queries.ageing([order.client], DAY)[order.client_id]
    assert (aged.not_due, aged.to_7, aged.to_30, aged.to_60, aged.over_60) == (20, 20, 20, 20, 20)
    assert (aged.overdue, aged.total, aged.oldest_days) == (80, 100, 90)


def test_exposure_tells_how_it_adds_up():
    client = make_client(credit_limit=Decimal(500))
    order = make_paper(client=client, total=400)
    charged(order, 400, DAY - timedelta(days=20), DAY - timedelta(days=3))
    received(client, 50)
    found = queries.exposure(client, Decimal(200), on=DAY)
    assert (found.debt, found.overdue, found.oldest_days, found.advance) == (400, 400, 3, 50)
    assert (found.used, found.left) == (550, -50)
    assert found.explain == (
        "400.00 is shipped and unpaid.",
        "Of this 400.00 is late, the oldest by 3 days.",
        "50.00 has come and pays no order yet.",
        "200.00 is ordered, neither shipped nor paid.",
        "550.00 is used, the limit of 500.00 is exceeded by 50.00.",
    )


def test_who_owes_nothing_has_the_whole_limit():
    found = queries.exposure(make_client(credit_limit=Decimal(500)), on=DAY)
    assert (found.used, found.left) == (0, 500)
    assert found.explain == ("0.00 of the limit of 500.00 is used, 500.00 is left.",)
    assert queries.exposure(make_client(), on=DAY).explain == ("No credit limit is agreed.",)


def test_a_statement_runs_from_opening_to_closing(django_assert_num_queries):
    order = make_paper(total=300)
    charged(order, 100, DAY - timedelta(days=40))
    charged(order, 200, DAY - timedelta(days=5))
    payment = received(order.client, 120, DAY)
    received(order.client, 7, DAY + timedelta(days=1))
    with django_assert_num_queries(2):
        found = queries.statement(order.client, order.firm, DAY - timedelta(days=30), DAY)
    assert (found.opening, found.debit, found.credit, found.closing) == (100, 200, 120, 180)
    assert [(row.label, row.debit, row.credit, row.balance) for row in found.rows] == [
        ("shipment", 200, 0, 300), ("payment", 0, 120, 180),
    ]  # fmt: skip
    assert found.rows[1].number == payment.number


def test_how_late_a_client_pays_is_weighed_by_sums():
    order = make_paper(total=400)
    charged(order, 100, DAY - timedelta(days=40), DAY - timedelta(days=30))
    charged(order, 300, DAY - timedelta(days=20), DAY - timedelta(days=10))
    payment = received(order.client, 400, DAY)
    actions.allocate(payment, order, Decimal(100), order.owner, DAY - timedelta(days=30))
    actions.allocate(payment, order, Decimal(300), order.owner, DAY - timedelta(days=6))
    assert queries.pays_on_average(order.client, DAY) == 3
    assert queries.pays_on_average(make_client(), DAY) is None


def test_books_that_do_not_add_up_are_told_in_a_sentence():
    order = make_paper(client=make_client("Zenit"), total=100)
    payment = received(order.client, 100)
    actions.allocate(payment, order, Decimal(100), order.owner, DAY)
    Balance.objects.update(amount=5)
    Entry.objects.update(amount=-90)
    assert list(queries.problems()) == [
        f"Zenit, {make_firm().name}: the balance is 5.00, but the entries add up to −90.00.",
        f"Payment {payment.number}: 100.00 is allocated, but only 90.00 is booked.",
    ]


def test_booking_takes_one_statement_and_allocating_few(django_assert_num_queries):
    order = make_paper(total=100)
    shipment = make_paper("shipment", client=order.client)
    with django_assert_num_queries(1):
        actions.charge(order.client, order.firm, shipment, order, Decimal(10), DAY, DAY)
    payment = received(order.client, 100)
    with django_assert_num_queries(5):  # two of them are the savepoint of this test
        actions.allocate(payment, order, Decimal(10), order.owner, DAY)
