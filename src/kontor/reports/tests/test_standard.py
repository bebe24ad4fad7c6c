"""The Standard page: what is counted, by whom, and that every figure opens its cases."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.test import Client as Browser
from django.utils import timezone
from python_calamine import CalamineWorkbook

from kontor.approvals.models import Request
from kontor.approvals.tests.make import make_request
from kontor.duties.tests.make import make_duty
from kontor.orders.tests.make import make_order
from kontor.people.models import Staff
from kontor.people.tests.make import make_office, make_staff
from kontor.reports.periods import Month
from kontor.reports.record import SOURCES, STATES, Asked, Tally, by_month, cases, record
from kontor.standards.clauses import standard
from kontor.standards.queries import built, rules_of
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate()
CLAUSE = "W-1.3.4"
HOUR = timedelta(hours=1)


def asked(viewer: Staff, who: int | None = None, clause: str = "") -> Asked:
    month = Month(TODAY.replace(day=1))
    return Asked(viewer, month.since, month.until, NOW, who, clause)


def browser(staff: Staff, language: str = "en") -> Browser:
    client = Browser(headers={"accept-language": language})
    client.force_login(staff)
    return client


def make_cases(owner: Staff) -> None:
    """One duty of each class under the clause, an order entered (kept), and a consent used."""
    middle = Month(TODAY.replace(day=1)).since + timedelta(hours=1)
    make_duty(owner, clause=CLAUSE, due_at=middle, done_at=middle)
    make_duty(owner, clause=CLAUSE, due_at=middle, done_at=middle + HOUR)
    make_duty(owner, clause=CLAUSE, due_at=middle)
    make_duty(owner, clause=CLAUSE, due_at=middle, excused_at=NOW)
    make_duty(owner, clause=CLAUSE, due_at=middle, void_at=NOW)
    make_duty(owner, clause=CLAUSE, due_at=NOW + HOUR)
    make_order(by=owner)
    make_staff("office_head")
    request = make_request()
    Request.objects.filter(pk=request.pk).update(
        state="spent", clause=CLAUSE, spent_at=NOW, asked_by=owner, decided_by=owner
    )
    Event.objects.exclude(document__as_order__owner=owner).delete()


@pytest.mark.clause("W-0.1")
def test_duties_events_and_consents_are_counted_by_clause_and_person() -> None:
    owner = make_staff("sales_manager")
    make_cases(owner)
    assert record(asked(owner))[CLAUSE] == {owner.pk: Tally(kept=2, late=1, excused=2, broken=1)}


def test_every_figure_is_the_number_of_its_cases() -> None:
    owner, head = make_staff("sales_manager"), make_staff("wholesale_head")
    make_cases(owner)
    for viewer in (owner, head):
        for clause, persons in record(asked(viewer)).items():
            for person, tally in persons.items():
                of_person = asked(viewer, person or 0, clause)
                for state in STATES:
                    found = sum(cases(of_person, source, state).count() for source in SOURCES)
                    assert found == tally.of(state), (clause, person, state)


def test_a_manager_sees_own_cases_a_head_his_office_the_director_all() -> None:
    owner = make_staff("sales_manager")
    make_cases(owner)
    assert CLAUSE not in record(asked(make_staff("sales_manager")))
    assert CLAUSE in record(asked(make_staff("office_head")))
    assert CLAUSE not in record(asked(make_staff("office_head", office=make_office("Kazan"))))
    assert CLAUSE in record(asked(make_staff("director")))


def test_the_months_agree_with_the_record() -> None:
    owner = make_staff("sales_manager")
    make_cases(owner)
    assert by_month(asked(owner, clause=CLAUSE)) == {Month(TODAY.replace(day=1)): Tally(2, 1, 2, 1)}


def test_the_record_costs_one_query_per_source(django_assert_num_queries) -> None:
    director = make_staff("director")
    make_cases(make_staff("sales_manager"))
    director.scope, director.rights
    with django_assert_num_queries(3):
        record(asked(director))


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_the_page_shows_every_clause_built_or_honestly_not(language: str) -> None:
    make_cases(make_staff("sales_manager"))
    client = browser(make_staff("director"), language)
    page = unescape(client.get("/standard/").content.decode())
    for clause in standard("W").clauses:
        assert clause.id in page
    assert client.get("/standard/?of=D").status_code == 200
    assert client.get("/standard/?of=X").status_code == 404


def test_the_page_costs_a_constant_number_of_queries(django_assert_max_num_queries) -> None:
    client = browser(make_staff("director"))
    for _ in range(2):
        make_cases(make_staff("sales_manager"))
        client.get("/standard/")
        with django_assert_max_num_queries(11):
            client.get("/standard/")


def test_each_figure_on_the_page_leads_to_a_list_of_as_many_cases() -> None:
    owner = make_staff("sales_manager")
    make_cases(owner)
    client = browser(make_staff("director"))
    page = client.get("/standard/").content.decode()
    links = [(href, int(n)) for href, n in re.findall(rf'href="(/standard/{CLAUSE}/[^"]*state=[^"]*)">(\d+)</a>', page)]
    assert len(links) == 4
    for href, count in links:
        address = unescape(href).partition("#")[0]
        pages = (client.get(f"{address}&source={source}").content.decode() for source in SOURCES)
        assert sum(page.count('<tr role="row" data-row>') for page in pages) == count


@pytest.mark.parametrize("state", ["", *map(str, STATES)])
def test_a_clause_opens_with_its_rules_and_cases(state: str) -> None:
    make_cases(make_staff("sales_manager"))
    page = browser(make_staff("director")).get(f"/standard/{CLAUSE}/?state={state}").content.decode()
    assert "Order … entered" in page and standard("W").letter in page


def test_unknown_clauses_and_states_are_not_found_and_a_strange_month_is_this_month() -> None:
    client = browser(make_staff("director"))
    assert client.get("/standard/W-9.9.9/").status_code == 404
    assert client.get(f"/standard/{CLAUSE}/?state=fine").status_code == 404
    assert client.get("/standard/?month=soon&who=nobody").status_code == 200


def test_the_record_leaves_as_a_workbook() -> None:
    make_cases(make_staff("sales_manager", name="Anna Lindqvist"))
    answer = browser(make_staff("director")).get("/standard.xlsx")
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert any(row[0] == CLAUSE and row[2:] == ["Anna Lindqvist", 2, 1, 2, 1] for row in rows)


def test_rules_are_gathered_from_every_register() -> None:
    assert {"paper", "event", "action"} <= {rule.what for each in standard("W").clauses for rule in rules_of(each.id)}
    assert any(rule.what == "gate" for rule in rules_of("W-1.3.6"))
    assert built(CLAUSE)


def test_months_run_over_the_year() -> None:
    assert str(Month.read("2026-01", TODAY).shift(-1)) == "2025-12"
    assert Month.read("2026-12", TODAY).until == Month.read("2027-01", TODAY).since
