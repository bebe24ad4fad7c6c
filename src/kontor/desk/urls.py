"""Addresses of the desk."""

from django.urls import path

from kontor.desk import calls, clients, day, goods, notices, search, shell

app_name = "desk"
urlpatterns = [
    path("", day.page, name="my_day"),
    path("day/counts/", shell.nav_counts, name="counts"),
    path("search/", search.search, name="search"),
    path("notices/", notices.notices, name="notices"),
    path("debts/sheet/", calls.sheet, name="sheet"),
    path("debts/sheet/form/", calls.form_sheet, name="sheet_form"),
    path("debts/sheet/add/", calls.add, name="sheet_add"),
    path("debts/sheet/sheet.pdf", calls.sheet_pdf, name="sheet_pdf"),
    path("debts/sheet/<int:pk>/", calls.card, name="call"),
    path("debts/sheet/<int:pk>/record/", calls.record, name="record_call"),
    path("debts/sheet/<int:pk>/move/", calls.move, name="sheet_move"),
    path("clients/", clients.client_list, name="clients"),
    path("clients/<int:pk>/", clients.client, name="client"),
    path("clients/<int:pk>/folder.pdf", clients.client_folder, name="client_folder"),
    path("clients/<int:pk>/<slug:tab>/", clients.client_tab, name="client_tab"),
    path("products/", goods.products, name="products"),
    path("products/<int:pk>/", goods.product, name="product"),
]
