"""1CClientBankExchange in every variant in which banks write it."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor.payments.statements import Direction, Kind, UnreadableStatement, read
from kontor.payments.tests.statements import (
    OURS,
    OURS_TOO,
    THEIR_TAX_ID,
    THEIRS,
    account,
    codes,
    composed,
    day_of_bank,
    document,
    fee,
    in_bytes,
    incoming,
    reading,
    transfer,
)


def test_a_day_of_the_bank_is_read_whole():
    statement = reading(day_of_bank())
    came, went = statement.lines
    assert statement.problems == ()
    assert statement.accounts[0].closing == Decimal("220499.50")
    assert (came.direction, came.account, came.amount) == (Direction.IN, OURS, Decimal("122000.00"))
    assert (came.posted_on, came.dated_on) == (date(2026, 11, 12), date(2026, 11, 11))
    assert (came.payer.name, came.payer.tax_id, came.payer.account) == (
        'ООО "Окна Волги"',
        THEIR_TAX_ID,
        THEIRS,
    )
    assert (came.kind, went.kind) == (Kind.PAYMENT_ORDER, Kind.BANK_ORDER)
    assert (went.direction, went.amount, went.currency) == (Direction.OUT, Decimal("1500.50"), "RUB")
    assert came.raw["ПлательщикБИК"] == "044525974"


@pytest.mark.parametrize(
    ("encoding", "declared", "problem"),
    [
        ("cp1251", "Windows", []),
        ("cp1251", "windows", []),
        ("cp866", "DOS", []),
        ("utf-8", "UTF-8", []),
        ("utf-8", "Windows", ["encoding_misdeclared"]),
        ("utf-8-sig", "Windows", ["encoding_misdeclared"]),
        ("cp866", "Windows", ["encoding_misdeclared"]),
        ("cp1251", "DOS", ["encoding_misdeclared"]),
    ],
)
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_the_encoding_is_found_by_the_content_and_a_false_declaration_only_warns(encoding, declared, problem, newline):
    statement = read(in_bytes(day_of_bank(declared=declared), encoding, newline), [OURS])
    assert codes(statement) == problem
    assert statement.to_confirm == ()
    assert [line.key for line in statement.lines] == [line.key for line in reading(day_of_bank()).lines]


def test_blank_lines_unknown_keys_and_the_mark_of_a_dos_end_are_no_trouble():
    text = day_of_bank().replace("КонецДокумента", "НовыйКлюч=a=b\nКонецДокумента\n\n") + "\x1a"
    statement = reading("\n" + text)
    assert statement.problems == ()
    assert statement.lines[0].raw["НовыйКлюч"] == "a=b"


@pytest.mark.parametrize(
    ("written", "amount"), [("1,5", "1.50"), ("3000", "3000.00"), ("1 000,50", "1000.50"), ("0.01", "0.01")]
)
def test_amounts_are_read_as_banks_write_them(written, amount):
    assert reading(composed(incoming(amount=written))).lines[0].amount == Decimal(amount)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("ПЛАТЁЖНОЕ ПОРУЧЕНИЕ", Kind.PAYMENT_ORDER),
        ("Платёжный ордер", Kind.SETTLEMENT_ORDER),
        ("инкассовое  поручение", Kind.COLLECTION_ORDER),
        ("СБП", Kind.FAST_PAYMENT),
        ("Что-то новое", Kind.OTHER),
    ],
)
def test_kinds_are_matched_without_case_and_yo(title, kind):
    assert reading(composed(document(title, Дата="12.11.2026", Сумма="1", ПолучательСчет=OURS))).lines[0].kind is kind


@pytest.mark.parametrize(
    ("values", "name", "tax_id"),
    [
        ({"Плательщик": 'ИНН 5007654322 ООО "Окна"', "ПлательщикИНН": ""}, 'ООО "Окна"', "5007654322"),
        ({"Плательщик": "5007654322, ООО Окна", "ПлательщикИНН": ""}, "ООО Окна", "5007654322"),
        ({"Плательщик": "ИНН 5007654322/КПП 500701001 ООО Окна"}, "ООО Окна", "5007654322"),
        ({"Плательщик": "ИНН 1 something", "Плательщик1": "ООО Окна"}, "ООО Окна", THEIR_TAX_ID),
        ({"Плательщик": "Петров Пётр Петрович", "ПлательщикИНН": "0"}, "Петров Пётр Петрович", ""),
    ],
)
def test_the_name_is_freed_from_the_tax_id(values, name, tax_id):
    payer = reading(composed(incoming(**values))).lines[0].payer
    assert (payer.name, payer.tax_id) == (name, tax_id)


def test_zero_for_a_kpp_means_none_and_parts_make_a_purpose():
    parts = {f"НазначениеПлатежа{n}": text for n, text in enumerate(["Оплата", "по", "счету", "318"], 1)}
    line = reading(composed(incoming(purpose="", ПлательщикКПП="0", **parts))).lines[0]
    assert line.payer.kpp == ""
    assert line.purpose == "Оплата по счету 318"


def test_a_masked_tax_id_only_warns():
    statement = reading(composed(incoming(ПлательщикИНН="50076*****")))
    assert codes(statement) == ["tax_id_incomplete"]
    assert statement.to_confirm == ()


@pytest.mark.parametrize(
    ("values", "direction"),
    [
        ({"ПолучательСчет": "", "ПолучательРасчСчет": OURS}, Direction.IN),
        ({"ПолучательСчет": "47422810000000000001", "ПолучательРасчСчет": OURS}, Direction.IN),
        ({"ПолучательСчет": "", "ДатаПоступило": "12.11.2026"}, Direction.IN),
        ({"ПолучательСчет": "", "ДатаПоступило": "", "ДатаСписано": "12.11.2026"}, Direction.OUT),
        ({"ПолучательСчет": "", "ДатаПоступило": ""}, Direction.UNKNOWN),
        ({"ПолучательСчет": "", "ДатаСписано": "12.11.2026"}, Direction.UNKNOWN),
    ],
)
def test_accounts_decide_the_direction_and_else_the_date_that_is_filled(values, direction):
    statement = reading(composed(incoming(**values)))
    assert statement.lines[0].direction is direction
    assert codes(statement) == (["direction_unknown"] if direction is Direction.UNKNOWN else [])
    assert statement.lines[0].account == OURS


def test_without_an_account_section_there_is_nothing_to_check():
    statement = reading(composed(incoming(), accounts=()))
    assert (statement.accounts, statement.problems, len(statement.lines)) == ((), (), 1)


def test_several_accounts_and_days_are_checked_each():
    other = account("0", "5000", "0", "5000", number=OURS_TOO)
    next_day = account("220499.50", "10", "0", "220509.50", day="13.11.2026")
    first = account(written_off="6500.50", closing="215499.50")
    parts = [incoming(), fee(), transfer(), transfer("", "12.11.2026"), incoming("10", "58", "13.11.2026")]
    statement = reading(composed(first, other, next_day.replace("220", "215"), *parts, accounts=(OURS, OURS_TOO)))
    assert statement.problems == ()
    assert len(statement.accounts) == 3
    assert [line.direction for line in statement.lines].count(Direction.INTERNAL) == 1


def test_a_transfer_between_own_accounts_is_one_movement_from_whichever_side_it_is_seen():
    out = reading(composed(transfer(), accounts=(OURS,)))
    back = reading(composed(transfer("", "13.11.2026"), accounts=(OURS_TOO,)))
    both = reading(composed(transfer(), transfer("", "13.11.2026"), accounts=(OURS, OURS_TOO)))
    plain = reading(
        composed(
            transfer("12.11.2026", "12.11.2026"),
            transfer("12.11.2026", "12.11.2026"),
            accounts=(OURS, OURS_TOO),
        )
    )
    keys = [{line.key for line in statement.lines} for statement in (out, back, both, plain)]
    assert len(keys[0]) == 1 and keys.count(keys[0]) == 4


def test_two_equal_lines_are_two_payments_and_are_recognised_again():
    once, twice = reading(composed(incoming())), reading(composed(incoming(), fee(), incoming()))
    first, _fee, second = (line.key for line in twice.lines)
    assert first == once.lines[0].key != second
    assert [line.key for line in reading(composed(incoming(), incoming())).lines] == [first, second]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (composed(account(closing="1.00"), incoming(), fee()), ["balance_differs"]),
        (composed(account(), incoming("122000.01"), fee()), ["received_differs"]),
        (composed(account(), incoming()), ["written_off_differs"]),
        (
            composed(account(), account("1", "0", "0", "1", day="13.11.2026"), incoming(), fee()),
            ["balance_gap"],
        ),
        (day_of_bank(end=""), ["no_end_of_file"]),
        (
            composed(account("0", "0", "0", "0"), incoming().replace("КонецДокумента", ""), end=""),
            ["cut_inside_section"],
        ),
        (composed(incoming().replace("КонецДокумента", ""), fee()), ["section_not_closed"]),
        (composed(incoming(), "КонецДокумента"), ["section_not_opened"]),
        (composed(incoming().replace("КонецДокумента", "за ноябрь\nКонецДокумента")), ["no_equals_sign"]),
    ],
)
def test_what_does_not_agree_is_told_and_waits_for_a_person(text, problem):
    statement = reading(text)
    assert codes(statement) == problem
    assert all(found.sentence for found in statement.problems)


def test_a_foreign_account_is_told():
    assert codes(read(in_bytes(day_of_bank()), ["40702810900000000000"])) == ["account_not_ours"]


def test_a_document_cut_off_by_the_end_of_the_file_is_left_out_and_found_again_in_the_whole_file():
    whole = day_of_bank()
    cut = reading(whole[: whole.index("Комиссия")])
    assert [line.key for line in cut.lines] == [reading(whole).lines[0].key]
    assert "cut_inside_section" in codes(cut)


def test_a_purpose_over_several_lines_is_kept_whole():
    text = composed(incoming(purpose="Оплата\nпо счету № 318"))
    assert reading(text).lines[0].purpose == "Оплата по счету № 318"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (composed(incoming(amount="12a")), ("Line 9", "12a", "Сумма")),
        (composed(incoming(amount="1.005")), ("Line 9", "1.005")),
        (composed(incoming(amount="")), ("no amount",)),
        (composed(incoming(amount="-5")), ("no amount above zero",)),
        (composed(incoming(day="31.02.2026")), ("31.02.2026", "ДатаПоступило")),
        (composed(document(Сумма="1", ПолучательСчет=OURS)), ("Line 6", "no date")),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(text, words):
    with pytest.raises(UnreadableStatement) as refusal:
        reading(text)
    assert all(word in str(refusal.value) for word in words)


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n", b"\x89PNG\r\n\x1a\n\x00", "просто текст".encode(), b"1CClientBankExchange\r\n\xff\xfe"],
)
def test_other_bytes_are_refused_in_words(data):
    with pytest.raises(UnreadableStatement):
        read(data)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_prefix_of_a_file_is_read_as_if_it_were_whole(data):
    encoding = data.draw(st.sampled_from(["cp1251", "cp866", "utf-8"]))
    whole = in_bytes(day_of_bank(), encoding)
    end = data.draw(st.integers(0, whole.rindex("КонецФайла".encode(encoding)) + 5))
    try:
        statement = read(whole[:end], [OURS])
    except UnreadableStatement:
        return
    assert statement.to_confirm


amounts = st.lists(st.tuples(st.booleans(), st.decimals("0.01", 9_999_999, places=2), st.integers(1, 3)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(amounts, st.integers(0, 12))
def test_reading_keeps_the_sums_and_an_overlapping_file_adds_nothing_twice(movements, cut):
    documents = [(incoming if came else fee)(f"{amount:f}", str(number)) for came, amount, number in movements]
    received = sum((amount for came, amount, _number in movements if came), Decimal())
    written_off = sum((amount for came, amount, _number in movements if not came), Decimal())
    totals = account("0", f"{received:f}", f"{written_off:f}", f"{received - written_off:f}")
    whole = reading(composed(totals, *documents))
    assert whole.problems == ()
    assert sum((line.amount for line in whole.lines), Decimal()) == received + written_off
    keys = [line.key for line in whole.lines]
    assert len(set(keys)) == len(movements)
    part = {line.key for line in reading(composed(*documents[:cut])).lines}
    assert part == set(keys[:cut])


# the plugin of the tests forgets every KONTOR_ name but KONTOR_TEST_; the other one serves a run without it
REAL = os.environ.get("KONTOR_TEST_STATEMENT") or os.environ.get("KONTOR_REAL_STATEMENT")


@pytest.mark.skipif(not REAL, reason="KONTOR_TEST_STATEMENT names no file")
def test_a_real_statement_is_read_whole_and_reading_it_again_changes_nothing():
    data = Path(REAL).read_bytes()
    statement = read(data)
    sums = {side: sum(line.amount for line in statement.lines if line.direction == side) for side in ("in", "out")}
    assert (len(statement.lines), statement.problems) == (13, ())
    assert sums == {"in": Decimal("40000.00"), "out": Decimal("41184.00")}
    assert (statement.accounts[0].received, statement.accounts[0].written_off) == (sums["in"], sums["out"])
    assert read(data) == statement
    assert len({line.key for line in statement.lines}) == 13
