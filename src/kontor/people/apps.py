from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kontor.people"
    label = "people"
