"""The house's third outcome. An action is done, was already done, or is refused with every reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise
"""A whole sentence for the user; a lazy one is translated where it is shown."""

Fact = Decimal | int | str | date


@dataclass(frozen=True)
class Refusal:
    """One reason why an action may not happen now.

    `code` is stable, for programs; `sentence` says what blocks and by how much; `opens` says what opens it by itself;
    `facts` are the figures a consent is bound to; `closed` names those that whoever asked may not read;
    `consent` is the code of the consent that lifts it, empty if nobody can.
    """

    code: str
    sentence: Sentence
    opens: Sentence = ""
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)
    clause: str = ""
    consent: str = ""
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Passed:
    """A gate that was asked and stands open: the page tells what has been checked, the Standard page counts it as kept."""

    code: str
    sentence: Sentence
    clause: str = ""


Gates = Iterable[Refusal | Passed]


class Refused(Exception):
    """The action did not happen; `refusals` holds every reason."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals: tuple[Refusal, ...] = tuple(refusals)
        super().__init__(self.refusals)

    def __str__(self) -> str:
        return " ".join(str(refusal.sentence) for refusal in self.refusals)


class Changed(Exception):
    """Somebody else was faster: `by` is their name, `theirs` the values that now stand, by field."""

    def __init__(self, by: str, theirs: Mapping[str, str]) -> None:
        self.by = by
        self.theirs = theirs
        super().__init__(by, theirs)

    def __str__(self) -> str:
        return _("{name} has changed this in the meantime. Compare the values and save again.").format(name=self.by)


def refuse_if(gates: Gates) -> None:
    """Raise `Refused` with every reason, if there is any."""
    if reasons := tuple(gate for gate in gates if isinstance(gate, Refusal)):
        raise Refused(reasons)
