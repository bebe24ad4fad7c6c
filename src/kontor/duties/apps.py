from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "kontor.duties"
    label = "duties"
