"""An exception: asked with a reason, allowed by a deputy in the absent head's name, good once and only for what was asked."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kontor.approvals import actions as approvals
from kontor.approvals import queries
from kontor.approvals.models import Request
from kontor.kernel.refusals import Refused
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_order
from kontor.parties.models import Client
from kontor.people.models import Staff, StandIn
from kontor.reports.books import prove_the_books
from kontor.shipments import actions as shipments
from kontor.shipments.tests.make import DEFERRED, make_debt, pick
from tests.office import Office, open_office

pytestmark = pytest.mark.django_db
State = Request.State


def on_credit(office: Office) -> Order:
    """An order of a client who may owe a million and owes 5,000 for nineteen days."""
    client, now = office.clients["Okna Volgi"], timezone.now()
    Client.objects.filter(pk=client.pk).update(credit_limit=Decimal(1_000_000))
    client.refresh_from_db()
    order = make_order([(office.goods[1], 10)], client=client, by=office.manager, at=now, **DEFERRED)
    orders.place(order, by=office.manager, at=now)
    make_debt(client, 5_000, order=order, due_on=_days_ago(19))
    return order


def _days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def asked(order: Order) -> Request:
    return approvals.ask(
        order, "pass_to_picking", "ship_overdue", by=order.owner, reason="He pays on Friday", at=timezone.now()
    )


def deputy_of(request: Request, office: Office) -> tuple[Staff, Staff]:
    """Whoever has to decide is away; the key-account manager stands in, by a recorded authorisation."""
    absent, deputy = office[request.decides], office["key_account_manager"]
    today = timezone.localdate()
    StandIn.objects.create(
        absent=absent, deputy=deputy, since=today, until=today, basis="order № 12", recorded_by=office["director"]
    )
    return absent, deputy


def allowed(request: Request, office: Office) -> Request:
    absent, deputy = deputy_of(request, office)
    assert request in queries.waiting_for(deputy, timezone.localdate())
    decided = approvals.decide(request, State.APPROVED, by=deputy, answer="Once", at=timezone.now())
    assert (decided.decided_by, decided.decided_for) == (deputy, absent)
    return decided


@pytest.mark.clause("W-1.3.9.1")
def test_a_late_payer_ships_once_by_the_word_of_a_deputy() -> None:
    office, now = open_office(), timezone.now()
    order = on_credit(office)
    with pytest.raises(Refused, match=r"Overdue debt 5,000\.00, 19 days"):
        shipments.pass_to_picking(order, by=order.owner, at=now)
    with pytest.raises(Refused, match="Say why"):
        approvals.ask(order, "pass_to_picking", "ship_overdue", by=order.owner, reason=" ", at=now)
    request = allowed(asked(order), office)

    shipments.release(
        pick(shipments.pass_to_picking(order, by=order.owner, at=now), office["warehouse"]),
        by=office["warehouse"], at=now, receiver="Irina Fomina",
    )  # fmt: skip
    request.refresh_from_db()
    assert request.state == State.SPENT

    following = orders.place(
        make_order([(office.goods[2], 4)], client=order.client, by=order.owner, at=now, **DEFERRED),
        by=order.owner,
        at=now,
    )
    with pytest.raises(Refused, match="Overdue debt"):
        shipments.pass_to_picking(following, by=order.owner, at=now)


@pytest.mark.clause("W-1.3.9.1")
def test_a_consent_is_void_when_the_debt_has_grown() -> None:
    office, now = open_office(), timezone.now()
    order = on_credit(office)
    allowed(asked(order), office)
    make_debt(order.client, 700, order=order, due_on=_days_ago(12), number="M-9999")
    with pytest.raises(Refused, match=r"Overdue debt 5,700\.00"):
        shipments.pass_to_picking(order, by=order.owner, at=now)
    second = asked(order)
    assert {each.state for each in Request.objects.exclude(pk=second.pk)} == {State.VOID}
    assert second.state == State.WAITING


@pytest.mark.clause("W-1.3.9.1")
def test_an_unpaid_order_is_picked_ahead_of_its_money_and_the_books_stay_whole() -> None:
    office, now = open_office(), timezone.now()
    order = make_order([(office.goods[1], 10)], client=office.clients["Okna Volgi"], by=office.manager, at=now)
    orders.place(order, by=office.manager, at=now)
    request = approvals.ask(
        order, "pass_to_picking", "pick_unpaid", by=office.manager, reason="The truck leaves at noon", at=now
    )
    with pytest.raises(Refused):
        shipments.pass_to_picking(order, by=office.manager, at=now)
    with pytest.raises(Refused):
        approvals.decide(request, State.APPROVED, by=office.manager, answer="", at=now)
    allowed(request, office)
    shipments.pass_to_picking(order, by=office.manager, at=now)
    request.refresh_from_db()
    assert request.state == State.SPENT
    assert list(prove_the_books()) == []
