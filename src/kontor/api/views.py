"""The page of tokens in the profile."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from kontor.api import actions, queries
from kontor.api.forms import TokenForm
from kontor.kernel.refusals import Refused
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.web.once import once
from kontor.web.parts import redirect, render


@sensitive_variables("secret")
def tokens(request: HttpRequest) -> HttpResponse:
    """My tokens and a new one. Its secret is shown in this one answer, which nothing keeps: hence no `once` here."""
    by, secret = viewer(request), ""
    form = TokenForm(request.POST or None, staff=by)
    if request.method == "POST" and form.is_valid():
        secret = _made(form, by)
        form = TokenForm(staff=by) if secret else form
    context = {"form": form, "tokens": list(queries.tokens_of(by)), "secret": secret}
    response = render(request, "api/tokens.html", context, status=422 if form.is_bound else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def _made(form: TokenForm, by: Staff) -> str:
    """The secret of the new token; empty if it was refused, and the form says why."""
    data = form.cleaned_data
    try:
        _token, secret = actions.make_token(
            data["name"], data["rights"], by=by, at=timezone.now(), ends_at=form.ends_at(), decides=data["decides"]
        )
    except Refused as refused:
        for refusal in refused.refusals:
            form.add_error(refusal.code if refusal.code in form.fields else None, str(refusal.sentence))
        return ""
    return secret


@require_POST
@once
def end(request: HttpRequest, pk: int) -> HttpResponse:
    by = viewer(request)
    token = actions.end_token(get_object_or_404(queries.tokens_of(by), pk=pk), by=by, at=timezone.now())
    return redirect(
        request, reverse("tokens"), said=_("The token “{name}” opens nothing any more.").format(name=token.name)
    )
