from datetime import date, datetime
from decimal import Decimal

import pytest

from kontor.desk.paper import (
    Call,
    CallSheetPaper,
    Fact,
    FolderEntry,
    PassportPaper,
    Person,
    render_call_sheet,
    render_passport,
)
from kontor.printing.tests.reading import pages_of, text_of
from kontor.printing.tests.samples import BUYERS

AT = datetime(2026, 11, 9, 14, 35)


def passport(language: str, *entries: FolderEntry) -> bytes:
    paper = PassportPaper(
        client=BUYERS[language],
        code="K-0318",
        printed_at=AT,
        printed_by="Ким А. Р.",
        facts=(Fact(label="Кредитный лимит", value="500 000"),),
        persons=(Person(name="Щукин С. Ю.", role="директор"),),
        entries=entries,
    )
    return render_passport(paper, language)


def entry(day: int, month: int, title: str) -> FolderEntry:
    return FolderEntry(at=datetime(2026, month, day, 10, 0), kind="Звонок", title=title, said="Оплатим до пятницы")


def test_the_folder_runs_in_calendar_order_by_months():
    text = text_of(passport("ru", entry(9, 11, "третья"), entry(1, 10, "первая"), entry(2, 10, "вторая")))
    places = [text.index(word) for word in ("Октябрь 2026", "первая", "вторая", "Ноябрь 2026", "третья")]
    assert places == sorted(places)
    assert "«Оплатим до пятницы»" in text


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_client_without_a_history_is_a_cover(language):
    printed = passport(language)
    assert pages_of(printed) == 1
    assert BUYERS[language].tax_id in text_of(printed)


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_call_sheet_shows_the_debt_and_the_clients_own_words(language):
    call = Call(
        client="ООО «Окна Волги»",
        phone="+7 903 555-12-12",
        owed=Decimal("122000.00"),
        overdue=Decimal("82400.50"),
        said="Оплатим до пятницы",
        said_on=date(2026, 11, 5),
    )
    sheet = CallSheetPaper(title="Обзвон", on=AT.date(), caller="Ким А. Р.", calls=(call,) * 20)
    printed = render_call_sheet(sheet, language)
    text = text_of(printed)
    assert "Оплатим до пятницы" in text
    assert {"ru": "82 400,50"}.get(language, "82,400.50") in text
    assert pages_of(printed) == 2
