"""Opening stock and purchases, planned backwards from what left the warehouse, so that stock is never below zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from random import Random

from kontor.demo.world.days import after, workday
from kontor.demo.world.facts import Article, Goods, Order, PurchaseRequest, Receipt

EVERY = 14
COVER = 30


@dataclass(slots=True)
class Supply:
    """What came, what is coming, what is asked for."""

    opening: list[tuple[str, str, Decimal]]
    receipts: list[Receipt]
    requests: list[PurchaseRequest]


Key = tuple[str, str]


def plan(rng: Random, goods: Goods, orders: Iterable[Order], warehouses: list[str], start: date, today: date) -> Supply:
    """Stock for all that was picked or is reserved, and a plausible rest of everything else."""
    demand, short = _demand(orders, today)
    supply = Supply([], [], [])
    lots: dict[tuple[str, date, str], list[tuple[str, Decimal]]] = defaultdict(list)
    offsets = {a.supplier: rng.randint(0, EVERY - 1) for a in goods.articles}
    for article in goods.articles:
        for warehouse in warehouses:
            key = (warehouse, article.code)
            days = _days(start, today, offsets[article.supplier])
            opening, buys = _supply(
                rng, article, sorted(demand.get(key, [])), key in short, days, warehouse == warehouses[0]
            )
            if opening:
                supply.opening.append((warehouse, article.code, Decimal(opening)))
            for when, quantity in buys:
                lots[warehouse, when, article.supplier].append((article.code, Decimal(quantity)))
    supply.receipts = [Receipt(w, when, s, tuple(lines), True) for (w, when, s), lines in sorted(lots.items())]
    _under_way(rng, supply, goods, orders, short, warehouses, today)
    return supply


def _demand(orders: Iterable[Order], today: date) -> tuple[dict[Key, list[tuple[date, int]]], set[Key]]:
    """What leaves or is held: by warehouse and article, with the day. A short line holds only half."""
    demand: dict[Key, list[tuple[date, int]]] = defaultdict(list)
    short = {(o.warehouse, o.missing) for o in orders if o.missing}
    for order in orders:
        if order.stage in ("cancelled", "draft", "asked"):
            continue
        for line in order.lines:
            quantity = int(line.quantity)
            held = quantity // 2 if order.missing == line.article else quantity
            demand[order.warehouse, line.article].append((order.picked_on or today, held))
    return demand, short


def _days(start: date, today: date, offset: int) -> list[date]:
    """The supplier's delivery days before today."""
    count = (today - start).days // EVERY
    days = [workday(start + timedelta(days=offset + EVERY * i)) for i in range(count + 1)]
    return [d for d in days if d < today]


def _supply(
    rng: Random, article: Article, events: list[tuple[date, int]], short: bool, days: list[date], main: bool
) -> tuple[int, list[tuple[date, int]]]:
    """Opening stock and purchases of one article in one warehouse."""
    if not events:
        return _shelf_warmer(rng, article, main), []
    pack = 1 if short else article.pack
    weekly = sum(q for _, q in events) / 52
    stock = opening = _packs(_until(events, days[0] + timedelta(days=COVER)) + (0 if short else weekly), pack)
    buys, position, gone = [], 0, 0
    for day in days:
        while position < len(events) and events[position][0] <= day:
            gone += events[position][1]
            position += 1
        need = _until(events, day + timedelta(days=COVER)) - gone
        if stock - gone < need:
            extra = 0 if short else weekly * rng.uniform(1, 9)
            buys.append((day, lot := _packs(need - (stock - gone) + extra, pack)))
            stock += lot
    return opening, buys


def _until(events: list[tuple[date, int]], day: date) -> int:
    return sum(q for when, q in events if when <= day)


def _packs(quantity: float, pack: int) -> int:
    return ceil(quantity / pack) * pack


def _shelf_warmer(rng: Random, article: Article, main: bool) -> int:
    """A little of what nobody took; in the branches often none."""
    if not main and rng.random() < 0.6:
        return 0
    return round(article.pack * rng.uniform(0.1, 1.6))


def _under_way(
    rng: Random,
    supply: Supply,
    goods: Goods,
    orders: Iterable[Order],
    short: set[Key],
    warehouses: list[str],
    today: date,
) -> None:
    """Requests for what is short, the deliveries that bring it, and some that come anyway."""
    articles = {a.code: a for a in goods.articles}
    coming: dict[tuple[str, date, str], list[tuple[str, Decimal]]] = defaultdict(list)
    for order in orders:
        if not order.missing:
            continue
        line = next(x for x in order.lines if x.article == order.missing)
        missing = line.quantity - int(line.quantity) // 2
        expected = after(today, rng.randint(2, 8)) if rng.random() < 0.7 else None
        supply.requests.append(PurchaseRequest(order.key, order.day, order.missing, missing, expected))
        if expected:
            article = articles[order.missing]
            lot = Decimal(_packs(float(missing) + article.pack, article.pack))
            coming[order.warehouse, expected, article.supplier].append((article.code, lot))
    for article in rng.sample([a for a in goods.articles if a.popularity > 1], 60):
        day = after(today, 1 + sum(map(ord, article.supplier)) % 9)
        coming[rng.choice(warehouses), day, article.supplier].append(
            (article.code, Decimal(article.pack * rng.randint(1, 6)))
        )
    supply.receipts += [Receipt(w, when, s, tuple(lines), False) for (w, when, s), lines in sorted(coming.items())]
