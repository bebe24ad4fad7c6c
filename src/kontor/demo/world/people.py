"""Persons, towns, addresses, phones: what every card in the world is written with."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from pypinyin import lazy_pinyin

from kontor.demo.world import names_ru, names_zh
from kontor.demo.world.facts import Lang, Person, Town
from kontor.demo.world.latin import latin, name_latin

# Ranges that no operator has: nobody is rung up by the demo.
RUSSIAN_MOBILE = ("944", "945", "946", "947", "948", "972", "973", "974", "975", "976")
CHINESE_MOBILE = ("130", "131", "135", "136", "137", "138", "139", "150", "158", "186", "188", "189")


@dataclass(frozen=True, slots=True)
class Place:
    """A town with what addresses need: streets, and in China the townships; the first digits of its phones."""

    town: Town
    city: str
    district: str
    parts: tuple[str, ...]


def person(rng: Random, lang: Lang, *, female: bool | None = None) -> Person:
    """Somebody with a name of the language."""
    woman = rng.random() < 0.42 if female is None else female
    if lang == "zh":
        return chinese(
            rng.choice(names_zh.SURNAMES), rng.choice(names_zh.WOMEN if woman else names_zh.MEN), female=woman
        )
    surname = rng.choice(names_ru.SURNAMES)
    given = rng.choice(names_ru.WOMEN if woman else names_ru.MEN)
    his, hers = rng.choice(names_ru.FATHERS).split("/")
    return russian(lang, surname + ("а" if woman else ""), given, hers if woman else his, female=woman)


def russian(lang: Lang, surname: str, given: str, patronymic: str, *, female: bool) -> Person:
    """A person of Russia, written in Russian, or in Latin letters without the patronymic."""
    mail = f"{latin(given[0]).lower()}.{latin(surname).lower()}"
    if lang == "ru":
        short = f"{surname} {given[0]}. {patronymic[0]}."
        return Person(surname, given, patronymic, female, f"{surname} {given} {patronymic}", short, mail)
    surname, given = name_latin(surname), name_latin(given)
    return Person(surname, given, "", female, f"{given} {surname}", f"{given[0]}. {surname}", mail)


def chinese(surname: str, given: str, *, female: bool) -> Person:
    """A person of China; the mail name is pinyin."""
    mail = "".join(lazy_pinyin(surname + given))
    return Person(surname, given, "", female, surname + given, surname + given, mail)


def places(lang: Lang) -> tuple[Place, ...]:
    """Where clients sit, with weights."""
    rows = (names_zh.TOWNS if lang == "zh" else names_ru.TOWNS).strip().splitlines()
    return tuple(_chinese_place(r.split("|")) if lang == "zh" else _russian_place(r.split("|"), lang) for r in rows)


def _chinese_place(row: list[str]) -> Place:
    city, district, area, phone, post, weight, office, parts = row
    town = Town(city + district, "广东省", area, phone, post, int(weight), office)
    return Place(town, city, district, tuple(parts.split()))


def _russian_place(row: list[str], lang: Lang) -> Place:
    ru, en, region_ru, region_en, tax, phone, post, weight, office = row
    name, region = (ru, region_ru) if lang == "ru" else (en, region_en)
    town = Town(name, region, tax, phone, post, int(weight), office)
    return Place(town, name, "", tuple(s.split("|")[lang == "en"] for s in names_ru.STREETS.strip().splitlines()))


def address(rng: Random, place: Place, lang: Lang) -> str:
    """A postal address in the order of the country."""
    town, house = place.town, int(rng.triangular(1, 148, 12))
    if lang == "zh":
        street = rng.choice(names_zh.STREETS)
        tail = rng.choice(
            (
                f"{house}号",
                f"{house}号之{rng.choice('一二三')}",
                f"{house}号{rng.randint(1, 12)}栋",
                f"{house}号{rng.randint(101, 118)}铺",
            )
        )
        return f"{town.region}{place.city}{place.district}{rng.choice(place.parts)}{street}{tail}"
    post = f"{town.post}{rng.randint(0, 99):03d}"
    street = rng.choice(place.parts)
    if lang == "en":
        region = "" if town.region == town.name else f", {town.region}"
        unit = rng.choice(("", "", f", bldg {rng.randint(1, 4)}", f", office {rng.randint(3, 312)}"))
        return f"{house} {street}{unit}, {town.name}{region}, {post}"
    region = "" if "г. " + town.name == town.region else f"{town.region}, "
    unit = rng.choice(
        (
            "",
            "",
            f", стр. {rng.randint(1, 4)}",
            f", оф. {rng.randint(3, 312)}",
            f", корп. {rng.randint(1, 3)}",
        )
    )
    return f"{post}, {region}г. {town.name}, {street}, д. {house}{unit}"


def landline(rng: Random, town: Town, lang: Lang) -> str:
    """A fixed phone of the town, written as the country writes it."""
    if lang == "zh":
        code, start = town.phone_code.split()
        length = 8 if code in ("20", "755", "757", "760", "769", "754") else 7
        rest = start + "".join(rng.choices("0123456789", k=length - len(start)))
        return f"+86 {code} {rest[:-4]} {rest[-4:]}"
    rest = rng.choice("2345679") + "".join(rng.choices("0123456789", k=9 - len(town.phone_code)))
    return f"+7 {town.phone_code} {rest[:-4]}-{rest[-4:-2]}-{rest[-2:]}"


def mobile(rng: Random, lang: Lang) -> str:
    """A mobile phone, written as the country writes it."""
    digits = rng.choice("23456789") + "".join(rng.choices("0123456789", k=7))
    if lang == "zh":
        return f"+86 {rng.choice(CHINESE_MOBILE)} {digits[:4]} {digits[4:]}"
    return f"+7 {rng.choice(RUSSIAN_MOBILE)} {digits[:3]}-{digits[3:5]}-{digits[5:7]}"
