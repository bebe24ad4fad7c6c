"""The statement of the demo's morning is a file as banks write it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from kontor.demo.world import statement
from kontor.demo.world.facts import Lang
from kontor.demo.world.statement import OpenInvoice, Party, Strangers

OWN = Party(
    "ООО «Опора»",
    "7721135511",
    "772101001",
    "40702810400617727870",
    "Банк",
    "044525319",
    "30101810400000000319",
)
DAY = date(2026, 11, 18)


def party(name: str, account: str) -> Party:
    return Party(name, "6316158394", "631601001", account, "Банк", "044525319", "30101810400000000319")


def invoices(count: int) -> list[OpenInvoice]:
    payers = [party(f"Плательщик {i // 2}", f"4070281000000000000{i // 2}") for i in range(count)]
    return [OpenInvoice(str(318 + i), DAY, Decimal(1000 * (i + 1)), Decimal(22), p) for i, p in enumerate(payers)]


def text(lang: Lang, count: int = 8) -> str:
    who = Strangers(
        party("Неизвестный", "40702810000000000077"),
        party("Банк", "70601810000000000001"),
        party("Мы", "40702810000000000088"),
    )
    lines = statement.entries(lang, OWN, invoices(count), who)
    return statement.compose(OWN, DAY, date(2026, 11, 19), Decimal("250000.10"), lines)


def amount(of: str, key: str) -> Decimal:
    return Decimal(re.findall(rf"^{key}=(.*)\r$", of, re.M)[0])


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
def test_balances_agree_and_the_sums_of_the_lines_too(lang: Lang) -> None:
    file = text(lang)
    opening, closing = amount(file, "НачальныйОстаток"), amount(file, "КонечныйОстаток")
    received, spent = amount(file, "ВсегоПоступило"), amount(file, "ВсегоСписано")
    assert opening + received - spent == closing
    assert sum(map(Decimal, re.findall(r"^Сумма=(.*)\r$", file, re.M))) == received + spent
    assert received == 36000 - 3500 + Decimal("18640.00")


def test_a_russian_file_is_cp1251_with_crlf() -> None:
    data = statement.encoded(text("ru"))
    assert data.decode("cp1251").startswith("1CClientBankExchange\r\n")
    assert data.endswith("КонецФайла\r\n".encode("cp1251"))


def test_the_morning_holds_every_kind_of_line() -> None:
    file = text("ru")
    assert "по счетам № 318 и № 319" in file
    assert file.count("Частичная оплата по счету № 325") == 2
    assert file.count("Частичная оплата по счету № 324") == 1
    assert "Комиссия" in file and "Перевод собственных средств" in file and "по договоренности" in file


def test_no_open_invoices_still_make_a_file() -> None:
    assert amount(text("ru", 0), "ВсегоПоступило") == Decimal("18640.00")
