"""The first administrator of a company, and `kontor user`: at a terminal or from the environment."""

import getpass
import os
import sys
from collections.abc import Iterable

from kontor.server.supervisor import CannotRun

_NO_TERMINAL = (
    "Nobody can sign in yet. Start once at a terminal, or set KONTOR_ADMIN_EMAIL and KONTOR_ADMIN_PASSWORD, "
    "or run: kontor user you@example.com --role admin"
)


def first_administrator() -> None:
    """When there is no staff: make the first administrator. Raises CannotRun where nobody can be asked."""
    from kontor.people import actions
    from kontor.people.models import Staff

    actions.establish_roles()
    if Staff.objects.exists():
        return
    email, password = os.environ.get("KONTOR_ADMIN_EMAIL", ""), os.environ.get("KONTOR_ADMIN_PASSWORD", "")
    if not (email and password) and not sys.stdin.isatty():
        raise CannotRun(_NO_TERMINAL)
    if not email:
        print("Nobody works here yet. Who is the first administrator?")
        email = input("E-mail: ").strip()
    enter(email, name="", roles=["admin"], office="", password=password)


def enter(email: str, *, name: str, roles: Iterable[str], office: str, password: str) -> None:
    """Hire somebody, or give somebody known a new password; asks at the terminal for a password that is not given."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from kontor.people import actions
    from kontor.people.models import Office, Role, Staff

    try:
        validate_email(email)
        password = password or _ask_password()
        actions.establish_roles()
        if known := Staff.objects.filter(email__iexact=email).first():
            actions.set_password(known, password)
            return
        place = Office.objects.first() if not office else None
        place = place or actions.open_office(office or "Head office")
        actions.hire(email, name=name or email.split("@")[0], office=place, roles=list(roles), password=password)
    except ValidationError as refused:
        raise CannotRun(" ".join(refused.messages)) from None
    except Role.DoesNotExist:
        known_codes = ", ".join(Role.objects.values_list("code", flat=True))
        raise CannotRun(f"There is no such role. The roles are: {known_codes}") from None


def _ask_password() -> str:
    if given := os.environ.get("KONTOR_PASSWORD"):
        return given
    if not sys.stdin.isatty():
        raise CannotRun("No password: run it at a terminal, or set KONTOR_PASSWORD.")
    password = getpass.getpass("Password (10 characters or more): ")
    if password != getpass.getpass("Once more: "):
        raise CannotRun("The two passwords differ; nothing was changed.")
    return password
