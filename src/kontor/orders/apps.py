from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "kontor.orders"
    label = "orders"
