from django.apps import AppConfig


class ShipmentsConfig(AppConfig):
    name = "kontor.shipments"
    label = "shipments"
