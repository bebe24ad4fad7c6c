"""The bank morning and the cash desk as people walk them."""

from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from python_calamine import CalamineWorkbook

from kontor.parties.tests.make import make_firm
from kontor.payments import actions
from kontor.payments.models import BankLine, CashOrder, Payment, Review
from kontor.payments.tests.make import (
    AT,
    DAY,
    make_invoice,
    make_line,
    make_order,
    make_payer,
    make_waybill,
    statement,
)  # fmt: skip
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff
from kontor.receivables import queries as receivables

pytestmark = pytest.mark.django_db
D = Decimal
ON_DAY = f"/bank/?since={DAY}&until={DAY}"


def sign_in(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff)
    return client


def text(answer) -> str:
    return answer.content.decode()


def cells(answer) -> list[object]:
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    return [cell for row in sheet.to_python() for cell in row if cell]


def upload(client: Client, data: bytes, **more):
    return client.post("/bank/", {"file": SimpleUploadedFile("day.txt", data), "op": uuid4(), **more})


@pytest.fixture
def accountant() -> Staff:
    make_firm()
    return make_staff("accountant")


@pytest.mark.clause("W-1.3.3")
@pytest.mark.clause("W-1.3.3.1b")
def test_the_file_is_dropped_and_the_day_shows_what_every_line_pays(accountant):
    client, payer = sign_in(accountant), make_payer("Okna Volgi")
    make_invoice(payer, 122000, number="318")
    data = statement(("122000.00", payer, "Оплата по счету № 318"), ("33.00", None, "за товар"))
    answer = upload(client, data)
    assert (answer.status_code, answer["Location"]) == (303, ON_DAY)
    page = text(client.get(answer["Location"]))
    assert "2 new of 2 lines." in page
    assert "tax id" in page and "amount equals the invoice to the kopeck" in page
    assert "Who is it?" in page
    assert "100,000" in page and "222,033" in page, "the balances of the bank"
    assert "0 new of 2 lines." in text(upload(client, data, op=uuid4()) and client.get(ON_DAY))


def test_a_broken_file_is_answered_with_a_sentence_per_problem(accountant):
    answer = upload(sign_in(accountant), statement(("20.00", make_payer(), "а"))[:-60])
    assert answer.status_code == 422 and "breaks off inside the section" in text(answer)
    assert not BankLine.objects.exists()
    empty = sign_in(accountant).post("/bank/", {"op": uuid4()})
    assert empty.status_code == 422 and "Choose the file" in text(empty)


def test_sums_that_do_not_add_up_are_asked_about_with_the_file_kept(accountant):
    client = sign_in(accountant)
    data = statement(("500.00", make_payer(), "а")).replace(b"100500.00", b"100999.00")
    asked = upload(client, data)
    assert asked.status_code == 422 and "100,999.00" in text(asked)
    kept = text(asked).split('name="kept" value="')[1].split('"')[0]
    answer = client.post("/bank/", {"kept": kept, "name": "day.txt", "confirmed": "1", "op": uuid4()})
    assert answer.status_code == 303
    assert BankLine.objects.get().file.name == "day.txt"


def test_all_sure_ones_are_booked_with_one_button(accountant):
    client, payer = sign_in(accountant), make_payer()
    make_invoice(payer, 100, number="1")
    upload(client, statement(("100.00", payer, "по счету № 1"), ("33.00", None, "за товар")))
    sent = {"since": DAY, "until": DAY, "op": uuid4()}
    assert [client.post("/bank/sure/", sent).status_code for _click in range(2)] == [303, 303]
    assert "1 payment is booked." in text(client.get(ON_DAY))
    assert Payment.objects.get().total == 100


