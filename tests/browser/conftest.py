"""A real Chromium before a real server: one browser for all walks, a context of its own for every person of a test."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect, sync_playwright

from kontor.people.models import Staff
from kontor.server.testing import chromium
from tests.office import Office, living_office, open_office

QUIET = (
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--disable-domain-reliability", "--no-first-run", "--no-pings", "--mute-audio",
)  # fmt: skip
REFUSED_IN_WORDS = re.compile(r"status of (409|422)")  # the browser notes them; the page shows the sentence
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in this thread; the tests never await

expect.set_options(timeout=15_000)


@pytest.fixture(scope="package")
def chrome() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield browser
        browser.close()


@dataclass
class Room:
    """Opens a page as somebody, and keeps what went wrong in it: errors of scripts, refused resources, broken answers."""

    chrome: Browser
    url: str
    contexts: list[BrowserContext] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def enter(self, staff: Staff | None = None, *, language: str = "en", **how: Any) -> Page:
        how = {"viewport": DESK, "locale": "en-GB", "timezone_id": "Europe/Moscow", "reduced_motion": "reduce", **how}
        context = self.chrome.new_context(base_url=self.url, **how)
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        if staff:
            Staff.objects.filter(pk=staff.pk).update(language=language)
            signed_in = Client()
            signed_in.force_login(staff)
            context.add_cookies([{"name": "sessionid", "value": signed_in.cookies["sessionid"].value, "url": self.url}])
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.on("response", self._look)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not REFUSED_IN_WORDS.search(message.text):
            self.wrong.append(f"console: {message.text} {message.location.get('url', '')}")

    def _look(self, response: Response) -> None:
        if response.status >= 400 and response.status not in (409, 422):
            self.wrong.append(f"{response.status}: {response.url}")


@pytest.fixture
def room(chrome: Browser, live_server: Any) -> Iterator[Room]:
    room = Room(chrome, live_server.url)
    yield room
    for context in room.contexts:
        context.close()
    assert not room.wrong, "\n".join(room.wrong)


@pytest.fixture
def office(live_server: Any) -> Office:
    """Staff, clients and goods, no papers yet."""
    return open_office()


@pytest.fixture
def busy_office(live_server: Any) -> Office:
    """An office in the middle of the day."""
    return living_office()


@pytest.fixture
def strokes() -> Callable[..., int]:
    """Press keys one after another; text is typed. Answers how many strokes it took."""

    def press(page: Page, *keys: str) -> int:
        count = 0
        for key in keys:
            if key.startswith("="):
                page.keyboard.type(key[1:])
                count += len(key) - 1
            else:
                page.keyboard.press(key)
                count += 1
        return count

    return press
