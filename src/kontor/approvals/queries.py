"""Questions: who decides, what waits for me, and the panel of gates with who may open each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from kontor.approvals.kinds import KINDS, ConsentKind
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.tables import NOBODY, Row, Rule, deciding_rule, explain, holding_rules, read_rules
from kontor.documents.models import Document
from kontor.kernel.refusals import Gates, Passed, Refusal
from kontor.people.models import Role, Staff, StandIn
from kontor.people.queries import stand_ins_on
from kontor.people.rights import Scope
from kontor.people.roles import BUILT_IN

State = Request.State
LIVE = (State.WAITING, State.APPROVED)
WITH = ("client", "document", "asked_by", "decided_by", "decided_for", "table")


# ---- decision tables


def table_on(code: str, day: date) -> DecisionTable:
    """The version of a decision table that holds on a day; the built-in rules as an unsaved row if none was set."""
    found = DecisionTable.objects.filter(code=code, since__lte=day).order_by("-since", "-version").first()
    return found or built_in(code)


def built_in(code: str) -> DecisionTable:
    """The rules that come with the product; they become version 1 as soon as they decide or are changed."""
    rules = [rule.as_json() for rule in KINDS.tables[code].rules]
    return DecisionTable(code=code, version=1, since=date(2000, 1, 1), rules=rules)


def rule_for(table: DecisionTable, facts: Mapping[str, Any]) -> Rule | None:
    """The first rule whose every condition holds."""
    return deciding_rule(read_rules(table.rules), facts)


def rows_of(table: DecisionTable, facts: Mapping[str, Any], viewer: Staff, decided: str = "") -> list[Row]:
    """The decision table held against the facts, for the eye, without the columns that this person may not see."""
    columns = [column for column in KINDS.tables[table.code].columns if sees(viewer, column.right)]
    return list(explain(columns, read_rules(table.rules), facts, decided))


def sees(viewer: Staff, right: str) -> bool:
    return not right or right in viewer.rights


def versions_of(code: str) -> list[DecisionTable]:
    """Every version of a table, the latest first; the built-in one if it was never changed."""
    kept = DecisionTable.objects.filter(code=code).select_related("changed_by").order_by("-since", "-version")
    return list(kept) or [built_in(code)]


def role_titles() -> dict[str, str]:
    """The names of the roles by code, as this company calls them."""
    return {code: str(role.name) for code, role in BUILT_IN.items()} | {
        role.code: role.title for role in Role.objects.all()
    }


# ---- who decides


@dataclass(frozen=True)
class Mandate:
    """A role in which somebody may decide: his own, or that of the person he stands in for by a recorded paper."""

    role: str
    holder: Staff
    stand_in: StandIn | None = None

    @property
    def reach(self) -> Q:
        """A head of an office decides for that office, a head of all offices for everybody; nobody for himself."""
        where = Q() if self.holder.scope == Scope.ALL else Q(document__office_id=self.holder.office_id)
        return Q(decides=self.role) & where & ~Q(asked_by_id=self.holder.pk)

    def covers(self, request: Request) -> bool:
        in_reach = self.holder.scope == Scope.ALL or request.document.office_id == self.holder.office_id
        return self.role == request.decides and in_reach and request.asked_by_id != self.holder.pk


def mandates(staff: Staff, day: date) -> list[Mandate]:
    """Every role this person may decide in on a day: his own first, then those of the absent."""
    own = [Mandate(role.code, staff) for role in staff.role_list]
    entries = stand_ins_on(day).filter(deputy=staff, absent__is_active=True).prefetch_related("absent__roles")
    return own + [Mandate(role.code, entry.absent, entry) for entry in entries for role in entry.absent.role_list]


def mandate_for(request: Request, staff: Staff, day: date) -> Mandate | None:
    """In whose name this person may decide a request; None if he may not."""
    if request.asked_by_id == staff.pk:
        return None
    return next((mandate for mandate in mandates(staff, day) if mandate.covers(request)), None)


@dataclass(frozen=True)
class Decider:
    """Who may decide: the holder of the role, and today's deputy."""

    holder: Staff
    deputy: Staff | None = None

    @property
    def people(self) -> Iterable[Staff]:
        return (self.holder, self.deputy) if self.deputy else (self.holder,)


def deciders(role: str, document: Document, day: date, *, besides: Staff | None = None) -> list[Decider]:
    """Who decides in a role about this paper, with deputies; not the person who asks. Two queries."""
    if role == NOBODY:
        return []
    today = stand_ins_on(day).exclude(deputy=besides) if besides else stand_ins_on(day)
    holders = (
        Staff.objects.filter(roles__code=role, is_active=True)
        .prefetch_related("roles", Prefetch("stand_ins", today, to_attr="deputies_today"))
        .order_by("id")
    )
    return [
        Decider(holder, next((entry.deputy for entry in holder.deputies_today), None))
        for holder in holders
        if holder != besides and (holder.scope == Scope.ALL or holder.office_id == document.office_id)
    ]


def route(table: DecisionTable, facts: Mapping[str, Any], document: Document, day: date, by: Staff) -> Rule | None:
    """The rule by which a request is decided: the first that holds and for which somebody else than the asker is at work.

    Where the first says "nobody", nobody it is. None: somebody might decide, but is not there.
    """
    found = list(holding_rules(read_rules(table.rules), facts))
    if found and found[0].decides == NOBODY:
        return found[0]
    return next((rule for rule in found if deciders(rule.decides, document, day, besides=by)), None)


# ---- requests


