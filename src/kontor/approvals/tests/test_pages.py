"""The inbox, asking and the decision tables through the browser's door."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.utils import timezone

from kontor.approvals import actions
from kontor.approvals.models import DecisionTable, Request
from kontor.approvals.tests.make import MARGIN, make_cheap_order, make_request
from kontor.people.models import Staff, StandIn
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 an offer"


def browser(staff: Staff, language: str = "en") -> Browser:
    client = Browser(headers={"accept-language": language})
    client.force_login(staff)
    return client


@pytest.fixture
def head() -> Staff:
    return make_staff("office_head", name="Elena Sokolova")


def decide(client: Browser, request: Request, verdict: str, **more: str):
    return client.post(f"/approvals/{request.pk}/decide/", {"verdict": verdict, "op": uuid4(), **more})


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_the_inbox_and_every_request_open_in_three_languages(head: Staff, language: str) -> None:
    request = make_request()
    client = browser(head, language)
    for address in ("/approvals/", f"/approvals/{request.pk}/", "/approvals/?tab=asked", "/approvals/?tab=decided"):
        assert client.get(address).status_code == 200
    assert request.document.number in client.get("/approvals/").content.decode()


def test_the_detail_shows_question_comparison_and_the_rule_that_decides(head: Staff) -> None:
    page = browser(head).get(f"/approvals/{make_request().pk}/").content.decode()
    assert "margin 9.1% on 671" in page
    assert "A competitor offers 54.90" in page
    assert "1,220" in page and "−549" in page
    assert "Rule that decides: D-2" in page
    assert 'class="hit"' in page and 'class="after"' in page


def test_without_the_right_no_margin_is_shown(head: Staff) -> None:
    request = make_request()
    deputy = make_staff("back_office")
    StandIn.objects.create(
        absent=head,
        deputy=deputy,
        since=timezone.localdate(),
        until=timezone.localdate(),
        basis="order № 12",
        recorded_by=head,
    )
    page = browser(deputy).get(f"/approvals/{request.pk}/").content.decode()
    assert "Margin, money" not in page and "margin 9.1% on" not in page and "<td>9.1%" not in page
    assert "Margin 9.1%" not in page
    assert "You decide for Elena Sokolova, by order № 12." in page


def test_the_list_says_what_is_late(head: Staff) -> None:
    request = make_request()
    Request.objects.filter(pk=request.pk).update(due_at=timezone.now() - timedelta(minutes=90))
    assert "late by 1 h 30 min" in browser(head).get("/approvals/").content.decode()


def test_the_inbox_costs_the_same_for_one_request_and_for_many(head: Staff, django_assert_max_num_queries) -> None:
    client = browser(head)
    make_request()
    client.get("/approvals/")
    with django_assert_max_num_queries(26):
        client.get("/approvals/")
    for _ in range(4):
        make_request()
    with django_assert_max_num_queries(26):
        client.get("/approvals/")


def test_a_request_is_approved_with_a_key_and_the_next_one_follows(head: Staff) -> None:
    request = make_request()
    client = browser(head)
    assert b'data-key="KeyY"' in client.get("/approvals/").content
    answer = decide(client, request, "approved", valid_until="+2")
    assert (answer.status_code, answer["Location"]) == (303, "/approvals/")
    request.refresh_from_db()
    assert (request.state, request.valid_until) == ("approved", timezone.localdate() + timedelta(days=2))


@pytest.mark.parametrize("verdict", ["condition", "returned", "refused"])
def test_a_condition_a_return_and_a_refusal_need_words_and_what_was_typed_stays(head: Staff, verdict: str) -> None:
    request = make_request()
    answer = decide(browser(head), request, verdict, valid_until="no day")
    assert answer.status_code == 422
    assert "no day" in answer.content.decode() and 'aria-invalid="true"' in answer.content.decode()
    assert decide(browser(head), request, verdict, answer="Only this once").status_code == 303
    request.refresh_from_db()
    assert (request.state, request.answer) == ("approved" if verdict == "condition" else verdict, "Only this once")


def test_a_decision_that_somebody_else_has_taken_is_told_by_name(head: Staff) -> None:
    request = make_request()
    actions.decide(request, "approved", by=make_staff("office_head", name="Pavel Orlov"), answer="", at=timezone.now())
    answer = decide(browser(head), request, "refused", answer="No")
    assert answer.status_code == 409 and "Pavel Orlov" in answer.content.decode()


def test_a_strangers_request_is_not_found(head: Staff) -> None:
    request = make_request()
    stranger = browser(make_staff("sales_manager"))
    assert stranger.get(f"/approvals/{request.pk}/").status_code == 404
    assert decide(stranger, request, "approved").status_code == 404


def ask(client: Browser, order, **more):
    return client.post(
        f"/approvals/ask/order/{order.pk}/place/{MARGIN}/", {"reason": "Offer of a competitor", "op": uuid4(), **more}
    )


def test_an_exception_is_asked_for_with_a_file_that_the_approver_reads(head: Staff) -> None:
    order = make_cheap_order("45")
    client = browser(order.owner)
    assert "Margin 9.1%" in client.get(f"/approvals/ask/order/{order.pk}/place/{MARGIN}/").content.decode()
    answer = ask(client, order, file=SimpleUploadedFile("offer.pdf", PDF, "text/html"))
    assert (answer.status_code, answer["Location"]) == (303, f"/orders/{order.pk}/")
    request = Request.objects.get()
    file = request.files.get()
    answer = browser(head).get(f"/approvals/{request.pk}/files/{file.pk}/")
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert browser(make_staff("sales_manager")).get(f"/approvals/{request.pk}/files/{file.pk}/").status_code == 404


def test_without_a_reason_nothing_is_asked(head: Staff) -> None:
    answer = ask(browser((order := make_cheap_order("45")).owner), order, reason=" ")
    assert answer.status_code == 422 and not Request.objects.exists()


def test_a_double_click_asks_once(head: Staff) -> None:
    order = make_cheap_order("45")
    op = uuid4()
    answers = [ask(browser(order.owner), order, op=op).status_code for _ in range(2)]
    assert answers == [303, 303] and Request.objects.count() == 1


def test_the_asker_takes_back_on_the_page(head: Staff) -> None:
    request = make_request()
    client = browser(request.asked_by)
    assert "Take the request back" in client.get(f"/approvals/{request.pk}/").content.decode()
    assert client.post(f"/approvals/{request.pk}/take-back/", {"op": uuid4()}).status_code == 303
    request.refresh_from_db()
    assert request.state == "void"


# ---- decision tables


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_the_tables_open_in_three_languages(language: str) -> None:
    client = browser(make_staff("director"), language)
    for address in ("/decision-tables/", "/decision-tables/discounts/", "/decision-tables/discounts/change/"):
        assert client.get(address).status_code == 200


def rules(**changes: str) -> dict[str, str]:
    made = {
        "count": "2", "since": "+1", "r0-number": "D-1", "r0-decides": "director", "r0-hours": "4", "r0-condition": "",
        "r0-grade-among": "A, B", "r0-margin-low": "5", "r0-margin-high": "", "r0-days_late-low": "", "r0-days_late-high": "",
        "r0-total-low": "", "r0-total-high": "500,000", "r1-number": "D-2", "r1-decides": "nobody", "r1-hours": "1",
        "r1-condition": "", "r1-grade-among": "", "r1-margin-low": "", "r1-margin-high": "", "r1-days_late-low": "",
        "r1-days_late-high": "", "r1-total-low": "", "r1-total-high": "", "step": "save",
    }  # fmt: skip
    return made | changes


def test_rules_are_saved_as_a_new_version_from_a_day() -> None:
    client = browser(make_staff("director"))
    answer = client.post("/decision-tables/discounts/change/", rules() | {"op": uuid4()})
    assert (answer.status_code, answer["Location"]) == (303, "/decision-tables/discounts/")
    made = DecisionTable.objects.get(version=2)
    assert made.rules[0]["when"] == {
        "grade": {"among": ["A", "B"]},
        "margin": {"at_least": "5.00"},
        "total": {"at_most": "500000.00"},
    }
    page = client.get("/decision-tables/discounts/?version=2").content.decode()
    assert "coming" in page and "≤ 500,000" in page


def test_a_rule_is_added_moved_and_removed_without_losing_what_was_typed() -> None:
    client = browser(make_staff("director"))
    page = client.post(
        "/decision-tables/discounts/change/", rules(step="add", **{"r0-condition": "Reason"})
    ).content.decode()
    assert 'value="D-3"' in page and 'name="r2-number"' in page and 'value="Reason"' in page
    page = client.post("/decision-tables/discounts/change/", rules(step="down-0")).content.decode()
    assert page.index('value="D-2"') < page.index('value="D-1"')
    page = client.post("/decision-tables/discounts/change/", rules(step="remove-0")).content.decode()
    assert 'value="D-1"' not in page


def test_a_figure_that_is_none_stays_with_its_error() -> None:
    answer = browser(make_staff("director")).post(
        "/decision-tables/discounts/change/", rules(**{"r0-margin-low": "five"}) | {"op": uuid4()}
    )
    assert answer.status_code == 422 and 'value="five"' in answer.content.decode()


def test_who_lacks_the_right_sees_the_table_but_cannot_change_it() -> None:
    client = browser(make_staff("sales_manager"))
    assert "Change the rules" not in client.get("/decision-tables/discounts/").content.decode()
    assert client.get("/decision-tables/discounts/change/").status_code == 409
