"""A year of orders: each client in its rhythm, from its own basket, paid in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from random import Random

from kontor.demo.world.days import ONE, after, before, workday
from kontor.demo.world.facts import Article, Client, Goods, Lang, Line, Order, Stage
from kontor.demo.world.words import Deck

DAYS = 365
CENT = Decimal("0.01")
SEASON: dict[Lang, tuple[float, ...]] = {
    "ru": (0.55, 0.7, 0.9, 1.1, 1.15, 1.2, 1.2, 1.2, 1.15, 1.1, 0.95, 0.75),
    "zh": (0.85, 0.4, 1.1, 1.15, 1.1, 1.0, 0.95, 1.0, 1.15, 1.1, 1.15, 1.1),
    "en": (0.55, 0.7, 0.9, 1.1, 1.15, 1.2, 1.2, 1.2, 1.15, 1.1, 0.95, 0.75),
}
BASKETS = {
    "retail": "mixes paints tools fasteners site hardware own plumbing",
    "trader": "mixes drywall insulation fasteners own roofing power",
    "builder": "mixes drywall insulation fasteners site power own",
    "finishing": "mixes drywall paints tools facade own site",
    "roofing": "roofing insulation fasteners site tools",
    "windows": "own hardware paints fasteners site",
    "electrics": "electrics fasteners power site tools",
    "plumbing": "plumbing fasteners site power electrics",
    "industry": "site paints electrics plumbing power tools hardware",
    "internet": "power tools hardware electrics paints site",
}
BULK = ("mixes", "drywall", "insulation", "roofing", "own")
PACKS = {"A": 4, "B": 2, "C": 1}
UNPAID_SINCE = {"late_disputed": 26, "late": 40, "silent": 34, "best": 10}


@dataclass(slots=True)
class Basket:
    """What a client usually takes, with weights for drawing."""

    articles: Sequence[Article]
    weights: list[float]


@dataclass(slots=True)
class Maker:
    """Draws orders for one world; `key` counts them."""

    lang: Lang
    today: date
    goods: Goods
    rng: Random
    deck: Deck
    warehouse_of: dict[str, str]
    key: int = 0

    def basket(self, client: Client) -> Basket:
        """Twelve to forty articles of the client's trade, the popular ones more likely."""
        groups = BASKETS[client.trade].split()
        pool = [a for a in self.goods.articles if a.group in groups]
        steps = list(accumulate(a.popularity / (1 + groups.index(a.group) / 3) for a in pool))
        chosen = {a.code: a for a in self.rng.choices(pool, cum_weights=steps, k=self.rng.randint(14, 48))}
        return Basket(list(chosen.values()), [self.rng.paretovariate(1.3) for _ in chosen])

    def lines(self, client: Client, basket: Basket, size: float) -> tuple[Line, ...]:
        """Lines that add up to about `size`."""
        count = round(self.rng.triangular(1, 9, 4))
        chosen = {a.code: a for a in self.rng.choices(basket.articles, basket.weights, k=24)}
        discount = (
            Decimal(self.rng.choice((2, 3, 3, 5))) if client.grade != "C" and self.rng.random() < 0.18 else Decimal(0)
        )
        lines: list[Line] = []
        left = size
        for article in chosen.values():
            lines.append(self.line(client, article, size / count * self.rng.uniform(0.5, 1.8), discount))
            left -= float(lines[-1].sum)
            if left < size * 0.12:
                break
        return tuple(lines)

    def line(self, client: Client, article: Article, worth: float, discount: Decimal) -> Line:
        """One line worth about `worth`, in quantities as people order them."""
        full = article.prices[client.level - 1]
        price = (full * (100 - discount) / 100).quantize(CENT, ROUND_HALF_UP)
        most = article.pack * (30 if client.quirk else PACKS[client.grade]) * (5 if article.group in BULK else 1)
        quantity = Decimal(round_quantity(min(worth / float(price), most), article.pack))
        return Line(article.code, quantity, price, discount, (quantity * price).quantize(CENT))

    def order(self, client: Client, day: date, basket: Basket, *, at: time | None = None, scale: float = 1) -> Order:
        """A new draft of the client on the day."""
        self.key += 1
        lines = self.lines(client, basket, float(client.size) * scale * self.rng.lognormvariate(-0.1, 0.5))
        total = sum((line.sum for line in lines), Decimal(0))
        remark = self.deck.deal("REMARKS") if self.rng.random() < 0.16 else ""
        source = client.source if self.rng.random() < 0.8 or client.terms == "cash" else "email"
        advance = (total * client.prepay_percent / 100).quantize(CENT, ROUND_HALF_UP)
        return Order(
            key=self.key, client=client.key, day=day, at=at or self.hour(), source=source, office=client.office,
            warehouse=self.warehouse_of[client.office], owner=client.owner, terms=client.terms, lines=lines, total=total,
            stage="draft", invoiced_on=None, due=None, advance=advance, advance_on=None, paid_on=None, picked_on=None,
            shipped_on=None, cancelled_on=None, reason="", remark=remark, asked="", missing="",
        )  # fmt: skip

    def hour(self) -> time:
        minutes = round(self.rng.triangular(9 * 60 + 4, 17 * 60 + 45, 11 * 60))
        return time(minutes // 60, minutes % 60)


def round_quantity(wanted: float, pack: int) -> int:
    """Whole packs when it is about packs, else tens or fives, else the number itself."""
    if pack > 1 and wanted >= pack * 0.8:
        return max(1, round(wanted / pack)) * pack
    if wanted > 12:
        return round(wanted / 5) * 5
    return max(1, round(wanted))


def year_of(maker: Maker, client: Client) -> Iterator[Order]:
    """All orders that the client made before the last working day, with all that became of them, even after today."""
    rng, today = maker.rng, maker.today
    start, end = max(client.since, today - timedelta(days=DAYS)), before(today, 1)
    if client.status == "prospect":
        return
    if client.status == "former":
        end = today - timedelta(days=rng.randint(190, 330))
    basket = maker.basket(client)
    if client.quirk == "late_disputed":
        end = today - timedelta(days=48)
        for ago in (43, 33, 12):  # due 19 and 9 days ago, and in 11 days
            yield fate(maker, client, maker.order(client, workday(today - timedelta(days=ago)), basket), lapse=False)
    day = start + timedelta(days=rng.randint(0, client.rhythm)) if client.status != "new" else start
    while (day := workday(day)) < end:
        order = maker.order(client, day, basket)
        yield fate(maker, client, order)
        season = SEASON[maker.lang][day.month - 1]
        day += timedelta(days=max(2, round(client.rhythm * rng.lognormvariate(0, 0.35) * 1.12 / season)))


def fate(maker: Maker, client: Client, order: Order, *, lapse: bool = True) -> Order:
    """What becomes of an order: all dates, also those that lie after today; `lapse` if it may be cancelled."""
    rng = maker.rng
    if lapse and rng.random() < 0.045:
        invoiced = order.day if order.terms == "prepaid" else None
        gone = after(order.day, 6 if invoiced else rng.randint(1, 3))
        return replace(order, invoiced_on=invoiced, cancelled_on=gone, reason=maker.deck.deal("REFUSALS"))
    if order.terms == "cash":
        day = order.day
        return replace(order, due=day, paid_on=day, picked_on=day, shipped_on=day)
    if order.terms == "credit":
        picked = after(order.day, rng.choice((0, 1, 1, 2)))
        shipped = after(picked, rng.choice((0, 0, 1)))
        due = shipped + timedelta(days=client.credit_days)
        return replace(
            order,
            invoiced_on=shipped,
            picked_on=picked,
            shipped_on=shipped,
            due=due,
            paid_on=_paid(maker, client, shipped, due),
        )
    invoiced = order.day if rng.random() < 0.8 else after(order.day, 1)
    advance = after(invoiced, rng.choice((1, 1, 2, 2, 3, 4)))
    picked = after(advance, rng.choice((1, 1, 2)))
    shipped = after(picked, rng.choice((0, 0, 1)))
    if order.terms == "prepaid":
        return replace(
            order,
            invoiced_on=invoiced,
            due=after(invoiced, 5),
            advance_on=advance,
            paid_on=advance,
            picked_on=picked,
            shipped_on=shipped,
        )
    due = shipped + timedelta(days=14)
    paid = _paid(maker, client, shipped, due)
    return replace(
        order,
        invoiced_on=invoiced,
        due=due,
        advance_on=advance,
        paid_on=paid,
        picked_on=picked,
        shipped_on=shipped,
    )


def _paid(maker: Maker, client: Client, shipped: date, due: date) -> date | None:
    """When the client pays by its discipline; None when it has not paid and will not of itself."""
    stuck = UNPAID_SINCE.get(client.quirk)
    if stuck and due >= maker.today - timedelta(days=stuck):
        return None
    late = maker.rng.gauss(client.late, 4)
    if not client.quirk and late > 9 and (maker.today - due).days < 100 and maker.rng.random() < 0.12:
        return None
    return workday(max(shipped + ONE, due + timedelta(days=round(late))))


def as_of(order: Order, today: date) -> Order:
    """The order as it stands on the morning of `today`: the last working day's money is still unread."""
    read = before(today, 1)
    paid = order.paid_on if order.paid_on and _known(order, order.paid_on, today, read) else None
    advance = order.advance_on if order.advance_on and order.advance_on < read else None
    waits = order.advance > 0 and advance is None
    picked = order.picked_on if order.picked_on and order.picked_on < today and not waits else None
    shipped = order.shipped_on if order.shipped_on and order.shipped_on < today and picked else None
    cancelled = order.cancelled_on if order.cancelled_on and order.cancelled_on < today else None
    seen = replace(
        order, paid_on=paid, advance_on=advance, picked_on=picked, shipped_on=shipped, cancelled_on=cancelled
    )
    if order.terms == "credit" and not shipped:
        seen = replace(seen, invoiced_on=None, due=None)
    return replace(seen, stage=_stage(seen), reason=order.reason if cancelled else "")


def _known(order: Order, paid: date, today: date, read: date) -> bool:
    return paid < (today if order.terms == "cash" else read)


def _stage(order: Order) -> Stage:
    if order.cancelled_on:
        return "cancelled"
    if order.shipped_on:
        return "shipped"
    if order.picked_on:
        return "picked"
    if order.advance_on:
        return "paid"
    return "invoiced" if order.invoiced_on else "reserved"
