from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.kernel import money as m

amounts = st.decimals(-(10**9), 10**9, places=2)
rates = st.sampled_from([Decimal(0), Decimal(5), Decimal(7), Decimal(10), Decimal(13), Decimal(20), Decimal(22)])


@pytest.mark.parametrize(("raw", "cents"), [("0.005", "0.01"), ("-0.005", "-0.01"), ("2.675", "2.68"), ("1", "1.00")])
def test_money_rounds_half_up(raw, cents):
    assert m.money(Decimal(raw)) == Decimal(cents)


def test_vat_inside_122_roubles_at_22_percent_is_22():
    assert (m.vat_inside(Decimal(122), Decimal(22)), m.net_of_vat(Decimal(122), Decimal(22))) == (
        Decimal("22.00"),
        Decimal("100.00"),
    )


def test_a_line_is_rounded_once_after_its_discount():
    assert m.line_sum(Decimal("3"), Decimal("33.335"), Decimal("10")) == Decimal("90.00")


@given(amounts, rates)
def test_net_and_vat_add_up_to_the_gross(gross, rate):
    assert m.net_of_vat(gross, rate) + m.vat_inside(gross, rate) == gross


@given(amounts, rates)
def test_vat_put_on_top_is_the_vat_found_inside(net, rate):
    vat = m.vat_on_top(net, rate)
    assert abs(m.vat_inside(net + vat, rate) - vat) <= m.CENT


@given(amounts, st.lists(st.decimals(0, 10**6, places=3), min_size=1, max_size=30))
def test_shares_add_up_exactly_and_each_is_within_a_cent(amount, weights):
    parts = m.share(amount, weights)
    assert sum(parts) == amount
    if whole := sum(weights):
        assert all(abs(part - amount * w / whole) <= m.CENT for part, w in zip(parts, weights, strict=True))


def test_money_is_not_shared_among_nobody():
    with pytest.raises(ValueError):
        m.share(Decimal(1), [])


def test_no_amounts_add_up_to_nothing():
    assert str(m.total([])) == "0.00"


@pytest.mark.parametrize(
    "text",
    [
        "1 234,50",
        "1,234.50",
        "1'234.50",
        "1\u00a0234,50",
        "1\u202f234,5",
        "1.234,50",
        "1234.5",
        "１２３４．５０",
        "1 234,50 ₽",
        "¥1,234.50",
    ],
)
def test_an_amount_is_read_as_people_write_it(text):
    assert m.parse_amount(text) == Decimal("1234.50")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("−5", "-5"),
        ("1,234", "1234"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("0,50", "0.5"),
        (".5", "0.5"),
    ],
)
def test_amounts_with_one_sign(text, amount):
    assert m.parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1,2,3",
        "12 34",
        "5 10",
        "1e5",
        "NaN",
        "Infinity",
        "--1",
        "1.234",
        "1,23,456",
        "9" * 13,
        "9" * 99,
    ],
)
def test_what_is_not_an_amount_is_refused_in_words(text):
    with pytest.raises(ValueError, match=r"\.$"):
        m.parse_amount(text)


@given(amounts)
def test_an_amount_printed_in_any_local_way_is_read_back(amount):
    english = f"{amount:,.2f}"
    russian = english.replace(",", "\u00a0").replace(".", ",")
    assert m.parse_amount(english) == m.parse_amount(russian, "ru") == amount


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_numbers(text):
    for parse in (m.parse_amount, m.parse_quantity):
        try:
            assert parse(text).is_finite()
        except ValueError as error:
            assert str(error)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("12", "12"),
        ("0,5", "0.5"),
        ("1.125", "1.125"),
        ("999 999 999", "999999999"),
        ("1 250,125", "1250.125"),
    ],
)
def test_a_quantity_has_up_to_three_decimals(text, quantity):
    assert m.parse_quantity(text) == Decimal(quantity)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Enter a number"),
        ("-1", "negative"),
        ("0", "zero"),
        ("1000000000", "more than 999,999,999"),
        ("0.0001", "three decimals"),
        ("dozen", "“dozen” is not a number"),
        ("1,250", "two ways"),
    ],
)
def test_each_bad_quantity_has_its_own_sentence(text, sentence):
    with pytest.raises(ValueError, match=sentence):
        m.parse_quantity(text)


def test_the_language_decides_what_a_lone_comma_means():
    assert m.parse_quantity("1,250", "ru") == Decimal("1.25")
    assert m.parse_quantity("1,250", "en") == m.parse_quantity("1,250", "zh-hans") == Decimal(1250)
