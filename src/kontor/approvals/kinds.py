"""The kinds of consents: what may be asked for, which facts a consent is bound to, and which table routes it.

An app that owns a refusal enters the kind of consent that lifts it (`verbs.py`). What stands beside a request, the client's
year or the price by the list, lies in apps above this one: they enter who tells it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from django.utils.functional import Promise

from kontor.approvals.tables import Column, Rule

if TYPE_CHECKING:
    from kontor.approvals.models import Request
    from kontor.people.models import Staff

Text = str | Promise


@dataclass(frozen=True)
class ConsentKind:
    """`worse_up` and `worse_down` name the facts whose growth or fall makes a given consent void.

    `headline` says in a few words what is asked, with the facts as `{fact}`: "margin {margin} on {total}".
    """

    code: str
    label: Text
    table: str
    worse_up: tuple[str, ...] = ()
    worse_down: tuple[str, ...] = ()
    days: int = 3  # how long a consent holds unless the approver says otherwise
    headline: Text = ""


@dataclass(frozen=True)
class TableKind:
    """A decision table as it is built in: title, columns and the first version's rules."""

    code: str
    title: Text
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]
    clause: str = ""


@dataclass(frozen=True)
class Compared:
    """A row of the comparison: what the rules give, what is asked, and by how much it differs."""

    label: Text
    usual: Decimal
    asked: Decimal
    unit: Literal["money", "percent"] = "money"

    @property
    def difference(self) -> Decimal:
        return self.asked - self.usual


@dataclass(frozen=True)
class Fact:
    label: Text
    value: str
    tone: str = ""


@dataclass(frozen=True)
class Beside:
    """What the approver sees beside a request."""

    compared: tuple[Compared, ...] = ()
    facts: tuple[Fact, ...] = ()


Teller = Callable[["Request", "Staff", date], Beside]


@dataclass
class Kinds:
    consents: dict[str, ConsentKind] = field(default_factory=dict)
    tables: dict[str, TableKind] = field(default_factory=dict)
    tellers: list[Teller] = field(default_factory=list)


KINDS = Kinds()


def add_table(table: TableKind) -> None:
    KINDS.tables[table.code] = table


def add(*kinds: ConsentKind) -> None:
    for kind in kinds:
        if kind.table not in KINDS.tables:
            raise LookupError(f"{kind.code}: enter the decision table {kind.table!r} first")
        KINDS.consents[kind.code] = kind


def add_teller(teller: Teller) -> None:
    """Who tells what stands beside a request. The viewer is given: a figure that he may not see is left out."""
    KINDS.tellers.append(teller)


def beside(request: "Request", viewer: "Staff", day: date) -> Beside:
    told = [teller(request, viewer, day) for teller in KINDS.tellers]
    return Beside(
        tuple(row for each in told for row in each.compared),
        tuple(fact for each in told for fact in each.facts),
    )
