"""The world fitted to the house: its calendar, its rounding, and how much of the year is wanted."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from random import Random

from kontor.demo.world import facts
from kontor.kernel.money import line_sum, money
from kontor.kernel.worktime import Calendar

CLOSED = ("shipped", "cancelled")
ZERO = Decimal(0)


@dataclass
class Tidy:
    """`world` after the change; `left_over` is what the dropped orders would have taken of goods that must be short."""

    world: facts.World
    left_over: dict[tuple[str, str], Decimal] = field(default_factory=dict)


def tidy(world: facts.World, calendar: Calendar, scale: float) -> Tidy:
    """Nobody orders on public holidays, sums are rounded as the house rounds; below a scale of 1 few clients have a past."""
    year, today = world.year, world.today
    level = {client.key: client.level for client in world.clients}
    wanted = _sample(world, scale)
    kept: list[facts.Order] = []
    dropped: list[facts.Order] = []
    for order in year.orders:
        stays = order.stage not in CLOSED or (order.client in wanted and calendar.is_workday(order.day))
        (kept if stays else dropped).append(order)
    prices = {article.code: article.prices for article in world.goods.articles}
    orders = [_on_workdays(_rounded(order, prices, level[order.client]), calendar, today) for order in kept]
    known = {order.key: order for order in orders}
    before = {order.key: order for order in kept}
    shift = _Shift(calendar, today)
    payments = _settled([*year.payments, *year.in_bank], before, known, shift)
    told = replace(
        year,
        orders=tuple(orders),
        payments=tuple(payments[: _count(year.payments, known)]),
        in_bank=tuple(payments[_count(year.payments, known) :]),
        calls=tuple(_calls(year.calls, known, calendar)),
        disputes=tuple(each for each in year.disputes if each.order in known),
        receipts=tuple(replace(r, day=shift(r.day)) if r.arrived else r for r in year.receipts),
        duties=tuple(each for each in year.duties if each.order is None or each.order in known),
    )
    return Tidy(replace(world, year=told), _left_over(dropped, orders))


@dataclass(frozen=True)
class _Shift:
    """A day off becomes the next working day, unless that has not come yet."""

    calendar: Calendar
    today: date

    def __call__(self, day: date) -> date:
        later = self.calendar.workday_from(day)
        return later if later < self.today else day


def _sample(world: facts.World, scale: float) -> set[str]:
    dice = Random(f"sample-{world.lang}")
    return {each.key for each in world.clients if dice.random() < scale or each.quirk}


def _rounded(order: facts.Order, prices: dict[str, tuple[Decimal, Decimal, Decimal]], level: int) -> facts.Order:
    lines = tuple(
        replace(line, sum=line_sum(line.quantity, prices[line.article][level - 1], line.discount))
        for line in order.lines
    )
    total = sum((line.sum for line in lines), ZERO)
    percent = order.advance * 100 / order.total
    return replace(order, lines=lines, total=total, advance=money(total * percent.quantize(Decimal(1)) / 100))


def _on_workdays(order: facts.Order, calendar: Calendar, today: date) -> facts.Order:
    """Every date of a closed order on a working day, in the order of the road."""
    shift = _Shift(calendar, today)
    if order.stage not in CLOSED:
        return order
    dates: dict[str, date | None] = {}
    for name in ("invoiced_on", "advance_on", "picked_on", "shipped_on", "cancelled_on"):
        day = getattr(order, name)
        dates[name] = shift(day) if day else None
    advance, picked, shipped = dates["advance_on"], dates["picked_on"], dates["shipped_on"]
    if advance and picked:
        picked = max(picked, calendar.next_workday(advance))
    if picked and shipped:
        shipped = max(picked, shipped)
    paid = shift(order.paid_on) if order.paid_on else None
    return replace(order, **dates | {"picked_on": picked, "shipped_on": shipped, "paid_on": paid})  # type: ignore[arg-type]


def _count(payments: Iterable[facts.Payment], known: dict[int, facts.Order]) -> int:
    return sum(any(key in known for key, _amount in payment.parts) for payment in payments)


def _settled(
    payments: list[facts.Payment], before: dict[int, facts.Order], known: dict[int, facts.Order], shift: _Shift
) -> list[facts.Payment]:
    """Payments of the orders that are kept, to the cent of their new totals."""
    open_sum = {key: order.total for key, order in before.items()}
    left = {key: order.total for key, order in known.items()}
    found = []
    for payment in payments:
        parts = []
        for key, amount in payment.parts:
            if key not in known:
                continue
            open_sum[key] -= amount
            exact = left[key] if open_sum[key] == 0 else known[key].advance if amount == before[key].advance else amount
            left[key] -= exact
            parts.append((key, exact))
        if parts:
            total = sum((amount for _key, amount in parts), ZERO)
            found.append(replace(payment, day=shift(payment.day), amount=total, parts=tuple(parts)))
    return found


def _calls(calls: Iterable[facts.Call], known: dict[int, facts.Order], calendar: Calendar) -> Iterable[facts.Call]:
    for call in calls:
        orders = tuple(key for key in call.orders if key in known)
        if calendar.is_workday(call.day) and (orders or not call.orders):
            yield replace(call, orders=orders)


def _left_over(dropped: Iterable[facts.Order], orders: Iterable[facts.Order]) -> dict[tuple[str, str], Decimal]:
    short = {(order.warehouse, order.missing) for order in orders if order.missing}
    found: dict[tuple[str, str], Decimal] = defaultdict(lambda: ZERO)
    for order in dropped:
        if order.stage == "shipped":
            for line in order.lines:
                if (order.warehouse, line.article) in short:
                    found[order.warehouse, line.article] += line.quantity
    return dict(found)
