"""Goods are found by article, bar code and words, in any layout and with misspellings."""

from datetime import UTC, datetime

import pytest

from kontor.catalog import queries
from kontor.catalog.tests.make import make_group, make_product

pytestmark = pytest.mark.django_db


def names(text, **more):
    return [product.name for product in queries.search(text, **more)]


def test_exact_article_and_bar_code_come_first_then_what_begins_so_then_the_rest():
    make_product("Holder for M12", article="X-1")
    make_product("M12 nut", article="X-2")
    make_product("Anchor", article="M12-100")
    make_product("Washer", article="M12")
    make_product("Box", article="X-3", bar_codes=("4601234567890",))
    assert names("m12") == ["Washer", "Anchor", "M12 nut", "Holder for M12"]
    assert names("4601234567890") == ["Box"]


def test_every_word_counts_in_any_order():
    make_product("Анкерный болт М12 × 100", article="AB-12")
    make_product("Анкерный болт М10 × 80", article="AB-10")
    assert names("болт м12") == ["Анкерный болт М12 × 100"]


@pytest.mark.parametrize("text", ["fyrth", "анкер", "АНКЕР", "анкар", "Анкерный болд"])
def test_other_keyboard_layout_and_misspellings_find_too(text):
    make_product("Анкерный болт", article="AB-12")
    assert names(text) == ["Анкерный болт"]


@pytest.mark.parametrize("text", ["螺栓", "膨胀螺栓", "pzls", "pengzhang"])
def test_chinese_is_found_by_two_characters_and_by_pinyin(text):
    make_product("膨胀螺栓 M12", article="P-12")
    make_product("垫圈", article="P-13")
    assert names(text) == ["膨胀螺栓 M12"]


def test_nonsense_finds_nothing_and_an_empty_text_finds_all():
    make_product("Anchor")
    assert names("qqqqqqq") == []
    assert names("  ") == ["Anchor"]


def test_withdrawn_goods_are_not_offered():
    make_product("Anchor", article="AN-1", withdrawn_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert names("anchor") == []
    assert names("anchor", withdrawn=True) == ["Anchor"]
    assert queries.by_codes(["AN-1"]) == {}


def test_pasted_codes_are_found_in_any_case_in_two_queries(django_assert_num_queries):
    bolt, nut = make_product(article="Ab-1"), make_product(bar_codes=("460000000001",))
    with django_assert_num_queries(2):
        assert queries.by_codes(["AB-1 ", "460000000001", "none", ""]) == {"ab-1": bolt, "460000000001": nut}


def test_the_catalogue_is_paged_by_name_and_group():
    tools = make_group("Tools")
    first, second, third = (make_product(name) for name in ("Anchor", "Bolt", "Clamp"))
    drill = make_product("Drill", group=tools)
    assert list(queries.page(limit=2)) == [first, second]
    assert list(queries.page(limit=2, after=(second.sort_key, second.pk))) == [third, drill]
    assert list(queries.page("drill")) == list(queries.page(group=tools)) == [drill]


def test_a_search_takes_few_queries(django_assert_max_num_queries):
    for number in range(30):
        make_product(f"Anchor {number}")
    with django_assert_max_num_queries(2):
        assert len(queries.search("anchor", limit=8)) == 8
