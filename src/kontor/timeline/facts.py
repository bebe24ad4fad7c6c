"""Facts of events and duties as JSON, and read again: a sum stays a sum, a day a day."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any


def plain(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as JSON: sums as {"sum": "1.00"}, days as {"day": "2026-11-21"}; the reader's format decides later."""
    return {name: _plain(value) for name, value in facts.items()}


def as_json(facts: dict[str, Any]) -> str:
    return json.dumps(plain(facts), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {"sum": str(value)}
    if isinstance(value, datetime | date):
        return {"day": value.isoformat()}
    return value if isinstance(value, int | float | bool | list | dict | None) else str(value)


def read(value: Any) -> Any:
    """The value that `plain` kept: a sum as Decimal, a day as date."""
    match value:
        case {"sum": str(amount)}:
            return Decimal(amount)
        case {"day": str(day)}:
            return date.fromisoformat(day[:10])
    return value
