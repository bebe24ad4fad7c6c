"""camt.053 (ISO 20022), any version: names are matched without their namespace. Booked entries only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

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
from kontor.payments.statements.values import cents, date_of, one_line

_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)


def recognises(data: bytes) -> bool:
    """An XML document that speaks of camt.053 or of its statement element."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" and b"BkToCstmrStmt" in data[:20_000]


def read(data: bytes, own_accounts: frozenset[str] = frozenset()) -> Statement:
    """Read the file. Raises `UnreadableStatement` when it is not well-formed or an amount or date cannot be read."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException) as error:
        raise UnreadableStatement(_("The XML of the file is broken: {error}.").format(error=error)) from error
    statements = [node for node in root.iter() if _name(node) == "Stmt"]
    own = own_accounts | {_account_id(_at(node, "Acct")) for node in statements}
    drafts, periods = [], []
    for node in statements:
        lines = [line for entry in _all(node, "Ntry") for line in _lines(entry, node, own)]
        drafts += lines
        periods.append(_period(node, lines))
    covered = frozenset(period.account for period in periods)
    lines_with_keys, turnover = with_keys(drafts, accounts=covered)
    problems = [
        *_unbooked(statements),
        *checks.strange_accounts(sorted(covered), own_accounts),
        *checks.disagreements(periods, turnover),
    ]
    return Statement("camt.053", "", tuple(periods), lines_with_keys, tuple(problems))


def _period(node: Element, lines: list[Draft]) -> AccountPeriod:
    account = _account_id(_at(node, "Acct"))
    return AccountPeriod(
        account=account,
        since=_day(_at(node, "FrToDt/FrDtTm")) or _day(_at(node, "FrToDt/FrDt")),
        until=_day(_at(node, "FrToDt/ToDtTm")) or _day(_at(node, "FrToDt/ToDt")),
        opening=_balance(node, _OPENING),
        received=_sum(lines, Direction.IN),
        written_off=_sum(lines, Direction.OUT),
        closing=_balance(node, _CLOSING),
        currency=_text(node, "Acct/Ccy") or _currency(node),
    )


def _lines(entry: Element, statement: Element, own: frozenset[str]) -> Iterator[Draft]:
    """One line for an entry, or one for each payment of a batch whose parts make the whole."""
    if (_text(entry, "Sts/Cd") or _text(entry, "Sts")) != "BOOK":
        return
    whole = _amount(_at(entry, "Amt"))
    parts = [part for details in _all(entry, "NtryDtls") for part in _all(details, "TxDtls")]
    amounts = [_part_amount(part) for part in parts]
    if len(parts) > 1 and None not in amounts and sum(filter(None, amounts), Decimal()) == whole:
        for number, (part, amount) in enumerate(zip(parts, amounts, strict=True), 1):
            yield _draft(entry, part, amount or whole, statement, own, part_number=str(number))
    else:
        yield _draft(entry, parts[0] if len(parts) == 1 else None, whole, statement, own)


def _draft(
    entry: Element,
    part: Element | None,
    amount: Decimal,
    statement: Element,
    own: frozenset[str],
    part_number: str = "",
) -> Draft:
    came = _text(entry, "CdtDbtInd") == "CRDT"
    us = Party(name=_text(statement, "Acct/Ownr/Nm"), account=_account_id(_at(statement, "Acct")))
    other = _party(part, "Dbtr" if came else "Cdtr")
    payer, payee = (other, us) if came else (us, other)
    booked = _day(_at(entry, "BookgDt")) or _day(_at(entry, "ValDt"))
    if booked is None:
        raise UnreadableStatement(_("An entry of {amount} has no booking date.").format(amount=amount))
    internal = other.account in own
    line = StatementLine(
        account=payer.account if internal else us.account,
        direction=Direction.INTERNAL if internal else Direction.IN if came else Direction.OUT,
        posted_on=booked,
        number=_number(entry, part),
        dated_on=_day(_at(entry, "ValDt")) or booked,
        amount=amount,
        currency=_at_required(entry, "Amt").get("Ccy", ""),
        payer=payer,
        payee=payee,
        purpose=_purpose(entry, part),
        raw={_name(leaf): leaf.text.strip() for leaf in entry.iter() if leaf.text and leaf.text.strip()},
    )
    reference = "" if internal else _text(entry, "AcctSvcrRef")
    side = Direction.IN if came else Direction.OUT
    return draft(line, sides=frozenset({side}), reference=f"{reference}/{part_number}" if reference else "")


def _party(part: Element | None, side: str) -> Party:
    node = _at(part, f"RltdPties/{side}")
    agent = _at(part, f"RltdAgts/{side}Agt/FinInstnId")
    return Party(
        name=one_line(_text(node, "Pty/Nm") or _text(node, "Nm")),
        tax_id=_text(node, "Pty/Id/OrgId/Othr/Id") or _text(node, "Id/OrgId/Othr/Id"),
        account=_account_id(_at(part, f"RltdPties/{side}Acct")),
        bic=_text(agent, "BICFI") or _text(agent, "BIC") or _text(agent, "ClrSysMmbId/MmbId"),
        bank=_text(agent, "Nm"),
    )


def _purpose(entry: Element, part: Element | None) -> str:
    texts = [node.text or "" for node in _all(_at(part, "RmtInf"), "Ustrd")]
    structured = _text(part, "RmtInf/Strd/CdtrRefInf/Ref")
    whole = one_line(" ".join([*texts, structured]))
    return whole or _text(part, "AddtlTxInf") or _text(entry, "AddtlNtryInf")


def _number(entry: Element, part: Element | None) -> str:
    end_to_end = _text(part, "Refs/EndToEndId")
    return "" if end_to_end == "NOTPROVIDED" else end_to_end or _text(entry, "NtryRef")


def _unbooked(statements: list[Element]) -> Iterator[Problem]:
    statuses = [_text(entry, "Sts/Cd") or _text(entry, "Sts") for node in statements for entry in _all(node, "Ntry")]
    if left_out := sum(status != "BOOK" for status in statuses):
        sentence = _("Entries that the bank has not booked yet are left out: {count}.").format(count=left_out)
        yield Problem("not_booked", sentence, severity=Severity.WARNING)


def _balance(node: Element, codes: tuple[str, ...]) -> Decimal | None:
    for balance in _all(node, "Bal"):
        if _text(balance, "Tp/CdOrPrtry/Cd") in codes:
            amount = _amount(_at(balance, "Amt"))
            return amount if _text(balance, "CdtDbtInd") != "DBIT" else -amount
    return None


def _part_amount(part: Element) -> Decimal | None:
    node = _at(part, "AmtDtls/TxAmt/Amt")
    node = node if node is not None else _at(part, "Amt")
    return None if node is None else _amount(node)


def _amount(node: Element | None) -> Decimal:
    written = (node.text or "").strip() if node is not None else ""
    if not re.fullmatch(r"\d+(\.\d*)?", written, re.ASCII):
        raise UnreadableStatement(_("“{value}” is not an amount.").format(value=written))
    try:
        return cents(Decimal(written))
    except ValueError:
        raise UnreadableStatement(_("“{value}” is not an amount.").format(value=written)) from None


def _day(node: Element | None) -> date | None:
    written = "".join(node.itertext()).strip() if node is not None else ""
    if not written:
        return None
    try:
        return date_of(written)
    except ValueError:
        raise UnreadableStatement(_("“{value}” is not a date.").format(value=written)) from None


def _sum(lines: list[Draft], side: Direction) -> Decimal:
    return sum((item.line.amount for item in lines if side in item.sides), Decimal("0.00"))


def _currency(node: Element) -> str:
    return next((item.get("Ccy", "") for item in node.iter() if _name(item) == "Amt"), "")


def _account_id(node: Element | None) -> str:
    return _text(node, "Id/IBAN") or _text(node, "Id/Othr/Id")


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2]


def _all(node: Element | None, name: str) -> list[Element]:
    return [] if node is None else [child for child in node if _name(child) == name]


def _at(node: Element | None, path: str) -> Element | None:
    for name in path.split("/"):
        node = next(iter(_all(node, name)), None)
    return node


def _at_required(node: Element, path: str) -> Element:
    found = _at(node, path)
    if found is None:
        raise UnreadableStatement(_("An entry has no {field}.").format(field=path))
    return found


def _text(node: Element | None, path: str) -> str:
    found = _at(node, path)
    return (found.text or "").strip() if found is not None else ""
