"""What the order screen tells beside the lines: what is left of a part shipment, and the one next step."""

from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.invoices import actions as invoices
from kontor.orders import actions
from kontor.orders.models import Line
from kontor.orders.screen import screen
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db


def test_a_line_shipped_in_part_says_what_is_left() -> None:
    (product,) = make_goods(100)
    order = make_order([(product, 30)])
    actions.place(order, by=order.owner, at=timezone.now())
    Line.objects.filter(order_id=order.pk).update(shipped=Decimal(28))
    shown = screen(order, order.owner, timezone.localdate())
    assert shown.partly
    assert shown.positions[0].left == 2


def test_one_next_step_is_primary_and_an_invoiced_order_is_not_invoiced_again() -> None:
    manager = make_staff("sales_manager")
    client = make_client("Volga Electro", owner=manager, full_name="Volga Electro LLC", tax_id="6312345672")
    order = make_order(client=client, by=manager)
    actions.place(order, by=manager, at=timezone.now())
    order.refresh_from_db()
    names = [verb.name for verb in screen(order, manager, timezone.localdate()).buttons if verb.tone == "primary"]
    assert names == ["invoice"]
    invoices.issue(order, by=manager, at=timezone.now())
    shown = screen(order, manager, timezone.localdate())
    assert [verb.name for verb in shown.buttons if verb.tone == "primary"] == ["pass_to_picking"]
    assert "invoice" not in {verb.name for verb in shown.verbs}


def test_a_short_line_of_a_placed_order_says_that_purchasing_was_asked() -> None:
    (product,) = make_goods(100, stock=5)
    order = make_order([(product, 12)])
    actions.place(order, by=order.owner, at=timezone.now())
    order.refresh_from_db()
    assert screen(order, order.owner, timezone.localdate()).positions[0].requested == 7
