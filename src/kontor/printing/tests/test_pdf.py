import threading
from dataclasses import dataclass
from decimal import Decimal

import pytest

from kontor.printing import pdf
from kontor.printing.facts import written
from kontor.printing.parts import Money
from kontor.printing.tests.reading import fonts_of, text_of


@dataclass(frozen=True)
class Specimen:
    text: str
    amount: Money | None = None


def specimen(language: str, text: str = "Kontor — Контор — 堃喆") -> bytes:
    return pdf.render("printing/specimen", Specimen(text, Decimal("122000.00")), language)


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_only_shipped_fonts_are_used(language):
    assert all(name.startswith("NotoSans") for name in fonts_of(specimen(language)))


def test_the_same_facts_give_the_same_paper():
    assert specimen("ru") == specimen("ru")


@pytest.mark.parametrize(("language", "amount"), [("en", "122,000.00"), ("ru", "122 000,00"), ("zh", "122,000.00")])
def test_amounts_are_written_in_the_papers_language(language, amount):
    assert amount in text_of(specimen(language))


def test_every_thread_prints():
    printed = []
    threads = [threading.Thread(target=lambda: printed.append(specimen("zh"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(printed) == 4


def test_characters_of_rare_names_are_drawn():
    assert pdf.unprintable("喆堃玥淼昇珅祎翀婳祺昉旻赟頔 Щукин Сергей, ё № — «» ₽ ¥ м³ ㎡ 〇") == ""


def test_a_character_without_a_glyph_is_printed_as_geta_and_logged(caplog):
    text = text_of(specimen("zh", "李\U0002ccf5"))
    assert "李〓" in text
    assert caplog.records[-1].characters == "\U0002ccf5"


def test_markup_in_facts_stays_text():
    assert "#panic(1) *x* $y$ <b>" in text_of(specimen("en", "#panic(1) *x* $y$ <b>"))


def test_a_number_that_does_not_say_how_it_is_written_is_an_error_of_ours():
    @dataclass(frozen=True)
    class Paper:
        amount: Decimal

    with pytest.raises(TypeError, match="says how it is written"):
        written(Paper(Decimal(1)), "en")


def test_a_fact_is_written_as_its_type_says():
    assert written(Specimen("а", Decimal("-1234.5")), "ru") == {"text": "а", "amount": "−1\u00a0234,50"}
    assert written(Specimen("а"), "ru") == {"text": "а", "amount": None}
