"""Workbooks by XlsxWriter: one table on one sheet, ready to read, sort and print.

Text is always written as text: a code keeps its leading zeros, a 19-digit account all its digits, and what begins
with an equals sign does not run.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from kontor.kernel.formats import tongue

Cell: TypeAlias = str | Decimal | int | date | None
Row: TypeAlias = Sequence[Cell] | str
"""The cells of a row, or the heading of a group that spans the table."""


class Kind(Enum):
    """What a column holds, and so how it is aligned and written."""

    TEXT = "text"
    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"
    COUNT = "count"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """A column: its head, what it holds, its width in characters, whether it is added up at the foot."""

    head: str
    kind: Kind = Kind.TEXT
    width: int | None = None
    total: bool = False


WIDTHS = {Kind.TEXT: 18, Kind.MONEY: 16, Kind.QUANTITY: 12, Kind.PERCENT: 9, Kind.COUNT: 9, Kind.DATE: 13}
NUMBERS = {
    Kind.MONEY: "#,##0.00",
    Kind.QUANTITY: "#,##0.###",
    Kind.PERCENT: '0.##"%"',
    Kind.COUNT: "0",
    Kind.TEXT: "@",
}
DATES = {"en": "d mmm yyyy", "ru": "dd.mm.yyyy", "zh": 'yyyy"年"m"月"d"日"'}
TOTALS = {"en": "Total", "ru": "Итого", "zh": "合计"}
PAGES = {"en": "&P / &N", "ru": "&P / &N", "zh": "第 &P 页，共 &N 页"}
FACE = {"zh": "Microsoft YaHei"}


def workbook(
    title: str, columns: Sequence[Column], rows: Iterable[Row], language: str, *, facts: Iterable[str] = ()
) -> bytes:
    """One sheet: title, facts under it, the table with a frozen head, filter, totals where columns ask for them.

    A row of more or fewer cells than columns is an error of ours: ValueError.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title})
    sheet = _Sheet(book, title, columns, tongue(language))
    sheet.write_head([each for each in facts if each])
    sheet.write_rows(rows)
    sheet.finish()
    book.close()
    return file.getvalue()


class _Sheet:
    """A worksheet under construction: where the next row goes and which styles it takes."""

    def __init__(self, book: Any, title: str, columns: Sequence[Column], language: str) -> None:
        self.book, self.title, self.columns, self.language = book, title, columns, language
        self.sheet = book.add_worksheet(_sheet_name(title))
        self.row = 0
        self.first = 0
        self.cells = [self._style(kind=column.kind, border=4) for column in columns]
        self.sums = [self._style(kind=column.kind, bold=True, top=2) for column in columns]

    def _style(self, *, kind: Kind = Kind.TEXT, **more: Any) -> Any:
        number = DATES[self.language] if kind is Kind.DATE else NUMBERS[kind]
        look = {"font_name": FACE.get(self.language, "Arial"), "font_size": 10, "valign": "top"}
        align = {"align": "left", "text_wrap": True} if kind in (Kind.TEXT, Kind.DATE) else {"align": "right"}
        return self.book.add_format({**look, **align, "num_format": number, **more})

    def write_head(self, facts: Sequence[str]) -> None:
        """Title, facts, the heads of the columns; what scrolls begins under them."""
        self.sheet.write_string(0, 0, self.title, self._style(bold=True, font_size=14, text_wrap=False))
        for fact in facts:
            self.row += 1
            self.sheet.write_string(self.row, 0, fact, self._style(font_color="#5f645d", text_wrap=False))
        self.row += 2
        head = self._style(bold=True, bg_color="#efede6", bottom=1, align="center", valign="vcenter")
        for i, column in enumerate(self.columns):
            self.sheet.write_string(self.row, i, column.head, head)
            self.sheet.set_column(i, i, column.width or WIDTHS[column.kind])
        self.sheet.freeze_panes(self.row + 1, 0)
        self.sheet.repeat_rows(self.row)
        self.row += 1
        self.first = self.row

    def write_rows(self, rows: Iterable[Row]) -> None:
        group = self._style(bold=True, bg_color="#faf9f6", bottom=4, text_wrap=False)
        for row in rows:
            if isinstance(row, str):
                self.sheet.write_string(self.row, 0, row, group)
                for i in range(1, len(self.columns)):
                    self.sheet.write_blank(self.row, i, None, group)
            else:
                for i, (cell, _column) in enumerate(zip(row, self.columns, strict=True)):
                    self._write(i, cell)
            self.row += 1

    def _write(self, i: int, cell: Cell) -> None:
        match cell:
            case None:
                self.sheet.write_blank(self.row, i, None, self.cells[i])
            case str():
                self.sheet.write_string(self.row, i, cell, self.cells[i])
            case date():
                self.sheet.write_datetime(self.row, i, cell, self.cells[i])
            case _:
                self.sheet.write_number(self.row, i, cell, self.cells[i])

    def finish(self) -> None:
        """The totals row, the filter and the printed page: A4, one page wide."""
        last = self.row - 1
        if last >= self.first:
            self.sheet.autofilter(self.first - 1, 0, last, len(self.columns) - 1)
        if any(column.total for column in self.columns):
            self._write_totals(last)
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.6, right=0.4, top=0.5, bottom=0.6)
        self.sheet.set_footer(f"&L{self.title.replace('&', '&&')}&R{PAGES[self.language]}")
        if sum(column.width or WIDTHS[column.kind] for column in self.columns) > 110:
            self.sheet.set_landscape()

    def _write_totals(self, last: int) -> None:
        self.sheet.write_string(self.row, 0, TOTALS[self.language], self.sums[0])
        for i, column in enumerate(self.columns):
            if column.total and last >= self.first:
                span = f"{xl_rowcol_to_cell(self.first, i)}:{xl_rowcol_to_cell(last, i)}"
                self.sheet.write_formula(self.row, i, f"=SUBTOTAL(109,{span})", self.sums[i])
            elif i:
                self.sheet.write_blank(self.row, i, None, self.sums[i])
        self.row += 1


def _sheet_name(title: str) -> str:
    """At most 31 signs, none of those that a sheet's name may not have."""
    return title.translate(str.maketrans("", "", "[]:*?/\\'")).strip()[:31] or "1"
