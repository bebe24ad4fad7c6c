from django.apps import AppConfig


class TurnoverConfig(AppConfig):
    name = "kontor.turnover"
    label = "turnover"
