"""Plain makers of papers for the tests of every app."""

from datetime import date
from decimal import Decimal
from itertools import count

from kontor.documents.models import Document
from kontor.parties.models import Client, Firm
from kontor.parties.tests.make import make_client, make_firm
from kontor.people.models import Staff

_numbers = count(1)


def make_paper(
    kind: str = "order",
    *,
    client: Client | None = None,
    total: Decimal | int = 0,
    firm: Firm | None = None,
    owner: Staff | None = None,
    on: date = date(2026, 11, 20),
    **columns: object,
) -> Document:
    """The head of a paper without its kind's own columns: enough for whoever only points at papers."""
    client = client or make_client()
    return Document.objects.create(
        kind=kind, number=f"{kind}-{next(_numbers)}", dated_on=on, year=on.year, firm=firm or make_firm(), client=client,
        office=client.office, owner=owner or client.owner, status="open", total=Decimal(total), **columns,
    )  # fmt: skip
