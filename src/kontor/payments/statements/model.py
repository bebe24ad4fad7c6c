"""What a bank statement says, whatever the format it came in. Amounts are in the account's currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class UnreadableStatement(ValueError):
    """The file cannot be used at all. The message is a sentence for the user: where it breaks, and how."""


class Direction(StrEnum):
    """Which way the money went, seen from us."""

    IN = "in"
    OUT = "out"
    INTERNAL = "internal"
    """Between two of our own accounts."""
    UNKNOWN = "unknown"
    """The file names none of our accounts; a person has to say."""


class Kind(StrEnum):
    """The bank's document behind a line."""

    PAYMENT_ORDER = "payment_order"
    BANK_ORDER = "bank_order"
    PAYMENT_CLAIM = "payment_claim"
    COLLECTION_ORDER = "collection_order"
    MEMORIAL_ORDER = "memorial_order"
    SETTLEMENT_ORDER = "settlement_order"
    CASH_ORDER = "cash_order"
    LETTER_OF_CREDIT = "letter_of_credit"
    FAST_PAYMENT = "fast_payment"
    OTHER = "other"


class Severity(StrEnum):
    """ERROR: a person must confirm before the file is taken in. WARNING: good to know."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """Something in the file that a person should know; `line` counts from 1, 0 means the file as a whole."""

    code: str
    sentence: str
    line: int = 0
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class Party:
    """One side of a payment, as the bank wrote it; what it did not write is empty."""

    name: str = ""
    tax_id: str = ""
    kpp: str = ""
    account: str = ""
    bic: str = ""
    bank: str = ""


@dataclass(frozen=True)
class AccountPeriod:
    """What the bank says of one account over some days. A balance that it does not state is None."""

    account: str
    since: date | None
    until: date | None
    opening: Decimal | None
    received: Decimal
    written_off: Decimal
    closing: Decimal | None
    currency: str = "RUB"


@dataclass(frozen=True)
class StatementLine:
    """One movement of money. `amount` is above zero; `direction` says which way.

    `account` is ours (of an internal transfer, the one that paid). `key` is the same in every file that shows this
    movement, so a file that overlaps an earlier one adds nothing. `raw` keeps all that the bank wrote.
    """

    account: str
    direction: Direction
    posted_on: date
    number: str
    dated_on: date
    amount: Decimal
    currency: str
    payer: Party
    payee: Party
    purpose: str
    kind: Kind = Kind.OTHER
    line: int = 0
    raw: Mapping[str, str] = field(default_factory=dict, repr=False)
    key: str = ""

    @property
    def counterparty(self) -> Party:
        """The other side: who paid us, or whom we paid."""
        return self.payer if self.direction is Direction.IN else self.payee


@dataclass(frozen=True)
class Statement:
    """A whole file. `sha256` of its bytes recognises the very same file."""

    format: str
    sha256: str
    accounts: tuple[AccountPeriod, ...]
    lines: tuple[StatementLine, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def to_confirm(self) -> tuple[Problem, ...]:
        """The problems that a person must accept before the file is taken in."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)
