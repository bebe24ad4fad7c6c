from dataclasses import replace
from datetime import date, datetime

import pytest

from kontor.orders.paper import OrderPaper, render
from kontor.printing.parts import Signatory
from kontor.printing.tests.reading import text_of
from kontor.printing.tests.samples import BUYERS, SELLERS, lines, totals


def order(language: str, count: int, *, buyer: str = "") -> bytes:
    goods = lines(language, count)
    client = replace(BUYERS[language], name=buyer or BUYERS[language].name)
    paper = OrderPaper(
        number="1207",
        on=date(2026, 11, 9),
        seller=SELLERS[language],
        buyer=client,
        lines=goods,
        totals=totals(language, goods),
        deliver_on=date(2026, 11, 12),
        reserved_until=datetime(2026, 11, 11, 18, 0),
        manager=Signatory(post="Менеджер", name="Ким А. Р."),
    )
    return render(paper, language)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Order confirmation No. 1207", "12 Nov 2026", "Reserved until 11 Nov 2026 18:00")),
        (
            "ru",
            ("Подтверждение заказа № 1207 от 9 ноября 2026 г.", "Резерв до 11.11.2026 18:00", "Всего, руб."),
        ),
        ("zh", ("订货确认单", "预留至 2026年11月11日 18:00", "金额（大写）：人民币壹佰玖拾贰元壹角伍分")),
    ],
)
def test_a_confirmation_names_goods_dates_and_sums(language, expected):
    text = text_of(order(language, 1))
    assert all(each in text for each in expected)
