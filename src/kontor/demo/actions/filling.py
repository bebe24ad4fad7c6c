"""The whole of it, in one transaction: either the company stands, or nothing does."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone, translation

from kontor.demo.actions import cards, goods, house
from kontor.demo.actions.bank import Bank
from kontor.demo.actions.cast import Cast
from kontor.demo.actions.clock import moment
from kontor.demo.actions.exceptions import Exceptions
from kontor.demo.actions.history import History
from kontor.demo.actions.ledgers import carry_forward
from kontor.demo.actions.live import Live
from kontor.demo.actions.morning import leave_statement, letters_have_gone, prepare_day
from kontor.demo.actions.numbers import Numbers
from kontor.demo.actions.papers import Papers
from kontor.demo.actions.sheets import Book
from kontor.demo.actions.stories import Story, tell
from kontor.demo.actions.talks import Talks
from kontor.demo.actions.tidy import Tidy, tidy
from kontor.demo.actions.words import LANGUAGES, ZONES
from kontor.demo.world import year
from kontor.documents.rows import execute
from kontor.parties.models import Firm
from kontor.people.models import Office
from kontor.standards.queries import calendar


def fill(language: str, *, scale: float = 1, today: date | None = None) -> bool:
    """Make the demo company in a language, as of today. False: it stands already. The same day gives the same company.

    `scale` is the part of the clients that have a past; the rest of the company is always whole.
    """
    if Firm.objects.exists():
        return False
    today = today or timezone.localdate()
    with translation.override(language), timezone.override(ZONES.get(LANGUAGES[language], ZONES[""])):
        with transaction.atomic():
            execute("SET LOCAL synchronous_commit = off", {})
            _fill(language, today, scale)
        execute("ANALYZE", {})
    return True


def _fill(language: str, today: date, scale: float) -> None:
    told, cast = _settle(language, today, scale)
    book = Book()
    goods.enter_levels(cast)
    goods.enter_goods(cast)
    cards.enter_clients(cast, book)
    stories = [tell(cast, order) for order in cast.world.year.orders]
    live = [story for story in stories if not story.closed]
    goods.set_prices(cast, book, {line.article for story in live for line in story.order.lines})
    goods.stock_up(cast, book, told.left_over)
    bank = _write_past(cast, book, stories)
    goods.hand_out_lists(cast)
    Live(cast, bank).play(live)
    bank.papers.numbers.close(("order", "invoice", "payment"))
    prepare_day(cast)
    letters_have_gone()
    leave_statement(cast, bank)


def _settle(language: str, today: date, scale: float) -> tuple[Tidy, Cast]:
    """The house, and the world fitted to its calendar."""
    world = year.make(LANGUAGES[language], today)
    offices = house.open_offices(world)
    staff = house.hire_staff(world, offices, language)
    first = offices[world.firm.offices[0].code]
    house.take_over_standard(date(world.year.start.year, 1, 1), staff["admin"])
    told = tidy(world, calendar(first, on=today), scale)
    firm, accounts = house.found_firm(world)
    warehouses = house.build_warehouses(world, offices)
    return told, Cast(told.world, language, firm, accounts, offices, warehouses, staff, _now(today, first))


def _now(today: date, office: Office) -> datetime:
    """The real moment; of another day than the real one, half past ten in the morning."""
    return timezone.now() if today == timezone.localdate() else moment(today, time(10, 30), office)


def _write_past(cast: Cast, book: Book, stories: list[Story]) -> Bank:
    """Everything that is done, in bulk."""
    numbers = Numbers(cast.firm)
    _plan(numbers, stories)
    papers = Papers(cast, book, numbers)
    history = History(cast, book, papers)
    exceptions = Exceptions(cast, history.diary)
    bank = Bank(cast, book, papers, history.diary)
    for story in stories:
        if story.closed:
            history.write(story, exceptions)
    bank.write_year({story.key for story in stories if not story.closed})
    Talks(cast, book, papers, history.diary).write()
    book.write()
    numbers.close()
    carry_forward(ZONES.get(cast.world.lang, ZONES[""]))
    return bank


def _plan(numbers: Numbers, stories: list[Story]) -> None:
    """The numbers of all papers of orders, in the order of time; what the warehouse does last takes the next ones itself."""
    moments = {
        "order": "entered", "invoice": "invoiced", "picking": "passed", "shipment": "picked", "cash_order": "cashed",
    }  # fmt: skip
    for kind, name in moments.items():
        planned = [story for story in stories if story.closed or kind in ("order", "invoice")]
        wanted = [(at, at.year, story.office, story.key) for story in planned if (at := getattr(story, name))]
        numbers.plan(kind, wanted)
