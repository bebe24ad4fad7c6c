"""The kinds of duties: the sentence, the clause it comes from, and whether ticking may fulfil it.

A duty for which evidence exists is fulfilled by the evidence itself, by the action that produces it; only a kind without
any evidence in the system may be ticked.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class DutyKind:
    code: str
    label: Text  # "Call about the payment date"
    clause: str = ""
    icon: str = "circle-check"
    group: str = "deadlines"  # "calls" or "deadlines": the chips of My day
    by_tick: bool = False
    why: Text = ""  # one line under the label; takes the duty's facts


KINDS: dict[str, DutyKind] = {}


def add(*kinds: DutyKind) -> None:
    for kind in kinds:
        KINDS[kind.code] = kind
