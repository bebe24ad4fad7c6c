"""What a payer names in the purpose of a payment: invoices, orders, contracts, with their dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kontor.payments.statements.values import date_of, one_line


class Named(StrEnum):
    """The kind of paper that the payer names."""

    INVOICE = "invoice"
    ORDER = "order"
    CONTRACT = "contract"
    TAX_INVOICE = "tax_invoice"
    """счёт-фактура, УПД: another paper with its own number; a hint only."""


@dataclass(frozen=True)
class Reference:
    """A paper named in a purpose, its number as written."""

    kind: Named
    number: str
    dated_on: date | None = None


_KEYWORDS: tuple[tuple[Named, str], ...] = (
    (
        Named.TAX_INVOICE,
        r"сч[её]т\w*\s*-\s*фактур\w*|сч[.]?\s*-?\s*ф(?:акт)?\b\.?|\bс\s*/\s*ф\b|\bупд\b|\bсф\b",
    ),
    (
        Named.INVOICE,
        r"(?<!\w)(?<!р/)(?<!л/)(?<!к/)сч[её]т(?:у|а|ам|ов|ах|ами|ом|е)?(?!\w)|(?<!\w)(?<!р/)(?<!л/)(?<!к/)сч(?!\w)",
    ),
    (
        Named.INVOICE,
        r"\binvoices?\b|\binv\b|\bschet(?:u|a|am|ov)?\b|\bsch\b|发票(?:号码|号|编号)?|账单(?:号|编号)?",
    ),
    (
        Named.ORDER,
        r"\bзаказ(?:а|у|ам|ов|ы)?\b(?:\s+(?:клиента|покупателя))?|\b(?:sales\s+)?orders?\b|订单(?:号|编号)?|货款",
    ),
    (Named.CONTRACT, r"\bдоговор\w*|\bдог\b|\bконтракт\w*|\bcontracts?\b|合同(?:号|编号)?"),
)
_KEYWORD = re.compile("|".join(f"(?P<k{place}>{words})" for place, (_kind, words) in enumerate(_KEYWORDS)), re.I)
_DATE = r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}"
_FROM = rf"(?:от|dated|of|from|dd)\s*(?P<WHEN>{_DATE})(?:\s*г(?:ода|\.)?)?"
_SIGN = r"(?:№|N[oº°r]?(?=[\s.\d№])|#|号)"
_LEAD = re.compile(
    rf"[.:：-]?\s*(?:на\s+оплату|for\s+payment)?\s*(?:{_FROM.replace('WHEN', 'early')})?\s*(?:{_SIGN}\s*[.:：]?\s*)*",
    re.I,
)
_NUMBER = re.compile(r"(?P<number>[\w/-]*\d[\w/-]*)")
_DATED = re.compile(rf"\s*\(?{_FROM.replace('WHEN', 'late')}\)?", re.I)
_AND = re.compile(rf"\s*(?:[,;，、；&+]|\bи\b|\band\b|和|及)\s*(?:и\s+)?(?P<sign>(?:{_SIGN}\s*\.?\s*)*)", re.I)
_NEXT_NUMBER_ENDS = re.compile(r"\s*(?:$|[;，、；&)]|[,.](?!\d)|\bи\b|\band\b|和|及|от\b|dated\b|\(от)", re.I)
_VAT = re.compile(
    r"(?:в\s*т\.?\s*ч\.?|в\s+том\s+числе|включая|incl\w*\.?)?\s*\b(?:НДС|VAT)\b"
    r"(?:\s*\(?\d{1,2}(?:[.,]\d+)?\s*%\)?)?(?:\s*[-–—:=]?\s*\d[\d\s]*(?:[.,=-]\d{2})?(?!\d))?",
    re.I,
)
_ACCOUNT_DIGITS = 15


def references(purpose: str) -> tuple[Reference, ...]:
    """Every paper that the purpose names, in its order, each once.

    `по счетам № 318, 319 и 322 от 09.11.2026` names three; a date after a list is the date of all before it.
    The VAT, account numbers, and sums are not references.
    """
    text = re.sub(r"(?<=\d)от(?=\s*\d)", " от ", _VAT.sub(" ; ", one_line(purpose)))
    found: list[Reference] = []
    end = 0
    for keyword in _KEYWORD.finditer(text):
        if keyword.start() < end:
            continue
        kind = _KEYWORDS[int((keyword.lastgroup or "k0")[1:])][0]
        listed, end = _list(text, keyword.end(), kind)
        found += listed
    return tuple(dict.fromkeys(found))


def same_number(written: str, number: str, year: int) -> bool:
    """Do both name one document? Prefix letters, leading zeros and the year beside the number make no difference."""
    return bool(readings(written, year) & readings(number, year))


def readings(number: str, year: int | None = None) -> set[tuple[str, ...]]:
    """The groups of digits in a number, with and without that year at either end; without any edge if it is None."""
    digits = tuple(part.lstrip("0") or "0" for part in re.findall(r"\d+", number))
    edges = [digits[:-1]] if digits and _is_year(digits[-1], year) else []
    edges += [digits[1:]] if digits and _is_year(digits[0], year) else []
    return {digits, *edges} - {()}


def _list(text: str, at: int, kind: Named) -> tuple[list[Reference], int]:
    """The numbers that follow a keyword, and where they end."""
    found: list[Reference] = []
    undated = 0
    lead = _LEAD.match(text, at)
    early = _day(lead["early"]) if lead else None
    at = lead.end() if lead else at
    while number := _NUMBER.match(text, at):
        if len(re.sub(r"\D", "", number["number"])) >= _ACCOUNT_DIGITS or re.match(r"[.,]\d", text[number.end() :]):
            break
        at = number.end()
        found.append(Reference(kind, number["number"].strip("-/_"), early))
        if dated := _DATED.match(text, at):
            at = dated.end()
            found[undated:] = [replace(item, dated_on=_day(dated["late"])) for item in found[undated:]]
            undated = len(found)
        following = _AND.match(text, at)
        if following is None or not _is_next_number(text, following):
            break
        at = following.end()
    return found, at


def _is_next_number(text: str, following: re.Match[str]) -> bool:
    """After `318,` comes another number only if it has a sign or stands alone: not `5 pieces`, not `1000.00`."""
    number = _NUMBER.match(text, following.end())
    return number is not None and bool(following["sign"] or _NEXT_NUMBER_ENDS.match(text, number.end()))


def _day(written: str | None) -> date | None:
    try:
        return date_of(written) if written else None
    except ValueError:
        return None


def _is_year(digits: str, year: int | None) -> bool:
    return year is None or digits in (str(year), str(year % 100))
