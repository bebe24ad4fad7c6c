from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "kontor.papers"
    label = "papers"
