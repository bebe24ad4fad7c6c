"""Lists, papers and verbs of the register, for programs."""

import inspect
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from kontor.api.tests.make import Program
from kontor.approvals.tests.make import make_cheap_order, make_request
from kontor.documents.register import register
from kontor.invoices import actions as invoices
from kontor.invoices.models import Invoice
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db

LIST = 3  # the token, the roles, the rows
NO_ONE = "/problems/not_found"


@pytest.fixture
def order() -> Order:
    manager = make_staff("sales_manager")
    client = make_client("Volga", owner=manager, full_name="OOO Volga", tax_id="6312345672")
    return make_order([(make_goods(8460)[0], 3)], client=client, by=manager)


def test_every_action_is_performed_with_the_fields_of_its_form() -> None:
    for (kind, name), action in register.actions.items():
        fields = dict.fromkeys(action.form.base_fields if action.form else {})
        try:
            inspect.signature(action.perform).bind(None, by=None, at=None, **fields)
        except TypeError as wrong:
            pytest.fail(f"{kind}.{name}: its form does not fit its action: {wrong}")


def test_a_list_takes_three_queries_however_many_rows(order, django_assert_num_queries) -> None:
    program = Program(order.owner)
    program.get("/orders")
    with django_assert_num_queries(LIST):
        assert len(program.get("/orders")["rows"]) == 1
    for _each in range(4):
        make_order(client=order.client, by=order.owner)
    with django_assert_num_queries(LIST):
        rows = program.get("/orders")["rows"]
    assert len(rows) == 5
    assert rows[-1]["total"] == "25380.00" and rows[-1]["client"] == {"id": order.client_id, "name": "Volga"}


def test_every_list_of_the_register_answers(order) -> None:
    program = Program(make_staff("director"))
    for slug in ("orders", "invoices", "payments", "cash-orders", "cash-expenses", "pickings", "shipments",
                 "purchase-requests", "reconciliations"):  # fmt: skip
        assert program.get(f"/{slug}").keys() == {"rows", "after"}


def test_a_list_is_filtered_and_goes_on_after_its_cursor(order) -> None:
    program = Program(order.owner)
    second = make_order(by=order.owner)
    first_page = program.get("/orders", limit=1)
    assert [row["id"] for row in first_page["rows"]] == [second.pk]
    assert [row["id"] for row in program.get("/orders", after=first_page["after"])["rows"]] == [order.pk]
    assert [row["id"] for row in program.get("/orders", client=order.client_id)["rows"]] == [order.pk]
    assert [row["id"] for row in program.get("/orders", number=second.number)["rows"]] == [second.pk]
    assert program.get("/orders", status="placed")["rows"] == []
    assert program.get("/orders", since="2099-01-01")["rows"] == []
    problem = program.get("/orders", 422, since="tomorrow", limit=1000)
    assert problem["fields"].keys() == {"since", "limit"}


def test_a_paper_tells_its_lines_and_what_may_be_done_with_it_and_why_not(order) -> None:
    found = Program(order.owner).get(f"/orders/{order.pk}")
    (line,) = found["lines"]
    assert (line["quantity"], line["product"]["unit"]) == ("3.000", "pc")
    verbs = {each["name"]: each for each in found["actions"]}
    assert verbs["place"]["refusals"] == [] and verbs["cancel"]["fields"] == ["reason"]
    assert "reopen" not in verbs
    empty = make_order([], by=order.owner)
    verbs = {each["name"]: each for each in Program(order.owner).get(f"/orders/{empty.pk}")["actions"]}
    assert [each["code"] for each in verbs["place"]["refusals"]] == ["no_lines"]


def test_cost_is_told_to_those_alone_who_may_see_the_margin(order) -> None:
    found = Program(order.owner).get(f"/orders/{order.pk}")
    assert found["cost"] == "150.00" and found["lines"][0]["cost"] == "50.00"
    without = Program(order.owner, order.owner.rights - {Right.SEE_MARGIN})
    found = without.get(f"/orders/{order.pk}")
    assert "cost" not in found and "cost" not in found["lines"][0]
    assert "cost" not in without.get("/orders")["rows"][0]
    assert "cost" not in without.get("/products")["rows"][0]


