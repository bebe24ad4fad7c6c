"""Asking, deciding, spending."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from kontor.approvals import actions, queries, words
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.tables import Condition, Rule
from kontor.approvals.tests.make import MARGIN, make_cheap_order, make_request
from kontor.kernel.refusals import Refusal, Refused
from kontor.kernel.worktime import Calendar
from kontor.orders import actions as orders
from kontor.people.models import StandIn
from kontor.people.tests.make import make_office, make_staff

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate()


def approve(request: Request, by=None) -> Request:
    return actions.decide(request, "approved", by=by or make_staff("office_head"), answer="", at=NOW)


def test_a_request_keeps_what_is_asked_the_facts_and_the_rule_that_routes_it() -> None:
    make_staff("office_head")
    request = make_request()
    assert (request.rule, request.decides, request.state) == ("D-2", "office_head", "waiting")
    assert request.facts["margin"] == "9.1"
    assert request.due_at > request.asked_at
    assert request.reason == "A competitor offers 54.90"


def test_asking_again_answers_the_request_under_way() -> None:
    make_staff("office_head")
    first = make_request()
    assert actions.ask(first.document, "place", MARGIN, by=first.asked_by, reason="Again", at=NOW) == first


def test_asking_again_for_worse_facts_makes_the_first_request_void() -> None:
    make_staff("office_head", "wholesale_head")
    order = make_cheap_order("45")
    first = make_request(order)
    orders.set_line(order, order.lines.get().pk, by=order.owner, discount=Decimal(48))
    second = make_request(order)
    first.refresh_from_db()
    assert (first.state, second.rule) == ("void", "D-3")


def test_asking_again_never_spoils_a_consent_that_still_covers() -> None:
    make_staff("office_head")
    given = approve(make_request())
    assert make_request(given.document).pk == given.pk


def test_where_nothing_is_closed_nothing_can_be_asked_for() -> None:
    order = make_cheap_order("0")
    with pytest.raises(Refused) as refused:
        make_request(order)
    assert refused.value.refusals[0].code == "not_needed"


def test_below_cost_nobody_may_decide() -> None:
    make_staff("director")
    with pytest.raises(Refused) as refused:
        make_request(make_cheap_order("55"))
    assert refused.value.refusals[0].code == "nobody_may"


def test_where_nobody_holds_the_role_the_next_rule_decides() -> None:
    make_staff("wholesale_head")
    assert make_request().rule == "D-3"


def test_where_only_the_asker_holds_the_role_the_next_rule_decides() -> None:
    head = make_staff("office_head")
    make_staff("wholesale_head")
    assert make_request(make_cheap_order("45", by=head)).rule == "D-3"


def test_where_nobody_at_all_is_there_the_refusal_says_so() -> None:
    with pytest.raises(Refused) as refused:
        make_request()
    assert refused.value.refusals[0].code == "nobody_there"


def test_a_head_of_another_office_does_not_decide() -> None:
    make_staff("office_head")
    stranger = make_staff("office_head", office=make_office("Kazan"))
    request = make_request()
    assert not queries.waiting_for(stranger, TODAY).exists()
    with pytest.raises(Refused) as refused:
        approve(request, stranger)
    assert refused.value.refusals[0].code == "not_allowed"


def stand_in(absent, deputy, **columns) -> StandIn:
    period = {"since": TODAY, "until": TODAY, "basis": "order № 12", "recorded_by": absent, **columns}
    return StandIn.objects.create(absent=absent, deputy=deputy, **period)


def test_a_deputy_decides_with_the_reach_of_the_absent_and_in_his_name() -> None:
    head = make_staff("wholesale_head")
    deputy = make_staff("sales_manager", office=make_office("Kazan"))
    stand_in(head, deputy)
    request = make_request()
    assert list(queries.waiting_for(deputy, TODAY)) == [request]
    decided = approve(request, deputy)
    assert (decided.decided_by, decided.decided_for) == (deputy, head)


def test_a_stand_in_that_is_over_or_withdrawn_decides_nothing() -> None:
    head = make_staff("office_head")
    deputy = make_staff("sales_manager")
    stand_in(head, deputy, since=TODAY - timedelta(days=9), until=TODAY - timedelta(days=1))
    stand_in(head, deputy, withdrawn_at=NOW)
    make_request()
    assert not queries.waiting_for(deputy, TODAY).exists()


def test_nobody_decides_on_a_request_of_his_own_not_even_through_his_deputy() -> None:
    head = make_staff("wholesale_head")
    other = make_staff("wholesale_head")
    deputy = make_staff("sales_manager")
    stand_in(head, deputy)
    request = make_request(make_cheap_order("45", by=head))
    assert not queries.waiting_for(deputy, TODAY).exists()
    assert list(queries.waiting_for(other, TODAY)) == [request]
    with pytest.raises(Refused):
        approve(request, head)


@pytest.mark.parametrize("verdict", ["refused", "returned"])
def test_a_no_needs_a_reason(verdict: str) -> None:
    head = make_staff("office_head")
    with pytest.raises(Refused) as refused:
        actions.decide(make_request(), verdict, by=head, answer=" ", at=NOW)
    assert refused.value.refusals[0].code == "no_reason"


def test_a_decision_stands_whoever_comes_second() -> None:
    head, other = make_staff("office_head"), make_staff("office_head")
    request = approve(make_request(), head)
    with pytest.raises(Refused) as refused:
        actions.decide(request, "refused", by=other, answer="No", at=NOW)
    assert head.name in str(refused.value)
    assert approve(request, head).version == request.version


def test_only_a_verdict_can_be_given() -> None:
    with pytest.raises(ValueError):
        actions.decide(make_request_with_head(), "spent", by=make_staff("office_head"), answer="", at=NOW)


def make_request_with_head() -> Request:
    make_staff("office_head")
    return make_request()


def test_a_consent_opens_the_gate_once() -> None:
    request = approve(make_request_with_head())
    order = orders.place(request.document.as_order, by=request.asked_by, at=NOW)
    assert order.status == "placed"
    request.refresh_from_db()
    assert request.state == "spent"
    order = orders.reopen(order, by=request.asked_by, reason="One more line", at=NOW)
    with pytest.raises(Refused):
        orders.place(order, by=request.asked_by, at=NOW)


def test_a_consent_does_not_cover_worse_facts_and_the_refusal_says_so() -> None:
    request = approve(make_request_with_head())
    order = request.document.as_order
    order = orders.set_line(order, order.lines.get().pk, by=order.owner, discount=Decimal(47))
    with pytest.raises(Refused) as refused:
        orders.place(order, by=order.owner, at=NOW)
    assert "was given for better figures" in str(refused.value)
    request.refresh_from_db()
    assert request.state == "approved"


def test_a_consent_ends_with_its_day() -> None:
    request = approve(make_request_with_head())
    late = NOW + timedelta(days=5)
    with pytest.raises(Refused):
        orders.place(request.document.as_order, by=request.asked_by, at=late)


def test_nothing_is_spent_when_another_reason_stands() -> None:
    request = approve(make_request_with_head())
    gates = [*_closed(request), Refusal("other", "Something else")]
    with pytest.raises(Refused) as refused:
        actions.spend_or_refuse(gates, about=request.document, by=request.asked_by)
    assert [each.code for each in refused.value.refusals] == ["other"]
    request.refresh_from_db()
    assert request.state == "approved"


def _closed(request: Request) -> list[Refusal]:
    return [Refusal("margin_below_floor", request.sentence, facts=request.facts, consent=MARGIN)]


def test_only_the_asker_takes_a_request_back() -> None:
    request = make_request_with_head()
    with pytest.raises(Refused):
        actions.take_back(request, by=make_staff("sales_manager"))
    assert actions.take_back(request, by=request.asked_by).state == "void"
    with pytest.raises(Refused) as refused:
        approve(request)
    assert refused.value.refusals[0].code == "void"


def test_the_panel_names_who_may_open_a_gate_with_the_deputy() -> None:
    head, deputy = make_staff("office_head", name="Elena Sokolova"), make_staff("sales_manager", name="Pavel Orlov")
    stand_in(head, deputy)
    order = make_cheap_order("45")
    gate = Refusal(
        "margin",
        "Margin 9.1%",
        facts={"margin": Decimal("9.1"), "days_late": 0, "total": order.total, "grade": "C"},
        consent=MARGIN,
    )
    (row,) = queries.panel(order, [gate], by=order.owner).rows
    assert (row.state, [(who.holder, who.deputy) for who in row.who]) == ("blocked", [(head, deputy)])
    make_request(order)
    (row,) = queries.panel(order, [gate]).rows
    assert row.state == "waiting"


def test_an_answer_is_due_in_working_hours() -> None:
    moscow = ZoneInfo("Europe/Moscow")
    week = Calendar(frozenset(range(5)), datetime(2026, 1, 1, 9).time(), datetime(2026, 1, 1, 18).time(), moscow)
    friday = datetime(2026, 11, 20, 16, 0, tzinfo=moscow)
    assert actions.answer_by(week, friday, 4) == datetime(2026, 11, 23, 11, 0, tzinfo=moscow)
    sunday = datetime(2026, 11, 22, 3, 0, tzinfo=moscow)
    assert actions.answer_by(week, sunday, 2) == datetime(2026, 11, 23, 11, 0, tzinfo=moscow)


RULES = [
    Rule("D-1", "office_head", {"margin": Condition(at_least=Decimal(5))}, 2),
    Rule("D-2", "nobody", {}, 1),
]


def change(rules=RULES, since: date = TODAY, by=None) -> DecisionTable:
    return actions.change_table("discounts", rules, since=since, by=by or make_staff("director"), today=TODAY)


def test_a_changed_table_routes_from_its_day_on_and_leaves_earlier_requests_alone() -> None:
    earlier = make_request_with_head()
    made = change()
    assert (made.version, earlier.table.version) == (2, 1)
    later = make_request(make_cheap_order("45"))
    assert (later.rule, later.table) == ("D-1", made)
    assert change() == made


def test_a_coming_version_does_not_route_yet() -> None:
    make_staff("office_head")
    change(since=TODAY + timedelta(days=5))
    assert make_request().rule == "D-2"


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ([], "empty"),
        ([Rule("D-1", "office_head", {"margin": Condition(at_least=Decimal(5))})], "open_end"),
        ([Rule("D-1", "office_head"), Rule("D-1", "nobody")], "twice"),
        ([Rule("D-1", "king")], "role"),
        ([Rule("D-1", "office_head", {"margin": Condition(Decimal(9), Decimal(5))}), RULES[1]], "range"),
    ],
)
def test_a_table_that_could_be_misread_is_refused(rules, code: str) -> None:
    make_staff("office_head")
    with pytest.raises(Refused) as refused:
        change(rules)
    assert code in [each.code for each in refused.value.refusals]


def test_rules_are_changed_only_by_right_and_not_backwards() -> None:
    make_staff("office_head")
    with pytest.raises(Refused) as refused:
        change(since=TODAY - timedelta(days=1), by=make_staff("sales_manager"))
    assert {each.code for each in refused.value.refusals} == {"not_allowed", "past"}


def test_built_in_conditions_are_kept_so_that_every_reader_gets_his_language() -> None:
    head = make_staff("office_head")
    with translation.override("ru"):
        request = make_request()
    kept = DecisionTable.objects.get(pk=request.table_id)
    assert kept.rules[0]["condition"] == "Reason in words"
    with translation.override("ru"):
        (first, *_rest) = queries.rows_of(kept, request.facts, head)
        assert words.told(first, {}).condition == str(gettext_lazy("Reason in words"))


def test_a_consent_ends_where_a_stricter_rule_begins() -> None:
    """Given for two weeks of lateness by the head of the office, it does not hold when only the director may decide."""
    facts = {"grade": "A", "overdue": Decimal(900), "total": Decimal(5000), "days_late": 14}
    given = Request(
        consent="ship_overdue", state="approved", rule="C-1", table=queries.built_in("credit"),
        facts={name: str(value) for name, value in facts.items()},
    )  # fmt: skip

    def covered(days: int) -> bool:
        refusal = Refusal("overdue", "late", facts={**facts, "days_late": days}, consent="ship_overdue")
        return queries.consent_for(refusal, [given], TODAY) is given

    assert covered(10) and covered(14)
    assert not covered(45)
    assert not covered(61)
