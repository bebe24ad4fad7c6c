"""The Standard page: every clause with its rules and its record; one clause with the cases behind each figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.duties.models import State
from kontor.duties.queries import in_charge, told
from kontor.kernel import formats
from kontor.people.models import Staff
from kontor.people.rights import Scope
from kontor.people.viewer import viewer
from kontor.printing.workbook import Column, Kind, workbook
from kontor.reports import record as records
from kontor.reports.periods import Month
from kontor.reports.record import SOURCES, STATES, Asked, Tally
from kontor.reports.rules import WHAT
from kontor.standards.clauses import Clause, clause, is_known, standards
from kontor.standards.queries import built, rules_of, sections
from kontor.standards.rules import Rule
from kontor.timeline.queries import render as told_event
from kontor.web.pages import page
from kontor.web.parts import render

MONTHS_BACK = 6
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Row:
    """A clause as the page shows it."""

    clause: Clause
    rules: tuple[Rule, ...]
    built: bool
    tally: Tally


@require_safe
def standard(request: HttpRequest) -> HttpResponse:
    """Every clause of a standard (`?of=D`), its rules, and how it was kept in a month (`?month=2026-11`) by whom (`?who=`)."""
    asked, month, letter = _asked(request), _month(request), _letter(request)
    found = records.record(asked)
    parts = [(section, [_row(each, rules, found) for each, rules in rows]) for section, rows in sections(letter)]
    rows = [row for _section, of_section in parts for row in of_section]
    context = _frame(request, asked, month) | {
        "letter": letter,
        "papers": standards(),
        "parts": parts,
        "total": records.total(row.tally for row in rows),
        "built": sum(row.built for row in rows),
        "count": len(rows),
    }
    return render(request, "reports/standard.html", context, part="record")


@require_safe
def one(request: HttpRequest, id: str) -> HttpResponse:
    """A clause: its sentence, its rules, its record by person and month, and the cases in one state (`?state=`)."""
    if not is_known(id):
        raise Http404
    asked, month = _asked(request, id), _month(request)
    by_person = records.record(asked).get(id, {})
    people = {staff.pk: staff for staff in Staff.objects.filter(pk__in=[pk for pk in by_person if pk])}
    persons = sorted(
        ((people.get(pk or 0), tally) for pk, tally in by_person.items()), key=lambda row: str(row[0] or "")
    )
    context = _frame(request, asked, month) | _cases(request, asked) | {
        "clause": clause(id),
        "section": next(each for each in standards()[clause(id).standard].sections if each.id == clause(id).section),
        "rules": rules_of(id),
        "built": built(id),
        "persons": persons,
        "total": records.total(tally for _person, tally in persons),
        "months": _months(request, asked, month),
    }  # fmt: skip
    return render(request, "reports/clause.html", context, part="clause")


@require_safe
def standard_xlsx(request: HttpRequest) -> HttpResponse:
    """The record of a standard as a workbook: a row per clause and person."""
    asked, month, letter = _asked(request), _month(request), _letter(request)
    title = _("{standard}, {month}").format(standard=standards()[letter].title, month=formats.month(month.first))
    columns = [
        Column(_("Clause"), width=12), Column(_("Sentence"), width=70), Column(_("Colleague"), width=24),
        *(Column(name, Kind.COUNT, 11, total=True) for name in (_("Kept"), _("Late"), _("Excused"), _("Broken"))),
    ]  # fmt: skip
    book = workbook(title, columns, _lines(letter, records.record(asked)), get_language() or "en")
    answer = HttpResponse(book, content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="standard-{letter}-{month}.xlsx"'
    return answer


def _lines(letter: str, found: records.Record) -> Iterator[tuple[str | int, ...]]:
    names = dict(Staff.objects.values_list("pk", "name"))
    for each in standards()[letter].clauses:
        for person, tally in found.get(each.id, {}).items():
            name = names[person] if person else _("the system")
            yield (each.id, each.text, name, tally.kept, tally.late, tally.excused, tally.broken)


def _row(asked: Clause, rules: tuple[Rule, ...], found: records.Record) -> Row:
    return Row(asked, rules, built(asked.id), records.total(found.get(asked.id, {}).values()))


def _frame(request: HttpRequest, asked: Asked, month: Month) -> dict[str, Any]:
    """Month switch, person filter and the words that both pages use."""
    this = Month.read("", timezone.localdate())
    return {
        "month": month,
        "before": month.shift(-1),
        "after": month.shift(1) if month < this else None,
        "who": request.GET.get("who", ""),
        "people": in_charge(asked.viewer) if asked.viewer.scope != Scope.OWN else [],
        "states": STATES,
        "what": WHAT,
    }


def _asked(request: HttpRequest, clause_id: str = "") -> Asked:
    month, who = _month(request), request.GET.get("who", "")
    number = int(who) if who.isdecimal() and len(who) < 18 else None
    return Asked(viewer(request), month.since, month.until, timezone.now(), number, clause_id)


def _month(request: HttpRequest) -> Month:
    return Month.read(request.GET.get("month", ""), timezone.localdate())


def _letter(request: HttpRequest) -> str:
    letter = request.GET.get("of", "W")
    if letter not in standards():
        raise Http404
    return letter


def _months(request: HttpRequest, asked: Asked, month: Month) -> list[tuple[Month, Tally]]:
    """The record of the last months up to the shown one, the latest first."""
    first = month.shift(1 - MONTHS_BACK)
    found = records.by_month(Asked(asked.viewer, first.since, month.until, asked.now, asked.who, asked.clause))
    return [(each, found.get(each, Tally())) for each in (month.shift(-back) for back in range(MONTHS_BACK))]


def _cases(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """The cases in one state, from one source at a time; the first source that has any."""
    state = request.GET.get("state", "")
    if not state:
        return {"state": "", "sources": [], "source": "", "rows": [], "page": None}
    if state not in STATES:
        raise Http404
    counts = {source: records.cases(asked, source, state).count() for source in SOURCES}
    source = request.GET.get("source", "")
    if source not in SOURCES:
        source = next((each for each, count in counts.items() if count), "duties")
    column = {"duties": "due_at", "events": "at", "requests": "spent_at"}[source]
    found = records.cases(asked, source, state)
    rows = page(found, request.GET.get("after", ""), size=50, order=(f"-{column}", "-pk"))
    return {
        "state": state,
        "state_label": State(state).label,
        "sources": [(each, count) for each, count in counts.items() if count],
        "source": source,
        "rows": [_case(source, row, asked) for row in rows.rows],
        "page": rows,
    }


@dataclass(frozen=True)
class Case:
    """A row behind a figure."""

    at: Any
    what: str
    note: str
    who: str
    client: str
    number: str
    href: str


def _case(source: str, row: Any, asked: Asked) -> Case:
    document, client = row.document, row.client.name if row.client else ""
    number, href = (document.number if document else ""), _href(document)
    if source == "duties":
        (duty,) = told([row], asked.now)
        done = _("done {time}").format(time=formats.moment(row.done_at)) if row.done_at else ""
        return Case(row.due_at, duty.title, row.excuse or done or duty.why, row.owner.name, client, number, href)
    if source == "events":
        event = told_event(row)
        return Case(
            row.at,
            event.title,
            event.said or event.body,
            event.who or _("the system"),
            client,
            number,
            event.href,
        )
    note = _("allowed by {who}").format(who=row.decided_by)
    return Case(
        row.spent_at,
        row.sentence,
        note,
        row.asked_by.name,
        client,
        number,
        reverse("approvals:request", args=[row.pk]),
    )


def _href(document: Document | None) -> str:
    if document is None or document.kind not in register.kinds:
        return ""
    try:
        return register.href(document)
    except NoReverseMatch:
        return ""