def test_no_refusal_and_no_request_tells_the_margin_to_whom_it_is_closed() -> None:
    make_staff("office_head")
    request = make_request(make_cheap_order("45"))
    seller, paper = Program(request.asked_by), f"/orders/{request.document_id}"
    closed = Program(request.asked_by, request.asked_by.rights - {Right.SEE_MARGIN})
    for program, seen in ((seller, True), (closed, False), (Program(make_staff("warehouse")), False)):
        asked = program.get(f"/approvals/{request.pk}")
        assert ("margin" in asked["facts"], "9.1%" in asked["sentence"]) == (seen, seen)
    for program, seen in ((seller, True), (closed, False)):
        (place,) = [each for each in program.get(paper)["actions"] if each["name"] == "place"]
        assert ["margin" in refusal["facts"] for refusal in place["refusals"]] == [seen]
        assert "closed" not in place["refusals"][0]
        (refusal,) = program.post(f"{paper}/actions/place", status=409)["refusals"]
        assert ("margin" in refusal["facts"]) == seen


def test_the_panel_of_gates_is_data(order) -> None:
    panel = Program(order.owner).get(f"/orders/{order.pk}/gates/ship")
    assert not panel["open"]
    assert {gate["state"] for gate in panel["gates"]} <= {"blocked", "waiting", "passed"}
    assert "draft" in {gate["code"] for gate in panel["gates"]}
    Program(order.owner).get(f"/orders/{order.pk}/gates/fly", 404)


def test_an_action_answers_with_the_paper_that_came_of_it_and_again_with_the_same(order) -> None:
    program = Program(order.owner)
    invoice = program.post(f"/orders/{order.pk}/actions/accept", {"version": order.version})
    assert (invoice["kind"], invoice["total"]) == ("invoice", "25380.00")
    assert invoice["number"] in invoice["said"]
    again = program.post(f"/orders/{order.pk}/actions/accept")
    assert again["id"] == invoice["id"] and Invoice.objects.count() == 1
    assert program.post(f"/orders/{order.pk}/actions/place")["status"] == "placed"


def test_a_verb_that_was_never_done_is_refused_in_a_status_that_does_not_know_it(order) -> None:
    placed = orders.place(order, by=order.owner, at=timezone.now())
    program = Program(order.owner)
    problem = program.post(f"/orders/{placed.pk}/actions/accept", status=409)
    assert problem["type"] == "/problems/refused" and problem["refusals"][0]["code"] == "wrong_status"
    assert not Invoice.objects.exists()
    invoice = invoices.issue(placed, by=order.owner, at=timezone.now())
    invoices.withdraw(invoice, by=order.owner, reason="error", at=timezone.now())
    late = {"expected_on": "2099-01-01"}
    program.post(f"/invoices/{invoice.pk}/actions/payment_date", late, 409)
    assert Invoice.objects.get(pk=invoice.pk).expected_on is None


def test_every_reason_of_a_refusal_is_told_with_clause_facts_and_consent(order) -> None:
    orders.set_head(order, by=order.owner, payment_method="cash")
    order.client.payment_methods = ["bank"]
    order.client.save()
    problem = Program(order.owner).post(f"/orders/{order.pk}/actions/place", status=409)
    assert (problem["type"], problem["status"]) == ("/problems/refused", 409)
    (refusal,) = problem["refusals"]
    assert refusal["consent"] == "other_payment_method" and refusal["facts"] == {"total": "25380.00"}


def test_whoever_was_slower_is_told_that_it_changed_and_by_whom(order) -> None:
    program = Program(order.owner)
    for name, body in (("place", {}), ("cancel", {"reason": "no"})):
        problem = program.post(f"/orders/{order.pk}/actions/{name}", {**body, "version": 1}, 409)
        assert problem["type"] == "/problems/changed" and problem["by"] == order.owner.name


def test_a_form_that_is_not_right_is_answered_field_by_field(order) -> None:
    program = Program(order.owner)
    problem = program.post(f"/orders/{order.pk}/actions/cancel", {"why": "?"}, 422)
    assert problem["type"] == "/problems/invalid" and problem["fields"].keys() == {"why"}
    assert program.post(f"/orders/{order.pk}/actions/cancel", {}, 422)["fields"].keys() == {"reason"}
    assert program.post(f"/orders/{order.pk}/actions/place", {"version": "x"}, 422)["fields"].keys() == {"version"}
    for broken in ("{", "[]", '{"a": NaN}', "[" * 100_000):
        response = program.http.post(f"/api/v1/orders/{order.pk}/actions/place", broken, "application/json")
        assert response.status_code == 400 and response.json()["type"] == "/problems/unreadable"


