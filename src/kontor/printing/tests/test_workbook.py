import io
from datetime import date
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from kontor.printing.workbook import Column, Kind, workbook

COLUMNS = (Column("ИНН"), Column("Дата", Kind.DATE), Column("Сумма", Kind.MONEY, total=True))


def read(data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_a_sheet_has_title_facts_head_rows_and_total():
    rows = [("0077", date(2026, 11, 9), Decimal("122000.00")), ("7701234560", None, Decimal("0.50"))]
    sheet = read(workbook("Долги", COLUMNS, rows, "ru", facts=["ООО «Опт-Демо»"]))
    assert sheet[0][0] == "Долги"
    assert sheet[1][0] == "ООО «Опт-Демо»"
    assert sheet[3] == ["ИНН", "Дата", "Сумма"]
    assert sheet[4] == ["0077", date(2026, 11, 9), 122000.0]
    assert sheet[6][0] == "Итого"


def test_codes_and_accounts_stay_text():
    [account, *_] = read(workbook("t", COLUMNS[:1], [("1102021309000123456",)], "zh"))[3]
    assert account == "1102021309000123456"


def test_text_that_looks_like_a_formula_does_not_run():
    assert read(workbook("t", COLUMNS[:1], [("=1+1",)], "en"))[3] == ["=1+1"]


def test_a_group_is_a_row_of_its_own():
    assert read(workbook("t", COLUMNS, ["Профили"], "ru"))[3][0] == "Профили"


def test_a_row_of_the_wrong_length_is_an_error():
    with pytest.raises(ValueError, match="zip"):
        workbook("t", COLUMNS, [("1",)], "en")


def test_a_title_that_no_sheet_may_have_is_made_fit():
    data = workbook("Акт сверки [17] за 2026/09: Окна Волги и Компания", COLUMNS, [], "ru")
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == ["Акт сверки 17 за 202609 Окна Во"]
