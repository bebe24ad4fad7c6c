from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "kontor.desk"
    label = "desk"