def test_a_strangers_paper_is_not_found_and_neither_are_its_actions(order) -> None:
    stranger = Program(make_staff("sales_manager"))
    assert stranger.get("/orders")["rows"] == []
    for address in (f"/orders/{order.pk}", f"/orders/{order.pk}/gates/ship", f"/clients/{order.client_id}"):
        assert stranger.get(address, 404)["type"] == NO_ONE
    assert stranger.post(f"/orders/{order.pk}/actions/place", status=404)["type"] == NO_ONE
    assert stranger.post("/orders", {"client": order.client_id}, 404)["type"] == NO_ONE
    assert stranger.get("/nothing", 404)["type"] == NO_ONE
    assert stranger.get(f"/orders/{10**30}", 404)["type"] == NO_ONE


def test_a_token_acts_with_its_rights_alone(order) -> None:
    reader = Program(order.owner, [])
    assert reader.get(f"/orders/{order.pk}")["actions"] == []
    assert reader.get("/me")["rights"] == []
    assert reader.post(f"/orders/{order.pk}/actions/place", status=403)["type"] == "/problems/forbidden"
    caller = Program(order.owner, [Right.LOG_CONTACTS])
    problem = caller.post(f"/orders/{order.pk}/actions/place", status=409)
    assert {each["code"] for each in problem["refusals"]} == {"not_allowed"}


def test_the_same_key_is_one_execution_and_another_body_under_it_is_refused(order) -> None:
    program, key = Program(order.owner), str(uuid4())
    body = {"client": order.client_id, "source": "email"}
    first = program.post("/orders", body, 201, Idempotency_Key=key)
    assert program.post("/orders", body, 201, Idempotency_Key=key) == first
    assert Order.objects.count() == 2
    problem = program.post("/orders", {**body, "source": "phone"}, 409, Idempotency_Key=key)
    assert problem["refusals"][0]["code"] == "op_reused"
    assert program.post("/orders", body, 400, Idempotency_Key="17")["type"] == "/problems/unreadable"


def test_what_was_refused_leaves_its_key_free(order) -> None:
    program, key = Program(order.owner), str(uuid4())
    empty = make_order([], by=order.owner)
    address = f"/orders/{empty.pk}/actions/place"
    program.post(address, status=409, Idempotency_Key=key)
    orders.add_line(empty, make_goods(1000)[0], Decimal(1), by=order.owner, on=timezone.localdate())
    assert program.post(address, Idempotency_Key=key)["status"] == "placed"


def test_sentences_come_in_the_callers_language(order) -> None:
    program = Program(order.owner)
    address = f"/orders/{make_order([], by=order.owner).pk}/actions/place"
    in_chinese = program.post(address, status=409, Accept_Language="zh-hans")
    assert in_chinese["title"] == "现在还不能这样做"
    Staff.objects.filter(pk=order.owner_id).update(language="zh-hans")
    assert program.post(address, status=409)["title"] == in_chinese["title"]


def test_without_a_token_in_force_there_is_nothing_and_a_session_needs_its_csrf_token(order) -> None:
    response = Client().get("/api/v1/orders")
    assert response.status_code == 401 and response.headers["WWW-Authenticate"].startswith("Bearer")
    assert response.json()["type"] == "/problems/signed_out"
    browser = Client(enforce_csrf_checks=True)
    assert browser.post("/api/v1/orders").status_code == 401
    browser.force_login(order.owner)
    assert browser.get("/api/v1/orders").status_code == 200
    assert browser.post(f"/api/v1/orders/{order.pk}/actions/place").json()["type"] == "/problems/forbidden"
    assert Order.objects.get(pk=order.pk).status == "draft"


def test_too_many_calls_have_to_wait(order, monkeypatch) -> None:
    monkeypatch.setattr("kontor.api.caller.CALLS_A_MINUTE", 1)
    program = Program(order.owner)
    program.get("/me")
    assert program.get("/me", 429)["type"] == "/problems/too_many"
