from django.apps import AppConfig


class StockConfig(AppConfig):
    name = "kontor.stock"
    label = "stock"
