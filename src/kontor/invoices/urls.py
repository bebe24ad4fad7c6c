from django.urls import path

from kontor.invoices import views

app_name = "invoices"
urlpatterns = [
    path("invoices/", views.invoices, name="invoices"),
    path("invoices/<int:pk>/", views.invoice, name="invoice"),
    path("invoices/<int:pk>/invoice.pdf", views.invoice_pdf, name="pdf"),
]
