"""MT940 (SWIFT), read with the package `mt-940`; pages of one statement and several statements in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from mt940.models import Amount, Balance, Transaction, Transactions

from kontor.payments.statements import checks
from kontor.payments.statements.keys import Draft, draft, with_keys
from kontor.payments.statements.model import (
    AccountPeriod,
    Direction,
    Party,
    Statement,
    StatementLine,
    UnreadableStatement,
)
from kontor.payments.statements.values import cents, one_line

DIRECTIONS = {"C": Direction.IN, "D": Direction.OUT, "RC": Direction.OUT, "RD": Direction.IN}
"""A reversed credit takes money away, a reversed debit brings it back."""
_COMMON_LETTERS = re.compile(r"[оеаинтсрвлкОЕАИНТСРВЛК]")
_SUBFIELD = re.compile(r"\?(\d\d)")


def recognises(data: bytes) -> bool:
    """The tags of the account and of an opening balance stand at the start of lines."""
    return bool(re.search(rb"(?m)^\s*:25P?:", data) and re.search(rb"(?m)^\s*:60[FM]:", data))


def read(data: bytes, own_accounts: frozenset[str] = frozenset()) -> Statement:
    """Read the file. Raises `UnreadableStatement` when a message does not follow the format."""
    periods: list[AccountPeriod] = []
    drafts: list[Draft] = []
    for first_line, message in _messages(_decode(data)):
        parsed = _parse(message, first_line)
        account = _account(parsed)
        lines = [_draft(item, account, own_accounts) for item in parsed if item.data.get("status") in DIRECTIONS]
        drafts += lines
        periods.append(_period(parsed, account, lines))
    covered = frozenset(period.account for period in periods)
    lines_with_keys, turnover = with_keys(drafts, accounts=covered)
    problems = [
        *checks.strange_accounts(sorted(covered), own_accounts),
        *checks.disagreements(periods, turnover),
    ]
    return Statement("mt940", "", tuple(periods), lines_with_keys, tuple(problems))


def _decode(data: bytes) -> str:
    """UTF-8, else the Cyrillic code page in which the text has more of the common letters."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        readings = [data.decode(encoding, errors="replace") for encoding in ("cp1251", "cp866")]
        return max(readings, key=lambda text: len(_COMMON_LETTERS.findall(text)))


def _messages(text: str) -> Iterator[tuple[int, str]]:
    """The messages, each from its tag :20: to the next one, with the line where it begins."""
    lines = text.replace("\r\n", "\n").split("\n")
    starts = [number for number, line in enumerate(lines) if re.match(r"\s*:20:", line)] or [0]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, "\n".join(line.strip() for line in lines[start:end])


def _parse(message: str, first_line: int) -> Transactions:
    sentence = _("The message that begins in line {line} does not follow MT940.").format(line=first_line)
    # not mt940.parse(): it would open a file when the text happens to be its name
    parsed = Transactions()
    try:
        parsed.parse(message)
    except (RuntimeError, ValueError, ArithmeticError, AttributeError, KeyError) as error:
        raise UnreadableStatement(sentence) from error
    written = len(re.findall(r"(?m)^:61:", message))
    if written != sum(item.data.get("status") in DIRECTIONS for item in parsed):
        raise UnreadableStatement(sentence)
    return parsed


def _account(parsed: Transactions) -> str:
    """`044525225/40702810200000012345`: the bank before the slash, the account after it."""
    return str(parsed.data.get("account_identification", "")).rpartition("/")[2].strip()


def _period(parsed: Transactions, account: str, lines: list[Draft]) -> AccountPeriod:
    opening = _balance(parsed, "final_opening_balance", "intermediate_opening_balance")
    closing = _balance(parsed, "final_closing_balance", "intermediate_closing_balance")
    days = [item.line.posted_on for item in lines]
    return AccountPeriod(
        account=account,
        since=min(days) if days else _day(opening),
        until=_day(closing) or (max(days) if days else None),
        opening=_value(opening),
        received=_sum(lines, Direction.IN),
        written_off=_sum(lines, Direction.OUT),
        closing=_value(closing),
        currency=_currency(opening or closing),
    )


def _draft(item: Transaction, account: str, own: frozenset[str]) -> Draft:
    data = item.data
    side = DIRECTIONS[str(data["status"])]
    other, purpose = _details(str(data.get("transaction_details") or ""))
    us = Party(account=account)
    payer, payee = (other, us) if side is Direction.IN else (us, other)
    internal = bool(other.account) and other.account in own
    posted_on = data.get("entry_date") or data["date"]
    line = StatementLine(
        account=payer.account if internal else account,
        direction=Direction.INTERNAL if internal else side,
        posted_on=_plain(posted_on),
        number=_reference(data.get("customer_reference")),
        dated_on=_plain(data["date"]),
        amount=cents(abs(data["amount"].amount)),
        currency=str(data["amount"].currency or ""),
        payer=payer,
        payee=payee,
        purpose=purpose or one_line(str(data.get("extra_details") or "")),
        raw={name: str(value) for name, value in data.items() if value not in (None, "")},
    )
    reference = "" if internal else _reference(data.get("bank_reference"))
    return draft(line, sides=frozenset({side}), reference=reference)


def _details(text: str) -> tuple[Party, str]:
    """Tag :86:. Free text, or subfields: ?20-29 and ?60-63 purpose, ?30 bank, ?31 account, ?32-33 name."""
    if not _SUBFIELD.search(text):
        return Party(), one_line(text)
    pieces = _SUBFIELD.split(text.replace("\n", ""))[1:]
    fields = list(zip(map(int, pieces[::2]), pieces[1::2], strict=False))
    purpose = "".join(value for code, value in fields if 20 <= code <= 29 or 60 <= code <= 63)
    name = "".join(value for code, value in fields if code in (32, 33))
    only = {code: value.strip() for code, value in fields}
    return Party(name=one_line(name), account=only.get(31, ""), bic=only.get(30, "")), one_line(purpose)


def _reference(value: object) -> str:
    written = str(value or "").strip()
    return "" if written.upper() == "NONREF" else written


def _balance(parsed: Transactions, *names: str) -> Balance | None:
    return next((found for name in names if isinstance(found := parsed.data.get(name), Balance)), None)


def _value(balance: Balance | None) -> Decimal | None:
    return cents(balance.amount.amount) if balance and isinstance(balance.amount, Amount) else None


def _currency(balance: Balance | None) -> str:
    return str(balance.amount.currency) if balance and isinstance(balance.amount, Amount) else ""


def _day(balance: Balance | None) -> date | None:
    return _plain(balance.date) if balance and balance.date else None


def _plain(on: date) -> date:
    return date(on.year, on.month, on.day)


def _sum(lines: list[Draft], side: Direction) -> Decimal:
    return sum((item.line.amount for item in lines if side in item.sides), Decimal("0.00"))
