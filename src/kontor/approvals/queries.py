"""Questions: who decides, what waits for me, and the panel of gates with who may open each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Q, QuerySet

from kontor.approvals.kinds import KINDS, ConsentKind
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.tables import NOBODY, Row, Rule, deciding_rule, explain, read_rules
from kontor.documents.models import Document
from kontor.kernel.refusals import Gates, Passed, Refusal
from kontor.people.models import Staff
from kontor.people.queries import deciders, role_codes_of
from kontor.people.rights import Scope

LIVE = (Request.State.WAITING, Request.State.APPROVED)


def table_on(code: str, day: date) -> DecisionTable:
    """The version of a decision table that holds on a day; the built-in rules as an unsaved row if none was set."""
    found = DecisionTable.objects.filter(code=code, since__lte=day).order_by("-since", "-version").first()
    return found or DecisionTable(
        code=code, version=0, since=day, rules=[r.as_json() for r in KINDS.tables[code].rules]
    )


def rule_for(table: DecisionTable, facts: Mapping[str, Any]) -> Rule | None:
    return deciding_rule(read_rules(table.rules), facts)


def rows_of(table: DecisionTable, facts: Mapping[str, Any]) -> list[Row]:
    """The decision table held against the facts, for the eye."""
    return list(explain(KINDS.tables[table.code].columns, read_rules(table.rules), facts))


def waiting_for(staff: Staff, day: date) -> QuerySet[Request]:
    """The inbox: what waits for this person's decision, by own role or by a recorded stand-in, the soonest first."""
    roles = role_codes_of(staff, day)
    return (
        Request.objects.filter(state=Request.State.WAITING, decides__in=roles)
        .exclude(asked_by=staff)
        .filter(_in_sight(staff))
        .select_related("client", "document", "asked_by", "table")
        .order_by("due_at", "id")
    )


def _in_sight(staff: Staff) -> Q:
    """A head of an office decides for that office; a head of all offices for everybody."""
    return Q() if staff.scope == Scope.ALL else Q(document__office_id=staff.office_id)


def asked_by(staff: Staff) -> QuerySet[Request]:
    """What this person asked for, the latest first."""
    return (
        Request.objects.filter(asked_by=staff)
        .select_related("client", "document", "decided_by", "table")
        .order_by("-asked_at", "-id")
    )


def facts_of(refusal: Refusal) -> dict[str, Any]:
    """A refusal's facts as they are kept with a request: figures as text, so that no cent is lost."""
    return {
        name: str(value) if isinstance(value, Decimal | date) else value
        for name, value in refusal.facts.items()
    }


def worse(kind: ConsentKind, given: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The facts that have become worse since a consent was given for them."""

    def figure(facts: Mapping[str, Any], name: str) -> Decimal:
        return Decimal(str(facts.get(name) or 0))

    return [name for name in kind.worse_up if figure(now, name) > figure(given, name)] + [
        name for name in kind.worse_down if figure(now, name) < figure(given, name)
    ]


def consent_for(refusal: Refusal, requests: list[Request], day: date) -> Request | None:
    """An approved, unspent consent that covers this refusal as the facts stand now."""
    if not refusal.consent:
        return None
    kind = KINDS.consents[refusal.consent]
    return next(
        (
            request
            for request in requests
            if request.consent == refusal.consent
            and request.state == Request.State.APPROVED
            and (request.valid_until is None or request.valid_until >= day)
            and not worse(kind, request.facts, facts_of(refusal))
        ),
        None,
    )


def live_requests(document: Document) -> list[Request]:
    return list(
        Request.objects.filter(document_id=document.pk, state__in=LIVE).select_related(
            "decided_by", "asked_by"
        )
    )


@dataclass(frozen=True)
class GateRow:
    """A line of the panel "why it cannot … yet"."""

    state: Literal["blocked", "waiting", "passed"]
    code: str
    sentence: Any
    opens: Any = ""
    clause: str = ""
    consent: str = ""
    label: Any = ""
    who: list[Staff] = field(default_factory=list)
    request: Request | None = None


@dataclass(frozen=True)
class GatePanel:
    action: str
    rows: list[GateRow]

    @property
    def closed(self) -> int:
        return sum(row.state != "passed" for row in self.rows)

    @property
    def open(self) -> bool:
        return not self.closed


def panel(document: Document, gates: Gates, *, day: date, action: str = "") -> GatePanel:
    """The very gates that the action asks, each with who may open it: blocked, then waiting, then passed."""
    requests = live_requests(document)
    who: dict[str, list[Staff]] = {}
    rows = [_row(gate, requests, day, who) for gate in gates]
    order = {"blocked": 0, "waiting": 1, "passed": 2}
    return GatePanel(action, sorted(rows, key=lambda row: order[row.state]))


def _row(gate: Refusal | Passed, requests: list[Request], day: date, who: dict[str, list[Staff]]) -> GateRow:
    if isinstance(gate, Passed):
        return GateRow("passed", gate.code, gate.sentence, clause=gate.clause)
    if not gate.consent:
        return GateRow("blocked", gate.code, gate.sentence, gate.opens, gate.clause)
    kind = KINDS.consents[gate.consent]
    if given := consent_for(gate, requests, day):
        return GateRow(
            "passed", gate.code, gate.sentence, clause=gate.clause, label=kind.label, request=given
        )
    waiting = next(
        (r for r in requests if r.consent == gate.consent and r.state == Request.State.WAITING), None
    )
    rule = rule_for(table_on(kind.table, day), gate.facts)
    role = waiting.decides if waiting else rule.decides if rule else NOBODY
    if role not in who:
        who[role] = [] if role == NOBODY else deciders([role], day)
    state: Literal["blocked", "waiting"] = "waiting" if waiting else "blocked"
    consent = "" if role == NOBODY else gate.consent
    return GateRow(
        state, gate.code, gate.sentence, gate.opens, gate.clause, consent, kind.label, who[role], waiting
    )


@dataclass(frozen=True)
class Record:
    """How often this client's exceptions were asked for and granted lately: a fact beside the decision."""

    asked: int
    approved: int


def record_of(request: Request, since: date) -> Record:
    earlier = Request.objects.filter(client_id=request.client_id, asked_at__date__gte=since).exclude(
        pk=request.pk
    )
    approved = earlier.filter(state__in=[Request.State.APPROVED, Request.State.SPENT]).count()
    return Record(earlier.count(), approved)
