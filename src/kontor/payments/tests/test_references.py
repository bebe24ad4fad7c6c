"""What a purpose names."""

from datetime import date

import pytest

from kontor.payments.references import Named, references, same_number

NOV_9 = date(2026, 11, 9)


@pytest.mark.parametrize(
    ("purpose", "numbers"),
    [
        ("Оплата по счету № 318 от 09.11.2026 за профиль. В т.ч. НДС 22% - 22000.00", ["318"]),
        ("Оплата по счетам № 318, 319 и 322 от 09.11.2026", ["318", "319", "322"]),
        ("по счетам №318 от 09.11.2026, №319 от 10.11.2026 и №А-322/26", ["318", "319", "А-322/26"]),
        ("сч.318", ["318"]),
        ("Опл. по сч № 000318 НДС не облагается", ["000318"]),
        ("оплата по сч.№318от09.11.2026г.", ["318"]),
        ("Счёт на оплату N 318", ["318"]),
        ("оплата по счету от 09.11.2026 № 318 за профиль", ["318"]),
        ("по счету 318, 5 шт профиля", ["318"]),
        ("по счету 318, 122000.00 руб", ["318"]),
        ("Предоплата по счету УТ-318 Сумма 122000-00 В т.ч. НДС (22%) 22000-00", ["УТ-318"]),
        ("Payment invoice 318 dated 09.11.2026, Okna Volgi LLC", ["318"]),
        ("Oplata po schetu 318", ["318"]),
        ("发票号：318", ["318"]),
        ("перевод на счет 40702810200000012345", []),
        ("НДС 22% - 22000.00", []),
        ("в том числе НДС 22 % 22 000,00 руб.", []),
        ("Комиссия за ведение счета. НДС не облагается", []),
        ("р/счет 318", []),
        ("Покупка счетчиков 5 шт", []),
        ("", []),
    ],
)
def test_invoices_are_found_in_the_words_of_payers(purpose, numbers):
    assert [reference.number for reference in references(purpose) if reference.kind is Named.INVOICE] == numbers


@pytest.mark.parametrize(
    ("purpose", "named"),
    [
        ("Оплата по счет-фактуре № 55 от 09.11.2026", [(Named.TAX_INVOICE, "55")]),
        ("по счёту-фактуре 55 и счету 318", [(Named.TAX_INVOICE, "55"), (Named.INVOICE, "318")]),
        ("с/ф 55", [(Named.TAX_INVOICE, "55")]),
        ("По договору № 12/5 от 01.02.2026, счет 318", [(Named.CONTRACT, "12/5"), (Named.INVOICE, "318")]),
        ("Оплата по заказу клиента №9614", [(Named.ORDER, "9614")]),
        ("货款 SO-2026-001", [(Named.ORDER, "SO-2026-001")]),
        ("订单号SO-2026-001、SO-2026-002", [(Named.ORDER, "SO-2026-001"), (Named.ORDER, "SO-2026-002")]),
        ("支付货款，合同编号：HT-12", [(Named.CONTRACT, "HT-12")]),
    ],
)
def test_other_papers_are_kept_apart(purpose, named):
    assert [(reference.kind, reference.number) for reference in references(purpose)] == named


def test_the_date_after_a_list_is_the_date_of_all_before_it():
    assert {reference.dated_on for reference in references("по счетам 318, 319 и 322 от 09.11.26")} == {NOV_9}
    first, second = references("счет 318 от 09.11.2026, 319 от 10.11.2026")
    assert (first.dated_on, second.dated_on) == (NOV_9, date(2026, 11, 10))
    assert references("счет № 318 от 99.99.2026")[0].dated_on is None


@pytest.mark.parametrize(
    ("written", "number", "same"),
    [
        ("318", "318", True),
        ("000318", "СЧ-318", True),
        ("318/26", "318", True),
        ("318-2026", "А-318", True),
        ("318", "INV-2026-000318", True),
        ("318/25", "318", False),
        ("12/5", "125", False),
        ("318", "3180", False),
        ("2026", "318/2026", False),
    ],
)
def test_numbers_are_compared_without_prefix_zeros_and_year(written, number, same):
    assert same_number(written, number, 2026) is same
