import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from kontor.debts.paper import StatementEntry, StatementPaper, render, render_workbook
from kontor.printing.tests.reading import pages_of, text_of
from kontor.printing.tests.samples import BUYERS, CURRENCY, SELLERS


def statement(language: str, count: int, *, opening: str = "122000.00", mirrored: bool = False) -> StatementPaper:
    balance, entries = Decimal(opening), []
    for i in range(count):
        debit, credit = (None, Decimal("1000.50")) if i % 2 else (Decimal("3000.00"), None)
        balance += (debit or 0) - (credit or 0)
        day = date(2026, 7, 1) + timedelta(days=i)
        entries.append(
            StatementEntry(on=day, kind="Реализация", number=str(840 + i), debit=debit, credit=credit, balance=balance)
        )
    return StatementPaper(
        number="17",
        since=date(2026, 7, 1),
        until=date(2026, 9, 30),
        ours=SELLERS[language],
        theirs=BUYERS[language],
        opening=Decimal(opening),
        closing=balance,
        entries=tuple(entries),
        currency=CURRENCY[language],
        mirrored=mirrored,
        answer_days=10,
    )


def test_both_halves_close_with_the_same_debt_in_words():
    text = text_of(render(statement("ru", 2, mirrored=True), "ru"))
    assert "взаимных расчетов за период с 01.07.2026 по 30.09.2026" in text
    assert "на 30.09.2026 задолженность в пользу ООО «Стройопт-Волга» составляет 123 999,50 руб." in text
    assert "(Сто двадцать три тысячи девятьсот девяносто девять рублей 50 копеек)" in text
    assert text.count("3 000,00") == 4
    assert text.count("Реализация № 840") == 2


def test_the_clients_half_is_left_for_the_clients_own_figures():
    text = text_of(render(statement("ru", 2), "ru"))
    assert text.count("3 000,00") == 2
    assert text.count("Реализация № 840") == 1


def test_a_prepayment_is_a_debt_of_ours():
    text = text_of(render(statement("ru", 0, opening="-500.00"), "ru"))
    assert "задолженность в пользу Общество с ограниченной ответственностью «Окна Волги" in text
    assert "−" not in text


def test_nothing_owed_is_said_in_words():
    assert "задолженность отсутствует" in text_of(render(statement("ru", 0, opening="0.00"), "ru"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", "截至2026年9月30日，需方应付供方：¥123,999.50（大写：人民币壹拾贰万叁仟玖佰玖拾玖元伍角）"),
        ("en", "On 30 Sep 2026 the client owes 123,999.50 USD"),
    ],
)
def test_the_account_closes_with_what_is_owed(language, expected):
    printed = render(statement(language, 2), language)
    assert expected in text_of(printed)
    assert pages_of(printed) == 1


def test_the_workbook_has_the_same_sums():
    data = render_workbook(statement("ru", 2), "ru")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    table = rows[[row[0] for row in rows].index("Дата") + 1 :]
    assert table[0][1] == "Сальдо начальное"
    assert [row[4] for row in table[1:3]] == [3000.0, ""]
    assert table[3][6] == 123999.5
