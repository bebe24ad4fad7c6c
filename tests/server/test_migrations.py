"""The tables are those of the migrations, and Django finds nothing wrong with the house."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


@pytest.mark.django_db
def test_django_finds_nothing_wrong() -> None:
    call_command("check", fail_level="WARNING", databases=["default"])
