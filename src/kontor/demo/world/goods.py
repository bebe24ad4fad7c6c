"""1,200 articles of a building wholesaler, with what replaces them and what goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from kontor.demo.world import families_build, families_finish, families_house, lexicon
from kontor.demo.world.digits import ean13
from kontor.demo.world.facts import Article, Goods, Lang, Substitute, Upsell
from kontor.demo.world.goods_lore import KIN, PROPERTIES, UPSELLS
from kontor.demo.world.latin import latin

COUNT = 1200
NOVELTIES = 40
COLUMN: dict[Lang, int] = {"ru": 0, "zh": 1, "en": 2}
VAT: dict[Lang, Decimal] = {"ru": Decimal(22), "zh": Decimal(13), "en": Decimal(22)}
LEVELS: dict[Lang, tuple[str, str, str]] = {
    "ru": ("Опт 1", "Опт 2", "Опт 3"),
    "zh": ("批发一级", "批发二级", "批发三级"),
    "en": ("Wholesale 1", "Wholesale 2", "Wholesale 3"),
}
DISCOUNT = (Decimal(1), Decimal("0.96"), Decimal("0.92"))
ROUBLES_PER_YUAN = 11.8
COLOURS = (
    "white grey black brown red blue green yellow orange beige cream sand olive peach silver whitematt "
    "blackmatt clear clear2"
)
FEMININE = (
    "Эмаль Грунт-эмаль Краска Розетка Рамка Каска Планка Изолента Стяжка Ручка Сетка Затирка Плитка Панель "
    "Заглушка Черепица Грунтовка Лента"
)


@dataclass(frozen=True, slots=True)
class Variant:
    """One line of a family before it becomes an article."""

    group: str
    family: int
    names: tuple[str, str, str]
    unit: str
    pack: int
    prefix: str
    brand: str
    brands: int
    factor: float
    values: tuple[str, ...]
    price: float
    weight: str
    code: str


def _code(prefix: str, values: Sequence[str], brand: str, brands: int) -> str:
    parts = [_code_part(v) for v in values]
    mark = lexicon.BRANDS[brand][2][:2].upper() if brands > 1 else ""
    return "-".join(p for p in (prefix, *(parts if prefix else parts[:1]), mark) if p)


def _code_part(value: str) -> str:
    spelled = re.sub(r"@(\w+)", lambda m: lexicon.WORDS[m[1]][3], value.replace("_", " "))
    return re.sub(r"[^\w-]", "", latin(spelled))


def variants() -> list[Variant]:
    """Every variant of every family, in catalogue order."""
    found: list[Variant] = []
    family = 0
    for module in (families_build, families_finish, families_house):
        for group in lexicon.GROUPS:
            for row in getattr(module, group.upper(), "").strip().splitlines():
                family += 1
                found += _variants_of(group, family, row.split("|"))
    return found


def _variants_of(group: str, family: int, row: list[str]) -> Iterator[Variant]:
    ru, zh, en, unit, pack, prefix, brands, rows = row
    makers = brands.split()
    for maker in makers:
        brand, _, factor = maker.partition(":")
        for text in rows.split():
            joined, price, weight = text.rsplit(":", 2)
            values = tuple(joined.split(";"))
            yield Variant(
                group, family, (ru, zh, en), unit, int(pack), prefix, brand, len(makers),
                float(factor or 1), values, float(price), weight, _code(prefix, values, brand, len(makers)),
            )  # fmt: skip


def _trimmed(all_of: list[Variant]) -> list[Variant]:
    """Exactly COUNT of them: the last variants of the longest bought-in families go."""
    left = list(all_of)
    while len(left) > COUNT:
        sizes: dict[int, int] = {}
        for v in left:
            if v.brand != "own":
                sizes[v.family] = sizes.get(v.family, 0) + 1
        longest = max(sizes, key=lambda f: (sizes[f], f))
        last = max(i for i, v in enumerate(left) if v.family == longest)
        del left[last]
    return left


def _word(key: str, column: int, *, feminine: bool) -> str:
    word = lexicon.WORDS[key][column]
    if column == 0 and feminine and key in COLOURS.split():
        word = re.sub(r"ый\b", "ая", word)
        word = re.sub(r"ний\b", "няя", word)
    return word


def _name(v: Variant, column: int) -> str:
    template = v.names[column]
    feminine = v.names[0].split()[0] in FEMININE.split()
    for i, value in enumerate(v.values):
        text = value.replace("_", " ")
        text = re.sub(r"(\d)\.(\d)", r"\1,\2", text) if column == 0 else latin(text)
        text = re.sub(r"@(\w+)", lambda m: _word(m[1], column, feminine=feminine), text)
        template = template.replace(f"#{i}", text)
    brand = lexicon.BRANDS[v.brand][column]
    if v.brands > 1 and "~" not in template:
        template += f" {brand}" if column == 1 else f", {brand}"
    template = template.replace("~", brand)
    template = re.sub(r" +", " ", template).strip()
    return template[0].upper() + template[1:]


def rounded(price: float) -> Decimal:
    """A price as a price list would show it: finer steps for cheap things."""
    for limit, step in ((20, "0.05"), (100, "0.5"), (1000, "1"), (10000, "10"), (10**9, "50")):
        if price < limit:
            unit = Decimal(step)
            return max(unit, (Decimal(str(price)) / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit).quantize(
                Decimal("0.01")
            )
    raise ValueError(price)


def _article(v: Variant, lang: Lang, rng: Random, serial: int, new_since: date | None) -> Article:
    column = COLUMN[lang]
    base = rounded(v.price * v.factor / (ROUBLES_PER_YUAN if lang == "zh" else 1))
    margin = lexicon.MARGIN[v.group] * rng.uniform(0.8, 1.2)
    own = v.brand == "own"
    makers = list(lexicon.BRANDS)
    country = "69" if lang == "zh" else "46"
    barcode = ean13(f"{country}{(makers.index(v.brand) * 7919 + 34127) % 100000:05d}{serial:05d}")
    cents = Decimal("0.01")
    lore = PROPERTIES.get(v.prefix, PROPERTIES[""])[column] if own else ""
    supplier = lexicon.SUPPLIER_OF.get(v.brand, v.brand)
    return Article(
        code=v.code,
        name=_name(v, column),
        group=v.group,
        brand=lexicon.BRANDS[v.brand][column],
        unit=v.unit,
        pack=v.pack,
        weight=Decimal(v.weight),
        vat=VAT[lang],
        cost=(base * DISCOUNT[1] * Decimal(1 - margin)).quantize(cents),
        prices=(base, (base * DISCOUNT[1]).quantize(cents), (base * DISCOUNT[2]).quantize(cents)),
        barcode=barcode,
        own_production=own,
        new_since=new_since,
        properties=lore,
        supplier=lexicon.SUPPLIERS[supplier][column],
        family=v.family,
        popularity=rng.paretovariate(1.1) * (1.6 if own else 1) / (1 + v.price * v.factor / 4000),
    )


def _substitutes(kept: list[Variant]) -> tuple[Substitute, ...]:
    """The same variant of another brand first, then what the trade knows, then the neighbour in the family."""
    by_family: dict[int, list[Variant]] = {}
    for v in kept:
        by_family.setdefault(v.family, []).append(v)
    by_prefix: dict[str, list[Variant]] = {}
    for v in kept:
        by_prefix.setdefault(v.prefix or v.code, []).append(v)
    found = []
    for v in kept:
        offers = [o.code for o in by_family[v.family] if o.values == v.values and o.brand != v.brand]
        offers += [o.code for o in _kin(v, by_prefix)]
        offers = list(dict.fromkeys(o for o in offers if o != v.code))[:3]
        found += [Substitute(v.code, offer, rank) for rank, offer in enumerate(offers, 1)]
    return tuple(found)


def _kin(v: Variant, by_prefix: dict[str, list[Variant]]) -> Iterator[Variant]:
    for old, new in KIN:
        if old not in (v.prefix, v.code):
            continue
        if new in by_prefix:
            near, mark = by_prefix[new], ""
        else:
            near, mark = by_prefix.get(new.partition("-")[0], []), new
        if not v.prefix:
            yield from near
        same = [o for o in near if o.code.startswith(mark)]
        yield from (o for o in same if o.values == v.values or o.values[-1] == v.values[-1])


def _upsells(articles: list[Article], column: int) -> tuple[Upsell, ...]:
    def fits(prefix: str) -> list[str]:
        exact = [a.code for a in articles if a.code == prefix or a.code.startswith(prefix + "-")]
        return exact or [a.code for a in articles if a.code.startswith(prefix)]

    found = []
    for row in UPSELLS.strip().splitlines():
        kind, when, offer, *reasons = row.split("|")
        given, wanted = fits(when), fits(offer)
        found.append(Upsell(kind, given[0], next(c for c in wanted if c != given[0]), reasons[column]))
    return tuple(found)


def make(lang: Lang, today: date) -> Goods:
    """The whole range as of `today`; the same for the same language and day."""
    rng = Random(f"kontor-goods-{lang}")
    column = COLUMN[lang]
    kept = _trimmed(variants())
    fresh = set(rng.sample([i for i, v in enumerate(kept) if v.group != "fasteners"], NOVELTIES))
    articles = [
        _article(v, lang, rng, 10000 + 37 * i, today - timedelta(days=rng.randint(3, 60)) if i in fresh else None)
        for i, v in enumerate(kept)
    ]
    return Goods(
        groups=tuple((key, names[column]) for key, names in lexicon.GROUPS.items()),
        units=tuple((key, u[column], u[3]) for key, u in lexicon.UNITS.items()),
        articles=tuple(articles),
        substitutes=_substitutes(kept),
        upsells=_upsells(articles, column),
        levels=LEVELS[lang],
    )
