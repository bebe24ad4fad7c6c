from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "kontor.standards"
    label = "standards"
