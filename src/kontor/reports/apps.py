from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "kontor.reports"
    label = "reports"
