"""From a paper's dataclass to the texts that its form prints."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints


def written(facts: Any, language: str) -> dict[str, Any]:
    """A dataclass or mapping as nested texts, each number and date written as its field's type says.

    Raises TypeError for a number or date whose type does not say how to write it.
    """
    if isinstance(facts, Mapping):
        return {str(key): _written(value, type(value), language) for key, value in facts.items()}
    hints = _hints(type(facts))  # type: ignore[arg-type]  # mypy doubts that classes are hashable
    return {field.name: _written(getattr(facts, field.name), hints[field.name], language) for field in fields(facts)}


def _written(value: object, hint: Any, language: str) -> Any:
    hint = _present(hint)
    if value is None or isinstance(value, str | bool | int):
        return value
    if get_origin(hint) is Annotated:
        return hint.__metadata__[0](value, language)
    if isinstance(value, Decimal | date):
        raise TypeError(f"{value!r} needs a type of printing.parts that says how it is written")
    if isinstance(value, list | tuple):
        item = get_args(hint)[0] if get_args(hint) else object
        return [_written(each, item, language) for each in value]
    if is_dataclass(value) or isinstance(value, Mapping):
        return written(value, language)
    raise TypeError(f"{type(value).__name__} cannot be printed")


def _present(hint: Any) -> Any:
    """The hint without `| None`."""
    if get_origin(hint) in (Union, UnionType):
        return next(each for each in get_args(hint) if each is not NoneType)
    return hint


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)
