"""Words of clients, dealt out so that nobody hears the same sentence twice in a while."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from random import Random
from types import ModuleType

from kontor.demo.world import words_en, words_ru, words_zh
from kontor.demo.world.facts import Lang

KINDS = (
    "WILL_PAY", "PARTLY", "DISPUTES", "NO_ANSWER", "INVOICE", "PRICE_LIST", "REFUSALS", "REMARKS", "NOTES", "CLAIMS", "ANSWERS",
)  # fmt: skip
MODULES: dict[Lang, ModuleType] = {"ru": words_ru, "zh": words_zh, "en": words_en}


def sentences(lang: Lang, kind: str) -> tuple[str, ...]:
    """All sentences of a kind, with their slots."""
    text: str = getattr(MODULES[lang], kind)
    return tuple(text.strip().splitlines())


def day(lang: Lang, when: date, said_on: date) -> str:
    """How a person names a day: the weekday when it is within six days, else the date."""
    words = MODULES[lang]
    if 0 < (when - said_on).days <= 6:
        near: str = words.DAYS[when.weekday()]
        return near
    month = words.MONTHS[when.month - 1]
    return {"ru": f"{when.day} {month}", "zh": f"{month}{when.day}号", "en": f"on {when.day} {month}"}[lang]


def money(lang: Lang, amount: Decimal) -> str:
    """How a person names a sum on the phone: without kopecks, grouped."""
    grouped = f"{int(amount):,}"
    return {"ru": grouped.replace(",", " "), "zh": grouped.replace(",", "") + "块", "en": grouped}[lang]


class Deck:
    """Every kind is a shuffled deck of cards, dealt to its end before it is shuffled again."""

    def __init__(self, lang: Lang, rng: Random) -> None:
        self.lang = lang
        self.rng = rng
        self.left: dict[str, list[str]] = {}

    def deal(self, kind: str, **slots: str) -> str:
        """The next sentence of the kind with its slots filled in."""
        if not self.left.get(kind):
            self.left[kind] = list(sentences(self.lang, kind))
            self.rng.shuffle(self.left[kind])
        text = self.left[kind].pop()
        if kind in ("WILL_PAY", "PARTLY", "INVOICE") and self.rng.random() < 0.35:
            text = self.rng.choice(MODULES[self.lang].OPENERS) + text
        for name, value in slots.items():
            text = text.replace(f"{{{name}}}", value)
        return re.sub(r"(^|[.!?] )(\w)", lambda m: m[1] + m[2].upper(), text)
