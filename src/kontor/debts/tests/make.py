"""Plain makers of debts."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from kontor.documents.models import Document
from kontor.documents.tests.make import make_paper
from kontor.parties.models import Client
from kontor.receivables import actions as receivables


def make_debt(client: Client, amount: int | str, *, late: int = 10, on: date | None = None) -> Document:
    """A shipment of an order that was charged and whose day of payment was `late` days ago."""
    today = on or timezone.localdate()
    order = make_paper("order", client=client, total=Decimal(amount), on=today - timedelta(days=late + 30))
    shipment = make_paper(
        "shipment", client=client, total=Decimal(amount), on=today - timedelta(days=late + 20), based_on=order
    )
    receivables.charge(
        client, order.firm, shipment, order, Decimal(amount), shipment.dated_on, today - timedelta(days=late)
    )
    return order


def make_payment(
    client: Client, amount: int | str, *, order: Document | None = None, on: date | None = None
) -> Document:
    """Money on the account, allocated to the order if one is named."""
    today = on or timezone.localdate()
    payment = make_paper("payment", client=client, total=Decimal(amount), on=today)
    receivables.settle(client, payment.firm, payment, Decimal(amount), today)
    if order:
        receivables.allocate(payment, order, Decimal(amount), by=client.owner, on=today)
    return payment
