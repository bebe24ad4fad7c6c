"""1CClientBankExchange, the statement that every Russian bank gives, as banks really write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.kernel.money import parse_amount
from kontor.payments.statements import checks
from kontor.payments.statements.keys import Draft, draft, with_keys
from kontor.payments.statements.model import (
    AccountPeriod,
    Direction,
    Kind,
    Party,
    Problem,
    Severity,
    Statement,
    StatementLine,
    UnreadableStatement,
)
from kontor.payments.statements.one_c_blocks import MARK, Block, Part, blocks, decode, fold
from kontor.payments.statements.values import currency_of, date_of, one_line

KINDS = {
    "платежное поручение": Kind.PAYMENT_ORDER,
    "банковский ордер": Kind.BANK_ORDER,
    "платежное требование": Kind.PAYMENT_CLAIM,
    "инкассовое поручение": Kind.COLLECTION_ORDER,
    "мемориальный ордер": Kind.MEMORIAL_ORDER,
    "платежный ордер": Kind.SETTLEMENT_ORDER,
    "кассовый ордер": Kind.CASH_ORDER,
    "аккредитив": Kind.LETTER_OF_CREDIT,
    "сбп": Kind.FAST_PAYMENT,
}
_TAX_ID_BEFORE_NAME = re.compile(
    r"^(?:ИНН\s*)?(\d{12}|\d{10})(?:\s*[/\\,]\s*(?:КПП\s*)?\d{9})?[\s,;:]+(?=\S)", re.IGNORECASE
)
_NO_DATE = {"", "0", "00.00.0000", "00.00.00"}


def recognises(data: bytes) -> bool:
    """The first line is the mark of the format, after a byte order mark or blank lines if need be."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(MARK)].lower() == MARK.lower().encode()


def read(data: bytes, own_accounts: frozenset[str] = frozenset()) -> Statement:
    """Read the file. Raises `UnreadableStatement` where an amount or a date cannot be read."""
    text, _encoding, problems = decode(data)
    parts, broken = blocks(text)
    periods = tuple(_period(block) for block in parts if block.part is Part.ACCOUNT)
    covered = frozenset(parts[0].all("РасчСчет")) | {period.account for period in periods}
    documents = [block for block in parts if block.part is Part.DOCUMENT]
    drafts = [_line(block, covered, own_accounts) for block in documents]
    lines, turnover = with_keys(drafts, accounts=covered)
    problems += broken
    problems += checks.strange_accounts(sorted(covered), own_accounts)
    problems += checks.disagreements(periods, turnover)
    problems += [problem for line in lines for problem in _doubts(line)]
    return Statement("1c", "", periods, lines, tuple(problems))


def _period(block: Block) -> AccountPeriod:
    account = block.get("РасчСчет")
    return AccountPeriod(
        account=account,
        since=_date(block, "ДатаНачала"),
        until=_date(block, "ДатаКонца"),
        opening=_amount(block, "НачальныйОстаток"),
        received=_amount(block, "ВсегоПоступило") or Decimal("0.00"),
        written_off=_amount(block, "ВсегоСписано") or Decimal("0.00"),
        closing=_amount(block, "КонечныйОстаток"),
        currency=currency_of(account),
    )


def _line(block: Block, covered: frozenset[str], registered: frozenset[str]) -> Draft:
    own = covered | registered
    payer, payee = _party(block, "Плательщик", own), _party(block, "Получатель", own)
    written_off, received = _date(block, "ДатаСписано"), _date(block, "ДатаПоступило")
    direction = _direction(payer.account in own, payee.account in own, received, written_off)
    dated_on = _date(block, "Дата")
    posted_on = (received if direction is Direction.IN else written_off) or dated_on or received or written_off
    if posted_on is None:
        sentence = _("Line {line}: the document that begins here has no date.")
        raise UnreadableStatement(sentence.format(line=block.line))
    account = _account(direction, payer, payee, own, covered)
    line = StatementLine(
        account=account,
        direction=direction,
        posted_on=posted_on,
        number=block.get("Номер"),
        dated_on=dated_on or posted_on,
        amount=_positive(block),
        currency=currency_of(account),
        payer=payer,
        payee=payee,
        purpose=_purpose(block),
        kind=KINDS.get(fold(one_line(block.title)), Kind.OTHER),
        line=block.line,
        raw=block.raw,
    )
    return draft(line, sides=_sides(direction, received, written_off))


