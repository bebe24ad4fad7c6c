"""The API, its reference, the page of tokens. Whoever asks under /api/ without a session gets a problem, not a sign-in page."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.generic import RedirectView

from kontor.api import openapi, views
from kontor.api.reference import reference
from kontor.api.resources import bank, clients, contacts, debts, goods, orders, papers, warehouse, work
from kontor.api.site import api

RESOURCES = (papers, orders, clients, contacts, goods, bank, warehouse, debts, work, openapi)
"""Each has entered its addresses on import."""


@login_not_required
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """An address of the API that does not exist is a problem too."""
    raise Http404


def _open() -> list[URLPattern]:
    """The API asks for its caller itself."""
    patterns = [each for each in api.urls[0] if isinstance(each, URLPattern) and each.name != "api-root"]
    for each in patterns:
        login_not_required(each.callback)
    return patterns


urlpatterns = [
    path("profile/tokens/", views.tokens, name="tokens"),
    path("profile/tokens/<int:pk>/end/", views.end, name="end_token"),
    path("api/v1/", RedirectView.as_view(pattern_name="api_reference")),
    path("api/v1/docs", reference, name="api_reference"),
    *(path(f"api/v1/{each.pattern}", each.callback) for each in _open()),
    path("api/<path:rest>", nothing),
]
