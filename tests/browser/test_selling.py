"""Selling in the browser: a prepaid order by keyboard, cash across three desks, an exception, debts by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from kontor.approvals.models import Request
from kontor.contacts.models import Contact
from kontor.debts import actions as debts
from kontor.debts.models import CallRow
from kontor.debts.tests.make import make_debt
from kontor.invoices.models import Invoice
from kontor.letters.models import Letter
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_order
from kontor.payments.models import CashOrder
from kontor.reports.books import prove_the_books
from kontor.shipments.models import Shipment
from kontor.shipments.tests.make import CASH
from tests.browser.conftest import Room
from tests.office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Strokes = Callable[..., int]


def choose(page: Page, text: str) -> None:
    """Type into the field that has the focus, wait for the first answer, take it."""
    page.keyboard.type(text)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")


def add_line(page: Page, text: str, lines: int) -> None:
    page.get_by_role("combobox", name="Add a product").focus()
    choose(page, text)
    expect(page.locator("tbody.line")).to_have_count(lines)


def test_a_prepaid_order_is_taken_reserved_invoiced_and_sent_by_keyboard(room: Room, office: Office) -> None:
    page = room.enter(office.manager)
    page.goto("/")
    page.keyboard.press("n")
    page.wait_for_url("**/orders/new/")
    choose(page, "okna")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/orders/\d+/$"))

    page.keyboard.press("/")
    add_line(page, "hammer", 1)
    add_line(page, office.goods[1].article, 2)
    quantities = page.get_by_role("textbox", name=re.compile("^Quantity"))
    quantities.first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    expect(page.locator(".grand b")).to_have_text(re.compile(r"17.040\.00"))

    page.get_by_role("button", name="Reserve and invoice").press("Enter")
    page.wait_for_url(re.compile(r"/invoices/\d+/$"))
    page.get_by_role("link", name="Send").press("Enter")
    page.get_by_label("E-mail address or fax number").fill("buh@okna.example")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/invoices/\d+/$"))
    expect(page.get_by_text("The invoice is on its way.")).to_be_visible()

    invoice = Invoice.objects.get()
    assert (invoice.total, invoice.status) == (17040, Invoice.Status.SENT)
    assert Letter.objects.filter(to="buh@okna.example").exists() or invoice.sendings.exists()
    assert list(prove_the_books()) == []


def test_cash_goes_through_three_pairs_of_hands(room: Room, office: Office) -> None:
    now, manager = timezone.now(), office.manager
    order = make_order([(office.goods[1], 10)], client=office.clients["Okna Volgi"], by=manager, at=now, **CASH)
    orders.place(order, by=manager, at=now)

    selling = room.enter(manager)
    selling.goto(f"/orders/{order.pk}/")
    expect(selling.locator("#gates")).to_contain_text("paid mark")
    selling.get_by_role("button", name="Pass to picking").click()

    picking = room.enter(office["warehouse"])
    picking.goto("/warehouse/")
    expect(picking.locator("#to-pick")).to_contain_text("the client waits")
    picking.locator("#to-pick a.work").click()
    picking.get_by_role("button", name="Start picking").click()
    picking.get_by_role("textbox", name=re.compile("^Picked")).fill("8")
    picking.get_by_role("button", name="Finish picking").click()
    picking.wait_for_url(re.compile(r"/shipments/\d+/$"))
    expect(picking.locator("#gates")).to_contain_text("960.00 in cash is not paid")
    picking.get_by_role("button", name="Hand over").click(force=True)  # closed: it leads to the reason
    expect(picking.locator("#gates")).to_be_focused()

    selling.goto(f"/orders/{order.pk}/")
    selling.get_by_role("button", name="Cash order for what was picked").click()
    selling.wait_for_url(re.compile(r"/cash/\d+/$"))
    expect(selling.get_by_text("only the cashier takes the money")).to_be_visible()

    desk = room.enter(office["cashier"])
    desk.goto(f"/cash/{CashOrder.objects.get().pk}/")
    desk.get_by_role("button", name="Money is taken, mark as paid").click()
    desk.wait_for_url("**/cash/")
    expect(desk.get_by_text("Taken today: 960.00")).to_be_visible()

    picking.reload()
    expect(picking.locator("#gates")).to_contain_text("Ready to ship")
    picking.get_by_role("link", name="Hand over").click()
    picking.get_by_label("Who takes the goods").fill("Irina Fomina")
    picking.keyboard.press("Control+Enter")
    expect(picking.get_by_text("are handed over")).to_be_visible()
    assert Shipment.objects.get().status == Shipment.Status.DELIVERED
    assert list(prove_the_books()) == []


def test_an_exception_is_asked_for_in_the_order_and_allowed_with_one_key(room: Room, office: Office) -> None:
    now, manager = timezone.now(), office.manager
    order = make_order([(office.goods[1], 10)], client=office.clients["Okna Volgi"], by=manager, at=now)
    orders.place(order, by=manager, at=now)
    page = room.enter(manager)
    page.goto(f"/orders/{order.pk}/")
    page.get_by_role("button", name="Pass to picking").click()
    expect(page.get_by_text("is not paid").first).to_be_visible()
    page.goto(f"/approvals/ask/order/{order.pk}/pass_to_picking/pick_unpaid/")
    page.get_by_label("What is asked, and why").fill("The truck leaves at noon")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/(orders|approvals)/\d+/"))
    request = Request.objects.get()

    deciding = room.enter(office[request.decides])
    deciding.goto("/approvals/")
    expect(deciding.locator("#detail")).to_contain_text("The truck leaves at noon")
    deciding.keyboard.press("y")
    expect(deciding.locator("#detail")).to_have_count(0)  # nothing more waits
    page.goto(f"/orders/{order.pk}/")
    page.get_by_role("button", name="Pass to picking").click()
    expect(page.get_by_text("The warehouse has request")).to_be_visible()
    assert Request.objects.get().state == Request.State.SPENT


def test_a_debt_is_called_for_by_keyboard_alone(room: Room, office: Office, strokes: Strokes) -> None:
    """The answer, the sum and the day of a promise: 2 keys of command beside what is typed, 1 request."""
    today = timezone.localdate()
    for client in office.clients.values():
        make_debt(client, 48_000, late=12)
    debts.form_sheet(office.manager, today, by=office.manager, at=timezone.now())
    page = room.enter(office.manager)
    page.goto("/")
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    first = page.locator(".call-who a").first.inner_text()

    said, amount, day = "On Friday, surely", "48000", "+3"
    commands = strokes(page, "a")
    expect(page.get_by_label(re.compile("Answer, in the client"))).to_be_focused()
    strokes(page, f"={said}")
    commands += strokes(page, "Tab", "Tab")
    expect(page.get_by_label("Promised sum")).to_be_focused()
    page.keyboard.press("Control+a")
    strokes(page, f"={amount}")
    commands += strokes(page, "Tab")
    strokes(page, f"={day}")
    commands += strokes(page, "Control+Enter")
    expect(page.locator(".call-who a").first).not_to_have_text(first)

    assert (commands, len(posts)) == (5, 1)
    assert Contact.objects.get().said == said
    assert CallRow.objects.exclude(outcome="").get().client.name == first
    assert Order.objects.count() == 0
