"""Addresses of the forms of a card. The card itself and the list, with debts, are pages of `desk`."""

from django.urls import path

from kontor.clients import views

app_name = "clients"
urlpatterns = [
    path("clients/new/", views.new, name="new"),
    path("clients/options/", views.options, name="options"),
    path("clients/doubles/", views.doubles, name="doubles"),
    path("clients/<int:pk>/edit/", views.edit, name="edit"),
    path("clients/<int:pk>/terms/", views.terms, name="terms"),
    path("clients/<int:pk>/manager/", views.owner, name="owner"),
    path("clients/<int:pk>/people/new/", views.person, name="person_new"),
    path("clients/<int:pk>/people/<int:person_pk>/", views.person, name="person"),
    path("clients/<int:pk>/accounts/new/", views.account, name="account"),
    path("clients/<int:pk>/accounts/<int:account_pk>/remove/", views.drop_account, name="drop_account"),
]
