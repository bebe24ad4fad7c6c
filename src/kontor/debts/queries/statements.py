"""Reconciliation statements: for whom and for which period, what is unsigned, what has changed since."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, QuerySet

from kontor.debts.models import Reconciliation
from kontor.parties.models import Client, Firm
from kontor.people.models import Staff
from kontor.receivables.models import Balance, Entry
from kontor.receivables.queries import statement

Status = Reconciliation.Status
OPEN = (Status.DRAFT, Status.SENT, Status.DISPUTED)


def journal(viewer: Staff, state: str = "") -> QuerySet[Reconciliation]:
    """The statements the viewer may see; `open`: those not yet signed."""
    found: QuerySet[Reconciliation] = Reconciliation.objects.visible_to(viewer).select_related(
        "client", "owner", "firm"
    )
    if state == "open":
        return found.filter(status__in=OPEN)
    return found.filter(status=state) if state in Status else found


def unsigned(viewer: Staff) -> QuerySet[Reconciliation]:
    """Sent and not signed, the longest out first (W-1.3.3.5b)."""
    return journal(viewer, "open").order_by(F("sent_on").asc(nulls_last=True), "pk")


def firms_of(client: Client) -> list[Firm]:
    """Our firms with which the client has an account; the one with the largest balance first."""
    rows = Balance.objects.filter(client=client).select_related("firm").order_by("-amount", "id")
    return [row.firm for row in rows]


def movers(viewer: Staff, firm: Firm, since: date, until: date) -> QuerySet[Client]:
    """Clients of the viewer who owed or traded with a firm in the period: who gets a statement."""
    moved = Entry.objects.filter(firm=firm, on__range=(since, until)).values("client_id")
    owed = Balance.objects.filter(firm=firm).exclude(amount=0).values("client_id")
    clients = Client.objects.visible_to(viewer)
    return (clients.filter(pk__in=moved) | clients.filter(pk__in=owed)).distinct().order_by("sort_key", "id")


def last_quarter(today: date) -> tuple[date, date]:
    """The calendar quarter that ended last."""
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    until = first - timedelta(days=1)
    return date(until.year, until.month - 2, 1), until


def changed_since(paper: Reconciliation) -> Decimal:
    """By how much the closing balance in the ledger differs from the one on the paper; zero when it is as printed."""
    return statement(paper.client, paper.firm, paper.since, paper.until).closing - paper.closing
