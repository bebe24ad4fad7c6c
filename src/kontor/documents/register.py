"""The register of kinds and actions: what papers there are and what may be done with them.

Every app enters its kinds and verbs here when it starts (`verbs.py`). From the register come the buttons of a page, the
panel of gates, `POST /api/v1/<kind>/<id>/actions/<name>`, the reference in the docs and the Standard page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from kontor.documents.models import Document
from kontor.kernel.refusals import Gates, Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right

Text = str | Promise


@dataclass(frozen=True)
class Kind:
    """A kind of paper. `model` is a dotted path; `page` the name of the url that shows one, by primary key."""

    code: str
    label: Text
    plural: Text
    icon: str
    model: str
    page: str
    statuses: type  # TextChoices
    dead: frozenset[str] = frozenset()  # statuses in which a paper no longer counts: withdrawn, cancelled
    prefix: str = ""
    clauses: tuple[str, ...] = ()

    def objects(self) -> Any:
        return import_string(self.model).objects


@dataclass(frozen=True)
class Action:
    """A verb on a kind of paper.

    `perform(document, *, by, at, **fields of the form)` does it in one transaction; `gates(document, *, by)` tells why not.
    `form` asks for what the verb needs; its cleaned data are the keyword arguments. If the verb makes another paper and
    `opens` is set, that paper's page follows.
    """

    kind: str
    name: str
    label: Text
    perform: Callable[..., Any]
    right: Right
    statuses: frozenset[str] = frozenset()
    gates: Callable[..., Gates] | None = None
    form: type[Form] | None = None
    clauses: tuple[str, ...] = ()
    icon: str = ""
    tone: str = ""  # "", "primary" or "danger"
    about: Callable[[Any], Document] | None = (
        None  # the paper that an exception from its gates is bound to; itself if None
    )
    fits: Callable[[Any], bool] | None = None  # whether the verb makes sense now, beyond the status
    done: Text = ""  # the toast after success; takes the {number} of the paper that came of it
    opens: bool = False
    rank: int = 50
    hidden: bool = False  # in the API only; its page has a form of its own

    def open_to(self, document: Document, by: Staff) -> bool:
        """Whether the button is shown at all: the status fits and the person holds the right."""
        if (self.statuses and document.status not in self.statuses) or not by.may(self.right):
            return False
        return self.fits is None or self.fits(document)

    def refusals(self, document: Any, by: Staff) -> list[Refusal]:
        found = self.gates(document, by=by) if self.gates else ()
        return [gate for gate in found if isinstance(gate, Refusal)]


@dataclass
class Register:
    kinds: dict[str, Kind] = field(default_factory=dict)
    actions: dict[tuple[str, str], Action] = field(default_factory=dict)

    def add_kind(self, kind: Kind) -> None:
        self.kinds[kind.code] = kind

    def add(self, *actions: Action) -> None:
        for action in actions:
            if action.kind not in self.kinds:
                raise LookupError(f"{action.name}: enter the kind {action.kind!r} before its actions")
            if self.actions.setdefault((action.kind, action.name), action) is not action:
                raise LookupError(f"{action.kind}.{action.name} is entered twice")

    def kind(self, code: str) -> Kind:
        return self.kinds[code]

    def action(self, kind: str, name: str) -> Action:
        return self.actions[kind, name]

    def of_kind(self, kind: str) -> list[Action]:
        return sorted((action for action in self.actions.values() if action.kind == kind), key=lambda a: a.rank)

    def open_to(self, document: Document, by: Staff) -> list[Action]:
        """The buttons of a paper for a person, in order."""
        return [a for a in self.of_kind(document.kind) if not a.hidden and a.open_to(document, by)]

    def href(self, document: Document) -> str:
        return reverse(self.kinds[document.kind].page, args=[document.pk])


register = Register()
