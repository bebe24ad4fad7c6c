"""`kontor check`: clean on an empty house and after real work; each thing broken on purpose is named."""

from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from kontor.approvals import actions as approvals
from kontor.approvals.models import Request
from kontor.approvals.tests.make import make_request
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_order
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff
from kontor.receivables import actions as receivables
from kontor.reports.queries import prove_the_books
from kontor.turnover.models import Month

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate()


def break_it(statement: str, *values: object) -> list[str]:
    """Change a row past every rule, and ask what does not add up."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET session_replication_role = DEFAULT")
    return list(prove_the_books())


@pytest.fixture
def order() -> Order:
    """A placed order, its client charged and paid: books with something in each."""
    by = make_staff("sales_manager")
    placed = orders.place(make_order(by=by), by=by, at=NOW)
    assert list(prove_the_books()) == []
    return placed


def test_an_empty_house_is_whole() -> None:
    assert list(prove_the_books()) == []


def test_a_used_consent_leaves_the_books_whole() -> None:
    head = make_staff("office_head")
    request = make_request()
    approvals.decide(request, "approved", by=head, answer="", at=NOW)
    orders.place(request.document.as_order, by=request.asked_by, at=NOW)
    assert list(prove_the_books()) == []
    (problem,) = break_it("UPDATE approvals_request SET decided_by_id = NULL")
    assert "given by nobody" in problem and request.document.number in problem
    assert Request.objects.get().state == "spent"


def test_a_balance_of_goods_that_is_not_its_movements_is_named(order: Order) -> None:
    article = order.lines.first().product.article
    (problem,) = break_it(
        "UPDATE stock_balance SET on_hand = on_hand + 1 WHERE product_id = %s", order.lines.first().product_id
    )
    assert article in problem and "101" in problem and "100" in problem


def test_goods_promised_without_a_reservation_are_named(order: Order) -> None:
    problems = break_it("UPDATE stock_reservation SET quantity = quantity - 1 WHERE line = %s", order.lines.first().pk)
    assert len(problems) == 1 and order.lines.first().product.article in problems[0]


def test_goods_held_for_a_cancelled_order_are_named(order: Order) -> None:
    (problem,) = break_it("UPDATE documents_document SET status = 'cancelled' WHERE id = %s", order.pk)
    assert order.number in problem and "still held" in problem


def test_a_number_that_stands_on_no_paper_is_named(order: Order) -> None:
    (problem,) = break_it("UPDATE documents_series SET next = next + 1 WHERE kind = 'order'")
    head, _dash, last = order.number.rpartition("-")
    assert f"{head}-{int(last) + 1}".lstrip("-") in problem


def test_a_paper_without_an_entry_in_the_timeline_is_named(order: Order) -> None:
    (problem,) = break_it("DELETE FROM timeline_event WHERE document_id = %s", order.pk)
    assert order.number in problem


def test_a_total_that_is_not_its_lines_is_named(order: Order) -> None:
    (problem,) = break_it("UPDATE documents_document SET total = total + 1 WHERE id = %s", order.pk)
    assert order.number in problem
    assert "2,001.00" in problem and "2,000.00" in problem


def test_a_balance_of_a_client_that_is_not_its_entries_is_named(order: Order) -> None:
    receivables.charge(order.client, order.firm, order, order, Decimal(100), TODAY, TODAY)
    assert list(prove_the_books()) == []
    (problem,) = break_it("UPDATE receivables_balance SET amount = amount - 5")
    assert order.client.name in problem and "95.00" in problem


def test_money_of_one_client_on_the_order_of_another_is_named(order: Order) -> None:
    stranger = orders.start(make_client(), by=order.owner, at=NOW)
    receivables.settle(order.client, order.firm, order, Decimal(50), TODAY)
    receivables.allocate(order, order, Decimal(50), order.owner, TODAY)
    assert list(prove_the_books()) == []
    (problem,) = break_it("UPDATE receivables_allocation SET order_id = %s", stranger.pk)
    assert "another client" in problem and stranger.number in problem


def test_a_payment_that_is_posted_but_not_booked_is_named(order: Order) -> None:
    (problem,) = break_it(
        "UPDATE documents_document SET kind = 'payment', status = 'posted' WHERE id = %s RETURNING 1",
        stranger_paper(order),
    )
    assert "stands in the ledger" in problem


def stranger_paper(order: Order) -> int:
    """A paper with a sum and an entry, that has no lines to disagree with."""
    paper = orders.start(order.client, by=order.owner, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE documents_document SET total = 70 WHERE id = %s", [paper.pk])
        cursor.execute("DELETE FROM orders_order WHERE document_id = %s", [paper.pk])
        cursor.execute("DELETE FROM documents_series")
    return paper.pk


def test_a_month_that_is_not_its_sales_is_named(order: Order) -> None:
    assert not Month.objects.exists()
    (problem,) = break_it(
        "INSERT INTO turnover_month (month, client_id, owner_id, amount, vat, cost) VALUES (%s, %s, %s, 10, 1, 5)",
        TODAY.replace(day=1), order.client_id, order.owner_id,
    )  # fmt: skip
    assert order.client.name in problem


def test_the_proof_asks_a_constant_number_of_statements(order: Order, django_assert_max_num_queries) -> None:
    make_order()
    with django_assert_max_num_queries(18):
        list(prove_the_books())
