"""Statements and proposals need no database: alone, its tests run with the least of settings that sentences need."""

import os

import django
from django.conf import settings

if not os.environ.get("DJANGO_SETTINGS_MODULE"):
    settings.configure(INSTALLED_APPS=["kontor.kernel"], USE_I18N=True, LANGUAGE_CODE="en")
    django.setup()
