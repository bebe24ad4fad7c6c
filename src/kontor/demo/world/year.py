"""The year up to today: orders, money, words, stock, and what is left to do this morning."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kontor.demo.world import firm as firm_module
from kontor.demo.world import goods as goods_module
from kontor.demo.world import stock, trays
from kontor.demo.world.clients import make as make_clients
from kontor.demo.world.days import before
from kontor.demo.world.duties import late_duties
from kontor.demo.world.facts import Client, Firm, Goods, Lang, Order, World, Year
from kontor.demo.world.money import Telephone, disputes, payments
from kontor.demo.world.orders import DAYS, Maker, as_of, year_of
from kontor.demo.world.words import Deck


def make(lang: Lang, today: date) -> World:
    """The whole demo world in a language as of a day; the same arguments give the same world."""
    firm, goods = firm_module.make(lang), goods_module.make(lang, today)
    clients = make_clients(lang, today, firm)
    return World(lang, today, firm, goods, clients, tell(lang, today, firm, goods, clients))


def tell(lang: Lang, today: date, firm: Firm, goods: Goods, clients: tuple[Client, ...]) -> Year:
    """The story of the last 365 days."""
    rng = Random(f"kontor-{lang}")
    deck = Deck(lang, rng)
    start = today - timedelta(days=DAYS)
    maker = Maker(lang, today, goods, rng, deck, {o.code: o.warehouse for o in firm.offices})
    fates = [order for client in clients for order in year_of(maker, client)]
    late = {
        o.client for o in fates if (seen := as_of(o, today)).shipped_on and not seen.paid_on and o.due and o.due < today
    }
    fresh = list(trays.fill(maker, clients, late))
    renumbered = {o.key: n for n, o in enumerate(sorted(fates + fresh, key=lambda o: (o.day, o.at, o.key)), 1)}
    fates = [replace(o, key=renumbered[o.key]) for o in fates]
    fresh = [replace(o, key=renumbered[o.key]) for o in fresh]
    orders = sorted([as_of(o, today) for o in fates] + fresh, key=lambda o: o.key)
    read = before(today, 1)
    money = payments(rng, [*fates, *fresh])
    known = {c.key: c for c in clients}
    claims = disputes(rng, deck, orders, known, today)
    supply = stock.plan(rng, goods, orders, [w.code for w in firm.warehouses], start, today)
    phone = Telephone(lang, today, rng, deck, known)
    disputed = {d.order: d for d in claims}
    calls = [c for o in fates for c in phone.about_invoice(o)]
    of_client: dict[str, list[Order]] = defaultdict(list)
    for order in fates:
        of_client[order.client].append(order)
    calls += [c for own in of_client.values() for c in phone.about_debts(own, disputed)]
    calls += phone.small_talk(orders)
    return Year(
        start=start,
        today=today,
        opening=tuple(supply.opening),
        receipts=tuple(supply.receipts),
        orders=tuple(orders),
        payments=tuple(p for p in money if p.day < (today if p.way == "cash" else read)),
        in_bank=tuple(p for p in money if p.way == "bank" and p.day == read),
        calls=tuple(sorted(calls, key=lambda c: (c.day, c.at))),
        disputes=tuple(claims),
        requests=tuple(supply.requests),
        duties=late_duties(rng, lang, firm, orders, claims, known, today),
    )
