"""The price list of a level: PDF to read, workbook to work with."""

from dataclasses import dataclass

from kontor.kernel.formats import tongue
from kontor.printing import pdf
from kontor.printing.parts import LongDay, Money, Party, Quantity
from kontor.printing.workbook import Column, Kind, Row, workbook


@dataclass(frozen=True, kw_only=True)
class PriceItem:
    """An article at its price. `pack` is how many units come in a package."""

    article: str
    name: str
    unit: str
    price: Money
    pack: Quantity | None = None
    new: bool = False
    own: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PriceGroup:
    """A group of the catalogue with its articles."""

    name: str
    items: tuple[PriceItem, ...]


@dataclass(frozen=True, kw_only=True)
class PriceListPaper:
    """What everything costs at one price level from a day on. `notice` is a whole sentence under the head."""

    firm: Party
    level: str
    on: LongDay
    groups: tuple[PriceGroup, ...]
    currency: str = "RUB"
    notice: str = ""


def render(paper: PriceListPaper, language: str) -> bytes:
    """The price list as PDF: by groups, novelties and own production marked in words."""
    return pdf.render("pricing/price_list", paper, language)


WORDS = {
    "en": ("Price list", "Article", "Name", "Unit", "In a pack", "Price", "Mark", "Note", "new", "own production"),
    "ru": (
        "Прайс-лист", "Артикул", "Наименование", "Ед.", "В упаковке", "Цена", "Отметка", "Примечание",
        "новинка", "собственное производство",
    ),
    "zh": ("价目表", "产品编码", "产品名称及规格", "单位", "每包数量", "单价", "标记", "备注", "新品", "自产"),
}  # fmt: skip


def render_workbook(paper: PriceListPaper, language: str) -> bytes:
    """The price list as a workbook, group by group."""
    title, article, name, unit, pack, price, mark, note, new, own = WORDS[tongue(language)]
    columns = (
        Column(article, width=18),
        Column(name, width=58),
        Column(unit, width=8),
        Column(pack, Kind.QUANTITY),
        Column(f"{price}, {paper.currency}", Kind.MONEY),
        Column(mark, width=26),
        Column(note, width=24),
    )
    rows: list[Row] = []
    for group in paper.groups:
        rows.append(group.name)
        for item in group.items:
            marks = ", ".join(word for word, holds in ((new, item.new), (own, item.own)) if holds)
            rows.append((item.article, item.name, item.unit, item.pack, item.price, marks, item.note))
    facts = (paper.firm.name, paper.firm.phone, f"{paper.level} · {paper.on:%Y-%m-%d}", paper.notice)
    return workbook(title, columns, rows, language, facts=facts)
