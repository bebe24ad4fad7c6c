"""The client passport: what happened, newest first; and each entry as the reader sees it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from string import Formatter
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch
from django.utils import translation
from django.utils.functional import Promise

from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.kernel import formats
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.timeline.changes import shown, told
from kontor.timeline.facts import read
from kontor.timeline.kinds import KINDS, EventKind
from kontor.timeline.models import Event

PAGE = 30
Moment = tuple[datetime, int]
"""Where a page of the timeline ends: time and id of its last entry."""

_UNKNOWN = EventKind("", "card", "circle-dot", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as the reader sees it. `who` is its author; the page adds it to the body."""

    id: int
    at: datetime
    icon: str
    tone: str
    title: str
    body: str
    said: str
    who: str
    amount: Decimal | None
    amount_label: str
    href: str
    corrects: int | None


def passport(
    client: Client,
    viewer: Staff,
    kinds: Collection[str] = (),
    before: Moment | None = None,
    limit: int = PAGE,
) -> list[Event]:
    """The client's entries that the viewer may read, newest first: an index scan. No `kinds` means every kind."""
    events = readable(viewer, Event.objects.filter(client=client))
    if kinds:
        events = events.filter(kind__in=kinds)
    if before:
        at, pk = before
        events = events.filter(at__lte=at).filter(Q(at__lt=at) | Q(id__lt=pk))
    return list(events.order_by("-at", "-id").select_related("by", "document")[:limit])


def of_document(document: Document, viewer: Staff, limit: int = 50) -> list[Event]:
    """What happened to one paper, newest first."""
    events = readable(viewer, Event.objects.filter(document_id=document.pk))
    return list(events.order_by("-at", "-id").select_related("by", "document")[:limit])


def kinds_of(group: str) -> list[str]:
    """The codes of the kinds in a group of the filter; of an unknown group, none."""
    return [code for code, kind in KINDS.items() if kind.group == group]


def render(event: Event, language: str | None = None) -> Entry:
    """The entry in the reader's language. A kind that nobody knows any more is told by its code."""
    kind = KINDS.get(event.kind, _UNKNOWN)
    with translation.override(language or translation.get_language()):
        words = _words(event)
        return Entry(
            id=event.pk,
            at=event.at,
            icon=kind.icon,
            tone=kind.tone,
            title=_fill(kind.title, words) or event.kind,
            body=_whole(kind.body, words) or _changes(event),
            said=event.said,
            who=words["by"],
            amount=event.amount,
            amount_label=str(kind.amount),
            href=_href(event.document),
            corrects=event.corrects_id,
        )


def readable(viewer: Staff, events: QuerySet[Event]) -> QuerySet[Event]:
    """The events among `events` of the kinds that this person may read."""
    hidden = [code for code, kind in KINDS.items() if kind.right and not viewer.may(kind.right)]
    return events.exclude(kind__in=hidden) if hidden else events


def _words(event: Event) -> Mapping[str, str]:
    words: defaultdict[str, str] = defaultdict(lambda: formats.NOTHING)
    words.update({name: _word(fact) for name, fact in event.facts.items() if name != "changes"})
    words["by"] = event.by.name if event.by else ""
    if event.document:
        words["number"] = event.document.number
    if event.amount is not None:
        words["amount"] = formats.money0(event.amount)
    return words


def _word(fact: Any) -> str:
    value = read(fact)
    if isinstance(value, list):
        return ", ".join(_word(each) for each in value)
    if isinstance(value, Decimal):
        return formats.money0(value) if value == value.to_integral_value() else formats.money(value)
    if isinstance(value, date):
        return formats.day(value)
    return formats.NOTHING if value in (None, "") else shown(value)


def _fill(sentence: str | Promise, words: Mapping[str, str]) -> str:
    try:
        return str(sentence).format_map(words)
    except (
        ValueError,
        AttributeError,
        IndexError,
    ):  # a translation with a broken brace must not hide the entry
        return str(sentence)


def _whole(sentence: str | Promise, words: Mapping[str, str]) -> str:
    """A line under the title; left out when one of its facts is missing."""
    wanted = [name for _text, name, *_spec in Formatter().parse(str(sentence)) if name]
    return _fill(sentence, words) if all(words[name] not in ("", formats.NOTHING) for name in wanted) else ""


def _changes(event: Event) -> str:
    changes = event.facts.get("changes") or {}
    return " · ".join(f"{label}: {before} → {after}" for label, before, after in told(changes))


def _href(document: Document | None) -> str:
    if document is None or document.kind not in register.kinds:
        return ""
    try:
        return register.href(document)
    except NoReverseMatch:
        return ""
