"""Verbs on staff, as far as a new installation needs them: roles, the first office, hiring, passwords."""

from collections.abc import Collection

from django.db import transaction

from kontor.people.models import Office, Role, Staff
from kontor.people.roles import BUILT_IN


@transaction.atomic
def establish_roles() -> None:
    """Enter the proposed roles that are missing. Those that an administrator edited stay as they are."""
    known = set(Role.objects.values_list("code", flat=True))
    Role.objects.bulk_create(
        [
            Role(code=role.code, rights=sorted(role.rights), scope=role.scope)
            for role in BUILT_IN.values()
            if role.code not in known
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def open_office(name: str, *, code: str = "", country: str = "RU", city: str = "") -> Office:
    """An office of the company. Safe to repeat: an office of this name is returned as it is."""
    return Office.objects.get_or_create(name=name, defaults={"code": code, "country": country, "city": city})[
        0
    ]


@transaction.atomic
def hire(email: str, *, name: str, office: Office, roles: Collection[str], password: str = "") -> Staff:
    """A person who may sign in. Safe to repeat: whoever has this address is returned as he is.

    Raises `Role.DoesNotExist` for an unknown role code. Without a password nobody signs in under this name.
    """
    email = email.strip().lower()
    if known := Staff.objects.filter(email=email).first():
        return known
    staff = Staff(email=email, name=name, office=office)
    set_password(staff, password)
    staff.roles.set([Role.objects.get(code=code) for code in roles])
    return staff


def set_password(staff: Staff, password: str) -> None:
    """A new password, or none at all when it is empty. Raises `ValidationError` for one that is too weak."""
    from django.contrib.auth.password_validation import validate_password

    if password:
        validate_password(password, staff)
        staff.set_password(password)
    else:
        staff.set_unusable_password()
    staff.save()
