import io
from datetime import date
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from kontor.pricing.paper import PriceGroup, PriceItem, PriceListPaper, render, render_workbook
from kontor.printing.tests.reading import text_of
from kontor.printing.tests.samples import GOODS, SELLERS


def price_list(language: str) -> PriceListPaper:
    article, name, unit, price = GOODS[language][0]
    new = PriceItem(article=article, name=name, unit=unit, price=Decimal(price), pack=Decimal(6), new=True, own=True)
    old = PriceItem(article="007", name="Саморез", unit="шт", price=Decimal("1.50"))
    groups = (PriceGroup(name="Профили", items=(new,)), PriceGroup(name="Крепёж", items=(old,)))
    return PriceListPaper(firm=SELLERS[language], level="Опт 2", on=date(2026, 11, 9), groups=groups)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ru",
            (
                "Прайс-лист",
                "Опт 2 · действует с 9 ноября 2026 г.",
                "НОВИНКА",
                "СВОЁ ПРОИЗВОДСТВО",
                "183,00",
                "Крепёж",
            ),
        ),
        ("zh", ("价目表", "自2026年11月9日起执行", "新品", "自产", "18.30")),
        ("en", ("Price list", "from 9 November 2026", "NEW", "OWN PRODUCTION", "183.00")),
    ],
)
def test_prices_stand_by_groups_with_their_marks(language, expected):
    text = text_of(render(price_list(language), language))
    assert all(each in text for each in expected)


def test_the_workbook_keeps_articles_as_text():
    data = render_workbook(price_list("ru"), "ru")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert ["007", "Саморез", "шт", "", 1.5, "", ""] in rows
    assert "новинка, собственное производство" in [row[5] for row in rows]
