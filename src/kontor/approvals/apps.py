from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "kontor.approvals"
    label = "approvals"
