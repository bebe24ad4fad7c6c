"""Every address of the product: one line per app."""

from django.urls import include, path

urlpatterns = [
    path("", include("kontor.desk.urls")),
]
