from django.apps import AppConfig


class PrintingConfig(AppConfig):
    name = "kontor.printing"
    label = "printing"
