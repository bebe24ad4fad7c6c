"""What a program gets: JSON with decimals as strings and days in ISO form."""

from decimal import Decimal
from typing import Any

import orjson
from django.db import models
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language

from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.web.pages import Page

CLOSED_COLUMNS = {"cost": Right.SEE_MARGIN}
"""Columns of any table that only those with the right get to see."""

_NOT_SHOWN = (models.JSONField, models.BinaryField)


def answer(data: Any, status: int = 200) -> HttpResponse:
    response = HttpResponse(orjson.dumps(data, default=_plain), status=status, content_type="application/json")
    response.headers["Content-Language"] = get_language() or "en"
    return response


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, models.Model):
        return named(value)
    raise TypeError(type(value))


def named(row: Any) -> dict[str, Any] | None:
    """A row as others refer to it."""
    return {"id": row.pk, "name": str(row)} if row is not None else None


def listed(page: Page[Any], rows: list[Any]) -> dict[str, Any]:
    """A page of a list; `after` asks for the next one and is empty on the last."""
    return {"rows": rows, "after": page.after}


def columns(model: type[models.Model], viewer: Staff, *, but: tuple[str, ...] = ()) -> list[str]:
    """The columns of a table that this person may see, without bulky ones."""
    return [
        field.attname
        for field in model._meta.local_concrete_fields
        if field.attname not in but
        and not isinstance(field, _NOT_SHOWN)
        and (field.attname not in CLOSED_COLUMNS or viewer.may(CLOSED_COLUMNS[field.attname]))
    ]


def picked(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
