"""Stock and prices: what is free where, what it costs at each level, who holds it."""

import pytest
from django.utils import timezone

from kontor.orders import actions as orders
from kontor.orders.tests.make import make_goods, make_order
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db


@pytest.mark.clause("W-1.3.8")
def test_the_product_says_what_is_on_hand_reserved_free_and_who_holds_it(client) -> None:
    (product,) = make_goods(100, stock=30, name="Rotary hammer HD-2600")
    order = make_order([(product, 12)])
    orders.place(order, by=order.owner, at=timezone.now())
    client.force_login(order.owner)
    page = client.get(f"/products/{product.pk}/").content.decode()
    assert "18 pc" in page
    assert "18 free of 30" in page
    assert order.number in page


def test_the_list_finds_by_name_article_and_bar_code(client) -> None:
    (product,) = make_goods(8460, stock=80, name="Rotary hammer HD-2600", bar_codes=("4607000000017",))
    make_goods(10, name="Angle grinder")
    client.force_login(make_staff("sales_manager"))
    for text in ("hammer", product.article, "4607000000017"):
        page = client.get("/products/", {"q": text}).content.decode()
        assert "Rotary hammer" in page
        assert "Angle grinder" not in page


def test_cost_is_hidden_from_who_may_not_see_margins(client) -> None:
    (product,) = make_goods(100, cost="61.37")
    client.force_login(make_staff("warehouse"))
    assert "61.37" not in client.get(f"/products/{product.pk}/").content.decode()


def test_the_list_costs_the_same_for_few_and_many(client, django_assert_max_num_queries) -> None:
    make_goods(*range(100, 140))
    client.force_login(make_staff("sales_manager"))
    client.get("/products/")
    with django_assert_max_num_queries(16):
        client.get("/products/")


def test_the_page_explains_why_a_client_pays_this_price(client) -> None:
    order = make_order()
    product = order.lines.first().product
    client.force_login(order.owner)
    page = client.get(f"/products/{product.pk}/", {"client": order.client_id}).content.decode()
    assert f"Price for {order.client.name}" in page
    assert "promotion" in page.casefold()


def test_a_strangers_client_is_not_explained(client) -> None:
    order = make_order()
    client.force_login(make_staff("sales_manager"))
    page = client.get(f"/products/{order.lines.first().product_id}/", {"client": order.client_id}).content.decode()
    assert order.client.name not in page
