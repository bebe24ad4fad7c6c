from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kontor.letters"
    label = "letters"
