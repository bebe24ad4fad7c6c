"""Every main screen: readable by everybody (WCAG 2.2 AA), never wider than a phone, silent in the console."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page

from kontor.debts.models import Reconciliation
from kontor.invoices.models import Invoice
from kontor.shipments.models import Picking, Shipment
from tests.browser.conftest import DESK, PHONE, Room
from tests.office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
NARROWEST = {"width": 320, "height": 700}
AXE = Axe()


def screens(office: Office) -> dict[str, list[str]]:
    """Whose screen, and its addresses."""
    client = office.clients["Stroymaster Plus"]
    order = {name: reverse("orders:order", args=[each.pk]) for name, each in office.orders.items()}
    return {
        "sales_manager": [
            "/", "/orders/", "/orders/new/", order["draft"], order["unpaid"], "/clients/", "/clients/new/",
            reverse("desk:client", args=[client.pk]), "/debts/", "/debts/sheet/", "/products/",
            reverse("invoices:invoice", args=[Invoice.objects.latest("pk").pk]),
        ],
        "office_head": ["/approvals/"],
        "director": ["/standard/", "/settings/", reverse("debts:reconciliation", args=[Reconciliation.objects.latest("pk").pk])],
        "accountant": ["/bank/"],
        "cashier": ["/cash/"],
        "warehouse": [
            "/warehouse/", reverse("shipments:picking", args=[Picking.objects.filter(status="passed").latest("pk").pk]),
            reverse("shipments:shipment", args=[Shipment.objects.latest("pk").pk]),
        ],
        "admin": ["/staff/", "/profile/"],
    }  # fmt: skip


def violations(page: Page) -> Iterator[str]:
    for each in AXE.run(page, options=RULES).response["violations"]:
        for node in each["nodes"][:3]:
            yield f"{each['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"


def looked_at(page: Page, address: str) -> Iterator[str]:
    """What is wrong with a screen in both colours, on a desk and on a phone."""
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        for theme in ("light", "dark"):
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            yield from (f"{address} {size['width']} {theme} {problem}" for problem in violations(page))
        yield from too_wide(page, address)
    page.set_viewport_size(NARROWEST)
    yield from too_wide(page, address)


STICKS_OUT = """() => [...document.querySelectorAll("main *")].filter(each => each.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3).map(each => each.outerHTML.slice(0, 120))"""


def too_wide(page: Page, address: str) -> Iterator[str]:
    wide, seen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if wide > seen:
        yield f"{address} is {wide} px wide on a screen of {seen}: {page.evaluate(STICKS_OUT)}"


def opened(page: Page, address: str) -> Iterator[str]:
    answer = page.goto(address)
    if not answer or answer.status != 200:
        yield f"{address} answered {answer and answer.status}"


def test_every_main_screen_can_be_read_by_everybody(room: Room, busy_office: Office) -> None:
    wrong: list[str] = []
    for role, addresses in screens(busy_office).items():
        page = room.enter(busy_office[role])
        for address in addresses:
            wrong += [*opened(page, address), *looked_at(page, address)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["ru", "zh-hans"])
def test_other_languages_fit_too(room: Room, busy_office: Office, language: str) -> None:
    wrong: list[str] = []
    page = room.enter(busy_office.manager, language=language)
    for address in ("/", "/debts/sheet/", reverse("orders:order", args=[busy_office.orders["unpaid"].pk])):
        wrong += [*opened(page, address), *looked_at(page, address)]
    assert not wrong, "\n".join(wrong)


def test_the_door_can_be_read_by_everybody(room: Room) -> None:
    page = room.enter()
    wrong = [*opened(page, "/accounts/login/"), *looked_at(page, "/accounts/login/")]
    assert not wrong, "\n".join(wrong)
