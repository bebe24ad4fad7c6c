"""Plain makers of staff for the tests of every app."""

from itertools import count

from kontor.people.models import Office, Role, Staff
from kontor.people.roles import BUILT_IN

_numbers = count(1)


def make_office(name: str = "Moscow", **columns: object) -> Office:
    """The office of this name; made once."""
    return Office.objects.get_or_create(name=name, defaults={"code": name[:2].upper(), "city": name, **columns})[0]


def make_role(code: str) -> Role:
    """A built-in role as a new installation has it; made once."""
    built_in = BUILT_IN[code]
    rights = sorted(built_in.rights)
    return Role.objects.get_or_create(code=code, defaults={"rights": rights, "scope": built_in.scope})[0]


def make_staff(*role_codes: str, office: Office | None = None, name: str = "", **columns: object) -> Staff:
    """A colleague in these roles, without a password: tests sign in by `client.force_login`."""
    number = next(_numbers)
    columns = {"email": f"staff{number}@kontor.example", "name": name or f"Colleague {number}", **columns}
    staff = Staff.objects.create(office=office or make_office(), password="!", **columns)
    staff.roles.set([make_role(code) for code in role_codes])
    return staff
