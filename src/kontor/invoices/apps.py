from django.apps import AppConfig


class InvoicesConfig(AppConfig):
    name = "kontor.invoices"
    label = "invoices"
