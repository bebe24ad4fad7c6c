from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from kontor.printing.parts import PaidMark, Vat
from kontor.printing.tests.reading import pages_of, text_of
from kontor.printing.tests.samples import BUYERS, SELLERS, lines, totals
from kontor.shipments.paper import PickingPaper, WaybillPaper, render_picking, render_waybill

AT = datetime(2026, 11, 9, 14, 35)


def waybill(language: str, count: int, *, paid: bool = False) -> bytes:
    goods = lines(language, count)
    sums = totals(language, goods)
    paper = WaybillPaper(
        number="845",
        on=AT.date(),
        shipper=SELLERS[language],
        payer=BUYERS[language],
        lines=goods,
        totals=sums,
        packages=Decimal(12),
        weight=Decimal("1480.5"),
        paid=PaidMark(cashier="Лаптева О. В.", at=AT, cash_order="412", sum=sums.total) if paid else None,
    )
    return render_waybill(paper, language)


def picking(language: str, count: int) -> bytes:
    paper = PickingPaper(
        number="845",
        code="PICK-845",
        on=date(2026, 11, 9),
        warehouse="Самара",
        client=BUYERS[language].name,
        lines=lines(language, count),
        must_be_paid=True,
    )
    return render_picking(paper, language)


def test_a_russian_release_note_shows_vat_by_line_and_the_sum_in_words():
    text = text_of(waybill("ru", 1))
    for expected in (
        "Накладная на отпуск товара № 845 от 9 ноября 2026 г.",
        "Грузоотправитель",
        "Итого 10,5",
        "1 575,00",
        "Одна тысяча девятьсот двадцать один рубль 50 копеек",
        "масса брутто: 1 480,5 кг",
    ):
        assert expected in text


def test_vat_of_several_rates_is_added_up_at_the_foot():
    goods = lines("ru", 1)
    vat = (
        Vat(rate=None, sum=Decimal("0.00")),
        Vat(rate=Decimal(10), sum=Decimal("7.50")),
        Vat(rate=Decimal(22), sum=Decimal("2.50")),
    )
    paper = WaybillPaper(
        number="1",
        on=AT.date(),
        shipper=SELLERS["ru"],
        payer=BUYERS["ru"],
        lines=goods,
        totals=replace(totals("ru", goods), vat=vat),
    )
    text = text_of(render_waybill(paper, "ru"))
    assert "× 10,00 1 921,50" in text
    assert "В том числе НДС 10 %: 7,50" in text


def test_quantities_of_different_units_are_not_added_up():
    assert "Итого × ×" in text_of(waybill("ru", 3))


@pytest.mark.parametrize(("language", "mark"), [("en", "PAID"), ("ru", "ОПЛАЧЕНО"), ("zh", "现金付讫")])
def test_the_paid_mark_stands_only_on_paid_goods(language, mark):
    assert mark not in text_of(waybill(language, 2))
    paid = text_of(waybill(language, 2, paid=True))
    assert mark in paid
    assert "412" in paid
    assert "Лаптева О. В." in paid


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_long_waybill_goes_on_with_its_head(language):
    assert pages_of(waybill(language, 60)) in (2, 3)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Picking list 845", "leaves only with the cashier’s paid mark")),
        ("ru", ("Лист подбора № 845", "отпуск только с отметкой кассира «Оплачено»")),
        ("zh", ("拣货单 845", "须有出纳“现金付讫”章方可放行")),
    ],
)
def test_a_picking_list_names_places_and_quantities(language, expected):
    text = text_of(picking(language, 8))
    assert all(each in text for each in (*expected, "A-01-1", "80"))
