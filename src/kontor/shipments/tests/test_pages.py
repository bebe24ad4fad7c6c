from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client

from kontor.catalog.models import BarCode
from kontor.people.tests.make import make_staff
from kontor.printing.tests.reading import text_of
from kontor.shipments.models import Picking, Shipment
from kontor.shipments.tests.make import CASH, make_keeper, make_picking, make_shipment, pick

pytestmark = pytest.mark.django_db


def sign_in(staff, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(staff)
    return client


def post(client: Client, address: str, **data):
    return client.post(address, {"op": str(uuid4()), **data})


@pytest.fixture
def keeper():
    return make_keeper(name="Pavel Orlov")


def counts(picking: Picking, *quantities: str) -> dict[str, str]:
    return {f"line-{line.pk}": each for line, each in zip(picking.lines.all(), quantities, strict=True)}


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_every_page_opens_in_three_languages(keeper, language):
    waiting, shipment = make_picking(**CASH), make_shipment()
    desk = sign_in(keeper, language)
    for address in (
        "/warehouse/?at=all",
        f"/warehouse/picking/{waiting.pk}/",
        f"/warehouse/picking/{shipment.picking_id}/",
        "/shipments/",
        "/shipments/?state=way",
        "/shipments/?state=delivered&q=nobody",
        f"/shipments/{shipment.pk}/",
    ):
        assert desk.get(address).status_code == 200, address


@pytest.mark.clause("W-1.3.9")
def test_the_tray_shows_who_waits_and_is_large_for_fingers(keeper):
    make_picking(**CASH)
    body = sign_in(keeper).get("/warehouse/").content.decode()
    assert "the client waits" in body
    assert 'data-density="touch"' in body
    assert "data-scan" in body
    assert 'data-density="touch"' not in sign_in(make_staff("sales_manager")).get("/warehouse/").content.decode()


@pytest.mark.clause("W-1.3.9")
def test_a_manager_sees_his_requests_and_no_strangers(keeper):
    mine, other = make_picking(), make_picking()
    desk = sign_in(mine.owner)
    assert mine.client.name in (body := desk.get("/warehouse/").content.decode())
    assert other.client.name not in body
    assert desk.get(f"/warehouse/picking/{other.pk}/").status_code == 404
    assert "Finish picking" not in desk.get(f"/warehouse/picking/{mine.pk}/").content.decode()


def test_a_scanned_number_opens_its_paper_and_a_wrong_one_is_told(keeper):
    picking, desk = make_picking(), sign_in(keeper)
    for code in (picking.number, picking.number.lower(), picking.based_on.number):
        assert desk.get("/warehouse/", {"code": code}).headers["Location"] == f"/warehouse/picking/{picking.pk}/"
    shipment = pick(picking, keeper)
    answer = desk.get("/warehouse/", {"code": picking.based_on.number})
    assert answer.headers["Location"] == f"/shipments/{shipment.pk}/"
    answer = desk.get("/warehouse/", {"code": "4607001"})
    assert "has the number “4607001”" in answer.content.decode()
    assert 'data-heard="wrong"' in answer.content.decode()


@pytest.mark.clause("W-1.3.9.1")
def test_scanning_a_bar_code_counts_its_line_up_and_a_wrong_one_is_told(keeper):
    picking, desk = make_picking(), sign_in(keeper)
    line = picking.lines.all()[1]
    BarCode.objects.create(code="4607001234567", product=line.product)
    address = f"/warehouse/picking/{picking.pk}/scan/"
    for _ in range(4):
        assert post(desk, address, code="4607001234567").status_code == 200
    line.refresh_from_db()
    picking.refresh_from_db()
    assert (line.picked, picking.status, picking.keeper) == (4, Picking.Status.STARTED, keeper)
    beyond = post(desk, address, code="4607001234567")
    assert beyond.status_code == 422
    assert "is more than the 4 pc" in beyond.content.decode()
    wrong = post(desk, address, code="999")
    assert "“999” is not in this request" in wrong.content.decode()
    assert 'data-heard="wrong"' in wrong.content.decode()


@pytest.mark.clause("W-1.3.9.1")
def test_a_count_is_entered_on_the_page_and_the_waybill_follows(keeper):
    picking, desk = make_picking(), sign_in(keeper)
    address = f"/warehouse/picking/{picking.pk}/finish/"
    missing = post(desk, address, **counts(picking, "7", ""))
    assert missing.status_code == 422
    assert "is not counted yet" in missing.content.decode()
    assert 'value="7"' in missing.content.decode()
    wrong = post(desk, address, **counts(picking, "seven", "4"))
    assert (wrong.status_code, "seven" in wrong.content.decode()) == (422, True)
    done = post(desk, address, all="1", **counts(picking, "7", ""))
    shipment = Shipment.objects.get()
    assert done.headers["Location"] == f"/shipments/{shipment.pk}/"
    assert shipment.total == Decimal(1700)


@pytest.mark.clause("W-1.3.7.3b")
def test_goods_are_handed_over_through_the_form_of_the_waybill(keeper):
    shipment, desk = make_shipment(), sign_in(keeper)
    page = desk.get(f"/shipments/{shipment.pk}/").content.decode()
    assert "Ready to ship" in page
    form = f"/papers/shipment/{shipment.pk}/release/"
    assert post(desk, form, receiver="").status_code == 422
    assert post(desk, form, receiver="Ivan Petrov").status_code == 303
    shipment.refresh_from_db()
    assert (shipment.status, shipment.receiver) == (Shipment.Status.DELIVERED, "Ivan Petrov")
    assert "Ivan Petrov" in desk.get(f"/shipments/{shipment.pk}/").content.decode()


@pytest.mark.clause("W-1.3.7.2")
def test_the_waybill_says_why_goods_for_cash_cannot_leave_and_the_server_says_the_same(keeper):
    shipment, desk = make_shipment(**CASH), sign_in(keeper)
    assert "the cashier&#39;s paid mark" in desk.get(f"/shipments/{shipment.pk}/").content.decode()
    answer = post(desk, f"/papers/shipment/{shipment.pk}/release/", receiver="Ivan Petrov")
    assert answer.status_code == 409
    assert "paid mark" in answer.content.decode()


def test_papers_are_printed(keeper):
    shipment, desk = make_shipment(), sign_in(keeper)
    listed = text_of(desk.get(f"/warehouse/picking/{shipment.picking_id}/list.pdf").content)
    assert shipment.picking.number in listed
    assert shipment.based_on.number in listed
    waybill = text_of(sign_in(keeper, "en").get(f"/shipments/{shipment.pk}/waybill.pdf").content)
    assert f"Накладная на отпуск товара № {shipment.number}" in waybill
    assert "ОПЛАЧЕНО" not in waybill


def test_pages_ask_a_constant_number_of_questions(keeper, django_assert_max_num_queries):
    pickings = [make_picking() for _ in range(4)]
    shipment = pick(pickings[0], keeper)
    desk = sign_in(keeper)
    for address, most in (
        ("/warehouse/?at=all", 12),
        (f"/warehouse/picking/{pickings[1].pk}/", 12),
        ("/shipments/", 10),
        (f"/shipments/{shipment.pk}/", 35),
    ):
        desk.get(address)
        with django_assert_max_num_queries(most):
            desk.get(address)
