"""Fixtures of every test: the database comes from the plugin that pyproject.toml names."""

from kontor.server.testing import django_db_modify_db_settings as django_db_modify_db_settings
