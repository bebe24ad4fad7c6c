"""A file with one table, as rows of text: CSV, true .xls, .xlsx, and HTML or CSV that calls itself .xls."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from kontor.payments.statements.model import UnreadableStatement

Row = list[str]

SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
LOST_DIGITS = "Excel:"
"""Marks a cell that Excel keeps as a number too long to be exact: its last digits are gone."""
_EXACT_DIGITS = 10**15


def rows_of(data: bytes) -> list[Row]:
    """The rows of the first sheet that has any, cells as stripped text. Raises `UnreadableStatement`."""
    if data.startswith(SPREADSHEETS):
        return _spreadsheet(data)
    text = decode(data)
    return _html(text) if text.lstrip()[:1] == "<" else _csv(text)


def decode(data: bytes) -> str:
    """UTF-8, else GB 18030, of which GBK is a part."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _spreadsheet(data: bytes) -> list[Row]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = (book.get_sheet_by_index(index).to_python() for index in range(len(book.sheet_names)))
        return next(([[_cell(value) for value in row] for row in sheet] for sheet in sheets if sheet), [])
    except CalamineError as error:
        raise UnreadableStatement(_("The Excel file is damaged and cannot be opened.")) from error


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        if abs(value) >= _EXACT_DIGITS:
            return f"{LOST_DIGITS}{value:.2E}"
        return str(int(value)) if value.is_integer() else repr(round(value, 6))
    return _clean(str(value))


def _csv(text: str) -> list[Row]:
    lines = text.splitlines()[:40]
    delimiter = max(",\t;|", key=lambda sign: sum(line.count(sign) for line in lines))
    return [[_clean(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def _clean(cell: str) -> str:
    return cell.strip(" \t\u00a0\u3000\r\n").removeprefix("'").strip()


def _html(text: str) -> list[Row]:
    parser = _TableParser()
    parser.feed(text)
    return parser.rows


class _TableParser(HTMLParser):
    """Collects the cells of every table row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] = _clean(self.rows[-1][-1] + data)
