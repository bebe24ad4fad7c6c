"""Clauses of the written standards, each in one sentence of our own words in three languages.

The sentences lie in `data/*.toml`, one file per standard, and are read once, when the app starts.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

DATA = Path(__file__).parent / "data"
FILES = {"W": "w.toml", "D": "d.toml"}


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence or title in the three languages of the product."""

    en: str
    ru: str
    zh: str

    def __str__(self) -> str:
        return self.said_in(get_language() or "en")

    def said_in(self, language: str) -> str:
        """The words in a language such as `ru` or `zh-hans`; English where we do not speak it."""
        return {"ru": self.ru, "zh": self.zh}.get(language[:2], self.en)


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a standard: who does what (`kind`), and whether the paper says it or we inferred it."""

    id: str
    standard: str
    section: str
    kind: str
    roles: tuple[str, ...]
    inferred: bool
    words: Words

    @property
    def en(self) -> str:
        return self.words.en

    @property
    def ru(self) -> str:
        return self.words.ru

    @property
    def zh(self) -> str:
        return self.words.zh

    @property
    def text(self) -> str:
        """The sentence in the active language."""
        return str(self.words)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a standard with its clauses in the order of the paper."""

    id: str
    title: Words
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """One written standard: a letter, a title, sections."""

    letter: str
    title: Words
    sections: tuple[Section, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for section in self.sections for clause in section.clauses)


@cache
def standards() -> Mapping[str, Standard]:
    """Every standard this house knows, by its letter."""
    return {letter: _read(letter, DATA / name) for letter, name in FILES.items()}


def standard(letter: str) -> Standard:
    """The standard of a letter: `standard("W")`."""
    return standards()[letter]


def clause(id: str) -> Clause:
    """The clause of an id such as `W-1.3.9.1`. KeyError names the nearest ids when there is none."""
    try:
        return _by_id()[id]
    except KeyError:
        raise KeyError(_unknown(id)) from None


def is_known(id: str) -> bool:
    """Is there a clause of this id?"""
    return id in _by_id()


@cache
def _by_id() -> Mapping[str, Clause]:
    return {clause.id: clause for each in standards().values() for clause in each.clauses}


def _unknown(id: str) -> str:
    family = [known for known in _by_id() if id and (known.startswith(id) or id.startswith(known))]
    hint = f"did you mean {', '.join(family)}?" if family else f"standards here are {', '.join(FILES)}"
    return f"no clause {id!r} in src/kontor/standards/data: {hint}"


def _read(letter: str, path: Path) -> Standard:
    paper = tomllib.loads(path.read_text("utf-8"))
    sections = tuple(_section(letter, row) for row in paper["section"])
    return Standard(letter, _words(paper["title"]), sections)


def _section(letter: str, row: Mapping[str, Any]) -> Section:
    clauses = tuple(_clause(letter, row["id"], each) for each in row["clause"])
    return Section(row["id"], _words(row["title"]), clauses)


def _clause(letter: str, section: str, row: Mapping[str, Any]) -> Clause:
    return Clause(
        id=row["id"],
        standard=letter,
        section=section,
        kind=row["kind"],
        roles=tuple(row["who"]),
        inferred=row.get("inferred", False),
        words=_words(row),
    )


def _words(row: Mapping[str, Any]) -> Words:
    return Words(en=row["en"], ru=row["ru"], zh=row["zh"])
