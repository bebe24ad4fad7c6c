"""The kinds of consents: what may be asked for, which facts a consent is bound to, and which table routes it.

An app that owns a refusal enters the kind of consent that lifts it (`verbs.py`).
"""

from dataclasses import dataclass, field

from django.utils.functional import Promise

from kontor.approvals.tables import Column, Rule

Text = str | Promise


@dataclass(frozen=True)
class ConsentKind:
    """`worse_up` and `worse_down` name the facts whose growth or fall makes a given consent void."""

    code: str
    label: Text
    table: str
    worse_up: tuple[str, ...] = ()
    worse_down: tuple[str, ...] = ()
    days: int = 3  # how long a consent holds unless the approver says otherwise


@dataclass(frozen=True)
class TableKind:
    """A decision table as it is built in: title, columns and the first version's rules."""

    code: str
    title: Text
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]
    clause: str = ""


@dataclass
class Kinds:
    consents: dict[str, ConsentKind] = field(default_factory=dict)
    tables: dict[str, TableKind] = field(default_factory=dict)


KINDS = Kinds()


def add_table(table: TableKind) -> None:
    KINDS.tables[table.code] = table


def add(*kinds: ConsentKind) -> None:
    for kind in kinds:
        if kind.table not in KINDS.tables:
            raise LookupError(f"{kind.code}: enter the decision table {kind.table!r} first")
        KINDS.consents[kind.code] = kind
