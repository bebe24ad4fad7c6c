"""Goods: groups, products with codes, what is offered with them or instead, prices, and what came into the stock."""

from collections import defaultdict
from datetime import date, time, timedelta
from decimal import Decimal

from kontor.catalog import actions as catalog
from kontor.catalog.models import Group, Product, Substitute, UpsellRule
from kontor.demo.actions.cast import Cast
from kontor.demo.actions.sheets import Book
from kontor.demo.actions.words import LEVEL_CODES, TOPICS
from kontor.kernel.money import money
from kontor.parties.models import PriceLevel
from kontor.pricing.actions import current_list
from kontor.pricing.models import Price
from kontor.stock.models import Movement

UNITS = {"pail": "pc", "can": "pc", "box": "pack"}
"""Units of the world that the catalogue does not have, and what stands for them."""
Reduction = dict[tuple[str, str], Decimal]


def enter_goods(cast: Cast) -> None:
    """The catalogue; cost is kept without VAT, as the margin wants it."""
    goods, buyer = cast.world.goods, cast.one("purchasing")
    groups = {code: Group.objects.create(name=name, rank=rank) for rank, (code, name) in enumerate(goods.groups, 1)}
    entries = [
        {
            "article": each.code,
            "name": each.name,
            "brand": each.brand,
            "group": groups[each.group],
            "unit": UNITS.get(each.unit, each.unit),
            "pack": Decimal(each.pack),
            "fractional": each.unit == "kg",
            "weight": each.weight,
            "cost": money(each.cost * 100 / (100 + each.vat)),
            "own_production": each.own_production,
            "new_since": each.new_since,
            "properties": each.properties,
            "bar_codes": [each.barcode],
        }
        for each in goods.articles
    ]
    catalog.enter_products(entries, by=buyer)
    cast.products = {each.article: each for each in Product.objects.all()}
    _enter_offers(cast, groups)


def _enter_offers(cast: Cast, groups: dict[str, Group]) -> None:
    """Substitutes by rank, and what else to offer with the reason."""
    goods, products = cast.world.goods, cast.products
    Substitute.objects.bulk_create(
        Substitute(product=products[each.article], instead=products[each.offer], rank=each.rank)
        for each in goods.substitutes
    )
    UpsellRule.objects.bulk_create(
        UpsellRule(
            product=products.get(each.article),
            group=groups.get(each.article),
            offer=products[each.offer],
            reason=each.reason[:200],
        )
        for each in goods.upsells
    )


def enter_levels(cast: Cast) -> None:
    """Three levels, the best first: wholesale 3 pays least."""
    for number, name in enumerate(cast.world.goods.levels, start=1):
        code = LEVEL_CODES[cast.world.lang].format(number)
        cast.levels[number] = PriceLevel.objects.create(code=code, name=name, rank=4 - number)


def set_prices(cast: Cast, book: Book, sold_lately: set[str]) -> None:
    """A price per level that has held all year; promotions and own prices leave alone what was sold in the last days."""
    since = cast.world.year.start - timedelta(days=24)
    set_at = cast.at(since, time(16, 40), cast.offices[cast.world.firm.offices[0].code])
    common = {"set_by_id": cast.one("wholesale_head").pk, "set_at": set_at}
    for article in cast.world.goods.articles:
        for number, amount in enumerate(article.prices, start=1):
            first = max(since, article.new_since) if article.new_since else since
            first = since if article.code in sold_lately else min(first, since)
            book.add(
                Price,
                product_id=cast.products[article.code].pk,
                level_id=cast.levels[number].pk,
                client_id=None,
                amount=amount,
                since=first,
                until=None,
                **common,
            )
    _promote(cast, book, sold_lately, common)
    _agree_own_prices(cast, book, common)


