"""The reference for programs, made of the addresses themselves and of the register."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from kontor.api.answers import answer
from kontor.api.site import ROOT, api

_TEXT = {"type": "string"}
_REFUSAL = {
    "type": "object",
    "properties": {
        "code": _TEXT, "sentence": _TEXT, "opens": _TEXT, "facts": {"type": "object"}, "clause": _TEXT, "consent": _TEXT,
    },
}  # fmt: skip
PROBLEM = {
    "type": "object",
    "properties": {
        "type": {"type": "string", "enum": [
            f"/problems/{kind}" for kind in (
                "refused", "changed", "invalid", "doubles", "unreadable", "not_found", "forbidden", "signed_out", "too_many",
                "failed",
            )
        ]},
        "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT,
        "refusals": {"type": "array", "items": _REFUSAL},
        "fields": {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}},
        "by": _TEXT, "theirs": {"type": "object"},
    },
}  # fmt: skip
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "format": "uuid"},
    "description": "one key, one execution: a repeat gets the first answer",
}


@cache
def schema() -> dict[str, Any]:
    """The OpenAPI document, in English. Every operation may answer with a problem."""
    with translation.override("en"):
        made: dict[str, Any] = api.get_openapi_schema(path_prefix=ROOT)
    made.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for operations in made["paths"].values():
        for method, operation in operations.items():
            operation["responses"]["default"] = {"description": "A problem", "content": problem}
            if method != "get":
                operation.setdefault("parameters", []).append(_KEY)
    return made


@api.get("/openapi.json", operation_id="openapi", include_in_schema=False)
def openapi(request: HttpRequest) -> HttpResponse:
    return answer(schema())
