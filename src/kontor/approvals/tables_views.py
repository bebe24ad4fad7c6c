"""Decision tables among the settings: the list, a table with its versions, and the form that makes a new version."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kontor.approvals import actions, queries, words
from kontor.approvals.forms import RuleForm, SinceForm, typed
from kontor.approvals.kinds import KINDS, TableKind
from kontor.approvals.models import DecisionTable
from kontor.approvals.tables import Rule, explain, read_rules
from kontor.documents.gates import right_gate
from kontor.kernel import formats
from kontor.kernel.refusals import refuse_if
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.standards.clauses import standards
from kontor.web.once import once
from kontor.web.parts import redirect, render


@require_safe
def tables(request: HttpRequest) -> HttpResponse:
    """Every decision table with the version that holds today."""
    today, titles = timezone.localdate(), queries.role_titles()
    rows = []
    for kind in KINDS.tables.values():
        table = queries.table_on(kind.code, today)
        rules = read_rules(table.rules)
        who = dict.fromkeys(words.role_name(rule.decides, titles) for rule in rules)
        serves = [consent.label for consent in KINDS.consents.values() if consent.table == kind.code]
        rows.append(
            {
                "table": table,
                "title": words.title_of(table),
                "rules": len(rules),
                "who": list(who),
                "serves": serves,
            }
        )
    context = {"rows": rows, "papers": standards(), "letter": "tables"}
    return render(request, "approvals/tables.html", context)


@require_safe
def table(request: HttpRequest, code: str) -> HttpResponse:
    """A table as it holds today (or `?version=`), with its earlier and coming versions."""
    kind, today = _kind(code), timezone.localdate()
    versions, now = queries.versions_of(code), queries.table_on(code, today)
    asked = request.GET.get("version", "")
    shown = next((each for each in versions if str(each.version) == asked), now)
    by, titles = viewer(request), queries.role_titles()
    columns = [column for column in kind.columns if queries.sees(by, column.right)]
    context = {
        "shown": shown,
        "holding": now,
        "on": today,
        "title": words.title_of(shown),
        "columns": columns,
        "rules": [words.told(row, titles) for row in explain(columns, read_rules(shown.rules), {})],
        "versions": versions,
        "serves": [consent for consent in KINDS.consents.values() if consent.table == code],
        "may_change": by.may(Right.CHANGE_SETTINGS),
    }
    return render(request, "approvals/table.html", context)


@once
def change(request: HttpRequest, code: str) -> HttpResponse:
    """The rules as a form: add, remove, reorder, then save them from a day on. Works without JavaScript."""
    refuse_if(right_gate(viewer(request), Right.CHANGE_SETTINGS))
    kind, today = _kind(code), timezone.localdate()
    latest = queries.versions_of(code)[0]
    step = request.POST.get("step", "")
    forms = _forms(kind, request.POST) if request.method == "POST" else _from_rules(kind, read_rules(latest.rules))
    since = SinceForm(request.POST if step == "save" else None, initial=request.POST.dict() or {"since": today})
    if step and step != "save":
        forms = _stepped(kind, forms, step)
    elif step and since.is_valid() & all(form.is_valid() for form in forms):
        made = actions.change_table(
            code,
            [form.rule for form in forms],
            since=since.cleaned_data["since"],
            by=viewer(request),
            today=today,
            title=latest.title,
        )
        return redirect(request, reverse("approvals:table", args=[code]), said=_said(made))
    context = {
        "kind": kind,
        "title": words.title_of(latest),
        "forms": forms,
        "since": since,
        "latest": latest,
        "on": today,
    }
    return render(request, "approvals/change_table.html", context, part="rules", status=422 if step == "save" else 200)


def _said(made: DecisionTable) -> str:
    return _("“{table}” holds as version {version} from {day}.").format(
        table=words.title_of(made), version=made.version, day=formats.day_full(made.since)
    )


def _kind(code: str) -> TableKind:
    try:
        return KINDS.tables[code]
    except KeyError:
        raise Http404 from None


def _roles() -> list[tuple[str, str]]:
    return sorted(queries.role_titles().items(), key=lambda role: role[1])


def _forms(kind: TableKind, data: Any) -> list[RuleForm]:
    count = data.get("count", "")
    if not (count.isdecimal() and int(count) <= 100):
        raise Http404
    roles = _roles()
    return [RuleForm(data, prefix=f"r{no}", columns=kind.columns, roles=roles) for no in range(int(count))]


def _from_rules(kind: TableKind, rules: Sequence[Rule]) -> list[RuleForm]:
    return _initial(kind, [typed(rule, kind.columns) for rule in rules])


def _initial(kind: TableKind, rows: list[dict[str, Any]]) -> list[RuleForm]:
    roles = _roles()
    return [
        RuleForm(None, prefix=f"r{no}", columns=kind.columns, roles=roles, initial=row) for no, row in enumerate(rows)
    ]


def _stepped(kind: TableKind, forms: list[RuleForm], step: str) -> list[RuleForm]:
    """The rows as typed, with one added, removed or moved."""
    rows = [{name: form[name].value() for name in form.fields} for form in forms]
    verb, _dash, at = step.partition("-")
    no = int(at) if at.isdecimal() and int(at) < len(rows) else 0
    match verb:
        case "add":
            rows.insert(max(len(rows) - 1, 0), {"number": _next_number(rows), "hours": 4})
        case "remove" if rows:
            rows.pop(no)
        case "up" if no:
            rows[no - 1], rows[no] = rows[no], rows[no - 1]
        case "down" if no + 1 < len(rows):
            rows[no + 1], rows[no] = rows[no], rows[no + 1]
    return _initial(kind, rows)


def _next_number(rows: list[dict[str, Any]]) -> str:
    """D-6 after D-1 … D-5."""
    numbers = [str(row["number"]) for row in rows]
    stem = numbers[0].rpartition("-")[0] if numbers and "-" in numbers[0] else "R"
    taken = [int(tail) for number in numbers if (tail := number.rpartition("-")[2]).isdecimal()]
    return f"{stem}-{max(taken, default=0) + 1}"
