"""Verbs on exceptions: ask, decide, take back, spend; and to change a decision table."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.approvals.gates import decision_gates, table_gates
from kontor.approvals.kinds import KINDS
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.queries import (
    LIVE,
    built_in,
    consent_for,
    facts_of,
    live_requests,
    mandate_for,
    route,
    table_on,
    worse,
)
from kontor.approvals.tables import NOBODY, Rule
from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.kernel.refusals import Gates, Refusal, Refused, refuse_if
from kontor.kernel.worktime import Calendar
from kontor.papers.models import File
from kontor.people.models import Staff
from kontor.standards.queries import calendar
from kontor.timeline import actions as timeline

State = Request.State
VERDICTS = (State.APPROVED, State.RETURNED, State.REFUSED)


@transaction.atomic
def ask(
    document: Document,
    action: str,
    consent: str,
    *,
    by: Staff,
    reason: str,
    at: datetime,
    files: Iterable[File] = (),
) -> Request:
    """Ask for an exception from the gate that closes an action now.

    A request under way, or a consent given, for facts at least as bad answers itself; one that no longer covers the facts
    is void, and the question is asked anew.
    """
    verb = register.action(document.kind, action)
    paper = register.kind(document.kind).objects().locked(document.pk)
    refusal = _refusal(verb.refusals(paper, by), consent)
    paper = verb.about(paper) if verb.about else paper
    day, kind = timezone.localdate(at), KINDS.consents[consent]
    live = [each for each in live_requests(paper) if each.consent == consent]
    for each in live:
        covers = not worse(kind, each.facts, facts_of(refusal)) if each.state == State.WAITING else None
        if covers or consent_for(refusal, [each], day):
            return each
    if not reason.strip():
        raise Refused([Refusal("no_reason", _("Say why: whoever decides reads it."))])
    table = table_on(kind.table, day)
    rule = _rule(table, refusal, paper, day, by)
    Request.objects.filter(pk__in=[each.pk for each in live]).update(state=State.VOID)
    request = Request.objects.create(
        consent=consent,
        document_id=paper.pk,
        client_id=paper.client_id,
        sentence=str(refusal.sentence),
        clause=refusal.clause,
        reason=reason.strip(),
        facts=facts_of(refusal),
        amount=paper.total,
        table=_kept(table),
        rule=rule.number,
        decides=rule.decides,
        asked_by=by,
        asked_at=at,
        due_at=answer_by(calendar(paper.office, on=day), at, rule.hours),
    )
    request.files.set(files)
    timeline.record("approval.asked", by=by, document=paper, said=request.reason, consent=consent, at=at)
    return request


def _refusal(refusals: list[Refusal], consent: str) -> Refusal:
    for refusal in refusals:
        if refusal.consent == consent:
            return refusal
    raise Refused([Refusal("not_needed", _("Nothing stands in the way any more: no exception is needed."))])


def _rule(table: DecisionTable, refusal: Refusal, paper: Document, day: date, by: Staff) -> Rule:
    """The rule that routes the request; refused in words where nobody may or can decide."""
    rule = route(table, refusal.facts, paper, day, by)
    if rule is None:
        sentence = _("By the rules nobody but you is there to decide this. Ask the administrator for a stand-in.")
        raise Refused([Refusal("nobody_there", sentence)])
    if rule.decides == NOBODY:
        sentence = _("By the rules nobody may allow this. {why}").format(why=refusal.sentence)
        raise Refused([Refusal("nobody_may", sentence)])
    return rule


def _kept(table: DecisionTable) -> DecisionTable:
    """The built-in rules become version 1 when they decide, or are changed, for the first time."""
    if table.pk is not None:
        return table
    values = {"rules": table.rules, "since": table.since}
    return DecisionTable.objects.get_or_create(code=table.code, version=table.version, defaults=values)[0]


def answer_by(calendar: Calendar, at: datetime, hours: int) -> datetime:
    """The moment `hours` of working time after `at`."""
    left = timedelta(hours=hours)
    moment = at.astimezone(calendar.tz)
    while True:
        day = calendar.workday_from(moment.date())
        opens = datetime.combine(day, calendar.opens, calendar.tz)
        closes = datetime.combine(day, calendar.closes, calendar.tz)
        moment = max(moment, opens)
        if moment + left <= closes:
            return moment + left
        left -= max(closes - moment, timedelta(0))
        moment = datetime.combine(calendar.next_workday(day), calendar.opens, calendar.tz)


@transaction.atomic
def decide(
    request: Request, verdict: str, *, by: Staff, answer: str, at: datetime, valid_until: date | None = None
) -> Request:
    """Approve, return or refuse. The same verdict twice is one; a decided request cannot be decided otherwise."""
    if verdict not in VERDICTS:
        raise ValueError(f"{verdict!r} is no verdict")
    request = (
        Request.objects.select_for_update(of=("self",)).select_related("document", "decided_by").get(pk=request.pk)
    )
    if request.state == verdict and request.decided_by_id == by.pk:
        return request
    day = timezone.localdate(at)
    refuse_if(decision_gates(request, verdict, by=by, answer=answer, day=day, valid_until=valid_until))
    mandate = mandate_for(request, by, day)
    kind = KINDS.consents[request.consent]
    request.state, request.answer, request.version = verdict, answer.strip(), request.version + 1
    request.decided_by, request.decided_at = by, at
    request.decided_for = mandate.holder if mandate and mandate.stand_in else None
    if verdict == State.APPROVED:
        request.valid_until = valid_until or day + timedelta(days=kind.days)
    request.save()
    timeline.record(
        f"approval.{verdict}",
        by=by,
        document=request.document,
        said=request.answer,
        consent=request.consent,
        at=at,
    )
    return request


@transaction.atomic
def take_back(request: Request, *, by: Staff) -> Request:
    """Whoever asked no longer needs the answer."""
    request = Request.objects.select_for_update(of=("self",)).select_related("document").get(pk=request.pk)
    if request.asked_by_id != by.pk:
        raise Refused([Refusal("not_yours", _("Only whoever asked can take the request back."))])
    if request.state != State.WAITING:
        return request
    request.state = State.VOID
    request.save(update_fields=["state"])
    timeline.record("approval.taken_back", by=by, document=request.document, consent=request.consent)
    return request


def spend_or_refuse(gates: Gates, *, about: Document, by: Staff, day: date | None = None) -> list[Request]:
    """Let an action through, or refuse it with every reason that no consent covers.

    Consents that are needed are spent; one whose facts have become worse does not cover. Call it inside the action's
    transaction, with the paper's head locked. Nothing is spent when anything is refused.
    """
    refusals = [gate for gate in gates if isinstance(gate, Refusal)]
    if not refusals:
        return []
    requests = list(
        Request.objects.select_for_update(of=("self",))
        .select_related("decided_by")
        .filter(document_id=about.pk, state__in=LIVE)
        .order_by("id")
    )
    today = day or timezone.localdate()
    found = [(refusal, consent_for(refusal, requests, today)) for refusal in refusals]
    if missing := [refusal for refusal, consent in found if consent is None]:
        raise Refused([_told(refusal, requests) for refusal in missing])
    spent = list({consent.pk: consent for _refusal, consent in found if consent}.values())
    Request.objects.filter(pk__in=[each.pk for each in spent]).update(state=State.SPENT, spent_at=timezone.now())
    for consent in spent:
        timeline.record("approval.spent", by=by, document=about, consent=consent.consent)
    return spent


def _told(refusal: Refusal, requests: list[Request]) -> Refusal:
    """A refusal whose consent was given for better facts says so."""
    given = next((r for r in requests if r.consent == refusal.consent and r.state == State.APPROVED), None)
    if not (given and refusal.consent and worse(KINDS.consents[refusal.consent], given.facts, facts_of(refusal))):
        return refusal
    sentence = _("{sentence} The consent of {name} was given for better figures and does not cover this.").format(
        sentence=refusal.sentence, name=given.decided_by
    )
    return replace(refusal, sentence=sentence)


@transaction.atomic
def change_table(
    code: str, rules: Sequence[Rule], *, since: date, by: Staff, today: date, title: str = ""
) -> DecisionTable:
    """A new version of a decision table from a day on. Requests under way keep the version that routed them.

    Safe to repeat: the same rules from the same day stay one version.
    """
    refuse_if(table_gates(code, rules, since=since, today=today, by=by))
    _kept(built_in(code))
    last = DecisionTable.objects.select_for_update().filter(code=code).order_by("-version")[0]
    kept = [rule.as_json() for rule in rules]
    if (last.since, last.rules, last.title) == (since, kept, title):
        return last
    return DecisionTable.objects.create(
        code=code, rules=kept, since=since, changed_by=by, title=title, version=last.version + 1
    )
