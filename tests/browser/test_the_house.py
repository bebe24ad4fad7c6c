"""The bank's file, the warehouse on a phone, pages without JavaScript, languages and colours."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kontor.invoices import actions as invoices
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_order
from kontor.payments.models import BankLine, Payment
from kontor.payments.tests.make import statement
from kontor.people.models import Staff
from kontor.reports.books import prove_the_books
from kontor.shipments.models import Shipment
from kontor.shipments.tests.make import CASH, make_picking
from tests.browser.conftest import PHONE, Room
from tests.office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_bank_morning_takes_a_file_and_one_press(room: Room, office: Office) -> None:
    now, today = timezone.now(), timezone.localdate()
    papers = [
        invoices.accept(
            make_order([(office.goods[1], 10)], client=client, by=office.manager), by=office.manager, at=now
        )
        for client in office.clients.values()
    ]
    incoming = [(str(each.total), each.client, f"Оплата по счету № {each.number}") for each in papers]
    file = {
        "name": "day.txt",
        "mimeType": "text/plain",
        "buffer": statement(*incoming, ("77.00", None, "Возврат"), day=today),
    }

    page = room.enter(office["accountant"])
    page.goto("/bank/")
    page.get_by_label("Statement file").set_input_files(file)
    page.get_by_role("button", name="Load", exact=True).click()
    page.goto(f"/bank/?since={today}&until={today}")
    page.get_by_role("button", name="Book 2 sure ones").click()
    expect(page.get_by_role("button", name=re.compile("sure one"))).to_have_count(0)
    expect(page.get_by_text("1 line to decide")).to_be_visible()
    assert sorted(Payment.objects.values_list("total", flat=True)) == [1200, 1200]

    page.get_by_label("Statement file").set_input_files(file)
    page.get_by_role("button", name="Load", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert (BankLine.objects.count(), Payment.objects.count()) == (3, 2)
    assert list(prove_the_books()) == []


def test_the_warehouse_picks_and_hands_over_on_a_phone(room: Room, office: Office) -> None:
    now, manager = timezone.now(), office.manager
    order = make_order(
        [(office.goods[1], 10), (office.goods[2], 4)], client=office.clients["Okna Volgi"], by=manager, **CASH
    )
    make_picking(orders.place(order, by=manager, at=now), paid=False)
    page = room.enter(office["warehouse"], viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("/")
    page.get_by_role("navigation", name="Main places").get_by_role("link", name="Warehouse").tap()
    page.locator("#to-pick a.work").tap()
    page.get_by_role("button", name="Start picking").tap()
    scan = page.get_by_role("textbox", name=re.compile("^Scan the bar code"))
    scan.fill(office.goods[1].article)
    scan.press("Enter")
    expect(page.get_by_role("status").filter(has_text="1 of 10")).to_be_visible()
    page.get_by_role("textbox", name="Picked, Wood screw").fill("10")
    page.get_by_role("button", name="The rest is all there").tap()
    page.wait_for_url(re.compile(r"/shipments/\d+/$"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert Shipment.objects.get().total == 10 * 120 + 4 * 45


def test_without_javascript_lists_orders_and_forms_still_work(room: Room, office: Office) -> None:
    order = make_order([(office.goods[1], 10)], client=office.clients["Okna Volgi"], by=office.manager)
    page = room.enter(office.manager, java_script_enabled=False)
    page.goto("/orders/")
    page.get_by_role("link", name=f"Order {order.number}").click()
    expect(page.locator(".grand b")).to_have_text(re.compile(r"1.200\.00"))
    page.get_by_role("link", name="Terms").click()
    page.get_by_label("Note").fill("Call before the delivery")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile(rf"/orders/{order.pk}/$"))
    assert Order.objects.get().note == "Call before the delivery"
    page.get_by_role("button", name="Reserve", exact=True).click()
    page.wait_for_load_state()
    assert Order.objects.get().status == Order.Status.PLACED


def test_the_language_is_changed_in_place_and_kept(room: Room, office: Office) -> None:
    page = room.enter(office.manager)
    page.goto("/orders/")
    page.locator("details.menu summary", has_text=office.manager.name).first.click()
    page.get_by_role("button", name="Русский").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Заказы")
    page.goto("/orders/new/")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.locator("details.menu summary", has_text=office.manager.name).first.click()
    page.get_by_role("button", name="中文").first.click()
    expect(page.locator("html")).to_have_attribute("lang", re.compile("zh", re.IGNORECASE))
    assert Staff.objects.get(pk=office.manager.pk).language == "zh-hans"


def test_the_dark_theme_is_shown_at_once_and_stays(room: Room, office: Office) -> None:
    page = room.enter(office.manager, color_scheme="light")
    page.goto("/")
    with page.expect_response(re.compile("/profile/")):
        page.get_by_role("button", name="Light or dark").first.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/orders/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert Staff.objects.get(pk=office.manager.pk).theme == "dark"
