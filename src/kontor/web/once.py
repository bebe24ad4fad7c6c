"""Posting once: a double click, a repeat after a lost answer or an eager client changes nothing twice.

Every posting form carries a fresh key in its field `op`; an API call carries it in the header `Idempotency-Key`. The key is
entered in the same transaction that does the work. Whoever comes second waits for the first at the unique index and then gets
the first one's answer. What was refused or found invalid leaves no trace, so the same form can be sent again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from kontor.kernel.refusals import Refusal, Refused
from kontor.web.models import Posted

P = ParamSpec("P")
_KEPT_HEADERS = (
    "Content-Type", "Location", "HX-Redirect", "HX-Location", "HX-Push-Url", "HX-Trigger", "HX-Retarget", "HX-Reswap",
)  # fmt: skip
_NOT_CONTENTS = {"op", "csrfmiddlewaretoken"}


@dataclass(frozen=True)
class Answer:
    """What the sender got: enough to say the same again."""

    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def new_op() -> str:
    """A fresh key for a form."""
    return str(uuid4())


def once(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Decorate a posting view: one key, one execution, one answer. The view runs in a transaction.

    An answer of 400 or above takes back what the view wrote. Without a key, or for GET, the view simply runs.
    """

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        op, staff = sent_op(request), getattr(request, "user", None)
        if op is None or request.method in ("GET", "HEAD") or staff is None or staff.pk is None:
            return view(request, *args, **kwargs)
        return _response(
            answer_once(
                op,
                staff=staff.pk,
                digest=digest_of(request),
                work=lambda: _answer(view(request, *args, **kwargs)),
            )
        )

    return guarded


def answer_once(op: UUID, *, staff: int, digest: str, work: Callable[[], Answer]) -> Answer:
    """Do `work` unless `op` of this staff was done before; then give the answer it got.

    Raises `Refused` (`op_reused`) if the key comes again with other contents.
    """
    with transaction.atomic():
        if not _claimed(op, staff, digest):
            return _earlier(op, staff, digest)
        answer = work()
        if answer.status >= 400:
            transaction.set_rollback(True)
        else:
            Posted.objects.filter(staff=staff, op=op).update(
                status=answer.status, headers=answer.headers, body=answer.body
            )
        return answer


def sent_op(request: HttpRequest) -> UUID | None:
    """The key of a post: its field `op` or its header `Idempotency-Key`; None if missing or not a UUID."""
    key = request.headers.get("Idempotency-Key") or request.POST.get("op", "")
    try:
        return UUID(key)
    except ValueError:
        return None


def digest_of(request: HttpRequest) -> str:
    """The fingerprint of address and contents; files count by name and size."""
    contents: list[object] = [request.method, request.get_full_path()]
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        contents += sorted((key, values) for key, values in request.POST.lists() if key not in _NOT_CONTENTS)
        contents += sorted((key, [(file.name, file.size) for file in files]) for key, files in request.FILES.lists())
    else:
        contents.append(request.body)
    return hashlib.sha256(repr(contents).encode()).hexdigest()


def _claimed(op: UUID, staff: int, digest: str) -> bool:
    """Enter the key. A rival that entered it first is waited for: its commit says no here, its rollback yes."""
    try:
        with transaction.atomic():
            Posted.objects.create(op=op, staff=staff, digest=digest)
    except IntegrityError:
        return False
    return True


def _earlier(op: UUID, staff: int, digest: str) -> Answer:
    posted = Posted.objects.get(staff=staff, op=op)
    if posted.digest != digest:
        sentence = _("This form was already sent with other contents. Load the page again and send it anew.")
        raise Refused([Refusal("op_reused", sentence)])
    return Answer(posted.status, posted.body, posted.headers)


def _answer(response: HttpResponseBase) -> Answer:
    if not isinstance(response, HttpResponse):
        raise TypeError("A view that posts once answers with a whole response, not with a stream.")
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    return Answer(response.status_code, response.content.decode(response.charset), headers)


def _response(answer: Answer) -> HttpResponse:
    return HttpResponse(answer.body, status=answer.status, headers=answer.headers)