@pytest.mark.clause("W-1.3.3.2")
def test_a_line_is_spread_by_hand_booked_and_taken_back_from_the_toast(accountant):
    client, payer = sign_in(accountant), make_payer("Okna Volgi")
    one, two = make_invoice(payer, 300), make_invoice(payer, 150)
    line = make_line("500.00", payer, by=accountant)
    page = text(client.get(f"/bank/lines/{line.pk}/"))
    assert f'name="part-{one.pk}"' in page and "Okna Volgi" in page
    wrong = client.post(
        f"/bank/lines/{line.pk}/", {"client": payer.pk, f"part-{one.pk}": "301", f"part-{two.pk}": "soon"}
    )
    assert wrong.status_code == 422
    assert 'value="301"' in text(wrong) and 'value="soon"' in text(wrong) and "Only 300.00 is open here" in text(wrong)
    sent = {"client": payer.pk, f"part-{one.pk}": "300", f"part-{two.pk}": "150.00", "op": uuid4()}
    assert client.post(f"/bank/lines/{line.pk}/", sent)["Location"] == ON_DAY
    payment = Payment.objects.get()
    assert receivables.unallocated(payment) == 50
    page = text(client.get(ON_DAY))
    assert f"/payments/{payment.pk}/undo/" in page and "advance" in page
    assert client.post(f"/payments/{payment.pk}/undo/").status_code == 303
    assert BankLine.objects.get().state == "open"


def test_too_much_is_refused_beside_the_form_with_what_was_typed(accountant):
    payer = make_payer()
    invoice = make_invoice(payer, 900)
    line = make_line("500.00", payer, by=accountant)
    answer = sign_in(accountant).post(f"/bank/lines/{line.pk}/", {"client": payer.pk, f"part-{invoice.pk}": "600"})
    assert answer.status_code == 422 and "100.00 too much" in text(answer) and 'value="600"' in text(answer)


def test_an_unknown_payer_is_found_by_searching_the_clients(accountant):
    client, found = sign_in(accountant), make_payer("Stekloplast")
    line = make_line("33.00", None, by=accountant)
    page = text(client.get(f"/bank/lines/{line.pk}/?q=steklo"))
    assert f'href="?client={found.pk}"' in page
    answer = client.post(f"/bank/lines/{line.pk}/", {"client": found.pk, "op": uuid4()})
    assert answer.status_code == 303
    assert Payment.objects.get().client == found


def test_a_manager_sees_all_incoming_money_and_books_only_for_own_clients():
    manager = make_staff("sales_manager")
    mine, other = make_payer("Mine", owner=manager), make_payer("Strange")
    make_invoice(mine, 100, number="1")
    make_invoice(other, 200, number="2")
    data = statement(("100.00", mine, "по счету № 1"), ("200.00", other, "по счету № 2"))
    actions.load_statement("day.txt", data, by=make_staff("accountant"), at=AT)
    client = sign_in(manager)
    assert "Strange" in text(client.get(ON_DAY)) and "Book 1 sure one" in text(client.get(ON_DAY))
    assert "Strange" not in text(client.get(ON_DAY + "&who=mine"))
    assert 'type="file"' not in text(client.get(ON_DAY)), "managers read the statement, accounting loads it"
    assert upload(client, data).status_code == 403
    strange = BankLine.objects.get(amount=200)
    answer = client.post(f"/bank/lines/{strange.pk}/", {"client": other.pk, "op": uuid4()})
    assert answer.status_code == 409
    assert not Payment.objects.exists()


@pytest.mark.parametrize("role", ["warehouse", "cashier", "purchasing"])
def test_the_bank_is_closed_to_others_in_words(role):
    client = sign_in(make_staff(role))
    assert client.get("/bank/").status_code == client.get("/payments/").status_code == 403


@pytest.mark.clause("W-1.3.3.1a")
def test_reviewed_is_pressed_once(accountant):
    manager = make_staff("sales_manager")
    make_line("100.00", make_payer(owner=manager), by=accountant)
    client = sign_in(manager)
    assert "Reviewed" in text(client.get(ON_DAY))
    for _click in range(2):
        assert client.post("/bank/reviewed/", {"since": DAY, "until": DAY, "op": uuid4()}).status_code == 303
    assert Review.objects.get().staff == manager
    assert "reviewed" in text(client.get(ON_DAY))


