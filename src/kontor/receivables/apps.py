from django.apps import AppConfig


class ReceivablesConfig(AppConfig):
    name = "kontor.receivables"
    label = "receivables"
