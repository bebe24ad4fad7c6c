from django.apps import AppConfig


class DebtsConfig(AppConfig):
    name = "kontor.debts"
    label = "debts"
