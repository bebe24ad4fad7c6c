"""What a proposal is made from and what it is: plain data, without tables."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Protocol, TypeVar

from kontor.kernel.text import bare_name
from kontor.payments.references import readings
from kontor.payments.statements.model import Party

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Allocation = tuple[int, Decimal]
"""Which invoice gets how much."""


class Incoming(Protocol):
    """What is asked of an incoming line; a `StatementLine` has it."""

    @property
    def amount(self) -> Decimal: ...
    @property
    def currency(self) -> str: ...
    @property
    def payer(self) -> Party: ...
    @property
    def purpose(self) -> str: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True)
class Payer:
    """A client who may have paid, with all the tax ids and accounts known of him."""

    client_id: int
    name: str
    tax_ids: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenInvoice:
    """An invoice, or an order without one, that is not paid in full; `open_amount` is what is missing.

    An order (`is_order`) is named by its own number only, never by that of an invoice.
    """

    id: int
    number: str
    client_id: int
    dated_on: date
    open_amount: Decimal
    currency: str = "RUB"
    order_number: str = ""
    is_order: bool = False


@dataclass(frozen=True)
class Reason:
    """Something that speaks for the proposal, or a doubt, as a sentence for the user."""

    code: str
    sentence: str


@dataclass(frozen=True)
class Proposal:
    """What the sum should be booked as. With a client, allocations and advance make up the whole sum.

    `sure` proposals may be confirmed together; every other one has a `question`.
    """

    client_id: int | None
    allocations: tuple[Allocation, ...]
    advance: Decimal
    reasons: tuple[Reason, ...]
    sure: bool
    question: str


@dataclass(frozen=True)
class Facts:
    """What is known on the morning of the statement."""

    payers: Sequence[Payer]
    invoices: Sequence[OpenInvoice]
    own_accounts: Collection[str] = ()
    own_tax_ids: Collection[str] = ()

    def name_of(self, client_id: int) -> str:
        return self._names.get(client_id, str(client_id))

    @cached_property
    def by_tax_id(self) -> dict[str, list[Payer]]:
        return _index((tax_id, one) for one in self.payers for tax_id in one.tax_ids if tax_id)

    @cached_property
    def by_account(self) -> dict[str, list[Payer]]:
        return _index((account, one) for one in self.payers for account in one.accounts if account)

    @cached_property
    def by_name(self) -> dict[str, list[Payer]]:
        return _index((bare_name(one.name), one) for one in self.payers if one.name)

    @cached_property
    def by_number(self) -> dict[tuple[str, ...], list[OpenInvoice]]:
        return _index(
            (reading, one)
            for one in self.invoices
            if not one.is_order
            for reading in readings(one.number, one.dated_on.year)
        )

    @cached_property
    def by_order(self) -> dict[tuple[str, ...], list[OpenInvoice]]:
        return _index(
            (reading, one) for one in self.invoices for reading in readings(one.order_number, one.dated_on.year)
        )

    @cached_property
    def by_client(self) -> dict[int, list[OpenInvoice]]:
        """Open invoices of each client, the oldest first."""
        oldest_first = sorted(self.invoices, key=lambda one: (one.dated_on, one.id))
        return _index((one.client_id, one) for one in oldest_first)

    @cached_property
    def _names(self) -> dict[int, str]:
        return {one.client_id: one.name for one in self.payers}


def _index(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    index: dict[K, list[V]] = {}
    for key, value in pairs:
        index.setdefault(key, []).append(value)
    return index
