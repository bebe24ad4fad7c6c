"""Decision tables: rules in order, the first one whose every condition holds decides. Pure.

A condition is a range (`at_least`, `below`) of a figure, or a choice of values; a fact that is missing meets no condition.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from django.utils import translation
from django.utils.functional import Promise

Text = str | Promise
Unit = Literal["money", "days", "percent", "choice"]
NOBODY = "nobody"


@dataclass(frozen=True)
class Column:
    """A fact that rules ask for. Who lacks the `right` does not see it."""

    fact: str
    label: Text
    unit: Unit
    right: str = ""


@dataclass(frozen=True)
class Condition:
    """`at_least` ≤ figure ≤ `at_most`, or the value is one of `among`."""

    at_least: Decimal | None = None
    at_most: Decimal | None = None
    among: tuple[str, ...] = ()

    def holds(self, value: Any) -> bool:
        if value is None:
            return False
        if self.among:
            return str(value) in self.among
        figure = Decimal(str(value))
        return (self.at_least is None or figure >= self.at_least) and (self.at_most is None or figure <= self.at_most)

    def as_json(self) -> dict[str, Any]:
        kept = {"at_least": self.at_least, "at_most": self.at_most}
        return {k: str(v) for k, v in kept.items() if v is not None} | (
            {"among": list(self.among)} if self.among else {}
        )


@dataclass(frozen=True)
class Rule:
    """Who decides (a role's code, or nobody), within how many working hours, on which condition."""

    number: str
    decides: str
    when: Mapping[str, Condition] = field(default_factory=dict)
    hours: int = 4
    condition: Text = ""

    def holds(self, facts: Mapping[str, Any]) -> bool:
        return all(condition.holds(facts.get(fact)) for fact, condition in self.when.items())

    def as_json(self) -> dict[str, Any]:
        """As it is kept. A built-in condition is kept as it stands in the source, so that every reader gets his language."""
        with translation.override(None):
            condition = str(self.condition)
        return {
            "number": self.number,
            "decides": self.decides,
            "when": {fact: condition.as_json() for fact, condition in self.when.items()},
            "hours": self.hours,
            "condition": condition,
        }


@dataclass(frozen=True)
class Cell:
    column: Column
    condition: Condition | None
    holds: bool | None  # None: any value will do


@dataclass(frozen=True)
class Row:
    """A rule held against the facts: it missed, it hit, or it lies after the hit and was not reached."""

    rule: Rule
    state: Literal["miss", "hit", "after"]
    cells: tuple[Cell, ...]


def read_rules(kept: Sequence[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Rules from their JSON form."""
    return tuple(
        Rule(
            number=rule["number"],
            decides=rule["decides"],
            when={fact: _read(condition) for fact, condition in rule["when"].items()},
            hours=rule.get("hours", 4),
            condition=rule.get("condition", ""),
        )
        for rule in kept
    )


def _read(kept: Mapping[str, Any]) -> Condition:
    low, high = kept.get("at_least"), kept.get("at_most")
    return Condition(
        Decimal(low) if low is not None else None,
        Decimal(high) if high is not None else None,
        tuple(kept.get("among", ())),
    )


def deciding_rule(rules: Sequence[Rule], facts: Mapping[str, Any]) -> Rule | None:
    return next(holding_rules(rules, facts), None)


def holding_rules(rules: Sequence[Rule], facts: Mapping[str, Any]) -> Iterator[Rule]:
    """The rule that decides, then those that would if nobody else stood there to decide by it."""
    return (rule for rule in rules if rule.holds(facts))


def explain(
    columns: Sequence[Column], rules: Sequence[Rule], facts: Mapping[str, Any], decided: str = ""
) -> Iterator[Row]:
    """Every rule with what matched and what did not, in order: the table that the approver sees.

    `decided` is the number of the rule that routed a request; without it the first one that holds.
    """
    first = deciding_rule(rules, facts)
    hit = decided or (first.number if first else "")
    passed_hit = False
    for rule in rules:
        state: Literal["miss", "hit", "after"] = "hit" if rule.number == hit else "after" if passed_hit else "miss"
        passed_hit = passed_hit or rule.number == hit
        cells = tuple(Cell(column, rule.when.get(column.fact), _cell_holds(rule, column, facts)) for column in columns)
        yield Row(rule, state, cells)


def _cell_holds(rule: Rule, column: Column, facts: Mapping[str, Any]) -> bool | None:
    condition = rule.when.get(column.fact)
    return None if condition is None else condition.holds(facts.get(column.fact))
