"""Addresses of the desk."""

from django.urls import path

from kontor.desk import clients

app_name = "desk"
urlpatterns = [
    path("clients/", clients.client_list, name="clients"),
    path("clients/<int:pk>/", clients.client, name="client"),
    path("clients/<int:pk>/folder.pdf", clients.client_folder, name="client_folder"),
    path("clients/<int:pk>/<slug:tab>/", clients.client_tab, name="client_tab"),
]
