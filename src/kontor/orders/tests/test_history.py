"""What an order keeps: how the request came, its terms, and the whole history of its changes."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from kontor.orders import actions
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff
from kontor.stock.tests.make import make_warehouse
from kontor.timeline.queries import of_document

pytestmark = pytest.mark.django_db


@pytest.mark.clause("W-1.3.2.1a")
def test_an_order_keeps_how_and_when_the_request_came_in_the_clients_own_words(client) -> None:
    manager = make_staff("sales_manager")
    volga = make_client("Volga Electro", owner=manager)
    make_order([], client=volga, by=manager)
    client.force_login(manager)
    words = "Please hold 40 hammers until Friday"
    before = timezone.now()
    client.post("/orders/new/", {"client": volga.pk, "source": "email", "request_text": words, "op": uuid4()})
    order = Order.objects.latest("pk")
    assert (order.source, order.request_text) == ("email", words)
    assert before <= order.received_at <= timezone.now()
    assert order.warehouse == make_warehouse()


@pytest.mark.clause("W-1.3.4")
def test_a_placed_order_is_changed_only_with_a_reason_and_its_history_tells_everything() -> None:
    (product,) = make_goods(100)
    order = make_order([(product, 2)], delivery_method="courier", delivery_address="Samara, dock 2")
    actions.place(order, by=order.owner, at=timezone.now())
    actions.reopen(order, by=order.owner, reason="two more are wanted", at=timezone.now())
    actions.set_line(order, order.lines.get().pk, by=order.owner, quantity=Decimal(4))
    placed = actions.place(order, by=order.owner, at=timezone.now())
    told = [(event.kind, event.said) for event in of_document(order, order.owner)]
    assert [kind for kind, _said in told] == ["order.placed", "order.reopened", "order.placed", "order.entered"]
    assert told[1][1] == "two more are wanted"
    assert (placed.delivery_address, placed.total) == ("Samara, dock 2", Decimal(400))
