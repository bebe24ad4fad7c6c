"""Statements of Chinese banks. There is no national format: columns are found by their headers, and whether the
bank's 借 and 贷 are its own view or the company's is decided by the column of balances."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.kernel.money import parse_amount
from kontor.payments.statements import checks
from kontor.payments.statements.keys import Draft, draft, with_keys
from kontor.payments.statements.model import (
    AccountPeriod,
    Direction,
    Party,
    Problem,
    Severity,
    Statement,
    StatementLine,
    UnreadableStatement,
)
from kontor.payments.statements.tables import LOST_DIGITS, SPREADSHEETS, Row, rows_of
from kontor.payments.statements.values import date_of, one_line

HEADERS: Mapping[str, tuple[str, ...]] = {
    "date": ("记账日期", "交易日期", "交易日", "记账日", "业务日期", "日期"),
    "time": ("交易时间", "记账时间"),
    "in": ("贷方发生额", "贷方金额", "记账金额(收入)", "收入金额", "收入", "存入金额", "贷方"),
    "out": ("借方发生额", "借方金额", "记账金额(支出)", "支出金额", "支出", "取出金额", "借方"),
    "signed": ("交易金额", "金额", "发生额"),
    "flag": ("借贷", "借贷标志", "收支"),
    "balance": ("余额", "账户余额", "本次余额", "联机余额"),
    "name": ("对方户名", "对方账户名", "交易对手名称", "收(付)方名称", "对手信息"),
    "account": ("对方账号", "对方卡号/账号", "交易对手账号", "收(付)方账号"),
    "bank": ("对方开户行",),
    "memo": ("摘要", "交易摘要", "附言", "交易附言", "用途", "备注", "客户摘要"),
    "reference": ("流水号", "交易流水号", "日志号", "凭证号"),
}
"""What banks call each column; a company may extend it for its bank."""

_AMOUNTS = ("in", "out", "signed")
_TOTALS = ("合计", "小计", "总计", "本页", "累计")
_OWN_ACCOUNT = re.compile(r"(?<!对方)(?:账号|帐号|卡号|账户)\s*[:：]?\s*(\d[\d -]{7,30}\d)")
_HEADER_WITHIN = 30


@dataclass(frozen=True)
class Movement:
    """A row of the table: `signed` is above zero for money in, as the bank's view has it."""

    row: int
    on: date
    time: str
    signed: Decimal
    balance: Decimal | None
    cells: Mapping[str, str]
    raw: Mapping[str, str]


def recognises(data: bytes) -> bool:
    """A workbook, or text in which the header of a table is found."""
    return data.startswith(SPREADSHEETS) or _header(rows_of(data), HEADERS) is not None


def read(
    data: bytes, own_accounts: frozenset[str] = frozenset(), headers: Mapping[str, tuple[str, ...]] = HEADERS
) -> Statement:
    """Read the table. Raises `UnreadableStatement` when there is no header or an amount cannot be read."""
    rows = rows_of(data)
    found = _header(rows, headers)
    if found is None:
        raise UnreadableStatement(
            _("No row of column names was found in the first {count} rows: a date and an amount are needed.").format(
                count=_HEADER_WITHIN
            )
        )
    at, columns = found
    account = _own_account(rows[:at], own_accounts)
    movements, problems = _movements(rows, at, columns)
    ordered, doubts = settle(movements, certain="signed" in columns)
    drafts = [_draft(movement, account, own_accounts) for movement in ordered]
    covered = frozenset({account})
    lines, _turnover = with_keys(drafts, accounts=covered)
    problems += [*doubts, *_account_problems(account, own_accounts)]
    return Statement("chinese", "", _periods(account, ordered), lines, tuple(problems))


def settle(movements: Sequence[Movement], *, certain: bool) -> tuple[Sequence[Movement], list[Problem]]:
    """Oldest first, signs as the balances prove them.

    Tried in turn: the bank's view, then the company's, each in the order that the dates suggest. `certain` says
    that the file gives signs itself; then only the order is in question.
    """
    dates = [movement.on for movement in movements]
    orders = [list(movements), list(reversed(movements))]
    if dates and dates[0] > dates[-1]:
        orders.reverse()
    if any(movement.balance is None for movement in movements) or len(movements) < 2:
        return orders[0], [] if certain or not movements else [_undecided(Severity.WARNING)]
    for sign in (1,) if certain else (1, -1):
        for order in orders:
            if _adds_up(order, sign):
                return [_turned(movement, sign) for movement in order], []
    return orders[0], [_undecided(Severity.ERROR)]


def _adds_up(order: Sequence[Movement], sign: int) -> bool:
    return all(
        (before.balance or 0) + sign * after.signed == after.balance for before, after in itertools.pairwise(order)
    )


def _turned(movement: Movement, sign: int) -> Movement:
    if sign > 0:
        return movement
    return Movement(
        movement.row,
        movement.on,
        movement.time,
        -movement.signed,
        movement.balance,
        movement.cells,
        movement.raw,
    )


def _undecided(severity: Severity) -> Problem:
    if severity is Severity.WARNING:
        sentence = _(
            "The balances cannot prove which column is money in; the bank's view was taken: 贷 is in, 借 is out."
        )
        return Problem("sign_not_proved", sentence, severity=severity)
    sentence = _(
        "The balances do not follow from the amounts, whichever column is money in. The bank's view was taken: "
        "贷 is in, 借 is out. Check it against the bank before you confirm."
    )
    return Problem("sign_undecided", sentence, severity=severity)


