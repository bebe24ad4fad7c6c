"""The order screen through the browser's door."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.utils import timezone

from kontor.orders import actions
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db


def browser(order: Order) -> Browser:
    client = Browser(headers={"accept-language": "en"})
    client.force_login(order.owner)
    return client


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_the_screen_shows_lines_stock_and_price(language: str) -> None:
    order = make_order()
    order.owner.language = language
    order.owner.save()
    answer = browser(order).get(f"/orders/{order.pk}/")
    assert answer.status_code == 200
    assert order.lines.first().product.name in answer.content.decode()


def test_a_strangers_order_is_not_found() -> None:
    order = make_order()
    client = Browser()
    client.force_login(make_staff("sales_manager"))
    assert client.get(f"/orders/{order.pk}/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_lines(django_assert_max_num_queries) -> None:
    few, many = make_order(), make_order([(product, 1) for product in make_goods(*range(100, 140))])
    for order in (few, many):
        client = browser(order)
        client.get(f"/orders/{order.pk}/")
        with django_assert_max_num_queries(45):
            client.get(f"/orders/{order.pk}/")


def test_a_changed_quantity_draws_the_body_anew() -> None:
    order = make_order()
    line = order.lines.first()
    answer = browser(order).post(
        f"/orders/{order.pk}/lines/{line.pk}/",
        {"qty": "3", "version": order.version, "op": uuid4()},
        headers={"hx-request": "true"},
    )
    assert answer.status_code == 200
    line.refresh_from_db()
    assert line.quantity == 3


@pytest.mark.parametrize("quantity", ["-1", "0", "9999999999999", "1.5", "many"])
def test_an_impossible_quantity_is_refused_in_words_and_changes_nothing(quantity: str) -> None:
    order = make_order()
    line = order.lines.first()
    answer = browser(order).post(
        f"/orders/{order.pk}/lines/{line.pk}/",
        {"qty": quantity, "version": order.version, "op": uuid4()},
        headers={"hx-request": "true"},
    )
    assert answer.status_code == 409
    assert "Traceback" not in answer.content.decode()
    line.refresh_from_db()
    assert line.quantity == 10


def test_the_second_click_changes_nothing_twice() -> None:
    order = make_order()
    (product,) = make_goods(77)
    form = {"product": product.pk, "version": order.version, "op": uuid4()}
    client = browser(order)
    for _click in range(2):
        assert client.post(f"/orders/{order.pk}/lines/", form, headers={"hx-request": "true"}).status_code == 200
    assert order.lines.get(product=product).quantity == 1


def test_the_second_person_gets_409_with_the_other_name() -> None:
    order = make_order()
    line = order.lines.first()
    head = make_staff("wholesale_head", name="Elena Sokolova")
    actions.set_line(order, line.pk, by=head, quantity=Decimal(7))
    answer = browser(order).post(
        f"/orders/{order.pk}/lines/{line.pk}/",
        {"qty": "3", "version": order.version, "op": uuid4()},
        headers={"hx-request": "true"},
    )
    assert answer.status_code == 409
    assert "Elena Sokolova" in answer.content.decode()


def test_the_type_ahead_shows_stock_and_price_of_this_client() -> None:
    order = make_order()
    make_goods(8460, stock=80, name="Rotary hammer HD-2600")
    answer = browser(order).get(f"/orders/{order.pk}/products/?q=hammer").content.decode()
    assert "Rotary hammer HD-2600" in answer
    assert "8,460.00" in answer


def test_pasted_rows_come_all_or_none_with_a_sentence_per_bad_row() -> None:
    order = make_order([])
    first, second = make_goods(10, 20)
    client = browser(order)
    bad = client.post(
        f"/orders/{order.pk}/paste/",
        {"rows": f"{first.article}\t5\nNO-SUCH\t1\n{second.article}\tmany", "op": uuid4()},
    )
    text = bad.content.decode()
    assert bad.status_code == 422
    assert "NO-SUCH" in text
    assert "Row 3" in text
    assert not order.lines.exists()
    client.post(f"/orders/{order.pk}/paste/", {"rows": f"{first.article}\t5\n{second.article};2", "op": uuid4()})
    assert [line.quantity for line in order.lines.all()] == [5, 2]


def test_a_new_order_takes_the_terms_of_the_client_and_repeats_the_last() -> None:
    last = make_order()
    actions.place(last, by=last.owner, at=timezone.now())
    client = browser(last)
    answer = client.post("/orders/new/", {"client": last.client_id, "source": "phone", "op": uuid4()})
    order = Order.objects.latest("pk")
    assert answer.status_code == 303
    client.post(f"/orders/{order.pk}/repeat/", {"op": uuid4()})
    assert order.lines.count() == 2


def test_the_journal_finds_by_number_and_client() -> None:
    order = make_order(client=make_client("Volga Electro", owner=make_staff("sales_manager")))
    client = Browser()
    client.force_login(order.client.owner)
    for text in (order.number, "volga"):
        assert order.number in client.get("/orders/", {"q": text}).content.decode()
    assert order.number not in client.get("/orders/", {"q": "nobody"}).content.decode()
