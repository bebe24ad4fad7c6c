"""The one API object, and every way in which a call does not go as asked."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from kontor.api.caller import Bearer, PerToken, Session
from kontor.api.given import Invalid, Unreadable
from kontor.kernel.refusals import Changed, Refused
from kontor.web.middleware import changed, problem, refused

ROOT = "/api/v1"
E = TypeVar("E", bound=Exception)

api = NinjaAPI(
    title="Kontor",
    version="1",
    description="Every verb of the sales office: the same actions, gates and forms as its pages.",
    docs_url=None,
    openapi_url=None,
    auth=[Bearer(), Session()],
    throttle=[PerToken()],
    urls_namespace="api-v1",
)


Tell = Callable[[HttpRequest, E], HttpResponse]


def _tells(*exceptions: type[Exception]) -> Callable[[Tell[E]], Tell[E]]:
    """Enter how these exceptions are answered, in the reader's language."""

    def enter(tell: Tell[E]) -> Tell[E]:
        def told(request: HttpRequest, exception: Any) -> HttpResponse:
            response = tell(request, exception)
            response.headers["Content-Language"] = get_language() or "en"
            return response

        for exception in exceptions:
            api.add_exception_handler(exception, told)
        return tell

    return enter


@_tells(Refused)
def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    return refused(request, refusal)


@_tells(Changed)
def _changed(request: HttpRequest, change: Changed) -> HttpResponse:
    return changed(request, change)


@_tells(Invalid)
def _invalid(request: HttpRequest, wrong: Invalid) -> HttpResponse:
    return problem(422, "invalid", _("Some fields cannot be taken as they are."), fields=wrong.errors)


@_tells(ValidationError)
def _bad_question(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    fields = {str(error["loc"][-1]): [str(error["msg"])] for error in wrong.errors}
    return problem(422, "invalid", _("Some fields cannot be taken as they are."), fields=fields)


@_tells(DataError)
def _out_of_range(request: HttpRequest, wrong: DataError) -> HttpResponse:
    return problem(422, "invalid", _("A number is larger than can be kept."), fields={})


@_tells(Unreadable)
def _unreadable(request: HttpRequest, wrong: Unreadable) -> HttpResponse:
    return problem(400, "unreadable", str(wrong))


@_tells(Http404, ObjectDoesNotExist)
def _not_found(request: HttpRequest, missing: Exception) -> HttpResponse:
    return problem(404, "not_found", _("There is no such thing, or it is not yours to see."))


@_tells(PermissionDenied)
def _forbidden(request: HttpRequest, denied: PermissionDenied) -> HttpResponse:
    return problem(403, "forbidden", str(denied) or _("You may not do this."))


@_tells(AuthenticationError)
def _signed_out(request: HttpRequest, missing: AuthenticationError) -> HttpResponse:
    response = problem(401, "signed_out", _("Show a token that is in force: Authorization: Bearer …"))
    response.headers["WWW-Authenticate"] = 'Bearer realm="Kontor"'
    return response


@_tells(Throttled)
def _too_many(request: HttpRequest, many: Throttled) -> HttpResponse:
    response = problem(429, "too_many", _("Too many calls. Wait a moment."))
    response.headers["Retry-After"] = str(round(many.wait or 1))
    return response


@_tells(HttpError)
def _closed(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 403:
        return problem(403, "forbidden", _("A call by the session of a browser carries its CSRF token."))
    return problem(error.status_code, "unreadable", str(error))


@_tells(Exception)
def _failed(request: HttpRequest, error: Exception) -> HttpResponse:
    logging.getLogger("kontor.api").exception("A call failed", exc_info=error)
    return problem(500, "failed", _("Something is broken on our side. It is noted; nothing was changed."))
