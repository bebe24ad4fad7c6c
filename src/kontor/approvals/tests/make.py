"""Plain makers of requests for the tests of every app."""

from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from kontor.approvals import actions
from kontor.approvals.models import Request
from kontor.orders.actions import set_line
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff

MARGIN = "margin_below_floor"


def make_cheap_order(
    discount: str = "55", *, by: Staff | None = None, quantity: int = 10, grade: str = "C", **terms: object
) -> Order:
    """An order of a product that costs 50 and lists at 122 with VAT, sold with a discount: 55% leaves a margin below zero."""
    by = by or make_staff("sales_manager")
    client = make_client(owner=by, grade=grade)
    order = make_order([(make_goods(122, cost=50)[0], quantity)], client=client, by=by, **terms)
    return set_line(order, order.lines.get().pk, by=by, discount=Decimal(discount))


def make_request(
    order: Order | None = None, *, reason: str = "A competitor offers 54.90", at: datetime | None = None
) -> Request:
    """A discount below the floor, asked for: 45% leaves a margin of 9.1%."""
    order = order or make_cheap_order("45")
    return actions.ask(order, "place", MARGIN, by=order.owner, reason=reason, at=at or timezone.now())
