"""What went otherwise than asked, in words: refused, changed by somebody else, not allowed, not found, signed out.

Each answer comes in the form the asker understands: a page, a dialog over the page that htmx asked from (what was typed
stays), or a problem document for programs.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.kernel.refusals import Changed, Refusal, Refused
from kontor.web.once import new_op
from kontor.web.parts import is_htmx, render

_TITLES = {
    "refused": gettext_lazy("This cannot be done now"),
    "changed": gettext_lazy("Somebody was faster"),
    "invalid": gettext_lazy("Some fields are not right"),
    "not_found": gettext_lazy("Not found"),
    "forbidden": gettext_lazy("Not allowed"),
    "signed_out": gettext_lazy("Not signed in"),
}
_NOT_RESENT = {"csrfmiddlewaretoken", "op", "version"}


class RefusalMiddleware:
    """Stands last, next to the views."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if is_htmx(request) and _sends_to_sign_in(response):
            return _over_the_page(request, "signed_out", 401, sign_in=_sign_in_address(request))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        match exception:
            case Refused():
                return refused(request, exception)
            case Changed():
                return changed(request, exception)
            case PermissionDenied() if wants_json(request):
                return problem(403, "forbidden", str(exception) or _("You may not do this."))
            case PermissionDenied() if is_htmx(request):
                return _over_the_page(request, "forbidden", 403, reason=str(exception))
            case Http404() if wants_json(request):
                return problem(404, "not_found", _("There is no such thing, or it is not yours to see."))
            case Http404() if is_htmx(request):
                return _over_the_page(request, "not_found", 404)
        return None


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """409 of type `refused` with every reason."""
    if wants_json(request):
        return problem(409, "refused", str(refusal), refusals=[as_data(each) for each in refusal.refusals])
    return _over_the_page(request, "refused", 409, refusals=refusal.refusals, kind="refused")


def changed(request: HttpRequest, change: Changed) -> HttpResponse:
    """409 of type `changed`: who was faster and what stands now. "Keep mine" sends the same form over their version."""
    if wants_json(request):
        return problem(409, "changed", str(change), by=change.by, theirs=dict(change.theirs))
    mine = [(name, value) for name, values in request.POST.lists() if name not in _NOT_RESENT for value in values]
    shown = {name: value for name, value in change.theirs.items() if name != "version"}
    return _over_the_page(
        request, "changed", 409, change=change, theirs=shown, mine=mine, version=change.theirs.get("version", ""),
        op=new_op(), page=_page_of(request), kind="changed",
    )  # fmt: skip


def problem(status: int, kind: str, sentence: str, **more: object) -> JsonResponse:
    """A problem document (RFC 9457): its kind as an address and in words, what it is here, and `more` as data."""
    title = str(_TITLES.get(kind, "")) or sentence
    document = {"type": f"/problems/{kind}", "title": title, "status": status, "detail": sentence, **more}
    return JsonResponse(document, status=status, content_type="application/problem+json")


def wants_json(request: HttpRequest) -> bool:
    """Is it a program that asks?"""
    return (
        request.path.startswith("/api/")
        or request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    )


def _over_the_page(request: HttpRequest, name: str, status: int, *, kind: str = "", **context: Any) -> HttpResponse:
    """The page `web/problems/<name>.html`; for htmx its dialog alone, put into the page's one place for such answers."""
    response = render(request, f"web/problems/{name}.html", context, part="problem", status=status)
    if is_htmx(request):
        response.headers["HX-Retarget"] = "#problem"
        response.headers["HX-Reswap"] = "innerHTML"
    if kind:
        response.headers["X-Problem"] = kind
    return response


def as_data(refusal: Refusal) -> dict[str, object]:
    """A refusal for programs, without the figures that are closed to whoever asked."""
    facts = {
        name: fact if isinstance(fact, int | str) else str(fact)
        for name, fact in refusal.facts.items()
        if name not in refusal.closed
    }
    told = {**asdict(refusal), "sentence": str(refusal.sentence), "opens": str(refusal.opens), "facts": facts}
    del told["closed"]
    return told


def _sends_to_sign_in(response: HttpResponseBase) -> bool:
    return response.status_code == 302 and response.headers["Location"].startswith(resolve_url(settings.LOGIN_URL))


def _sign_in_address(request: HttpRequest) -> str:
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': _page_of(request)})}"


def _page_of(request: HttpRequest) -> str:
    """The page the asker looks at: htmx names it; without htmx it is where the form stood."""
    if is_htmx(request):
        return request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
    came_from = urlsplit(request.headers.get("Referer", ""))
    return urlunsplit(("", "", came_from.path or request.path, came_from.query, ""))
