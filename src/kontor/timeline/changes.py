"""What stood before and what stands now: how a change of a row is kept in an event, and how it is read again."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from kontor.kernel import formats
from kontor.parties.models import Client, ClientAccount, Person
from kontor.timeline.facts import plain, read

_MODELS: tuple[type[models.Model], ...] = (Client, Person, ClientAccount)
_SILENT = {"phone_digits"}


def to_keep(value: Any) -> Any:
    """A column's value as JSON: sums and days marked, a row by its name, which stays when the row is renamed."""
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    if isinstance(value, Decimal):
        value = value.quantize(Decimal("0.01"))
    return plain({"value": value})["value"]


def told(changes: Mapping[str, Any], language: str | None = None) -> Iterator[tuple[str, str, str]]:
    """Each change as (label, before, after) in the reader's words. A column that is gone is named by its code."""
    for name, (before, after) in changes.items():
        if name not in _SILENT:
            field = _field(name)
            label = str(field.verbose_name) if field else name
            yield label, display(field, read(before), language), display(field, read(after), language)


def display(field: Any, value: Any, language: str | None = None) -> str:
    """A column's value for the eye: choices by their labels, sums and days in the reader's format, nothing as a dash."""
    field = getattr(field, "base_field", field)
    labels = dict(getattr(field, "flatchoices", ()) or ())
    if isinstance(value, list | tuple):
        return ", ".join(str(labels.get(each, each)) for each in value) or formats.NOTHING
    if value in (None, ""):
        return formats.NOTHING
    if value in labels:
        return str(labels[value])
    return shown(value, language)


def shown(value: Any, language: str | None = None) -> str:
    """A fact in the reader's format."""
    match value:
        case bool():
            return "✓" if value else formats.NOTHING
        case Decimal():
            return (
                formats.qty(value, language) if value == value.to_integral_value() else formats.money(value, language)
            )
        case int():
            return formats.number(value, 0, language)
        case date():
            return formats.day_full(value, language)
    return str(value)


def _field(name: str) -> Any:
    for model in _MODELS:
        fields = {field.name: field for field in model._meta.fields}
        if name in fields:
            return fields[name]
    return None
