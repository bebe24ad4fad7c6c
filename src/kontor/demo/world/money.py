"""Payments of the year, and what was said on the phone about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random
from typing import Literal

from kontor.demo.world.days import after, before, workday
from kontor.demo.world.facts import Call, Client, Dispute, Lang, Order, Outcome, Payment
from kontor.demo.world.orders import CENT
from kontor.demo.world.words import Deck, day, money

Way = Literal["bank", "cash"]


def payments(rng: Random, fates: Iterable[Order]) -> list[Payment]:
    """What is paid for these orders, several orders of one client and day in one payment."""
    purse: dict[tuple[str, date, Way], list[tuple[int, Decimal]]] = defaultdict(list)
    for order in fates:
        for when, amount in _portions(rng, order):
            way: Way = "cash" if order.terms == "cash" else "bank"
            purse[order.client, when, way].append((order.key, amount))
    found = [
        Payment(client, when, sum((a for _, a in parts), Decimal(0)), way, tuple(parts))
        for (client, when, way), parts in purse.items()
    ]
    return sorted(found, key=lambda p: (p.day, p.client))


def _portions(rng: Random, order: Order) -> Iterator[tuple[date, Decimal]]:
    if order.cancelled_on:
        return
    left = order.total
    if order.advance_on and order.advance:
        yield order.advance_on, order.advance
        left -= order.advance
    if not order.paid_on or not left:
        return
    if order.terms == "credit" and order.due and order.paid_on > order.due + timedelta(days=4) and rng.random() < 0.3:
        first = _thousands(left * rng.choice((3, 4, 5, 6)) / 10)
        if 0 < first < left:
            yield workday(order.due + (order.paid_on - order.due) / 2), first
            left -= first
    yield order.paid_on, left.quantize(CENT)


@dataclass(slots=True)
class Telephone:
    """Who calls whom and what is said."""

    lang: Lang
    today: date
    rng: Random
    deck: Deck
    clients: dict[str, Client]

    def call(
        self,
        orders: list[Order],
        on: date,
        kind: str,
        words: str,
        *,
        outcome: Outcome | None = None,
        promised: tuple[date, Decimal, bool | None] | None = None,
    ) -> Call:
        """A call about orders of one client; the person who decides on money takes it where there is one."""
        client = self.clients[orders[0].client]
        duties = [c.decides for c in client.contacts]
        contact = duties.index("money") if kind == "debt" and "money" in duties else 0
        when = promised or (None, None, None)
        minutes = 1 if outcome == "no_answer" else self.rng.randint(1, 9)
        return Call(
            client.key, on, _hour(self.rng), client.owner, contact, minutes, kind, outcome, words,
            when[0], when[1], when[2], tuple(o.key for o in orders),
        )  # fmt: skip

    def about_invoice(self, order: Order) -> Iterator[Call]:
        """The duty after each invoice: when will you pay?"""
        if order.terms != "prepaid" or not order.invoiced_on or self.rng.random() < 0.5:
            return
        on = after(order.invoiced_on, 1)
        promise = order.advance_on or after(on, 2)
        if on >= self.today or promise <= on:
            return
        words = self.deck.deal("INVOICE", day=day(self.lang, promise, on))
        said = (promise, order.total, True if order.advance_on and promise < self.today else None)
        yield self.call([order], on, "invoice", words, promised=said if _names(words, self.lang, promise, on) else None)

    def about_debts(self, fates: list[Order], disputed: dict[int, Dispute]) -> Iterator[Call]:
        """Calls to one client while anything of its is past the date, every week or so, about all of it at once."""
        owed = sorted((o for o in fates if o.due and o.shipped_on and o.terms in ("credit", "partial")), key=_due)
        on = date.min
        while on < self.today:
            late = [o for o in owed if _due(o) < on and (o.paid_on is None or o.paid_on > on)]
            if late:
                yield self._debt_call(late, on, disputed)
                on = after(on, self.rng.randint(3, 7))
            elif ahead := [o for o in owed if _due(o) >= on]:
                on = after(_due(ahead[0]), self.rng.randint(1, 3))
            else:
                return

    def _debt_call(self, late: list[Order], on: date, disputed: dict[int, Dispute]) -> Call:
        claims = [disputed[o.key] for o in late if o.key in disputed]
        if claims and claims[0].closed_on is None and claims[0].opened_on <= on and self.rng.random() < 0.6:
            return self.call(late, on, "debt", claims[0].words, outcome="disputes")
        mood = self.rng.random()
        if mood < 0.2:
            return self.call(late, on, "debt", self.deck.deal("NO_ANSWER"), outcome="no_answer")
        owes = sum((o.total - o.advance for o in late), Decimal(0))
        part = _thousands(owes * self.rng.choice((3, 4, 5, 6)) / 10)
        partly = mood > 0.8 and part > 0
        amount = part if partly else owes
        promise = self._promise(late, on)
        kept = None if promise >= self.today else all(o.paid_on and o.paid_on <= promise for o in late)
        words = self.deck.deal(
            "PARTLY" if partly else "WILL_PAY", day=day(self.lang, promise, on), sum=money(self.lang, amount)
        )
        return self.call(
            late,
            on,
            "debt",
            words,
            outcome="partly" if partly else "will_pay",
            promised=(promise, amount, kept),
        )

    def _promise(self, late: list[Order], on: date) -> date:
        """The day on which they will really pay, if they are honest and it is near; else any day soon."""
        real = max((o.paid_on or date.max) for o in late)
        if real <= on + timedelta(days=12) and self.rng.random() < 0.55:
            return real
        return after(on, self.rng.randint(1, 5))

    def small_talk(self, orders: list[Order]) -> Iterator[Call]:
        """Notes by the way, and what prospects say of the price list."""
        shipped = [o for o in orders if o.shipped_on]
        for order in self.rng.sample(shipped, min(160, len(shipped))):
            if order.shipped_on:
                on = after(order.shipped_on, self.rng.randint(1, 4))
                if on < self.today:
                    yield self.call([order], on, "note", self.deck.deal("NOTES"))
        for client in self.clients.values():
            if client.status == "prospect":
                on = max(client.since, before(self.today, self.rng.randint(1, 60)))
                words = self.deck.deal("PRICE_LIST")
                yield Call(
                    client.key,
                    on,
                    _hour(self.rng),
                    client.owner,
                    0,
                    self.rng.randint(2, 7),
                    "price_list",
                    None,
                    words,
                    None,
                    None,
                    None,
                    (),
                )


def _due(order: Order) -> date:
    return order.due or date.max


def _thousands(amount: Decimal) -> Decimal:
    """A round sum, as people promise it."""
    return Decimal(int(amount) // 1000 * 1000)


def _names(words: str, lang: Lang, promise: date, on: date) -> bool:
    return day(lang, promise, on).lower() in words.lower()


def _hour(rng: Random) -> time:
    minutes = round(rng.triangular(9 * 60 + 10, 17 * 60 + 40, 10 * 60 + 40))
    return time(minutes // 60, minutes % 60)


def disputes(rng: Random, deck: Deck, orders: list[Order], clients: dict[str, Client], today: date) -> list[Dispute]:
    """Some fifteen claims of the year, a few still open; the known late payer disputes its oldest open waybill."""
    open_credit = [o for o in orders if o.shipped_on and not o.paid_on and o.due and o.due < today]
    known = [o for o in open_credit if clients[o.client].quirk == "late_disputed"][:1]
    others = [o for o in open_credit if not clients[o.client].quirk]
    settled = [o for o in orders if o.shipped_on and o.paid_on]
    picked = known + rng.sample(others, min(3, len(others))) + rng.sample(settled, min(12, len(settled)))
    return [_dispute(rng, deck, order, today) for order in picked]


def _dispute(rng: Random, deck: Deck, order: Order, today: date) -> Dispute:
    assert order.shipped_on
    opened = after(order.shipped_on, rng.randint(1, 4))
    still_open = order.paid_on is None
    line = rng.choice(order.lines)
    amount = (line.sum * rng.choice((10, 15, 25, 50)) / 100).quantize(CENT)
    words = deck.deal("DISPUTES" if still_open else "CLAIMS")
    closed = None if still_open else min(after(opened, rng.randint(2, 9)), before(today, 1))
    return Dispute(
        order.client,
        order.key,
        min(opened, before(today, 1)),
        closed,
        amount,
        words,
        "" if still_open else deck.deal("ANSWERS"),
    )
