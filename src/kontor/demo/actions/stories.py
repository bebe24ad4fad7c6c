"""The moments of an order: when it was entered, placed, invoiced, picked, handed over, delivered."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from kontor.demo.actions.cast import Cast
from kontor.demo.actions.clock import minutes
from kontor.demo.world import facts
from kontor.kernel.worktime import Calendar
from kontor.people.models import Office, Staff

LATEST_CASH = time(16, 45)
MOMENTS = (
    "entered", "placed", "invoiced", "sent", "called", "passed", "started", "picked", "cashed", "received",
)  # fmt: skip


@dataclass(slots=True)
class Story:
    """An order of the world with its people and moments; a moment that has not come is None."""

    order: facts.Order
    owner: Staff
    office: Office
    keeper: Staff
    collects: bool
    until: datetime
    entered: datetime
    placed: datetime | None = None
    invoiced: datetime | None = None
    sent: datetime | None = None
    called: datetime | None = None
    passed: datetime | None = None
    started: datetime | None = None
    picked: datetime | None = None
    cashed: datetime | None = None
    received: datetime | None = None
    released: datetime | None = None
    delivered: datetime | None = None
    cancelled: datetime | None = None

    @property
    def key(self) -> int:
        return self.order.key

    def later(self, count: float) -> datetime:
        """So many minutes after the entry, but not before the last moment that is past."""
        return min(minutes(self.entered, count), self.until)

    @property
    def closed(self) -> bool:
        return self.order.stage in ("shipped", "cancelled")

    @property
    def cash(self) -> bool:
        return self.order.terms == "cash"


def tell(cast: Cast, order: facts.Order) -> Story:
    """When everything happened that has happened to an order."""
    owner = cast.staff[order.owner]
    office = cast.office_of(owner)
    dice, calendar = cast.dice("order", order.key), cast.calendar(office)
    at = min(order.at, LATEST_CASH) if order.terms == "cash" else order.at
    card = cast.clients[order.client]
    story = Story(
        order,
        owner,
        office,
        cast.keeper(order.warehouse),
        card.delivery_methods == ["pick_up"] or dice.random() < 0.1,
        cast.now - timedelta(minutes=3),
        cast.at(order.day, at, office) + timedelta(seconds=dice.randint(0, 59)),
    )
    if order.stage != "draft":
        story.placed = minutes(story.entered, dice.triangular(2, 25, 5))
    if order.picked_on and story.placed:
        _pick(story, order.picked_on, dice, calendar)
    if order.stage == "picking":
        story.passed = minutes(story.placed or story.entered, dice.uniform(3, 18))
        story.started = minutes(story.passed, dice.uniform(3, 20)) if order.key % 2 else None
    if order.shipped_on and story.picked:
        _ship(story, order.shipped_on, dice, calendar, cast.world.today)
    if order.invoiced_on and story.placed:
        _invoice(story, order.invoiced_on, dice, calendar)
    if order.cancelled_on:
        story.cancelled = max(
            _on(order.cancelled_on, dice, calendar, 9.5, 17), minutes(story.placed or story.entered, 20)
        )
    return story if story.closed else _not_ahead(story)


def _not_ahead(story: Story) -> Story:
    """Whoever opens the demo early in the morning sees nothing that will happen later: it happened just now."""
    for place, name in enumerate(MOMENTS):
        at = getattr(story, name)
        if at and at > (last := story.until - timedelta(minutes=30 - 2 * place, seconds=story.key % 60)):
            setattr(story, name, last)
    return story


def _on(day: date, dice: Random, calendar: Calendar, first: float, last: float) -> datetime:
    """A moment of a day between two hours."""
    return datetime.combine(day, time(), calendar.tz) + timedelta(hours=dice.uniform(first, last))


def _invoice(story: Story, day: date, dice: Random, calendar: Calendar) -> None:
    """On the day of the order; on credit, a little before the goods leave."""
    placed = story.placed or story.entered
    if story.released and story.order.terms == "credit":
        story.invoiced = story.released - timedelta(minutes=dice.uniform(4, 14))
    elif day > placed.date():
        story.invoiced = _on(day, dice, calendar, 8.9, 10.4)
    else:
        story.invoiced = minutes(placed, dice.uniform(0.5, 3))
    story.sent = minutes(story.invoiced, dice.triangular(1, 14, 3))
    due = calendar.next_workday(story.sent.date())
    if dice.random() < 0.9:
        day_of_call = due if dice.random() < 0.9 else calendar.next_workday(due)
        story.called = _on(day_of_call, dice, calendar, 9.6, 17.4)


def _pick(story: Story, day: date, dice: Random, calendar: Calendar) -> None:
    placed = story.placed or story.entered
    if story.cash:
        story.passed = minutes(placed, dice.uniform(1, 4))
        story.started = minutes(story.passed, dice.uniform(1, 6))
        story.picked = minutes(story.started, dice.uniform(4, 14))
        story.cashed = minutes(story.picked, dice.uniform(1, 4))
        story.received = minutes(story.cashed, dice.uniform(2, 7))
        return
    advance = story.order.advance_on
    asked = _on(day, dice, calendar, 10, 11.7)
    if advance and day > (first := calendar.next_workday(advance)) and dice.random() < 0.7:
        asked = _on(first, dice, calendar, 10, 16.9)
    story.passed = max(asked, minutes(placed, 3))
    start = (
        _on(day, dice, calendar, 8.3, 10)
        if story.passed.date() < day
        else minutes(story.passed, dice.triangular(4, 70, 12))
    )
    story.started = start
    story.picked = minutes(start, dice.triangular(6, 70, 18))


def _ship(story: Story, day: date, dice: Random, calendar: Calendar, today: date) -> None:
    picked = story.received or story.picked or story.entered
    if story.cash:
        story.released = story.delivered = minutes(picked, dice.uniform(2, 9))
        return
    same_day = day == picked.date()
    story.released = minutes(picked, dice.triangular(15, 200, 45)) if same_day else _on(day, dice, calendar, 8.4, 15.5)
    if story.collects:
        story.delivered = story.released
        return
    on_the_day = story.released.hour < 14 and dice.random() < 0.6
    arrived = (
        minutes(story.released, dice.uniform(110, 280))
        if on_the_day
        else _on(calendar.next_workday(day), dice, calendar, 9.2, 17.7)
    )
    if dice.random() < 0.05:
        arrived = _on(calendar.add_workdays(day, 2), dice, calendar, 9.2, 17.7)
    story.delivered = arrived if arrived.date() < today else None
