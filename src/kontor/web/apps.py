from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "kontor.web"
    label = "web"

    def ready(self) -> None:
        """What pages need and version control does not keep, the sprite and the compiled catalogues, is made where stale."""
        from kontor.web import messages, sprite

        sprite.ensure()
        messages.ensure()
