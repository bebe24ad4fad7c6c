"""The kinds of events: icon, colour, sentence, filter group, and the clauses that such an event keeps.

Each app enters its kinds when it starts (`verbs.py`). The sentences take `{number}` of the document, `{by}` and the event's
facts; facts that are sums or days are formatted for the reader before they enter it. A fact that is missing reads as a dash.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kontor.people.rights import Right

Text = str | Promise

GROUPS: dict[str, Text] = {
    "calls": _("Calls"),
    "orders": _("Orders"),
    "shipments": _("Shipments"),
    "payments": _("Payments"),
    "decisions": _("Decisions"),
    "papers": _("Documents"),
    "card": _("Card"),
}


@dataclass(frozen=True)
class EventKind:
    code: str
    group: str
    icon: str
    title: Text
    tone: str = ""  # ok warn danger info appr
    body: Text = ""
    amount: Text = ""  # what the amount is: "order", "received"
    keeps: tuple[str, ...] = ()  # clauses that this event proves as kept
    right: Right | None = None  # who lacks it does not see such entries


KINDS: dict[str, EventKind] = {}


def add(*kinds: EventKind) -> None:
    for kind in kinds:
        if kind.group not in GROUPS:
            raise LookupError(f"{kind.code}: unknown group {kind.group!r}")
        KINDS[kind.code] = kind
