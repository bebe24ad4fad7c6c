from django.apps import AppConfig


class PricingConfig(AppConfig):
    name = "kontor.pricing"
    label = "pricing"
