"""The identity of a line: the same movement is recognised in any file, and equal movements stay apart."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kontor.payments.statements.model import Direction, StatementLine
from kontor.payments.statements.values import one_line

Turnover = dict[tuple[str, Direction], Decimal]
"""Received and written off by account, as the lines show it."""


@dataclass(frozen=True)
class Draft:
    """A line before it has its key. `sides` are the accounts of ours on whose side the file shows it."""

    line: StatementLine
    identity: tuple[str, ...]
    sides: frozenset[Direction]


def draft(line: StatementLine, *, sides: frozenset[Direction] = frozenset(), reference: str = "") -> Draft:
    """A line with what makes it itself: the bank's own reference where it gives one, else all that is stable in it."""
    return Draft(line, _identity(line, reference), sides or _sides(line.direction))


def with_keys(drafts: Iterable[Draft], *, accounts: frozenset[str]) -> tuple[tuple[StatementLine, ...], Turnover]:
    """Give every line its key, and add up what the lines move.

    Two equal lines are two payments: each gets its occurrence number, the same in every file. A transfer between
    our accounts that is shown from both sides is one movement. `accounts` are those that the file covers.
    """
    seen: Counter[tuple[tuple[str, ...], frozenset[Direction]]] = Counter()
    lines: dict[str, StatementLine] = {}
    sides: dict[str, frozenset[Direction]] = defaultdict(frozenset)
    for item in drafts:
        seen[item.identity, item.sides] += 1
        occurrence = seen[item.identity, item.sides]
        if _is_shown_twice(item, accounts):
            occurrence = (occurrence + 1) // 2
        key = _digest(*item.identity, *([str(occurrence)] if occurrence > 1 else []))
        lines.setdefault(key, replace(item.line, key=key))
        sides[key] |= item.sides
    return tuple(lines.values()), _turnover(lines, sides)


def _identity(line: StatementLine, reference: str) -> tuple[str, ...]:
    if reference:
        return (line.account, line.direction, f"{line.amount:f}", reference)
    # the two sides of an internal transfer may be posted on different days, but it is one document
    internal = line.direction is Direction.INTERNAL
    on = line.dated_on if internal else line.posted_on
    purpose = hashlib.sha1(one_line(line.purpose).encode(), usedforsecurity=False).hexdigest()
    return (
        line.account,
        line.direction,
        on.isoformat(),
        line.number,
        f"{line.amount:f}",
        line.counterparty.account,
        purpose,
    )


def _sides(direction: Direction) -> frozenset[Direction]:
    both = frozenset({Direction.IN, Direction.OUT})
    return both if direction is Direction.INTERNAL else frozenset({direction})


def _is_shown_twice(item: Draft, accounts: frozenset[str]) -> bool:
    """A transfer between two accounts that the file covers, with nothing in it saying whose side this is."""
    return len(item.sides) > 1 and {item.line.payer.account, item.line.payee.account} <= accounts


def _turnover(lines: dict[str, StatementLine], sides: dict[str, frozenset[Direction]]) -> Turnover:
    turnover: Turnover = defaultdict(Decimal)
    for key, line in lines.items():
        for side in sides[key]:
            account = line.account
            if line.direction is Direction.INTERNAL:
                account = (line.payer if side is Direction.OUT else line.payee).account
            turnover[account, side] += line.amount
    return turnover


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
