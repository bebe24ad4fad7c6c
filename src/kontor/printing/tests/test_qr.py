from dataclasses import replace
from decimal import Decimal

import pytest

from kontor.printing.parts import BankAccount, Party
from kontor.printing.qr import payment_qr, payment_text, svg
from kontor.printing.tests.reading import scanned

PAYEE = Party(
    name="ООО «Опт-Демо»",
    tax_id="7701234560",
    kpp="770101001",
    bank=BankAccount(
        bank="ПАО Сбербанк",
        account="40702810200000012345",
        code="044525225",
        correspondent="30101810400000000225",
    ),
)
PURPOSE = "Оплата по счету № 318 от 09.11.2026, в т.ч. НДС 22%"


def test_the_printed_code_says_what_went_in():
    assert scanned(payment_qr(PAYEE, Decimal("122000.00"), PURPOSE)) == (
        "ST00012|Name=ООО «Опт-Демо»|PersonalAcc=40702810200000012345|BankName=ПАО Сбербанк|BIC=044525225"
        "|CorrespAcc=30101810400000000225|Sum=12200000"
        "|Purpose=Оплата по счету № 318 от 09.11.2026, в т.ч. НДС 22%|PayeeINN=7701234560|KPP=770101001"
    )


def test_the_sum_is_in_whole_kopecks():
    assert "|Sum=29|" in payment_text(PAYEE, Decimal("0.29"), PURPOSE)


def test_a_person_has_no_kpp():
    assert "KPP" not in payment_text(replace(PAYEE, kpp=""), Decimal(1), PURPOSE)


def test_another_separator_is_taken_where_a_value_contains_it():
    text = payment_text(replace(PAYEE, name="ООО «А|Б»"), Decimal(1), PURPOSE)
    assert text.startswith("ST00012~Name=ООО «А|Б»~PersonalAcc=")


def test_a_long_name_gives_way_to_the_bytes_of_the_mandatory_block():
    text = payment_text(replace(PAYEE, name="Общество " * 30), Decimal(1), PURPOSE)
    assert len(text.split("|Sum=")[0].encode()) <= 300
    assert "CorrespAcc=30101810400000000225" in text


@pytest.mark.parametrize("bank", [None, BankAccount(bank="工商银行", account="1102021309000123456")])
def test_an_account_outside_russia_has_no_payment_code(bank):
    assert payment_qr(replace(PAYEE, bank=bank), Decimal(1), PURPOSE) == ""


def test_line_ends_do_not_enter_the_code():
    assert "Purpose=Счет 1 от 2|" in payment_text(PAYEE, Decimal(1), "Счет 1\n от 2")


def test_a_number_can_be_scanned():
    assert scanned(svg("PICK-845")) == "PICK-845"
