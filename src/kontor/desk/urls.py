"""Addresses of the desk."""

from django.urls import path

from kontor.desk import clients, goods

app_name = "desk"
urlpatterns = [
    path("clients/", clients.client_list, name="clients"),
    path("clients/<int:pk>/", clients.client, name="client"),
    path("clients/<int:pk>/folder.pdf", clients.client_folder, name="client_folder"),
    path("clients/<int:pk>/<slug:tab>/", clients.client_tab, name="client_tab"),
    path("products/", goods.products, name="products"),
    path("products/<int:pk>/", goods.product, name="product"),
]
