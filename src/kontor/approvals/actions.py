"""Verbs on exceptions: ask, decide, take back, spend; and to change a decision table."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.approvals.kinds import KINDS
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.queries import LIVE, consent_for, facts_of, rule_for, table_on, worse
from kontor.approvals.tables import NOBODY, read_rules
from kontor.documents.gates import right_gate
from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.kernel.refusals import Gates, Refusal, Refused, refuse_if
from kontor.kernel.worktime import Calendar
from kontor.people.models import Staff
from kontor.people.queries import role_codes_of
from kontor.people.rights import Right
from kontor.standards.queries import calendar
from kontor.timeline import actions as timeline


@transaction.atomic
def ask(document: Document, action: str, consent: str, *, by: Staff, reason: str, at: datetime) -> Request:
    """Ask for an exception from the gate that closes an action now. Asking again answers the request under way."""
    kind = register.kind(document.kind)
    paper = kind.objects().locked(document.pk)
    if under_way := Request.objects.filter(
        document_id=paper.pk, consent=consent, state=Request.State.WAITING
    ).first():
        return under_way
    refusal = _refusal(register.action(document.kind, action).refusals(paper, by), consent)
    if not reason.strip():
        raise Refused([Refusal("no_reason", _("Say why: whoever decides reads it."))])
    table = _kept(table_on(KINDS.consents[consent].table, at.date()))
    rule = rule_for(table, refusal.facts)
    if rule is None or rule.decides == NOBODY:
        raise Refused(
            [
                Refusal(
                    "nobody_may", _("By the rules nobody may allow this. {why}").format(why=refusal.sentence)
                )
            ]
        )
    Request.objects.filter(document_id=paper.pk, consent=consent, state=Request.State.APPROVED).update(
        state=Request.State.VOID
    )
    request = Request.objects.create(
        consent=consent,
        document_id=paper.pk,
        client_id=paper.client_id,
        sentence=str(refusal.sentence),
        clause=refusal.clause,
        reason=reason.strip(),
        facts=facts_of(refusal),
        amount=paper.total,
        table=table,
        rule=rule.number,
        decides=rule.decides,
        asked_by=by,
        asked_at=at,
        due_at=answer_by(calendar(paper.office, on=at.date()), at, rule.hours),
    )
    timeline.record("approval.asked", by=by, document=paper, said=request.reason, consent=consent, at=at)
    return request


def _refusal(refusals: list[Refusal], consent: str) -> Refusal:
    for refusal in refusals:
        if refusal.consent == consent:
            return refusal
    raise Refused([Refusal("not_needed", _("Nothing stands in the way any more: no exception is needed."))])


def _kept(table: DecisionTable) -> DecisionTable:
    """The built-in rules become version 1 when they decide for the first time."""
    if table.pk is None:
        table.version = 1
        table.save()
    return table


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
    request = Request.objects.select_for_update(of=("self",)).select_related("document").get(pk=request.pk)
    if request.state == verdict:
        return request
    refuse_if(_decision_gates(request, verdict, by=by, answer=answer, day=at.date()))
    request.state, request.answer, request.version = verdict, answer.strip(), request.version + 1
    request.decided_by, request.decided_at = by, at
    request.decided_for = _absent(request, by, at.date())
    days = KINDS.consents[request.consent].days
    request.valid_until = (
        (valid_until or at.date() + timedelta(days=days)) if verdict == Request.State.APPROVED else None
    )
    request.save()
    timeline.record(
        f"approval.{verdict}", by=by, document=request.document, said=request.answer, consent=request.consent
    )
    return request


def _absent(request: Request, by: Staff, day: date) -> Staff | None:
    held = role_codes_of(by, day).get(request.decides)
    return held if held and held.pk != by.pk else None


def _decision_gates(request: Request, verdict: str, *, by: Staff, answer: str, day: date) -> Gates:
    if request.state != Request.State.WAITING:
        yield Refusal(
            "decided",
            _("{name} has already decided: {verdict}.").format(
                name=request.decided_by or "", verdict=Request.State(request.state).label
            ),
        )
    if request.decides not in role_codes_of(by, day):
        yield Refusal(
            "not_allowed", _("By rule {rule} somebody else decides this.").format(rule=request.rule)
        )
    if request.asked_by_id == by.pk:
        yield Refusal("own_request", _("Nobody decides on a request of his own."))
    if verdict in (Request.State.REFUSED, Request.State.RETURNED) and not answer.strip():
        yield Refusal("no_reason", _("Give the reason: without one the manager cannot answer the client."))


@transaction.atomic
def take_back(request: Request, *, by: Staff) -> Request:
    """Whoever asked no longer needs the answer."""
    request = Request.objects.select_for_update().get(pk=request.pk)
    if request.state != Request.State.WAITING:
        return request
    if request.asked_by_id != by.pk:
        raise Refused([Refusal("not_yours", _("Only whoever asked can take the request back."))])
    request.state = Request.State.VOID
    request.save(update_fields=["state"])
    timeline.record("approval.taken_back", by=by, document=request.document, consent=request.consent)
    return request


def spend_or_refuse(gates: Gates, *, about: Document, by: Staff, day: date | None = None) -> list[Request]:
    """Let an action through, or refuse it with every reason that no consent covers.

    Consents that are needed are spent; one whose facts have become worse is void. Call it inside the action's
    transaction, with the paper's head locked. Nothing is spent when anything is refused.
    """
    refusals = [gate for gate in gates if isinstance(gate, Refusal)]
    if not refusals:
        return []
    requests = list(
        Request.objects.select_for_update(of=("self",))
        .filter(document_id=about.pk, state__in=LIVE)
        .order_by("id")
    )
    today = day or timezone.localdate()
    found = [(refusal, consent_for(refusal, requests, today)) for refusal in refusals]
    if missing := [refusal for refusal, consent in found if consent is None]:
        raise Refused([_told(refusal, requests) for refusal in missing])
    spent = [consent for _refusal, consent in found if consent]
    for consent in spent:
        Request.objects.filter(pk=consent.pk).update(state=Request.State.SPENT, spent_at=timezone.now())
        timeline.record("approval.spent", by=by, document=about, consent=consent.consent)
    return spent


def _told(refusal: Refusal, requests: list[Request]) -> Refusal:
    """A refusal whose consent was given for better facts says so."""
    given = next(
        (r for r in requests if r.consent == refusal.consent and r.state == Request.State.APPROVED), None
    )
    if not (
        given and refusal.consent and worse(KINDS.consents[refusal.consent], given.facts, facts_of(refusal))
    ):
        return refusal
    sentence = _(
        "{sentence} The consent of {name} was given for better figures and does not cover this."
    ).format(sentence=refusal.sentence, name=given.decided_by)
    return Refusal(refusal.code, sentence, refusal.opens, refusal.facts, refusal.clause, refusal.consent)


@transaction.atomic
def change_table(
    code: str, rules: list[dict[str, Any]], *, since: date, by: Staff, title: str = ""
) -> DecisionTable:
    """A new version of a decision table from a day on. Requests under way keep the version that routed them."""
    refuse_if(right_gate(by, Right.CHANGE_SETTINGS))
    read_rules(rules)
    last = DecisionTable.objects.select_for_update().filter(code=code).order_by("-version").first()
    return DecisionTable.objects.create(
        code=code,
        rules=rules,
        since=since,
        changed_by=by,
        title=title,
        version=last.version + 1 if last else 1,
    )
