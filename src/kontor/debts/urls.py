"""Addresses of debts. The call sheet, which joins several apps, is a page of `desk`."""

from django.urls import path

from kontor.debts import views

app_name = "debts"
urlpatterns = [
    path("debts/", views.debts, name="list"),
    path("debts/debts.xlsx", views.debts_xlsx, name="xlsx"),
    path("debts/statements/", views.statements, name="reconciliations"),
    path("debts/statements/new/", views.new, name="new"),
    path("debts/statements/<int:pk>/", views.reconciliation, name="reconciliation"),
    path("debts/statements/<int:pk>/statement.pdf", views.statement_pdf, name="pdf"),
    path("debts/statements/<int:pk>/statement.xlsx", views.statement_xlsx, name="statement_xlsx"),
]