def _header(rows: Sequence[Row], headers: Mapping[str, tuple[str, ...]]) -> tuple[int, dict[str, list[int]]] | None:
    """The row of column names and, by meaning, the columns: the first row with a date and an amount."""
    meaning = {_plain(alias): name for name, aliases in headers.items() for alias in aliases}
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        columns: dict[str, list[int]] = {}
        for column, title in enumerate(row):
            if name := meaning.get(_plain(title)):
                columns.setdefault(name, []).append(column)
        if "date" in columns and any(name in columns for name in _AMOUNTS):
            return number, columns
    return None


def _plain(title: str) -> str:
    """`交易金额（±）`, `日 志 号`: without spaces, units and width of brackets."""
    bare = re.sub(r"\s+", "", title).replace("（", "(").replace("）", ")")
    return re.sub(r"\((±|元|人民币|CNY|RMB)\)$", "", bare)


def _movements(rows: Sequence[Row], at: int, columns: Mapping[str, list[int]]) -> tuple[list[Movement], list[Problem]]:
    movements: list[Movement] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows[at + 1 :], at + 2):
        cells = {name: _joined(row, places) for name, places in columns.items()}
        if any(word in cell for cell in row for word in _TOTALS) and not _has_date(cells):
            continue
        signed = _signed(cells, number)
        if not _has_date(cells) or signed is None:
            if signed:
                problems.append(_left_out(number))
            continue
        if cells.get("account", "").startswith(LOST_DIGITS) or re.fullmatch(r"\d\.\d+E\+\d+", cells.get("account", "")):
            problems.append(_lost_digits(number, cells["account"].removeprefix(LOST_DIGITS)))
            cells["account"] = ""
        balance = _amount(cells.get("balance", ""), number)
        raw = dict(zip(rows[at], row, strict=False))
        movements.append(Movement(number, date_of(cells["date"]), cells.get("time", ""), signed, balance, cells, raw))
    return movements, problems


def _joined(row: Row, places: Iterable[int]) -> str:
    """The cells of one meaning, each text once; dashes mean empty."""
    values = (row[place] for place in places if place < len(row))
    return one_line(" ".join(dict.fromkeys(value for value in values if value.strip("-－—"))))


def _has_date(cells: Mapping[str, str]) -> bool:
    try:
        return bool(date_of(cells["date"]))
    except ValueError:
        return False


def _signed(cells: Mapping[str, str], number: int) -> Decimal | None:
    """Above zero for money in by the bank's view; None for a row without an amount."""
    if written := _amount(cells.get("signed", ""), number):
        flag = cells.get("flag", "")
        if re.search(r"贷|收|Cr", flag):
            return abs(written)
        return -abs(written) if re.search(r"借|支|Dr", flag) else written
    came, went = _amount(cells.get("in", ""), number), _amount(cells.get("out", ""), number)
    return (came or Decimal()) - (went or Decimal()) if came or went else None


def _amount(written: str, number: int) -> Decimal | None:
    if not written:
        return None
    try:
        return parse_amount(written, "zh")
    except ValueError:
        if any(word in written for word in _TOTALS) or not re.search(r"\d", written):
            return None
        sentence = _("Row {row}: “{value}” is not an amount.").format(row=number, value=written)
        raise UnreadableStatement(sentence) from None


def _draft(movement: Movement, account: str, own: frozenset[str]) -> Draft:
    cells = movement.cells
    came = movement.signed > 0
    other = Party(name=cells.get("name", ""), account=cells.get("account", ""), bank=cells.get("bank", ""))
    payer, payee = (other, Party(account=account)) if came else (Party(account=account), other)
    internal = bool(other.account) and other.account in own
    side = Direction.IN if came else Direction.OUT
    line = StatementLine(
        account=payer.account if internal else account,
        direction=Direction.INTERNAL if internal else side,
        posted_on=movement.on,
        number=cells.get("reference", ""),
        dated_on=movement.on,
        amount=abs(movement.signed),
        currency="CNY",
        payer=payer,
        payee=payee,
        purpose=cells.get("memo", ""),
        line=movement.row,
        raw=movement.raw,
    )
    balance = "" if movement.balance is None else f"{movement.balance:f}"
    reference = cells.get("reference") or "/".join((movement.on.isoformat(), movement.time, balance))
    return draft(line, sides=frozenset({side}), reference="" if internal else reference)


def _periods(account: str, ordered: Sequence[Movement]) -> tuple[AccountPeriod, ...]:
    if not ordered:
        return ()
    first, last = ordered[0], ordered[-1]
    received = sum((item.signed for item in ordered if item.signed > 0), Decimal("0.00"))
    written_off = -sum((item.signed for item in ordered if item.signed < 0), Decimal("0.00"))
    opening = None if first.balance is None else first.balance - first.signed
    return (AccountPeriod(account, first.on, last.on, opening, received, written_off, last.balance, "CNY"),)


def _own_account(preamble: Iterable[Row], own: frozenset[str]) -> str:
    """The account that the lines above the table name, else the only one that we have."""
    for row in preamble:
        if found := _OWN_ACCOUNT.search(" ".join(row)):
            return re.sub(r"[ -]", "", found[1])
    return next(iter(own)) if len(own) == 1 else ""


def _account_problems(account: str, own: frozenset[str]) -> Iterator[Problem]:
    if account:
        yield from checks.strange_accounts([account], own)
    else:
        yield Problem("account_unknown", _("The file does not say of which account it is. Choose the account."))


def _left_out(number: int) -> Problem:
    sentence = _("Row {row} has an amount but no date; it is left out.").format(row=number)
    return Problem("row_without_date", sentence, number)


def _lost_digits(number: int, written: str) -> Problem:
    sentence = _(
        "Row {row}: Excel turned the account number into {value} and lost its digits; it is left empty. Save the "
        "column as text, or take the CSV file from the bank."
    )
    return Problem("account_digits_lost", sentence.format(row=number, value=written), number)