@pytest.mark.clause("W-1.3.3.2")
def test_other_decisions_have_a_way_back(accountant):
    client, line = sign_in(accountant), make_line("90.00", None, by=accountant)
    assert client.post(f"/bank/lines/{line.pk}/accounting/", {"note": ""}).status_code == 409
    for verb, state in (("accounting", "unknown"), ("not-client", "not_client")):
        client.post(f"/bank/lines/{line.pk}/{verb}/", {"note": "whose?", "op": uuid4()})
        line.refresh_from_db()
        assert line.state == state
        assert client.get(f"/bank/lines/{line.pk}/").status_code == 200
    assert "whose?" in text(client.get(ON_DAY))
    client.post(f"/bank/lines/{line.pk}/reopen/")
    line.refresh_from_db()
    assert line.state == "open"


@pytest.mark.clause("W-1.3.3.1b")
def test_the_statement_is_downloaded_as_a_workbook(accountant):
    make_line("100.00", make_payer("Okna Volgi"), "по счету", by=accountant)
    answer = sign_in(accountant).get(f"/bank/statement.xlsx?since={DAY}&until={DAY}")
    values = cells(answer)
    assert "Okna Volgi" in values and 100 in values and "Closing balance 100,100.00" in values


def test_all_movements_are_shown_with_totals(accountant):
    make_line("100.00", make_payer("Okna Volgi"), by=accountant)
    page = text(sign_in(accountant).get(ON_DAY + "&show=all"))
    assert "Sberbank" in page and page.count("100.00") >= 2


def test_days_that_cannot_be_are_said_so(accountant):
    page = text(sign_in(accountant).get("/bank/?since=2026-11-12&until=2026-11-01"))
    assert "The last day comes after the first" in page


def test_a_payment_shows_what_it_pays_and_its_advance_is_allocated_there(accountant):
    client, payer = sign_in(accountant), make_payer()
    one, later = make_invoice(payer, 300), make_invoice(payer, 70)
    payment = actions.book(make_line("350.00", payer, by=accountant), payer, [(one.pk, D(300))], by=accountant, at=AT)
    address = f"/payments/{payment.pk}/"
    assert "Let the advance of 50.00 pay" in text(client.get(address))
    assert client.post(address, {f"part-{later.pk}": "60"}).status_code == 422
    assert client.post(address, {f"part-{later.pk}": "50", "op": uuid4()}).status_code == 303
    assert receivables.unallocated(payment) == 0
    assert client.post(f"{address}orders/{one.based_on_id}/back/").status_code == 303
    assert receivables.unallocated(payment) == 300
    assert client.get("/payments/").status_code == client.get("/payments/?state=withdrawn").status_code == 200
    assert sign_in(make_staff("sales_manager")).get(address).status_code == 404


def cash_order(manager: Staff) -> CashOrder:
    order = make_order(make_payer("Okna Volgi", owner=manager), 600, payment_method="cash", status="picked")
    return actions.prepare_cash_order(
        order, basis=make_waybill(order), amount=D(540), vat=D("97.38"), by=manager, at=timezone.now()
    )


@pytest.mark.clause("W-1.3.7.1a")
@pytest.mark.clause("W-1.3.7.1b")
def test_the_cashier_scans_takes_the_money_and_marks_the_waybill():
    manager = make_staff("sales_manager", name="Anna Belova")
    cashier, waits = sign_in(make_staff("cashier")), cash_order(manager)
    assert "Okna Volgi" in text(cashier.get("/cash/")) and 'data-density="touch"' in text(cashier.get("/cash/"))
    wrong = cashier.get("/cash/?code=4711")
    assert wrong.status_code == 404 and "Nothing waits to be paid under “4711”" in text(wrong)
    address = cashier.get(f"/cash/?code={waits.order.number}")["Location"]
    page = text(cashier.get(address))
    assert f'<option value="{manager.pk}" selected>Anna Belova' in page
    sent = {"accompanied_by": manager.pk, "amount": "540.00", "op": uuid4()}
    assert cashier.post(address, sent).status_code == cashier.post(address, sent).status_code == 303
    page = text(cashier.get(address))
    assert "Anna Belova came with the client" in page
    assert receivables.balance(waits.client) == -540


