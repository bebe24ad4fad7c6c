from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "kontor.timeline"
    label = "timeline"
