"""The VAT rates of the law as known when this version was made: country, code, percent, first day."""

from datetime import date
from decimal import Decimal

KNOWN: tuple[tuple[str, str, Decimal, date], ...] = (
    ("RU", "standard", Decimal(18), date(2004, 1, 1)),
    ("RU", "standard", Decimal(20), date(2019, 1, 1)),
    ("RU", "standard", Decimal(22), date(2026, 1, 1)),
    ("RU", "reduced", Decimal(10), date(2004, 1, 1)),
    ("RU", "zero", Decimal(0), date(2004, 1, 1)),
    ("CN", "standard", Decimal(16), date(2018, 5, 1)),
    ("CN", "standard", Decimal(13), date(2019, 4, 1)),
    ("CN", "reduced", Decimal(10), date(2018, 5, 1)),
    ("CN", "reduced", Decimal(9), date(2019, 4, 1)),
    ("CN", "low", Decimal(6), date(2017, 7, 1)),
    ("CN", "zero", Decimal(0), date(2017, 7, 1)),
)
