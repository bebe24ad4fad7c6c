"""400 names under which the clients are registered and called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from pypinyin import lazy_pinyin

from kontor.demo.world import names_ru, names_zh
from kontor.demo.world.facts import Lang, Person
from kontor.demo.world.latin import latin
from kontor.demo.world.people import Place, person, russian


@dataclass(frozen=True, slots=True)
class CompanyName:
    """`person` is the sole trader, whose own name is the firm's name. `mail` is the name for its domain."""

    legal: str
    short: str
    trade: str
    place: Place
    person: Person | None
    mail: str


def make(rng: Random, lang: Lang, places: tuple[Place, ...], count: int) -> list[CompanyName]:
    """`count` different names, the known characters first."""
    source = _chinese(rng, places) if lang == "zh" else _russian(rng, lang, places)
    return [next(source) for _ in range(count)]


def _pick(rng: Random, places: tuple[Place, ...]) -> Place:
    return rng.choices(places, [p.town.weight for p in places])[0]


def _russian(rng: Random, lang: Lang, places: tuple[Place, ...]) -> Iterator[CompanyName]:
    by_name = {row.split("|")[0]: place for row, place in zip(names_ru.TOWNS.strip().splitlines(), places, strict=True)}
    rows = names_ru.FIRMS.strip().splitlines()
    rest = rows[9:]
    rng.shuffle(rest)
    for row in rows[:9] + rest:
        ru, en, trade, *town = row.split("|")
        place = by_name[town[0]] if town else _pick(rng, places)
        mail = latin(en).lower().replace("&", "and").replace(".", "").replace(" ", "-")
        yield CompanyName(*_russian_forms(rng, ru, en, lang), trade, place, None, mail)
    yield from _traders(rng, lang, places)


def _russian_forms(rng: Random, ru: str, en: str, lang: Lang) -> tuple[str, str]:
    form = rng.choices(("ООО", "АО", "ООО"), (12, 1, 5))[0]
    if lang == "en":
        return f"{en} {'LLC' if form == 'ООО' else 'JSC'}", en
    inner = ru.replace("«", "„").replace("»", "“")
    return f"{form} «{inner}»", ru


def _traders(rng: Random, lang: Lang, places: tuple[Place, ...]) -> Iterator[CompanyName]:
    """Sole traders; a surname comes at most twice."""
    seen: Counter[str] = Counter()
    while True:
        who = person(rng, "ru")
        stem = who.surname.rstrip("а")
        if seen[stem] >= 2 or seen[who.short]:
            continue
        seen[stem] += 1
        seen[who.short] += 1
        trade = rng.choices(
            ("retail", "finishing", "builder", "windows", "electrics", "internet", "plumbing"),
            (9, 7, 3, 3, 2, 1, 2),
        )[0]
        given = latin(who.given[0] + who.patronymic[0]).lower()
        styles = ["-stroy", "-remont", "-opt", f".{given}", str(rng.randint(61, 98))]
        mails = [latin(who.surname).lower() + style for style in rng.sample(styles, len(styles))]
        mail = next(m for m in mails if not seen[m])
        seen[mail] += 1
        if lang == "ru":
            legal, short = f"Индивидуальный предприниматель {who.full}", f"ИП {who.short}"
        else:
            who = russian("en", who.surname, who.given, who.patronymic, female=who.female)
            legal, short = f"{who.full}, sole trader", f"{who.full}, sole trader"
        yield CompanyName(legal, short, trade, _pick(rng, places), who, mail)


def _chinese(rng: Random, places: tuple[Place, ...]) -> Iterator[CompanyName]:
    trades = [row.split("|") for row in names_zh.TRADES.strip().splitlines()]
    brands = [a + b for a in names_zh.HEADS for b in names_zh.TAILS if a != b]
    rng.shuffle(brands)
    shops: set[str] = set()
    for i, brand in enumerate(["宏远", "恒辉", "粤兴", *(b for b in brands if b not in ("宏远", "恒辉", "粤兴"))]):
        place = _pick(rng, places)
        if i > 2 and rng.random() < 0.27:
            shop = _shop(rng, places, i)
            if shop.short not in shops:
                shops.add(shop.short)
                yield shop
            continue
        trade, register, said, form = rng.choice(trades) if i > 1 else trades[5]
        city = place.city if form == "有限公司" or not place.district else place.city + place.district
        if rng.random() < 0.12 and form == "有限公司":
            city = "广东"
        legal = f"{city}{brand}{register}{form}"
        yield CompanyName(
            legal,
            brand + said,
            trade,
            place,
            None,
            "".join(lazy_pinyin(brand)) + rng.choice(("", "-jc", "gd", "168")),
        )


def _shop(rng: Random, places: tuple[Place, ...], serial: int) -> CompanyName:
    """A shop under its owner's name; the serial keeps the mail name apart."""
    place, owner = _pick(rng, places), person(rng, "zh", female=False)
    kind = rng.choice(names_zh.SHOPS)
    sign = rng.choice((f"{owner.surname}记", owner.given if len(owner.given) == 2 else owner.full, f"{owner.full}"))
    quarter = rng.choice(place.parts)
    trade = {"门窗加工店": "windows", "水电材料店": "plumbing"}.get(kind, "retail")
    town = quarter.removesuffix("镇").removesuffix("街道").removesuffix("镇")
    return CompanyName(
        f"{place.city}{place.district}{quarter}{sign}{kind}",
        f"{town}{sign}{kind}",
        trade,
        place,
        owner,
        f"{owner.latin}{serial}",
    )
