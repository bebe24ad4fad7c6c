"""The demo company in a database stands as a year of work would have left it, with something to do for everybody."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from kontor.approvals.models import Request
from kontor.catalog.models import Product
from kontor.contacts.models import Plan
from kontor.debts.models import CallRow, Promise, Reconciliation
from kontor.demo.actions import fill
from kontor.demo.actions.clock import clock_shows
from kontor.documents.models import Document
from kontor.duties.models import Duty
from kontor.orders.models import Order
from kontor.parties.models import Client
from kontor.payments.actions import load_statement
from kontor.payments.models import BankLine, CashOrder
from kontor.payments.queries.bank import Span, bank_day
from kontor.people.models import Staff
from kontor.procurement.models import PurchaseRequest
from kontor.reports.queries import prove_the_books
from kontor.shipments.models import Picking, Shipment
from kontor.stock.models import Movement
from kontor.timeline.models import Event

TODAY = date(2026, 11, 19)
NOW = datetime(2026, 11, 19, 10, 30, tzinfo=ZoneInfo("Europe/Moscow"))
FULL_SCALE_SECONDS = 60


@pytest.fixture
def home(settings: object, tmp_path: Path) -> Path:
    settings.KONTOR_HOME = tmp_path  # type: ignore[attr-defined]
    return tmp_path


@pytest.mark.bench
@pytest.mark.django_db
def test_the_same_day_gives_the_same_company(home: Path) -> None:
    seen = []
    for _round in range(2):
        with transaction.atomic(), clock_shows(NOW):
            fill("zh-hans", scale=0.02, today=TODAY)
            columns = ("kind", "year", "number", "total", "status", "dated_on")
            seen.append(list(Document.objects.order_by("kind", "year", "number").values_list(*columns)))
            transaction.set_rollback(True)
    assert seen[0] == seen[1]


@pytest.fixture(scope="module")
def company(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A tenth of the past, all of today; made once for the tests below, each of which leaves it as it was."""
    home = tmp_path_factory.mktemp("home")
    with django_db_blocker.unblock(), transaction.atomic(), clock_shows(NOW), override_settings(KONTOR_HOME=home):
        assert fill("en", scale=0.1, today=TODAY)
        yield home
        transaction.set_rollback(True)


def one(role: str) -> Staff:
    return Staff.objects.filter(roles__code=role).order_by("id")[0]


TRAYS: dict[str, Callable[[], object]] = {
    "drafts": lambda: Order.objects.filter(status="draft"),
    "placed, to be paid": lambda: Order.objects.filter(status="placed"),
    "to pick": lambda: Picking.objects.filter(status__in=Picking.OPEN),
    "to hand over": lambda: Shipment.objects.filter(status="prepared"),
    "cash to take": lambda: CashOrder.objects.filter(status="prepared"),
    "exceptions to decide": lambda: Request.objects.filter(state="waiting"),
    "purchase requests": lambda: PurchaseRequest.objects.filter(status="submitted"),
    "calls of today": lambda: CallRow.objects.filter(day=TODAY, outcome=""),
    "contacts of today": lambda: Plan.objects.filter(done_at=None, at__date=TODAY),
    "late duties": lambda: Duty.objects.open().filter(due_at__lt=NOW),
    "duties of today": lambda: Duty.objects.open().filter(due_at__gte=NOW, due_at__date=TODAY),
    "open promises": lambda: Promise.objects.filter(state="open"),
    "statements to bring back signed": lambda: Reconciliation.objects.filter(status="sent"),
}


@pytest.mark.django_db
def test_the_company_stands_and_its_books_add_up(company: Path) -> None:
    assert (Staff.objects.count(), Client.objects.count(), Product.objects.count()) == (16, 400, 1200)
    assert not any(person.has_usable_password() for person in Staff.objects.all())
    assert Order.objects.filter(status="completed").count() > 200
    assert list(prove_the_books()) == []
    empty = [name for name, tray in TRAYS.items() if not tray().exists()]  # type: ignore[attr-defined]
    assert not empty
    assert not Event.objects.filter(at__gt=NOW).exists()
    assert not Movement.objects.filter(at__gt=NOW).exists()
    assert not fill("en", today=TODAY), "a second start fills nothing"


@pytest.mark.django_db
def test_the_statement_of_the_morning_can_be_loaded_and_holds_every_kind_of_line(company: Path) -> None:
    data = (company / "statement-today.txt").read_bytes()
    accountant = one("accountant")
    loaded = load_statement("statement-today.txt", data, by=accountant, at=NOW)
    assert loaded.new == loaded.lines > 8
    day = bank_day(Span(TODAY - timedelta(days=1), TODAY - timedelta(days=1)), accountant)
    assert len(day.sure) >= 2 and len(day.questions) >= 3
    assert BankLine.objects.filter(direction="internal").exists()


@pytest.mark.bench
@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_the_whole_company_is_made_in_a_minute(home: Path, language: str) -> None:
    start = time.perf_counter()
    assert fill(language, today=TODAY)
    seconds = time.perf_counter() - start
    print(f"{language}: {seconds:.1f} s, {Document.objects.count()} papers")
    assert seconds < FULL_SCALE_SECONDS
    assert list(prove_the_books()) == []
