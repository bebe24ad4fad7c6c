"""Long lists: pages by key instead of by offset, and counts that stop counting."""

import base64
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from kontor.kernel import formats

Row = TypeVar("Row", bound=Model | Mapping[str, Any])


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of rows; `after` is the cursor of the next page, empty on the last."""

    rows: list[Row]
    after: str


def page(rows: QuerySet[Any, Row], after: str = "", *, size: int = 100, order: Sequence[str] = ("-pk",)) -> Page[Row]:
    """The `size` rows that follow the cursor `after`.

    `order` names columns without nulls that together are unique (end with the key), each with `-` for descending. Give the
    list an index of the same columns. A cursor that cannot be read starts from the beginning.
    """
    if key := _read(after, len(order)):
        with suppress(ValidationError, ValueError):
            rows = rows.filter(_beyond(order, key))
    found = list(rows.order_by(*order)[: size + 1])
    more = len(found) > size
    return Page(found[:size], _cursor(found[size - 1], order) if more else "")


@dataclass(frozen=True)
class Count:
    """How many there are, up to a cap: prints as 12 or 1,000+."""

    number: int
    more: bool = False

    def __str__(self) -> str:
        return formats.qty(self.number) + ("+" if self.more else "")

    def __bool__(self) -> bool:
        return self.number > 0


def capped_count(rows: QuerySet[Any, Any], cap: int = 1000) -> Count:
    """Count, but never read more than `cap` rows of the index."""
    found = rows.order_by()[: cap + 1].count()
    return Count(min(found, cap), found > cap)


def _beyond(order: Sequence[str], key: list[Any]) -> Q:
    """`(a, b)` lies after the key: `a >= x and (a > x or (a = x and b > y))`; the first half lets an index be used."""
    (first, *rest), (value, *values) = order, key
    column, ahead = first.removeprefix("-"), "lt" if first.startswith("-") else "gt"
    strictly = Q(**{f"{column}__{ahead}": value})
    if not rest:
        return strictly
    return Q(**{f"{column}__{ahead}e": value}) & (strictly | Q(**{column: value}) & _beyond(rest, values))


def _cursor(row: Any, order: Sequence[str]) -> str:
    key = [_plain(_value(row, name.removeprefix("-"))) for name in order]
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).decode().rstrip("=")


def _read(cursor: str, length: int) -> list[Any] | None:
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        return None
    return key if isinstance(key, list) and len(key) == length else None


def _value(row: Any, path: str) -> Any:
    if isinstance(row, Mapping):
        return row[path]
    for name in path.split("__"):
        row = getattr(row, name)
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, int | str) else str(value)