def _direction(payer_own: bool, payee_own: bool, received: date | None, written_off: date | None) -> Direction:
    """Whose accounts they are decides; where neither is known, the one date that the bank filled."""
    if payer_own and payee_own:
        return Direction.INTERNAL
    if payer_own or payee_own:
        return Direction.IN if payee_own else Direction.OUT
    if bool(received) == bool(written_off):
        return Direction.UNKNOWN
    return Direction.IN if received else Direction.OUT


def _sides(direction: Direction, received: date | None, written_off: date | None) -> frozenset[Direction]:
    """From whose side an internal transfer is shown; empty when the file does not say."""
    if direction is not Direction.INTERNAL or bool(received) == bool(written_off):
        return frozenset()
    return frozenset({Direction.IN if received else Direction.OUT})


def _account(direction: Direction, payer: Party, payee: Party, own: frozenset[str], covered: frozenset[str]) -> str:
    """Which account of ours moved. A bank may write its own transit account instead: then the file's only account."""
    named = payee.account if direction is Direction.IN else payer.account
    if named in own or len(covered) != 1:
        return named if direction is not Direction.UNKNOWN else ""
    return next(iter(covered))


def _party(block: Block, side: str, own: frozenset[str]) -> Party:
    accounts = [account for key in ("Счет", "РасчСчет") if (account := block.get(side + key))]
    name, tax_id_in_name = _split_name(block.get(f"{side}1", side))
    return Party(
        name=name,
        tax_id=_code(block.get(f"{side}ИНН")) or tax_id_in_name,
        kpp=_code(block.get(f"{side}КПП")),
        account=next((account for account in accounts if account in own), accounts[0] if accounts else ""),
        bic=block.get(f"{side}БИК"),
        bank=one_line(f"{block.get(f'{side}Банк1')} {block.get(f'{side}Банк2')}"),
    )


def _split_name(written: str) -> tuple[str, str]:
    """`ИНН 7707083893 ООО "Окна"` or `7777777777, ООО "Окна"`: the name, and the tax id before it."""
    found = _TAX_ID_BEFORE_NAME.match(written)
    return one_line(written[found.end() :] if found else written), found[1] if found else ""


def _code(written: str) -> str:
    """ИНН or КПП; banks write zeros for none."""
    return "" if not written.strip("0") else written


def _purpose(block: Block) -> str:
    whole = block.get("НазначениеПлатежа")
    return whole or one_line(" ".join(block.get(f"НазначениеПлатежа{part}") for part in range(1, 7)))


def _positive(block: Block) -> Decimal:
    amount = _amount(block, "Сумма")
    if amount is None or amount <= 0:
        sentence = _("Line {line}: the document has no amount above zero.")
        raise UnreadableStatement(sentence.format(line=block.line_of("Сумма")))
    return amount


def _amount(block: Block, key: str) -> Decimal | None:
    if not (written := block.get(key)):
        return None
    try:
        return parse_amount(written, "ru")
    except ValueError:
        sentence = _("Line {line}: “{value}” in the field {key} is not an amount.")
        raise UnreadableStatement(sentence.format(line=block.line_of(key), value=written, key=key)) from None


def _date(block: Block, key: str) -> date | None:
    if (written := block.get(key)) in _NO_DATE:
        return None
    try:
        return date_of(written)
    except ValueError:
        sentence = _("Line {line}: “{value}” in the field {key} is not a date.")
        raise UnreadableStatement(sentence.format(line=block.line_of(key), value=written, key=key)) from None


def _doubts(line: StatementLine) -> Iterator[Problem]:
    if line.direction is Direction.UNKNOWN:
        sentence = _(
            "Line {line}: document № {number} names none of your accounts, so it cannot be told whether the money "
            "came or went."
        )
        yield Problem("direction_unknown", sentence.format(line=line.line, number=line.number), line.line)
    other = line.counterparty
    if other.tax_id and not re.fullmatch(r"\d{5}|\d{10}|\d{12}", other.tax_id, re.ASCII):
        sentence = _("Line {line}: the tax id “{tax_id}” of {name} is incomplete; the payer is not recognised by it.")
        text = sentence.format(line=line.line, tax_id=other.tax_id, name=other.name)
        yield Problem("tax_id_incomplete", text, line.line, Severity.WARNING)
