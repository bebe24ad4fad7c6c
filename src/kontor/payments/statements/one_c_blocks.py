"""The grammar of 1CClientBankExchange: bytes to text by content, text to sections with numbered lines."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from kontor.payments.statements.model import Problem, Severity, UnreadableStatement

MARK = "1CClientBankExchange"
END = "КонецФайла"
OPENS = {"секциярасчсчет": "account", "секциядокумент": "document"}
CLOSES = {"конецрасчсчет": "account", "конецдокумента": "document"}
ENCODING_NAMES = {"windows": "cp1251", "dos": "cp866", "utf-8": "utf-8", "utf8": "utf-8"}


class Part(StrEnum):
    HEADER = "header"
    ACCOUNT = "account"
    DOCUMENT = "document"


@dataclass
class Block:
    """The header or one section: every value as written, with the line where it stands."""

    part: Part
    line: int
    title: str = ""
    values: list[tuple[str, str, int]] = field(default_factory=list)
    _index: dict[str, tuple[str, int]] | None = None

    def get(self, *keys: str) -> str:
        """The first of these keys that has a value."""
        return next((value for key in keys if (value := self._found(key)[0])), "")

    def line_of(self, key: str) -> int:
        """Where the key stands, or where the section begins."""
        return self._found(key)[1] or self.line

    def all(self, key: str) -> Iterator[str]:
        """Every value of a key that may repeat."""
        return (value for name, value, _line in self.values if fold(name) == fold(key) and value)

    @property
    def raw(self) -> dict[str, str]:
        """The values by the bank's own keys, unknown ones too; a repeated key keeps its first value."""
        return {key: value for key, value, _line in reversed(self.values)}

    def _found(self, key: str) -> tuple[str, int]:
        if self._index is None:
            self._index = {}
            for name, value, line in self.values:
                if not self._index.get(fold(name), ("", 0))[0]:
                    self._index[fold(name)] = (value, line)
        return self._index.get(fold(key), ("", 0))


def fold(text: str) -> str:
    """Spelling that banks do not keep apart: letter case and ё."""
    return text.strip().casefold().replace("ё", "е")


def decode(data: bytes) -> tuple[str, str, list[Problem]]:
    """The text, its true encoding, and what was wrong with its characters. The declared encoding is never trusted."""
    for encoding in ("utf-8", "cp1251", "cp866"):
        try:
            text = _decoded(data, encoding)
        except UnicodeDecodeError:
            continue
        if _speaks(text):
            return text, encoding, _declared_otherwise(text, encoding)
    for encoding in ("utf-8", "cp1251"):
        text = data.decode(encoding, errors="replace")
        if _speaks(text):
            sentence = _(
                "Some characters of the file are damaged and are shown as “�”. Ask the bank for the file again."
            )
            return text, encoding, [Problem("damaged_characters", sentence)]
    raise UnreadableStatement(
        _("The file begins like an exchange with 1C, but its text cannot be read in any known encoding.")
    )


def blocks(text: str) -> tuple[list[Block], list[Problem]]:
    """The header and the sections in the order of the file. A section cut off by the end of the file is left out."""
    return _Splitter().split(text.lstrip("\ufeff"))


def _decoded(data: bytes, encoding: str) -> str:
    # not final: a file cut in the middle of a character is truncated, not of another encoding
    return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=False)


def _speaks(text: str) -> bool:
    return "ВерсияФормата" in text or "СекцияДокумент" in text


def _declared_otherwise(text: str, actual: str) -> list[Problem]:
    declared = next(
        (line.partition("=")[2].strip() for line in text.splitlines()[:30] if fold(line).startswith("кодировка=")),
        "",
    )
    if not declared or ENCODING_NAMES.get(declared.casefold()) == actual:
        return []
    sentence = _("The file declares the encoding {declared}, but is written in {actual}. It was read as {actual}.")
    return [
        Problem(
            "encoding_misdeclared",
            sentence.format(declared=declared, actual=actual),
            severity=Severity.WARNING,
        )
    ]


class _Splitter:
    """Reads line by line; holds the section that is open."""

    def __init__(self) -> None:
        self.header = Block(Part.HEADER, 1)
        self.done: list[Block] = [self.header]
        self.open: Block = self.header
        self.ended = False
        self.problems: list[Problem] = []

    def split(self, text: str) -> tuple[list[Block], list[Problem]]:
        for number, line in enumerate(text.replace("\x1a", "").splitlines(), 1):
            if bare := line.strip().lstrip("\ufeff"):
                self._take(bare, number)
        self._finish()
        return self.done, self.problems

    def _take(self, line: str, number: int) -> None:
        key, equals, value = line.partition("=")
        word = fold(key)
        if word == fold(MARK):
            self.ended = False
        elif word == fold(END):
            self.ended = True
        elif word in OPENS:
            self._open(Part(OPENS[word]), value.strip(), number)
        elif word in CLOSES:
            self._close(Part(CLOSES[word]), number)
        elif equals:
            self.open.values.append((key.strip(), value.strip(), number))
        else:
            self._continue(line, number)

    def _open(self, part: Part, title: str, number: int) -> None:
        if self.open is not self.header:
            sentence = _("Line {line}: a new section begins, but the one from line {start} has no end.")
            self._tell("section_not_closed", sentence.format(line=number, start=self.open.line), number)
            self.done.append(self.open)
        self.open = Block(part, number, title)

    def _close(self, part: Part, number: int) -> None:
        if self.open.part is not part:
            sentence = _("Line {line}: a section ends that has not begun.")
            self._tell("section_not_opened", sentence.format(line=number), number)
            return
        self.done.append(self.open)
        self.open = self.header

    def _continue(self, line: str, number: int) -> None:
        """Some banks let a long purpose run over several lines."""
        sentence = _("Line {line} has no “=”; it was taken as the continuation of the line before.")
        self._tell("no_equals_sign", sentence.format(line=number), number, Severity.WARNING)
        if self.open.values:
            key, value, at = self.open.values[-1]
            self.open.values[-1] = (key, f"{value} {line}".strip(), at)

    def _finish(self) -> None:
        if self.open is not self.header:
            sentence = _(
                "The file breaks off inside the section that begins in line {line}; that section is left out. "
                "Ask the bank for the file again: what is taken in now will be recognised."
            )
            self._tell("cut_inside_section", sentence.format(line=self.open.line), self.open.line)
        elif not self.ended:
            sentence = _("The file has no end mark and may be cut off. Ask the bank for the file again.")
            self._tell("no_end_of_file", sentence)

    def _tell(self, code: str, sentence: str, line: int = 0, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(code, sentence, line, severity))
