"""The outbox, one letter, its enclosures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from procrastinate.contrib.django import app

from kontor.letters import actions, queries
from kontor.letters.models import Letter
from kontor.people.viewer import viewer
from kontor.web.once import once
from kontor.web.pages import page
from kontor.web.parts import redirect, render


def outbox(request: HttpRequest) -> HttpResponse:
    state = request.GET.get("state", "")
    rows = queries.outbox(viewer(request), state if state in Letter.State.values else "")
    context = {
        "page": page(rows, request.GET.get("after", ""), order=("-pk",)),
        "state": state,
        "states": [("", _("All"), ""), *((value, label, "") for value, label in Letter.State.choices)],
        "has_server": queries.mail_server() is not None,
    }
    return render(request, "letters/outbox.html", context, part="outbox")


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.outbox(viewer(request)), pk=pk)
    files = found.attachments.defer("content")
    return render(request, "letters/letter.html", {"letter": found, "files": files})


def enclosure(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    found = get_object_or_404(queries.outbox(viewer(request)), pk=pk)
    attachment = get_object_or_404(found.attachments, pk=file)
    response = HttpResponse(bytes(attachment.content), content_type=attachment.mime)
    response.headers["Content-Disposition"] = f'attachment; filename="enclosure-{attachment.pk}"'
    return response


@require_POST
@once
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Try a failed letter once more, if need be to a corrected address."""
    found = get_object_or_404(queries.outbox(viewer(request)), pk=pk)
    actions.send_again(found, by=viewer(request), to=request.POST.get("to", "").strip())
    app.configure_task("letters.deliver").defer(letter=found.pk)
    return redirect(request, f"/letters/{found.pk}/", said=_("The letter is on its way again."))
