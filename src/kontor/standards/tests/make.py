"""Plain makers for the tests of this app."""

from itertools import count

from kontor.people.models import Office, Role, Staff
from kontor.people.rights import Right

_number = count(1)


def make_office(country: str = "RU", time_zone: str = "Europe/Moscow") -> Office:
    return Office.objects.create(name=f"Office {next(_number)}", country=country, time_zone=time_zone)


def make_staff(*rights: Right) -> Staff:
    n = next(_number)
    role = Role.objects.create(code=f"role-{n}", rights=[*rights])
    staff = Staff.objects.create(email=f"staff{n}@example.org", name=f"Staff {n}", office=make_office())
    staff.roles.add(role)
    return staff


def make_admin() -> Staff:
    return make_staff(Right.CHANGE_SETTINGS)
