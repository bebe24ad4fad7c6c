"""Addresses of the contact log."""

from django.urls import path

from kontor.contacts import views

app_name = "contacts"
urlpatterns = [
    path("contacts/", views.log_page, name="list"),
    path("contacts/new/", views.new, name="new"),
    path("contacts/plan/", views.plan, name="plan"),
    path("contacts/<int:pk>/correct/", views.correct, name="correct"),
]
