"""Clients, goods, contacts, bank, duties, approvals and debts, for programs."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kontor.api.tests.make import Program
from kontor.approvals.models import Request
from kontor.duties import actions as duties
from kontor.duties.models import Duty
from kontor.orders import actions as orders
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.payments.tests.make import DAY, make_invoice, make_payer, statement
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.shipments.tests.make import make_debt

pytestmark = pytest.mark.django_db

GOODS = 5  # the token, the roles, goods, prices, stock


@pytest.fixture
def manager() -> Staff:
    return make_staff("sales_manager")


def test_a_client_is_entered_after_its_doubles_were_seen(manager) -> None:
    program = Program(manager)
    card = {
        "name": "Okna Volgi",
        "tax_id": "7707083893",
        "person": {"name": "Irina", "duty": "buys", "phone": "+7 482 255-01-12"},
    }
    client = program.post("/clients", card, 201)
    assert client["persons"][0]["name"] == "Irina" and client["owner"]["id"] == manager.pk
    other = Program(make_staff("sales_manager"))
    problem = other.post("/clients", card, 409)
    assert problem["type"] == "/problems/doubles"
    assert problem["doubles"][0]["reason"] == "tax_id" and not problem["doubles"][0]["is_open"]
    other.post("/clients", {**card, "seen": [client["id"]]}, 201)
    assert other.get("/clients/doubles", name="Okna Volgi")["doubles"]


def test_a_wrong_tax_id_is_told_under_its_field(manager) -> None:
    problem = Program(manager).post("/clients", {"name": "X", "tax_id": "123"}, 422)
    assert problem["fields"].keys() == {"tax_id"}


def test_a_card_is_changed_in_the_fields_sent_and_over_the_version_seen(manager) -> None:
    client = make_client("Volga", owner=manager, city="Tver", note="old")
    program = Program(manager)
    changed = program.send("PATCH", f"/clients/{client.pk}", {"note": "new", "version": 1})
    assert (changed["note"], changed["city"], changed["version"]) == ("new", "Tver", 2)
    problem = program.send("PATCH", f"/clients/{client.pk}", {"note": "mine", "version": 1}, 409)
    assert problem["type"] == "/problems/changed" and problem["theirs"]["version"] == "2"
    assert program.send("PATCH", f"/clients/{client.pk}/terms", {"credit_limit": "10"}, 409)["refusals"]
    head = Program(make_staff("director"))
    set_ = head.send(
        "PATCH", f"/clients/{client.pk}/terms", {"credit_limit": "1000.50", "payment_methods": ["bank", "cash"]}
    )
    assert (set_["credit_limit"], set_["payment_methods"]) == ("1000.50", ["bank", "cash"])
    owner = make_staff("sales_manager")
    assert head.post(f"/clients/{client.pk}/owner", {"owner": owner.pk})["owner"]["id"] == owner.pk


def test_people_and_accounts_of_a_client(manager) -> None:
    client, program = make_client("Volga", owner=manager), Program(manager)
    person = program.post(f"/clients/{client.pk}/persons", {"name": "Irina", "takes_mailings": True}, 201)
    changed = program.send("PATCH", f"/clients/{client.pk}/persons/{person['id']}", {"position": "buyer"})
    assert (changed["position"], changed["takes_mailings"]) == ("buyer", True)
    account = {"number": "40702810938000000001", "bic": "044525225", "bank": "Sberbank", "is_main": True}
    assert program.post(f"/clients/{client.pk}/accounts", account, 201)["bank"] == "Sberbank"
    assert program.get("/clients", q="irina")["rows"][0]["id"] == client.pk
    assert len(program.get(f"/clients/{client.pk}")["accounts"]) == 1


def test_goods_come_with_price_and_stock_in_a_constant_number_of_queries(manager, django_assert_num_queries) -> None:
    program = Program(manager)
    program.get("/products")
    make_goods(10)
    with django_assert_num_queries(GOODS):
        program.get("/products")
    goods = make_goods(20, 30, 40)
    with django_assert_num_queries(GOODS):
        rows = program.get("/products")["rows"]
    assert {row["price"]["amount"] for row in rows} == {"10.00", "20.00", "30.00", "40.00"}
    one = program.get(f"/products/{goods[0].pk}")
    assert one["stock"]["free"] == "100.000" and one["bar_codes"] == []
    (row,) = program.get("/availability", product=goods[1].pk)["rows"]
    assert row["free"] == "100.000"
    assert program.get(f"/products/{2**70}", 404)


def test_an_order_is_filled_changed_and_read_the_same_in_every_language(manager) -> None:
    client, (bolt, nut) = make_client("Volga", owner=manager), make_goods(100, 10, fractional=True)
    make_order([], by=manager)
    program = Program(manager)
    lines = [{"product": bolt.pk, "quantity": "1.250"}]
    order = program.post("/orders", {"client": client.pk, "lines": lines}, 201, Accept_Language="ru")
    assert (order["total"], order["source"]) == ("125.00", "email")
    one = f"/orders/{order['id']}"
    order = program.post(one + "/lines", {"product": nut.pk, "quantity": 2, "version": order["version"]}, 201)
    line = order["lines"][1]["id"]
    order = program.send("PUT", f"{one}/lines/{line}", {"quantity": "3", "discount": "10"})
    assert order["lines"][1]["sum"] == "27.00"
    order = program.send("DELETE", f"{one}/lines/{line}", {"version": order["version"]})
    assert order["total"] == "125.00"
    assert program.send("DELETE", f"{one}/lines/{line}", {"version": 1}, 409)["type"] == "/problems/changed"
    order = program.send("PATCH", one, {"delivery_address": "Tver", "wanted_on": "2099-05-01"})
    assert (order["delivery_address"], order["wanted_on"]) == ("Tver", "2099-05-01")
    order = program.post(one + "/paste", {"rows": f"{nut.article}\t4"})
    assert len(order["lines"]) == 2
    offer = {"product": nut.pk, "kind": "upsell", "answer": "declined"}
    program.post(one + "/offers", offer)
    assert program.post(one + "/lines", {"product": 10**30}, 422)
    assert program.post(one + "/lines", {"product": bolt.pk, "quantity": "-1"}, 422)["fields"].keys() == {"quantity"}


def test_a_talk_is_recorded_with_the_clients_own_words(manager) -> None:
    client, program = make_client("Volga", owner=manager), Program(manager)
    assert "said" in program.post(f"/clients/{client.pk}/contacts", {}, 422)["fields"]
    talk = program.post(f"/clients/{client.pk}/contacts", {"said": "We pay on Friday", "topic": "money"}, 201)
    assert program.get("/contacts", client=client.pk)["rows"][0]["said"] == "We pay on Friday"
    program.post(f"/contacts/{talk['id']}/correct", {"said": "We pay on Monday"}, 201)
    program.post(f"/clients/{client.pk}/plans", {"what": "call", "day": "+2"}, 201)
    assert program.get(f"/clients/{client.pk}/plans")["rows"][0]["what"] == "call"


def test_the_bank_morning_by_program() -> None:
    accountant = Program(make_staff("accountant"))
    payer = make_payer()
    invoice = make_invoice(payer, "1000.00", number="318")
    day = statement(("1000.00", payer, "Оплата по счету 318"), ("50.00", None, "?"))
    loaded = accountant.upload("/bank/statements", file=SimpleUploadedFile("day.txt", day))
    assert (loaded["new"], loaded["lines"]) == (2, 2)
    assert accountant.upload("/bank/statements", file=SimpleUploadedFile("day.txt", day))["new"] == 0
    assert accountant.upload("/bank/statements", 409, file=SimpleUploadedFile("x.txt", b"?"))["refusals"]
    span = {"since": str(DAY), "until": str(DAY)}
    rows = accountant.get("/bank/lines", **span)["rows"]
    (sure,) = [row for row in rows if row["sure"]]
    assert sure["proposal"]["parts"] == [{"paper": invoice.pk, "number": "318", "amount": "1000.00"}]
    booked = accountant.post("/bank/book-sure", span)
    assert [each["total"] for each in booked["payments"]] == ["1000.00"]
    (other,) = [row for row in rows if not row["sure"]]
    payment = accountant.post(f"/bank/lines/{other['id']}/book", {"client": payer.pk}, 201)
    assert payment["kind"] == "payment"
    assert accountant.post("/bank/book-sure", {"since": "2026-01-01", "until": "2026-12-31"}, 422)["fields"]
    Program(make_staff("warehouse")).get("/bank/lines", 403, **span)


def test_a_duty_is_ticked_by_its_person_and_excused_by_the_head(manager) -> None:
    client = make_client("Volga", owner=manager)
    for what in ("a", "b"):
        duties.assign("by_hand", owner=manager, due_at=timezone.now(), client=client, what=what)
    program = Program(manager)
    first, second = program.get("/duties")["rows"]
    assert program.post(f"/duties/{first['id']}/tick")["done_at"]
    program.post(f"/duties/{second['id']}/excuse", {"reason": "ill"}, 409)
    Program(make_staff("sales_manager")).post(f"/duties/{second['id']}/tick", status=404)
    head = Program(make_staff("director"))
    assert head.post(f"/duties/{second['id']}/excuse", {"reason": "ill"})["excused_at"]
    assert not Duty.objects.open().exists()


def test_an_exception_is_asked_for_and_decided_by_a_token_made_for_it(manager) -> None:
    client = make_client("Volga", owner=manager, payment_methods=["bank"])
    order = orders.set_head(make_order(client=client, by=manager), by=manager, payment_method="cash")
    head, program = make_staff("office_head"), Program(manager)
    asked = {
        "kind": "order", "document": order.pk, "action": "place", "consent": "other_payment_method", "reason": "They insist",
    }  # fmt: skip
    request = program.post("/approvals", asked, 201)
    assert program.get("/approvals/asked")["rows"][0]["id"] == request["id"]
    assert "waiting" in {gate["state"] for gate in program.get(f"/orders/{order.pk}/gates/place")["gates"]}
    one = f"/approvals/{request['id']}"
    assert Program(head).post(one + "/decide", {"verdict": "approved"}, 403)["type"] == "/problems/forbidden"
    deciding = Program(head, decides=True)
    assert [row["id"] for row in deciding.get("/approvals")["rows"]] == [request["id"]]
    assert deciding.post(one + "/decide", {"verdict": "refused"}, 422)["fields"].keys() == {"answer"}
    assert deciding.post(one + "/decide", {"verdict": "approved"})["state"] == "approved"
    assert program.post(f"/orders/{order.pk}/actions/place")["status"] == "placed"
    assert Request.objects.get().state == "spent"


def test_debts_are_told_by_client(manager) -> None:
    client = make_client("Volga", owner=manager)
    order = make_order(client=client, by=manager)
    make_debt(client, "1000.00", order=order, due_on=timezone.localdate() - timedelta(days=10))
    program = Program(manager)
    (row,) = program.get("/debts")["rows"]
    assert (row["balance"], row["items"][0]["open"]) == ("1000.00", "1000.00")
    assert program.get("/debts", only="advance")["rows"] == []
    call = {"outcome": "will_pay", "said": "On Friday", "amount": "1000.00", "by_day": "+3"}
    program.post(f"/clients/{client.pk}/debt-calls", call, 201)
    assert program.get("/debts")["rows"][0]["promise"]["amount"] == "1000.00"
    period = {"client": client.pk, "firm": order.firm_id, "since": "2026-01-01", "until": str(timezone.localdate())}
    paper = program.post("/reconciliations", period, 201)
    assert (paper["kind"], paper["closing"]) == ("reconciliation", "1000.00")
