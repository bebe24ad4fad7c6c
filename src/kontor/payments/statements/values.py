"""Days, cents and currencies as banks write them, read strictly: a doubtful value is an error, never a guess."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

CURRENCY_OF_ACCOUNT = {"810": "RUB", "643": "RUB", "156": "CNY", "840": "USD", "978": "EUR"}
"""Digits 6 to 8 of a Russian account number."""

_CENT = Decimal("0.01")
_DATE_SHAPES = (
    re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?!\d)"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?!\d)"),
)


def cents(value: Decimal) -> Decimal:
    """The value with exactly two decimals; ValueError when it has parts of a cent."""
    try:
        exact = value.quantize(_CENT)
    except InvalidOperation as error:
        raise ValueError(str(value)) from error
    if exact != value:
        raise ValueError(str(value))
    return exact


def date_of(text: str) -> date:
    """Read `12.11.2026`, `2026-11-12`, `20261112`, `2026年11月12日`, a time after it ignored; ValueError otherwise."""
    for shape in _DATE_SHAPES:
        if found := shape.match(text.strip()):
            year = int(found["y"])
            return date(year + 2000 if year < 100 else year, int(found["m"]), int(found["d"]))
    raise ValueError(text)


def one_line(text: str) -> str:
    """The text with runs of white space as single spaces."""
    return " ".join(text.split())


def currency_of(account: str) -> str:
    """The currency that a Russian 20-digit account number carries; roubles when it does not say."""
    return CURRENCY_OF_ACCOUNT.get(account[5:8], "RUB") if len(account) == 20 else "RUB"
