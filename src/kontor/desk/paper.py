"""The client's folder and the call sheet on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kontor.kernel import formats
from kontor.printing import pdf
from kontor.printing.parts import Day, LongDay, Moment, Money, Party


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A fact about the client, already written: credit limit, price level, owner."""

    label: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody at the client's."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class FolderEntry:
    """What happened: `said` are the client's own words, `kind` one word in the paper's language."""

    at: Moment
    kind: str
    title: str
    detail: str = ""
    said: str = ""
    author: str = ""
    amount: Money | None = None


@dataclass(frozen=True, kw_only=True)
class PassportPaper:
    """The client passport as a folder: the cover, then everything that happened, oldest first.

    Moments are in the office's time zone; entries come in any order and are sorted here.
    """

    client: Party
    code: str
    printed_at: Moment
    printed_by: str
    facts: tuple[Fact, ...] = ()
    persons: tuple[Person, ...] = ()
    entries: tuple[FolderEntry, ...] = ()
    currency: str = "RUB"


@dataclass(frozen=True)
class _Month:
    name: str
    entries: tuple[FolderEntry, ...]


def render_passport(paper: PassportPaper, language: str) -> bytes:
    """The folder as PDF: cover with requisites, facts and persons, then the timeline by months."""
    return pdf.render("desk/passport", paper, language, months=tuple(_months(paper.entries, language)))


def _months(entries: Iterable[FolderEntry], language: str) -> Iterable[_Month]:
    ordered = sorted(entries, key=lambda entry: entry.at)
    for _, group in groupby(ordered, lambda entry: (entry.at.year, entry.at.month)):
        of_month = tuple(group)
        yield _Month(formats.month(of_month[0].at.date(), language), of_month)


@dataclass(frozen=True, kw_only=True)
class Call:
    """Somebody to call: what is owed, what was said last, and space for the answer."""

    client: str
    person: str = ""
    phone: str = ""
    owed: Money | None = None
    overdue: Money | None = None
    days_late: str = ""
    documents: str = ""
    said: str = ""
    said_on: Day | None = None
    promised: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class CallSheetPaper:
    """A day's calls of one person, in the order to call. `script` is a reminder above the list."""

    title: str
    on: LongDay
    caller: str
    calls: tuple[Call, ...]
    currency: str = "RUB"
    script: str = ""


def render_call_sheet(paper: CallSheetPaper, language: str) -> bytes:
    """The call sheet as PDF, with writing space beside every client."""
    return pdf.render("desk/call_sheet", paper, language, count=str(len(paper.calls)))
