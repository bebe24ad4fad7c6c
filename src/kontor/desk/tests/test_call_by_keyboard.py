"""A call about a debt is recorded by the keyboard alone, in a real browser."""

import os
from time import monotonic

import pytest
from django.utils import timezone

from kontor.debts import actions as debts
from kontor.debts.models import CallRow
from kontor.debts.tests.make import make_debt
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff
from kontor.server.testing import chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(monkeypatch):
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.mark.clause("W-1.3.3.4a", "W-1.3.3.4b")
def test_a_call_takes_seconds_without_the_mouse(page, live_server, client):
    anna = make_staff("sales_manager")
    for name, sum_ in (("Volga Electro", 900), ("Kama", 300)):
        make_debt(make_client(name, owner=anna), sum_)
    debts.form_sheet(anna, timezone.localdate(), by=anna, at=timezone.now())
    client.force_login(anna)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(live_server.url)
    started = monotonic()
    page.keyboard.press("a")
    page.keyboard.type("On Friday, half of it.")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#callcard >> text=1 of 2 called")
    page.keyboard.type("The director is away.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#callcard >> text=Everybody on the sheet has been called")
    assert monotonic() - started < 15
    said = CallRow.objects.order_by("called_at").values_list("contact__said", "outcome")
    assert list(said) == [("On Friday, half of it.", "partly"), ("The director is away.", "will_pay")]