def _promote(cast: Cast, book: Book, sold_lately: set[str], common: dict[str, object]) -> None:
    """A dozen promotions of this and the next week."""
    dice, today = cast.dice("promotions"), cast.world.today
    quiet = [each for each in cast.world.goods.articles if each.code not in sold_lately]
    for article in dice.sample(quiet, 12):
        book.add(
            Price,
            product_id=cast.products[article.code].pk,
            level_id=None,
            client_id=None,
            amount=_pretty(article.prices[2] * (100 - dice.choice((3, 5, 8))) / 100),
            since=today - timedelta(days=dice.randint(2, 6)),
            until=today + timedelta(days=dice.randint(6, 16)),
            **common,
        )


def _agree_own_prices(cast: Cast, book: Book, common: dict[str, object]) -> None:
    """Own prices of the largest clients, from today on, for goods that they take."""
    dice = cast.dice("own prices")
    large = [each for each in cast.world.clients if each.grade == "A" and each.status == "current"]
    for client in large[:14]:
        for article in dice.sample(cast.world.goods.articles, dice.randint(1, 4)):
            book.add(
                Price,
                product_id=cast.products[article.code].pk,
                level_id=None,
                client_id=cast.clients[client.key].pk,
                amount=_pretty(article.prices[2] * (100 - dice.choice((2, 4, 5))) / 100),
                since=cast.world.today,
                until=None,
                **common,
            )


def _pretty(amount: Decimal) -> Decimal:
    """A price as people set it: whole above a hundred, else with tenths."""
    step = Decimal(1) if amount > 100 else Decimal("0.1")
    return amount.quantize(step).quantize(Decimal("0.01"))


def hand_out_lists(cast: Cast) -> None:
    """The price lists as they were handed out this month."""
    for level in cast.levels.values():
        current_list(level, cast.world.today, cast.one("wholesale_head"))


def stock_up(cast: Cast, book: Book, left_over: Reduction) -> None:
    """Opening stock and every delivery as movements. What the story no longer takes was found missing and written off."""
    year, first = cast.world.year, cast.offices[cast.world.firm.offices[0].code]
    topics = TOPICS["opening"][cast.world.lang]
    for place, article, quantity in year.opening:
        _move(cast, book, "receipt", place, article, quantity, year.start, time(8, 30), topics)
    for each in year.receipts:
        if each.arrived:
            hour = cast.dice("lorry", each.warehouse, each.day, each.supplier).randint(8 * 60 + 10, 15 * 60)
            for article, quantity in each.lines:
                _move(
                    cast,
                    book,
                    "receipt",
                    each.warehouse,
                    article,
                    quantity,
                    each.day,
                    time(hour // 60, hour % 60),
                    each.supplier,
                )
    yesterday = cast.calendar(first).previous_workday(year.today)
    for (place, article), quantity in left_over.items():
        note = TOPICS["stocktaking"][cast.world.lang]
        _move(cast, book, "correction", place, article, -quantity, yesterday, time(8, 20), note)


def _move(
    cast: Cast, book: Book, kind: str, place: str, article: str, quantity: Decimal, on: date, at: time, note: str
) -> None:
    warehouse = cast.warehouses[place]
    book.add(
        Movement,
        kind=kind,
        product_id=cast.products[article].pk,
        warehouse_id=warehouse.pk,
        quantity=quantity,
        on=on,
        at=cast.at(on, at, cast.offices[next(o.code for o in cast.world.firm.offices if o.warehouse == place)]),
        document_id=None,
        by_id=cast.keeper(place).pk,
        note=note[:200],
    )


def expected_goods(cast: Cast) -> dict[str, dict[date, list[tuple[int, Decimal]]]]:
    """What suppliers bring in the next days, by warehouse and day."""
    coming: dict[str, dict[date, list[tuple[int, Decimal]]]] = defaultdict(lambda: defaultdict(list))
    for each in cast.world.year.receipts:
        if not each.arrived:
            coming[each.warehouse][each.day] += [(cast.products[code].pk, q) for code, q in each.lines]
    return coming
