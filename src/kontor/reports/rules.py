"""Collects from the registers which rule carries out which clause, so that the Standard page can tell."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kontor.approvals.kinds import KINDS as APPROVALS
from kontor.documents.register import register
from kontor.duties.kinds import KINDS as DUTIES
from kontor.standards.rules import carries
from kontor.timeline.kinds import KINDS as EVENTS

HOUSE = Path(__file__).parent.parent

WHAT: dict[str, str | Promise] = {
    "action": _("Action"),
    "gate": _("Gate"),
    "duty": _("Duty"),
    "event": _("Timeline entry"),
    "paper": _("Paper"),
    "table": _("Decision table"),
    "setting": _("Setting"),
    "policy": _("Policy"),
    "report": _("Report"),
}


def enter() -> None:
    """Every kind of paper, verb, event, duty and table that names a clause, and every gate. KeyError: an unknown clause."""
    for kind in register.kinds.values():
        for clause in kind.clauses:
            carries(clause, what="paper", name=kind.code, label=kind.label)
    for action in register.actions.values():
        for clause in action.clauses:
            carries(clause, what="action", name=f"{action.kind}.{action.name}", label=action.label)
    for event in EVENTS.values():
        for clause in event.keeps:
            carries(clause, what="event", name=event.code, label=_plain(event.title))
    for duty in DUTIES.values():
        if duty.clause:
            carries(duty.clause, what="duty", name=duty.code, label=duty.label)
    for table in APPROVALS.tables.values():
        if table.clause:
            carries(table.clause, what="table", name=table.code, label=table.title)
    for gate in gates():
        carries(gate.clause, what="gate", name=gate.name, label=_plain(gate.sentence))


class Gate(NamedTuple):
    """A refusal in the source that names a clause."""

    clause: str
    name: str
    sentence: str


def gates() -> Iterator[Gate]:
    """Gates are generators and stand in no register; they are read from the source of each app's `gates.py`."""
    for path in sorted([*HOUSE.glob("*/gates.py"), *HOUSE.glob("*/gates/*.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Refusal", "Passed"):
                yield from _gate(path.relative_to(HOUSE).parts[0], node)


def _gate(app: str, call: ast.Call) -> Iterator[Gate]:
    given = {each.arg: each.value for each in call.keywords}
    code, clause = call.args[0] if call.args else given.get("code"), given.get("clause")
    if not (isinstance(clause, ast.Constant) and isinstance(code, ast.Constant)):
        return
    if isinstance(clause.value, str) and isinstance(code.value, str) and clause.value:
        sentence = call.args[1] if len(call.args) > 1 else given.get("sentence")
        yield Gate(clause.value, f"{app}.{code.value}", _sentence(sentence))


def _sentence(node: ast.AST | None) -> str:
    """The first sentence inside `_("…").format(…)`; empty where it is put together elsewhere."""
    found = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant)) if node else iter(())
    return next((each for each in found if isinstance(each, str)), "")


def _plain_now(sentence: str | Promise) -> str:
    """The sentence in the reader's language, with an ellipsis where its figures go."""
    text = gettext(sentence) if isinstance(sentence, str) and sentence else str(sentence)
    head, *rest = text.split("{")
    return head + "".join("…" + part.partition("}")[2] for part in rest)


_plain = lazy(_plain_now, str)
