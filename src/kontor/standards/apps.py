from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StandardsConfig(AppConfig):
    name = "kontor.standards"
    label = "standards"

    def ready(self) -> None:
        """Enter our settings, and forget at each request what another process may have changed."""
        from kontor.standards import memory
        from kontor.standards.rules import carries
        from kontor.standards.settings import document_flow, house, register, wholesale

        for setting in (*wholesale.SETTINGS, *document_flow.SETTINGS, *house.SETTINGS):
            register(setting)
        carries("W-0.2", what="policy", name="standards.calendar", label=_("Working calendar"))
        memory.follow_requests()
