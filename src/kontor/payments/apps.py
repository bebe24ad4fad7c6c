from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "kontor.payments"
    label = "payments"
