from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "kontor.clients"
    label = "clients"
