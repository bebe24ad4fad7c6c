from datetime import date
from decimal import Decimal

import pytest

from kontor.invoices.paper import InvoicePaper, render
from kontor.kernel.formats import money
from kontor.printing.parts import Signatory
from kontor.printing.tests.reading import pages_of, text_of
from kontor.printing.tests.samples import BUYERS, SELLERS, lines, totals


def invoice(language: str, count: int, *, discount: Decimal | None = None) -> bytes:
    goods = lines(language, count, discount=discount)
    paper = InvoicePaper(
        number="318",
        on=date(2026, 11, 9),
        seller=SELLERS[language],
        buyer=BUYERS[language],
        lines=goods,
        totals=totals(language, goods),
        purpose="Оплата по счету № 318 от 09.11.2026",
        pay_by=date(2026, 11, 12),
        signatories=(Signatory(post="Руководитель", name="Щукин С. Ю."),),
    )
    return render(paper, language)


def test_a_russian_invoice_has_the_bank_block_the_sums_and_the_words():
    text = text_of(invoice("ru", 1))
    for expected in (
        "Счет на оплату № 318 от 9 ноября 2026 г.",
        "БИК 043601607",
        "40702810454400012345",
        "Итого: 1 921,50",
        "В том числе НДС 22 %: 346,50",
        "Всего к оплате: 1 921,50",
        "Всего наименований 1, на сумму 1 921,50 руб.",
        "Одна тысяча девятьсот двадцать один рубль 50 копеек",
        "Оплата по QR-коду",
        "(Щукин С. Ю.)",
    ):
        assert expected in text


def test_a_chinese_invoice_has_upper_case_words_and_the_account():
    text = text_of(invoice("zh", 1))
    for expected in (
        "付款通知书",
        "金额（大写）：人民币壹佰玖拾贰元壹角伍分",
        "开户行",
        "1102021309000123456",
        "¥192.15",
        "无锡市翀喆",
    ):
        assert expected in text


def test_an_english_proforma_has_payment_details_and_words():
    text = text_of(invoice("en", 1))
    for expected in (
        "Proforma invoice No. 318",
        "Total due, USD",
        "One thousand nine hundred and twenty-one US dollars 50 cents",
        "RZBMRUMM",
    ):
        assert expected in text


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
@pytest.mark.parametrize(("count", "pages"), [(1, {1}), (8, {1}), (60, {2, 3})])
def test_it_takes_the_pages_it_needs_and_its_head_repeats(language, count, pages):
    printed = invoice(language, count)
    head = {"en": "Goods and services", "ru": "Товары (работы, услуги)", "zh": "产品名称及规格"}[language]
    assert pages_of(printed) in pages
    assert text_of(printed).count(head) == pages_of(printed)


def test_a_discount_has_its_column_only_where_one_is_given():
    assert "Скидка" not in text_of(invoice("ru", 2))
    assert "Скидка" in text_of(invoice("ru", 2, discount=Decimal(5)))


def test_what_is_not_known_leaves_no_label():
    text = text_of(invoice("ru", 1))
    assert "Основание" not in text
    assert "Оплатить до: 12.11.2026" in text


def test_every_line_stands_on_paper():
    text = text_of(invoice("ru", 60))
    assert all(money(line.sum, "ru").replace("\xa0", " ") in text for line in lines("ru", 60))
