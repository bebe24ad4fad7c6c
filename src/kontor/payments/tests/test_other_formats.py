"""camt.053, MT940 and the tables of Chinese banks become the same lines."""

import io
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter

from kontor.payments.statements import Direction, UnreadableStatement, read
from kontor.payments.tests.statements import OURS, OURS_TOO, THEIRS, codes

CNY = "755912345610606"

MT940 = f""":20:STMT20261112
:25:044525225/{OURS}
:28C:315/1
:60F:C261111RUB100000,00
:61:2611121112C122000,00NTRF57//BR0001
:86:Payment invoice 318 dated 09.11.2026, Okna Volgi LLC
:61:2611121112D1500,50NCHG9001//BR0002
:86:Account maintenance fee
:62F:C261112RUB220499,50
-
"""


def camt(entries, version="02", closing="220499.50"):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><Stmt><Id>1</Id>
<FrToDt><FrDtTm>2026-11-12T00:00:00</FrDtTm><ToDtTm>2026-11-12T23:59:59</ToDtTm></FrToDt>
<Acct><Id><Othr><Id>{OURS}</Id></Othr></Id><Ccy>RUB</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">100000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">{closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
{entries}</Stmt></BkToCstmrStmt></Document>""".encode()


def entry(amount, side="CRDT", status="<Sts>BOOK</Sts>", details="", reference="BR0001"):
    return f"""<Ntry><Amt Ccy="RUB">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>{status}
<BookgDt><Dt>2026-11-12</Dt></BookgDt><ValDt><Dt>2026-11-12</Dt></ValDt><AcctSvcrRef>{reference}</AcctSvcrRef>
<NtryDtls>{details}</NtryDtls></Ntry>"""


def payment(name="Okna Volgi LLC", amount="", wrapped=False):
    who = f"<Pty><Nm>{name}</Nm></Pty>" if wrapped else f"<Nm>{name}</Nm>"
    sums = f'<AmtDtls><TxAmt><Amt Ccy="RUB">{amount}</Amt></TxAmt></AmtDtls>' if amount else ""
    return f"""<TxDtls><Refs><EndToEndId>57</EndToEndId></Refs>{sums}<RltdPties><Dbtr>{who}</Dbtr>
<DbtrAcct><Id><Othr><Id>{THEIRS}</Id></Othr></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>Invoice 318</Ustrd><Ustrd>of 09.11.2026</Ustrd></RmtInf></TxDtls>"""


FEE = entry("1500.50", "DBIT", reference="BR0002")


@pytest.mark.parametrize(
    ("version", "status", "wrapped"),
    [("02", "<Sts>BOOK</Sts>", False), ("08", "<Sts><Cd>BOOK</Cd></Sts>", True)],
)
def test_camt_is_read_in_any_version(version, status, wrapped):
    statement = read(camt(entry("122000.00", status=status, details=payment(wrapped=wrapped)) + FEE, version), [OURS])
    came, went = statement.lines
    assert statement.problems == ()
    assert (came.direction, came.amount, came.payer.name, came.payer.account) == (
        Direction.IN,
        Decimal("122000.00"),
        "Okna Volgi LLC",
        THEIRS,
    )
    assert (came.purpose, came.number, came.posted_on) == (
        "Invoice 318 of 09.11.2026",
        "57",
        date(2026, 11, 12),
    )
    assert (went.direction, went.account) == (Direction.OUT, OURS)
    assert statement.accounts[0].since == date(2026, 11, 12)


def test_camt_a_batch_becomes_its_payments_and_what_is_not_booked_is_left_out():
    batch = entry("122000.00", details=payment("A", "100000.00") + payment("B", "22000.00"))
    statement = read(camt(batch + FEE + entry("5.00", status="<Sts>PDNG</Sts>")))
    assert [(line.payer.name, line.amount) for line in statement.lines[:2]] == [
        ("A", Decimal("100000.00")),
        ("B", Decimal("22000.00")),
    ]
    assert codes(statement) == ["not_booked"]
    assert len({line.key for line in statement.lines}) == 3


def test_camt_a_batch_that_does_not_add_up_stays_one_line():
    batch = entry("122000.00", details=payment("A", "1.00") + payment("B", "2.00"))
    assert [line.amount for line in read(camt(batch + FEE)).lines] == [
        Decimal("122000.00"),
        Decimal("1500.50"),
    ]


def test_camt_wrong_balances_are_told_and_broken_xml_is_refused():
    assert codes(read(camt(FEE))) == ["balance_differs"]
    with pytest.raises(UnreadableStatement):
        read(camt(FEE)[:-20])
    with pytest.raises(UnreadableStatement, match="1,5"):
        read(camt(entry("1,5")))
    with pytest.raises(UnreadableStatement):
        read(camt(FEE).replace(b"<Document", b'<!DOCTYPE d [<!ENTITY a "b">]><Document', 1).replace(b"BR0002", b"&a;"))


def test_mt940_is_read():
    statement = read(MT940.encode(), [OURS])
    came, went = statement.lines
    assert statement.problems == ()
    assert (came.direction, came.amount, came.number) == (Direction.IN, Decimal("122000.00"), "57")
    assert (went.direction, went.amount) == (Direction.OUT, Decimal("1500.50"))
    assert came.purpose.startswith("Payment invoice 318")
    assert (statement.accounts[0].opening, statement.accounts[0].currency) == (Decimal("100000.00"), "RUB")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "cp866"])
def test_mt940_subfields_give_the_name_and_the_purpose_in_any_code_page(encoding):
    details = f":86:?00MEMO?20Оплата по?21 счету 318?30044525974?31{THEIRS}?32ООО Окна?33 Волги"
    text = MT940.replace(":86:Payment invoice 318 dated 09.11.2026, Okna Volgi LLC", details)
    line = read(text.replace("\n", "\r\n").encode(encoding)).lines[0]
    assert (line.purpose, line.payer.name, line.payer.account) == (
        "Оплата по счету 318",
        "ООО Окна Волги",
        THEIRS,
    )


def test_mt940_a_reversed_credit_takes_money_away_and_pages_are_chained():
    page = MT940.replace(":62F:", ":62M:")
    reversal = f""":20:STMT20261112
:25:044525225/{OURS}
:28C:315/2
:60M:C261112RUB220499,50
:61:2611121112RC122000,00NTRF57//BR0003
:62F:C261112RUB98499,50
-
"""
    statement = read((page + reversal).encode())
    assert statement.problems == ()
    assert [line.direction for line in statement.lines] == [Direction.IN, Direction.OUT, Direction.OUT]
    assert codes(read((page + reversal.replace("220499,50", "220000,00")).encode())) == [
        "balance_differs",
        "balance_gap",
    ]


def test_mt940_a_broken_line_is_refused_with_its_place():
    with pytest.raises(UnreadableStatement, match="line 1"):
        read(MT940.replace(":61:2611121112C122000,00", ":61:26xx121112C122000,00").encode())


COMPANY = """日期,摘要,借方,贷方,余额
2026-11-11,期初货款,,"1,000.00","11,000.00"
2026-11-12,货款 SO-2026-001,,500.00,"11,500.00"
2026-11-12,手续费,10.00,,"11,490.00"
合计,,10.00,"1,500.00",
"""


def amounts(statement):
    return [(line.direction.value, f"{line.amount}") for line in statement.lines]


RIGHT = [("in", "1000.00"), ("in", "500.00"), ("out", "10.00")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
def test_a_chinese_table_is_read_in_any_encoding(encoding):
    statement = read(COMPANY.encode(encoding), [CNY])
    assert (amounts(statement), statement.problems) == (RIGHT, ())
    assert (statement.accounts[0].account, statement.accounts[0].opening) == (CNY, Decimal("10000.00"))
    assert (statement.lines[1].purpose, statement.lines[1].currency) == ("货款 SO-2026-001", "CNY")


def test_the_balances_decide_whose_view_it_is_and_which_row_is_the_oldest():
    head, *rows, total = COMPANY.splitlines()
    turned = head.replace("借方", "x").replace("贷方", "借方").replace("x", "贷方")
    for lines in ([turned, *rows], [head, *reversed(rows), total], [turned, *reversed(rows)]):
        statement = read("\n".join(lines).encode(), [CNY])
        assert (amounts(statement), statement.problems) == (RIGHT, ())
        assert [line.key for line in statement.lines] == [line.key for line in read(COMPANY.encode(), [CNY]).lines]


def test_a_table_whose_balances_prove_nothing_asks():
    assert codes(read(COMPANY.replace("11,490.00", "1.00").encode(), [CNY])) == ["sign_undecided"]
    bare = "\n".join(line.rsplit(",", 1)[0] for line in "日期,借方,贷方,x\n20261112,,5.00,y".splitlines())
    assert codes(read(bare.encode(), [CNY])) == ["sign_not_proved"]


@pytest.mark.parametrize(
    "text",
    [
        "交易日期\t记账日期\t交易金额(±)\t账户余额\t摘要\t对方账号\t对方户名\n2026/11/12\t2026/11/12\t+500.00\t1,500.00\t货款\t6222000011112222333\t宏远\n2026/11/12\t2026/11/12\t-10.00\t1,490.00\t费\t-----\t-----",
        f"账号：{CNY}\n\n顺序号,交易日期,交易类型,存入金额,取出金额,余额,交易对手名称,交易对手账号,附言\n1,20261112,转账,500,,1500,宏远,'6222000011112222333,货款\n2,20261112,转账,,10,1490,,,费",
        "序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,摘要\n1,2026年11月12日,10:00,转账,贷 Cr,500.00,1500.00,6222000011112222333,宏远,货款\n2,2026年11月12日,10:01,转账,借 Dr,10.00,1490.00,,,费",
        "<html><table><tr><th>交易日期<th>日 志 号<th>交易金额<th>本次余额<th>对方账号<th>对方户名<th>交易附言</tr><tr><td>20261112</td><td>A1</td><td>+500.00</td><td>1500.00</td><td>6222000011112222333<td>宏远<td>货款</tr><tr><td>20261112<td>A2<td>-10.00<td>1490.00<td><td><td>费</tr></table></html>",
    ],
    ids=["cmb", "spdb", "bocom", "html"],
)
def test_the_headers_of_the_banks_are_known(text):
    statement = read(text.encode("gb18030"), [CNY])
    assert (amounts(statement), statement.problems) == ([("in", "500.00"), ("out", "10.00")], ())
    payer = statement.lines[0].payer
    assert (payer.name, payer.account, statement.lines[0].account) == ("宏远", "6222000011112222333", CNY)


def workbook(*rows):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return file.getvalue()


HEAD = ["日期", "贷方发生额", "借方发生额", "余额", "对方账号", "摘要"]


def test_a_workbook_is_read_and_an_account_that_excel_spoiled_is_refused():
    data = workbook(
        HEAD,
        ["2026-11-11", 500.1, "", 1500.1, "6222000011112222333", "货款"],
        ["2026-11-12", "", 10, 1490.1, 6222000011112222333, "费"],
    )
    statement = read(data, [CNY])
    assert amounts(statement) == [("in", "500.10"), ("out", "10.00")]
    assert codes(statement) == ["account_digits_lost"]
    assert "6.22E+18" in statement.problems[0].sentence
    assert [line.counterparty.account for line in statement.lines] == ["6222000011112222333", ""]


def test_a_table_without_its_account_asks_for_it():
    assert codes(read(COMPANY.encode(), [CNY, OURS_TOO])) == ["account_unknown"]


def test_other_tables_are_refused_in_words():
    for data in (workbook(["a", "b"]), b"PK\x03\x04broken", "имя,телефон\nа,1".encode()):
        with pytest.raises(UnreadableStatement):
            read(data)
    with pytest.raises(UnreadableStatement, match="Row 3"):
        read(COMPANY.replace(",500.00,", ",5o0,").encode(), [CNY])
