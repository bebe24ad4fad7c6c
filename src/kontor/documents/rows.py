"""Many rows in one cheap INSERT, and the few statements that are written by hand.

Django compiles the same INSERT anew on every call. The few hot actions use this instead: the statement's text is cached
per model and columns, values still pass through each field's own preparation.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, models


@lru_cache(maxsize=256)
def _insert(model: type[models.Model], columns: tuple[str, ...]) -> tuple[str, str, str, tuple[Any, ...]]:
    fields: tuple[Any, ...] = tuple(model._meta.get_field(name) for name in columns)
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    row = "(" + ", ".join(["%s"] * len(fields)) + ")"
    key = quote(str(model._meta.pk.column))
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ", row, f" RETURNING {key}", fields


def fast_insert(model: type[models.Model], rows: Sequence[dict[str, Any]]) -> list[int]:
    """Insert rows given as dicts of field names (or attnames) with equal keys; answer their primary keys, in order."""
    if not rows:
        return []
    columns = tuple(rows[0])
    head, row, returning, fields = _insert(model, columns)
    values = [
        field.get_db_prep_save(given[name], connection)
        for given in rows
        for name, field in zip(columns, fields, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(head + ", ".join([row] * len(rows)) + returning, values)
        return [key for (key,) in cursor.fetchall()]


def fetch(statement: str, asked: Mapping[str, Any]) -> list[Any]:
    """Run a statement written by hand, with `%(name)s` parameters; answer its rows, none if it gives none."""
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return list(cursor.fetchall()) if cursor.description else []


def execute(statement: str, asked: Mapping[str, Any]) -> int:
    """Run a statement written by hand; answer how many rows it wrote or found."""
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return int(cursor.rowcount)


@lru_cache(maxsize=256)
def _update(model: type[models.Model], columns: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    fields = tuple(model._meta.get_field(name) for name in columns)
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)  # type: ignore[union-attr]
    key = quote(str(model._meta.pk.column))
    return f"UPDATE {quote(model._meta.db_table)} SET {sets} WHERE {key} = %s", fields


def fast_update(model: type[models.Model], pk: int, values: dict[str, Any]) -> None:
    """Change columns (field names) of one row by its key."""
    statement, fields = _update(model, tuple(values))
    plain = (value.pk if isinstance(value, models.Model) else value for value in values.values())
    prepared = [field.get_db_prep_save(value, connection) for field, value in zip(fields, plain, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*prepared, pk])
