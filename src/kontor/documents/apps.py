from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DocumentsConfig(AppConfig):
    name = "kontor.documents"
    label = "documents"

    def ready(self) -> None:
        """Let every app enter its kinds, actions, events and duties, the lower floors first."""
        autodiscover_modules("verbs")
