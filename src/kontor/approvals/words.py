"""Facts, conditions and deadlines as the eye reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.approvals.kinds import KINDS
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.queries import sees
from kontor.approvals.tables import NOBODY, Cell, Column, Condition, Row, Rule
from kontor.kernel import formats
from kontor.people.models import Staff

SOON = timedelta(hours=2)


def figure(unit: str, value: Any) -> str:
    """A fact in its unit; a dash where there is none."""
    if value in (None, ""):
        return formats.NOTHING
    if unit == "choice":
        return str(value)
    amount = Decimal(str(value))
    if unit == "money":
        return formats.money0(amount)
    if unit == "percent":
        return formats.percent(amount)
    return ngettext("{n} day", "{n} days", int(amount)).format(n=formats.qty(amount))


def condition(column: Column, asked: Condition | None) -> str:
    """A rule's condition: any, ≤ 5 days, 10% – 14%, A, B."""
    if asked is None:
        return _("any")
    if asked.among:
        return ", ".join(asked.among)
    low, high = asked.at_least, asked.at_most
    if high == 0 and not low:
        return _("none")
    if low is not None and high is not None:
        return _("{low} – {high}").format(low=_short(column.unit, low), high=figure(column.unit, high))
    if low is not None:
        return _("≥ {low}").format(low=figure(column.unit, low))
    return _("≤ {high}").format(high=figure(column.unit, high))


def _short(unit: str, value: Decimal) -> str:
    return formats.qty(value) if unit in ("days", "percent") else figure(unit, value)


@dataclass(frozen=True)
class ToldRule:
    """A row of the decision table: `cells` as (condition, "matched" | "failed" | "")."""

    number: str
    state: str
    cells: list[tuple[str, str]]
    decides: str
    condition: str


def told(row: Row, titles: Mapping[str, str]) -> ToldRule:
    cells = [(condition(cell.column, cell.condition), _cell_class(cell, row.state)) for cell in row.cells]
    return ToldRule(row.rule.number, row.state, cells, role_name(row.rule.decides, titles), condition_text(row.rule))


def _cell_class(cell: Cell, state: str) -> str:
    if cell.holds is None or state == "after":
        return ""
    return "matched" if cell.holds else "failed"


def headline(request: Request, viewer: Staff) -> str:
    """What is asked, in a few words: "margin 11.9% on 1,750,894"; the consent's name where the viewer may not see a figure."""
    kind = KINDS.consents.get(request.consent)
    if kind is None:
        return request.consent
    columns = KINDS.tables[kind.table].columns
    if not kind.headline or not all(sees(viewer, column.right) for column in columns):
        return str(kind.label)
    return str(kind.headline).format(**{c.fact: figure(c.unit, request.facts.get(c.fact)) for c in columns})


def closed_facts(request: Request, viewer: Staff) -> frozenset[str]:
    """The facts of a request that this person may not read."""
    kind = KINDS.consents.get(request.consent)
    columns = KINDS.tables[kind.table].columns if kind else ()
    return frozenset(column.fact for column in columns if not sees(viewer, column.right))


def sentence_for(request: Request, viewer: Staff) -> str:
    """The refusal as the asker read it; where it may name a figure that is closed to the viewer, the consent's name."""
    return label_of(request) if closed_facts(request, viewer) else request.sentence


def label_of(request: Request) -> str:
    kind = KINDS.consents.get(request.consent)
    return str(kind.label) if kind else request.consent


def title_of(table: DecisionTable) -> str:
    return table.title or str(KINDS.tables[table.code].title)


def condition_text(rule: Rule) -> str:
    """On which condition a rule allows: the company's words, or a built-in sentence in the reader's language."""
    return _(str(rule.condition)) if rule.condition else ""


def role_name(code: str, titles: Mapping[str, str]) -> str:
    return _("nobody") if code == NOBODY else titles.get(code, code)


@dataclass(frozen=True)
class Left:
    """The time that is left for an answer; the tone is amber under two hours, red when it has passed."""

    text: str
    tone: str


def left(due_at: datetime, now: datetime) -> Left:
    rest = due_at - now
    if rest < timedelta(0):
        return Left(_("late by {time}").format(time=span(-rest)), "danger")
    return Left(span(rest), "warn" if rest < SOON else "")


def span(time: timedelta) -> str:
    """1 h 08 min, 5 h, 3 d."""
    minutes = int(time.total_seconds() // 60)
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        return _("{days} d").format(days=hours // 24)
    if hours >= 4:
        return _("{hours} h").format(hours=hours)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=f"{minutes:02}")
    return _("{minutes} min").format(minutes=minutes)