def waiting_for(staff: Staff, day: date) -> QuerySet[Request]:
    """The inbox: what waits for this person's decision, by own role or by a recorded stand-in, the soonest first."""
    mine = Q(pk__in=[])
    for mandate in mandates(staff, day):
        mine |= mandate.reach
    return _requests().filter(mine, state=State.WAITING).exclude(asked_by=staff).order_by("due_at", "id")


def asked_by(staff: Staff) -> QuerySet[Request]:
    """What this person asked for, the latest first."""
    return _requests().filter(asked_by=staff).order_by("-id")


def decided_by(staff: Staff) -> QuerySet[Request]:
    """What this person decided, the latest first."""
    return _requests().filter(decided_by=staff).order_by("-id")


def visible_to(staff: Staff, day: date) -> QuerySet[Request]:
    """Requests a person may open: asked, decided or to be decided by him, or about a paper that he sees."""
    mine = Q(asked_by=staff) | Q(decided_by=staff)
    for mandate in mandates(staff, day):
        mine |= mandate.reach
    if staff.scope == Scope.ALL:
        mine |= Q(pk__isnull=False)
    elif staff.scope == Scope.OFFICE:
        mine |= Q(document__office_id=staff.office_id)
    else:
        mine |= Q(document__owner=staff) | Q(client__owner=staff)
    return _requests().filter(mine)


def _requests() -> QuerySet[Request]:
    return Request.objects.select_related(*WITH)


# ---- consents


def facts_of(refusal: Refusal) -> dict[str, Any]:
    """A refusal's facts as they are kept with a request: figures as text, so that no cent is lost."""
    return {name: str(value) if isinstance(value, Decimal | date) else value for name, value in refusal.facts.items()}


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
            and request.state == State.APPROVED
            and (request.valid_until is None or request.valid_until >= day)
            and not worse(kind, request.facts, facts_of(refusal))
            and _within_rule(request, refusal)
        ),
        None,
    )


def _within_rule(request: Request, refusal: Refusal) -> bool:
    """Whether the facts still lie with the rule that decided, or with an earlier, milder one; a later one decides anew."""
    rules = read_rules(request.table.rules)
    now = deciding_rule(rules, refusal.facts)
    numbers = [rule.number for rule in rules]
    if now is None or request.rule not in numbers:
        return False
    return numbers.index(now.number) <= numbers.index(request.rule)


def live_requests(document: Document) -> list[Request]:
    return list(
        Request.objects.filter(document_id=document.pk, state__in=LIVE).select_related(
            "decided_by", "asked_by", "document", "table"
        )
    )


# ---- the panel


@dataclass(frozen=True)
class GateRow:
    """A line of the panel "why it cannot … yet". `sentence` has the figures, `label` is the consent's name."""

    state: Literal["blocked", "waiting", "passed"]
    code: str
    sentence: Any
    opens: Any = ""
    clause: str = ""
    consent: str = ""
    label: Any = ""
    who: list[Decider] = field(default_factory=list)
    request: Request | None = None
    days: int = 0


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


def panel(
    document: Document, gates: Gates, *, day: date | None = None, action: str = "", by: Staff | None = None
) -> GatePanel:
    """The very gates that the action asks, each with who may open it for `by`: blocked, then waiting, then passed."""
    found = list(gates)
    may_lift = any(isinstance(gate, Refusal) and gate.consent for gate in found)
    asked = _Asked(document, live_requests(document) if may_lift else [], day or timezone.localdate(), by)
    order = {"blocked": 0, "waiting": 1, "passed": 2}
    return GatePanel(action, sorted((_row(gate, asked) for gate in found), key=lambda row: order[row.state]))


@dataclass(frozen=True)
class _Asked:
    document: Document
    requests: list[Request]
    day: date
    by: Staff | None


def _row(gate: Refusal | Passed, asked: _Asked) -> GateRow:
    if isinstance(gate, Passed):
        return GateRow("passed", gate.code, gate.sentence, clause=gate.clause)
    if not gate.consent:
        return GateRow("blocked", gate.code, gate.sentence, gate.opens, gate.clause)
    kind = KINDS.consents[gate.consent]
    if given := consent_for(gate, asked.requests, asked.day):
        return GateRow("passed", gate.code, gate.sentence, clause=gate.clause, label=kind.label, request=given)
    state: Literal["blocked", "waiting"] = "blocked"
    waiting = next((r for r in asked.requests if r.consent == gate.consent and r.state == State.WAITING), None)
    if waiting:
        state, role = "waiting", waiting.decides
    else:
        role = _role_to_ask(table_on(kind.table, asked.day), gate, asked)
    who = deciders(role, asked.document, asked.day, besides=waiting.asked_by if waiting else asked.by)
    consent = "" if role == NOBODY else gate.consent
    return GateRow(
        state, gate.code, gate.sentence, gate.opens, gate.clause, consent, kind.label, who, waiting, kind.days
    )


def _role_to_ask(table: DecisionTable, gate: Refusal, asked: _Asked) -> str:
    """The role that a request would go to, past roles that nobody holds here; the first rule's if nobody is there at all."""
    rule = route(table, gate.facts, asked.document, asked.day, asked.by or asked.document.owner)
    rule = rule or rule_for(table, gate.facts)
    return rule.decides if rule else NOBODY


@dataclass(frozen=True)
class Record:
    """How often this client's exceptions were asked for and granted lately: a fact beside the decision."""

    asked: int
    approved: int


def record_of(request: Request, since: datetime) -> Record:
    """The client's other requests since a moment. One query."""
    states = list(
        Request.objects.filter(client=request.client, asked_at__gte=since)
        .exclude(pk=request.pk)
        .values_list("state", flat=True)
    )
    return Record(len(states), sum(state in (State.APPROVED, State.SPENT) for state in states))
