from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "kontor.standards"
    label = "standards"

    def ready(self) -> None:
        """Enter our settings, and forget at each request what another process may have changed."""
        from kontor.standards import memory
        from kontor.standards.settings import document_flow, house, register, wholesale

        for setting in (*wholesale.SETTINGS, *document_flow.SETTINGS, *house.SETTINGS):
            register(setting)
        memory.follow_requests()
