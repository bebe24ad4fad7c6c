"""What open lines of a statement pay: the facts are gathered for all lines in one go, nothing is stored."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Exists, OuterRef, Prefetch, Q

from kontor.documents.models import Document
from kontor.invoices import queries as invoices
from kontor.invoices.models import Invoice
from kontor.kernel.money import ZERO
from kontor.kernel.text import bare_name
from kontor.orders.models import Order
from kontor.parties.models import Client, ClientAccount, FirmAccount
from kontor.payments.facts import Facts, OpenInvoice, Payer, Proposal
from kontor.payments.matching import propose
from kontor.payments.models import BankLine
from kontor.receivables import queries as receivables

PAYABLE = (
    Order.Status.PLACED,
    Order.Status.PICKING,
    Order.Status.PICKED,
    Order.Status.SHIPPED,
    Order.Status.COMPLETED,
)


@dataclass(frozen=True)
class Payable:
    """A paper that still wants money: an invoice in force, or an order that has none. `order` is what gets paid."""

    paper: Document
    order_id: int
    order_number: str
    open: Decimal

    @property
    def is_order(self) -> bool:
        return self.paper.pk == self.order_id

    def as_fact(self) -> OpenInvoice:
        paper = self.paper
        return OpenInvoice(
            id=paper.pk,
            number=paper.number,
            client_id=paper.client_id or 0,
            dated_on=paper.dated_on,
            open_amount=self.open,
            currency=paper.currency,
            order_number=self.order_number,
            is_order=self.is_order,
        )


@dataclass(frozen=True)
class Table:
    """Open lines with their proposals, and the papers and clients that these name."""

    proposals: dict[int, Proposal] = field(default_factory=dict)
    payables: dict[int, Payable] = field(default_factory=dict)
    clients: dict[int, Client] = field(default_factory=dict)


def propose_all(lines: Sequence[BankLine]) -> Table:
    """A proposal for each of these lines: a constant number of queries, whatever their number. None for no line."""
    if not lines:
        return Table()
    wants = list(_open_invoices(None))
    known = {client.pk: client for client in _candidates(lines)}
    wants += _orders_without_invoice(known)
    owners = {want.paper.client.pk: want.paper.client for want in wants if want.paper.client}
    facts = _facts(known, owners, wants)
    proposals = {line.pk: propose(line, facts) for line in lines}
    return Table(proposals, {want.paper.pk: want for want in wants}, owners | known)


def payables(client: Client) -> list[Payable]:
    """Everything of a client that still wants money, the oldest first."""
    found = [*_open_invoices([client.pk]), *_orders_without_invoice([client.pk])]
    return sorted(found, key=lambda want: (want.paper.dated_on, want.paper.pk))


def _open_invoices(client_ids: list[int] | None) -> Iterator[Payable]:
    rows = invoices.unpaid(client_ids)
    numbers = Document.objects.filter(pk__in=[row.invoice.based_on_id for row in rows])
    of_order = dict(numbers.values_list("pk", "number"))
    for row in rows:
        order_id = row.invoice.based_on_id or row.invoice.pk
        yield Payable(row.invoice, order_id, of_order.get(order_id, ""), row.open)


def _orders_without_invoice(client_ids: Iterable[int]) -> list[Payable]:
    in_force = Invoice.objects.filter(based_on_id=OuterRef("pk"), status__in=[*invoices.LIVE, Invoice.Status.EXPIRED])
    found = list(
        Order.objects.filter(client_id__in=list(client_ids), status__in=PAYABLE, total__gt=0)
        .exclude(Exists(in_force))
        .select_related("client")
        .order_by("dated_on", "pk")
    )
    paid = receivables.paid([order.pk for order in found])
    rows = [Payable(order, order.pk, order.number, order.total - paid[order.pk]) for order in found]
    return [row for row in rows if row.open > 0]


def _candidates(lines: Iterable[BankLine]) -> list[Client]:
    """Clients who have the tax id, the account or the name of a payer."""
    by = [(line.tax_id, line.other_account, bare_name(line.name)) for line in lines]
    tax_ids, accounts, names = ({value for value in column if value} for column in zip(*by, strict=True))
    of_account = ClientAccount.objects.filter(number__in=accounts).values("client")
    return list(
        Client.objects.filter(Q(tax_id__in=tax_ids) | Q(bare_name__in=names) | Q(pk__in=of_account))
        .select_related("owner")
        .prefetch_related(Prefetch("accounts", ClientAccount.objects.order_by("id")))
        .order_by("pk")
    )


def _facts(known: dict[int, Client], owners: dict[int, Client], wants: Iterable[Payable]) -> Facts:
    accounts = list(FirmAccount.objects.select_related("firm"))
    payers = [_payer(client) for client in known.values()]
    payers += [Payer(pk, client.name) for pk, client in owners.items() if pk not in known]
    return Facts(
        payers=payers,
        invoices=[want.as_fact() for want in wants],
        own_accounts={account.number for account in accounts},
        own_tax_ids={account.firm.tax_id for account in accounts},
    )


def _payer(client: Client) -> Payer:
    numbers = tuple(account.number for account in client.accounts.all())
    return Payer(client.pk, client.name, (client.tax_id,) if client.tax_id else (), numbers)


def still_to_prepay(orders: Iterable[Order]) -> dict[int, Decimal]:
    """What each order still wants before it may be picked (W-1.3.9.1)."""
    found = list(orders)
    paid = receivables.paid([order.pk for order in found])
    return {order.pk: max(order.must_prepay - paid[order.pk], ZERO) for order in found}
