"""What a program sends, held against the very form that people fill in."""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from kontor.api.fields import FormClass
from kontor.web.once import once

P = ParamSpec("P")
Body = dict[str, Any]


class Unreadable(Exception):
    """The call itself cannot be understood: no JSON, or a key that is none. Answered with 400."""


class Invalid(Exception):
    """The call is understood, but what it says is not possible: sentences by field. Answered with 422."""

    def __init__(self, errors: Mapping[str, list[str]]) -> None:
        self.errors = dict(errors)
        super().__init__(self.errors)


def writing(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:  # fmt: skip
    """Decorate what changes something: one call is one transaction, and one `Idempotency-Key` one execution."""
    guarded = once(view)

    @wraps(view)
    def written(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.auth.only_reads:  # type: ignore[attr-defined]
            raise PermissionDenied(_("This token only reads: it was given no right."))
        _check_key(request)
        with transaction.atomic():
            return guarded(request, *args, **kwargs)

    return written


def _check_key(request: HttpRequest) -> None:
    if key := request.headers.get("Idempotency-Key"):
        try:
            UUID(key)
        except ValueError as wrong:
            raise Unreadable(_("The Idempotency-Key must be a UUID.")) from wrong


def read(request: HttpRequest) -> Body:
    """The body: a JSON object, or the fields of a form with files. Nothing sent reads as an empty object."""
    if request.content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        return {name: values if len(values) > 1 else values[0] for name, values in request.POST.lists() if values}
    if not request.body.strip():
        return {}
    try:
        body = json.loads(request.body, parse_float=str, parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        raise Unreadable(_("The body is not JSON.")) from wrong
    if not isinstance(body, dict):
        raise Unreadable(_("The body must be a JSON object."))
    return body


def _no_number(name: str) -> None:
    raise ValueError(name)


def take_version(body: Body) -> int | None:
    """The version that the caller has seen, taken out of the body."""
    version = body.pop("version", None)
    if version is None or str(version).isdecimal():
        return int(version) if version is not None else None
    raise Invalid({"version": [_("Enter a whole number.")]})


def take_list(body: Body, name: str) -> list[Any]:
    """A list of objects or numbers, taken out of the body."""
    found = body.pop(name, [])
    if not isinstance(found, list):
        raise Invalid({name: [_("Give a list.")]})
    return found


def fill(form: FormClass, body: Body, files: MultiValueDict[str, Any] | None = None, **kwargs: Any) -> Any:
    """The form with what was sent, found valid. A field left out reads as the page shows it at first.

    Raises `Invalid` with the form's own sentences, and for fields that it does not have.
    """
    filled = form(as_post({**usual(form), **body}), files or MultiValueDict(), **kwargs)
    check_names(body, filled.fields)
    if not filled.is_valid():
        raise Invalid({name: [str(sentence) for sentence in found] for name, found in filled.errors.items()})
    return filled


def usual(form: FormClass) -> Body:
    """What the fields of a form hold before anybody has typed."""
    initial = {name: field.initial for name, field in form.base_fields.items()}
    values = {name: value() if callable(value) else value for name, value in initial.items()}
    return {name: value for name, value in values.items() if value not in (None, "", False, [])}


def amend(form: FormClass, row: Any, body: Body, **kwargs: Any) -> Any:
    """The form of a row with what stands there, and over it what was sent."""
    standing = model_to_dict(row, fields=list(form.base_fields))
    check_names(body, form.base_fields)
    return fill(form, {**standing, **body}, instance=row, **kwargs)


def check_names(body: Body, known: Mapping[str, Any]) -> None:
    if strange := [name for name in body if name not in known]:
        raise Invalid({name: [_("There is no such field.")] for name in strange})


def as_post(body: Mapping[str, Any]) -> QueryDict:
    """JSON as a posted form: null is nothing, lists are repeated fields."""
    post = QueryDict(mutable=True)
    for name, value in body.items():
        if isinstance(value, dict):
            raise Invalid({name: [_("Give a plain value.")]})
        if value is not None:
            post.setlist(name, [_text(each) for each in value] if isinstance(value, list) else [_text(value)])
    return post


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
