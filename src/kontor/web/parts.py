"""How a view answers: the whole page, or the named blocks of the same template when htmx asks."""

import json
import re
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import engines
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from jinja2_fragments import render_block

asking: ContextVar[HttpRequest | None] = ContextVar("asking", default=None)
"""The request whose page is being drawn: components are drawn outside the page's own context."""

_FIRST_TAG = re.compile(r"(<[a-zA-Z][\w-]*)")


def render(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    part: str = "",
    oob: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    """Answer with the page `template`; if htmx asks and `part` is given, with the block of that name alone.

    `oob` names further blocks (at most three) that htmx swaps elsewhere on the page: the root element of each must carry an
    `id`, and gets `hx-swap-oob` here. A form with errors answers with `status=422`.
    """
    engine: Any = engines["jinja2"]
    full = complete(request, context or {})
    if part and is_htmx(request):
        blocks = [render_block(engine.env, template, part, full)]
        blocks += [_out_of_band(render_block(engine.env, template, name, full)) for name in oob]
        body = "\n".join(blocks)
    else:
        body = engine.env.get_template(template).render(full)
    response = HttpResponse(body, status=status)
    response.headers["Vary"] = "HX-Request"
    return response


def complete(request: HttpRequest, context: Mapping[str, Any]) -> dict[str, Any]:
    """The context with what Django's backend would add: request, CSRF and the context processors."""
    engine: Any = engines["jinja2"]
    asking.set(request)
    full = {
        **context,
        "request": request,
        "csrf_input": csrf_input_lazy(request),
        "csrf_token": csrf_token_lazy(request),
    }
    for processor in engine.template_context_processors:
        full.update(processor(request))
    return full


def is_htmx(request: HttpRequest) -> bool:
    """Does htmx ask for a part? Going back in history asks for the page."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not htmx.history_restore_request


def redirect(request: HttpRequest, to: str, *, said: object = "", undo: str = "") -> HttpResponse:
    """Leave a form after it was carried out: 303, or `HX-Redirect` when htmx posted it.

    `said` is shown as a toast on the page that follows, `undo` is the address that takes the action back.
    """
    if said:
        messages.success(request, str(said), extra_tags=undo)
    if is_htmx(request):
        return HttpResponse(status=204, headers={"HX-Redirect": to})
    return HttpResponseRedirect(to, status=303)


def toast(response: HttpResponse, text: object, *, undo: str = "") -> HttpResponse:
    """Tell the result of an action in passing, with the address that takes it back where there is one."""
    triggers = json.loads(response.headers.get("HX-Trigger", "{}"))
    triggers["toast"] = {"text": str(text), **({"undo": undo} if undo else {})}
    response.headers["HX-Trigger"] = json.dumps(triggers)
    return response


def _out_of_band(block: str) -> str:
    return _FIRST_TAG.sub(r'\1 hx-swap-oob="true"', block, count=1)
