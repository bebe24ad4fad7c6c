"""Every address of the product: each app brings its own nouns."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from kontor.server.health import health

_APPS = [*settings.HOUSE, *(["demo"] if settings.DEMO else [])]

urlpatterns = [
    path("health", health, name="health"),
    path("accounts/", include("allauth.urls")),
    *(path("", include(f"kontor.{app}.urls")) for app in _APPS if find_spec(f"kontor.{app}.urls")),
]
