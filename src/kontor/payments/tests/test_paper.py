from datetime import date
from decimal import Decimal

import pytest

from kontor.payments.paper import CashOrderPaper, render
from kontor.printing.parts import Vat
from kontor.printing.tests.reading import pages_of, text_of
from kontor.printing.tests.samples import CURRENCY, RATE, SELLERS


def cash_order(language: str, *, vat: bool = True) -> bytes:
    paper = CashOrderPaper(
        number="412",
        on=date(2026, 11, 9),
        firm=SELLERS[language],
        received_from="ООО «Окна Волги»",
        basis="Заказ № 1207",
        amount=Decimal("21001.00"),
        currency=CURRENCY[language],
        vat=Vat(rate=RATE[language], sum=Decimal("3787.07")) if vat else None,
        accountant="Щукин С. Ю.",
        cashier="Лаптева О. В.",
    )
    return render(paper, language)


def test_the_russian_order_and_its_receipt_say_the_same():
    text = text_of(cash_order("ru"))
    assert "0310001" in text
    assert "КВИТАНЦИЯ" in text
    assert text.count("Двадцать одна тысяча один рубль 00 копеек") == 2
    assert text.count("НДС 22 % — 3 787,07 руб.") == 2
    assert "21001 руб. 00 коп." in text


def test_cash_without_vat_says_so():
    assert "Без налога (НДС)" in text_of(cash_order("ru", vat=False))


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "人民币贰万壹仟零壹元整"), ("en", "Twenty-one thousand and one US dollars 00 cents")],
)
def test_a_receipt_comes_in_two_copies_on_one_page(language, words):
    printed = cash_order(language)
    assert pages_of(printed) == 1
    assert text_of(printed).count(words) == 2
