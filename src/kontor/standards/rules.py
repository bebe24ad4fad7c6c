"""Which rule of the house carries out which clause.

Whatever serves a clause (a gate, an action, a duty, a setting, a document kind, a report) enters itself here while
the apps start. A clause that does not exist stops the start: a rule must not serve a sentence nobody wrote.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.functional import Promise

from kontor.standards.clauses import clause


@dataclass(frozen=True, slots=True)
class Rule:
    """A piece of the program that carries out a clause: `what` it is, its stable `name`, its `label` for people."""

    clause: str
    what: str
    name: str
    label: str | Promise


_rules: dict[str, dict[tuple[str, str], Rule]] = defaultdict(dict)


def carries(clause_id: str, *, what: str, name: str, label: str | Promise = "") -> None:
    """Enter a rule under its clause; entering the same rule again changes nothing.

    KeyError: no such clause.
    """
    known = clause(clause_id)
    _rules[known.id].setdefault((what, name), Rule(known.id, what, name, label or name))


def rules_of(clause_id: str) -> tuple[Rule, ...]:
    """The rules that carry out a clause, in the order in which they were entered."""
    return tuple(_rules[clause(clause_id).id].values()) if clause_id in _rules else ()
