import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.kernel.text import bare_name, fold, initials, keyboard_swap, search_text, sort_key


def test_folding_takes_away_what_people_do_not_type():
    assert fold("  ЁЛКА\u00a0Ｋontor ") == "елка kontor"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_names_sort_as_in_a_dictionary():
    assert sorted(["Жук", "Ёж", "Еда", "Ель"], key=sort_key) == ["Еда", "Ёж", "Ель", "Жук"]
    assert sorted(["张三", "李四", "李", "王五"], key=sort_key) == ["李", "李四", "王五", "张三"]


def test_chinese_is_found_by_characters_pinyin_and_initials():
    found = search_text("深圳市宏远贸易有限公司", "7701234560")
    for typed in ("宏远", "hongyuan", "szshymyyxgs", "7701"):
        assert typed in found
    assert "chongqing" in search_text("重庆")


def test_search_text_says_nothing_twice():
    assert search_text("Ёлка", "", "елка") == "елка"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("ООО «Ромашка-Юг»", "ромашка юг"),
        ('Общество с ограниченной ответственностью "Ромашка"', "ромашка"),
        ("ПАО Сбербанк", "сбербанк"),
        ("ИП Щукин С. Ю.", "щукин с ю"),
        ("АО «АО Типография»", "типография"),
        ("Baltic Trade Co., Ltd.", "baltic trade"),
        ("Acme L.L.C.", "acme"),
        ("Acme LLC", "acme"),
        ("深圳市宏远贸易有限公司", "深圳市宏远贸易"),
        ("宏远（集团）股份有限公司", "宏远 集团"),
        ("ООО", "ооо"),
        ("Пао-бао", "пао бао"),
        ("有限公司", "有限公司"),
    ],
)
def test_a_name_without_its_legal_form(name, bare):
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ghbdtn", "привет"), ("Ghbdtn", "Привет"), ("руддщ", "hello"), (",tnjy", "бетон"), ("123", "123")],
)
def test_the_other_keyboard_layout(typed, meant):
    assert keyboard_swap(typed) == meant


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяё ", min_size=1))
def test_swapping_a_russian_text_twice_gives_it_back(text):
    assert keyboard_swap(keyboard_swap(text)) == text


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Petrova", "AP"),
        ("Щукин Сергей Юрьевич", "ЩС"),
        ("王小明", "小明"),
        ("李雷", "李雷"),
        ("欧阳小明", "小明"),
        ("Kontor", "KO"),
        ("", ""),
        ("42", ""),
    ],
)
def test_initials_for_an_avatar(name, letters):
    assert initials(name) == letters