@pytest.mark.clause("W-1.3.7.1a")
def test_the_manager_sees_no_button_and_is_refused_even_by_a_direct_request():
    manager = make_staff("sales_manager")
    waits, client = cash_order(manager), sign_in(manager)
    address = f"/cash/{waits.pk}/"
    assert "Money is taken" not in text(client.get(address))
    assert client.post(address, {"accompanied_by": manager.pk, "amount": "540", "op": uuid4()}).status_code == 409
    act = client.post(f"/papers/cash_order/{waits.pk}/receive/", {"accompanied_by": manager.pk, "amount": "540"})
    assert act.status_code == 409
    assert CashOrder.objects.get().status == "prepared"
    assert sign_in(make_staff("sales_manager")).get(address).status_code == 404


@pytest.mark.clause("W-1.3.7.2")
def test_the_paid_mark_is_taken_back_with_a_reason_and_the_cash_book_tells_it():
    manager, staff = make_staff("sales_manager"), make_staff("cashier")
    waits, client, now = cash_order(manager), sign_in(staff), timezone.now()
    actions.receive_cash(waits, by=staff, at=now, accompanied_by=manager)
    act = f"/papers/cash_order/{waits.pk}/cancel_mark/"
    assert client.post(act, {"reason": ""}).status_code == 422
    answer = client.post(act, {"reason": "The client changed his mind", "op": uuid4()})
    page = text(client.get(answer["Location"]))
    assert "The client changed his mind" in page and waits.number in page
    book = text(client.get("/cash/book/"))
    assert book.count("540.00") >= 4 and staff.name in book
    assert client.get(f"/cash/{waits.pk}/").status_code == 200
    assert staff.name in cells(client.get("/cash/book.xlsx"))


@pytest.mark.clause("W-1.3.6.1b")
def test_the_cash_order_prints_as_a_form_with_a_receipt():
    manager = make_staff("sales_manager")
    answer = sign_in(manager).get(f"/cash/{cash_order(manager).pk}/ko1.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")


def test_the_cash_desk_is_closed_to_the_warehouse():
    client = sign_in(make_staff("warehouse"))
    assert client.get("/cash/").status_code == client.get("/cash/book/").status_code == 403


@pytest.mark.parametrize("count", [1, 12])
def test_the_bank_page_costs_the_same_queries_whatever_the_number_of_lines(
    accountant, count, django_assert_max_num_queries
):
    payers = [make_payer(f"Payer {no}") for no in range(count)]
    papers = [make_invoice(payer, 100, number=str(100 + no)) for no, payer in enumerate(payers)]
    rows = [("100.00", payer, f"по счету № {paper.number}") for payer, paper in zip(payers, papers, strict=True)]
    actions.load_statement("day.txt", statement(*rows, *[("7.00", None, "?")] * count), by=accountant, at=AT)
    first = BankLine.objects.order_by("pk").first()
    actions.book(first, payers[0], [(papers[0].pk, D(100))], by=accountant, at=AT)
    client = sign_in(accountant)
    client.get(ON_DAY)
    with django_assert_max_num_queries(25):
        assert client.get(ON_DAY).status_code == 200


def test_the_cash_desk_costs_the_same_queries_whatever_the_number_of_clients(django_assert_max_num_queries):
    manager, client = make_staff("sales_manager"), sign_in(make_staff("cashier"))
    for _no in range(6):
        cash_order(manager)
    client.get("/cash/")
    with django_assert_max_num_queries(17):
        assert client.get("/cash/").status_code == 200


def test_the_clock_of_the_cash_book_is_the_local_one():
    manager, staff = make_staff("sales_manager"), make_staff("cashier")
    late = datetime.combine(timezone.localdate(), datetime.min.time(), timezone.get_current_timezone()) + timedelta(
        minutes=5
    )
    actions.receive_cash(cash_order(manager), by=staff, at=late, accompanied_by=manager)
    assert "00:05" in text(sign_in(staff).get("/cash/book/"))
