"""How amounts and days are written inside the sentences of this app, in the reader's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import formats


def money(amount: Decimal) -> str:
    """An amount with two decimals and grouped thousands: 122,000.00."""
    return formats.number_format(amount, decimal_pos=2, use_l10n=True, force_grouping=True)


def day(on: date) -> str:
    """A day as the language writes it: 9 ноября 2026 г."""
    return formats.date_format(on, "DATE_FORMAT")
