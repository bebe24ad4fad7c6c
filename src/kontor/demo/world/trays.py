"""The orders of the last days that fill every tray of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from kontor.demo.world.days import after, before
from kontor.demo.world.facts import Client, Order, Stage, Terms
from kontor.demo.world.orders import Maker

# stage | terms | how many | working days ago, first and last | exception asked for
TRAYS: tuple[tuple[Stage, Terms | None, int, int, int, str], ...] = (
    ("asked", "credit", 2, 0, 1, "overdue"),
    ("asked", "credit", 2, 0, 1, "over_limit"),
    ("asked", None, 3, 0, 1, "discount"),
    ("asked", "prepaid", 1, 0, 1, "ship_unpaid"),
    ("short", None, 6, 1, 4, ""),
    ("reserved", "credit", 5, 0, 1, ""),
    ("reserved", "prepaid", 4, 0, 1, ""),
    ("invoiced", "prepaid", 12, 1, 4, ""),
    ("invoiced", "partial", 3, 1, 3, ""),
    ("paid", "prepaid", 7, 2, 4, ""),
    ("picking", "cash", 3, 0, 0, ""),
    ("picking", "credit", 4, 1, 1, ""),
    ("picked", "cash", 4, 0, 0, ""),
    ("picked", "prepaid", 5, 3, 5, ""),
    ("picked", "credit", 4, 1, 1, ""),
    ("draft", None, 7, 0, 1, ""),
)


def fill(maker: Maker, clients: tuple[Client, ...], late: set[str]) -> Iterator[Order]:
    """Orders in every stage; the big names come first where their terms fit. `late` owe past the date."""
    living = [c for c in clients if c.status in ("current", "new")]
    named = [c for c in living if c.quirk]
    rest = [c for c in living if not c.quirk]
    maker.rng.shuffle(rest)
    queue = named + rest
    for stage, terms, count, near, far, asked in TRAYS:
        for _ in range(count):
            client = next(c for c in queue if _fits(c, terms) and (asked != "overdue" or c.key in late))
            queue.remove(client)
            queue.append(client)
            yield _order(maker, client, stage, maker.rng.randint(near, far), asked)


def _fits(client: Client, terms: Terms | None) -> bool:
    return client.terms == terms if terms else client.terms != "cash"


def _order(maker: Maker, client: Client, stage: Stage, ago: int, asked: str) -> Order:
    today = before(maker.today, 1) if maker.today.weekday() > 4 else maker.today
    day = before(today, ago)
    at = _this_morning(maker) if day == maker.today else maker.hour()
    order = maker.order(client, day, maker.basket(client), at=at, scale=_scale(client, asked))
    order = replace(order, stage=stage, asked=asked)
    if asked == "discount":
        order = _cheaper(maker, client, order)
    if stage == "short":
        widest = max(order.lines, key=lambda line: line.quantity)
        order = replace(order, missing=widest.article)
    return _dated(maker.today, order)


def _scale(client: Client, asked: str) -> float:
    """An order over the limit is as large as the whole limit; other exceptions are large for the client."""
    if asked == "over_limit":
        return float(client.credit_limit / client.size) * 1.5
    return 1.8 if asked else 1


def _this_morning(maker: Maker) -> time:
    minutes = maker.rng.randint(8 * 60 + 32, 9 * 60 + 55)
    return time(minutes // 60, minutes % 60)


def _cheaper(maker: Maker, client: Client, order: Order) -> Order:
    """The same order with a discount that eats the margin."""
    from_code = {a.code: a for a in maker.goods.articles}
    discount = maker.rng.choice((8, 9, 12))
    lines = tuple(
        maker.line(client, from_code[line.article], float(line.sum), type(line.discount)(discount))
        for line in order.lines
    )
    total = sum((line.sum for line in lines), type(order.total)(0))
    return replace(order, lines=lines, total=total, advance=(total * client.prepay_percent / 100).quantize(order.total))


def _dated(today: date, order: Order) -> Order:
    """The dates that an order in this stage must have behind it."""
    stage, day = order.stage, order.day
    if order.terms in ("prepaid", "partial") and stage in ("invoiced", "paid", "picking", "picked"):
        order = replace(order, invoiced_on=day, due=after(day, 5))
        if stage != "invoiced":
            paid = min(after(day, 1), before(today, 2))
            order = replace(order, advance_on=paid, paid_on=paid if order.terms == "prepaid" else None)
    if stage == "picked":
        order = replace(order, picked_on=day if order.terms == "cash" else max(day, before(today, 1)))
    if order.terms == "cash" and stage in ("picking", "picked"):
        order = replace(order, due=day)
    return order


def late_days(today: date, order: Order) -> int:
    """How long the order's money is overdue, in days; zero when it is not."""
    if not order.due or order.paid_on or not order.shipped_on:
        return 0
    return max(0, (today - order.due) // timedelta(days=1))
