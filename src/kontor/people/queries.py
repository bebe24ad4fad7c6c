"""Questions about staff."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from kontor.people.models import Office, Role, Staff, StandIn
from kontor.people.rights import Right
from kontor.people.roles import BUILT_IN


def holders(role_code: str) -> QuerySet[Staff]:
    """Everybody at work who holds the role."""
    return Staff.objects.filter(is_active=True, roles__code=role_code)


def stand_ins_on(day: date) -> QuerySet[StandIn]:
    return StandIn.objects.filter(since__lte=day, until__gte=day, withdrawn_at=None).select_related("absent", "deputy")


def acts_for(deputy: Staff, day: date) -> list[Staff]:
    """Whom this person stands in for today, by recorded authorisation."""
    return [entry.absent for entry in stand_ins_on(day).filter(deputy=deputy)]


def role_codes_of(staff: Staff, day: date) -> dict[str, Staff]:
    """Every role this person may decide in, and for whom: own roles first, then those of the absent."""
    codes: dict[str, Staff] = {}
    for person in (staff, *acts_for(staff, day)):
        for role in person.role_list:
            codes.setdefault(role.code, person)
    return codes


def deciders(role_codes: Iterable[str], day: date) -> list[Staff]:
    """Who may decide in one of the roles today: its holders and their recorded stand-ins."""
    wanted = list(role_codes)
    deputies = stand_ins_on(day).filter(absent__roles__code__in=wanted).values("deputy")
    return list(
        Staff.objects.filter(Q(roles__code__in=wanted) | Q(pk__in=deputies), is_active=True).distinct().order_by("id")
    )


def who_may(right: Right, *, office: Office | None = None, limit: int = 3) -> list[Staff]:
    """Whom to ask: people at work who hold the right, those of the office first."""
    found = list(Staff.objects.filter(is_active=True, roles__rights__contains=[right]).distinct().order_by("id")[:50])
    found.sort(key=lambda staff: (office is not None and staff.office_id != office.pk, staff.pk))
    return found[:limit]


def colleagues() -> QuerySet[Staff]:
    """Everybody who works or has worked here, with office and roles."""
    return Staff.objects.select_related("office").prefetch_related("roles").order_by("-is_active", "name")


def roles_with_holders() -> QuerySet[Role]:
    """Every role and how many people at work hold it (`holders`)."""
    return Role.objects.annotate(holders=Count("staff", filter=Q(staff__is_active=True))).order_by("id")


def demo_staff() -> list[Staff]:
    """Whom a demo offers on its sign-in page: the first holder of each built-in role, in the order of the roles."""
    people = list(Staff.objects.filter(is_active=True).prefetch_related("roles").order_by("id")[:200])
    first: dict[str, Staff] = {}
    for person in people:
        for role in person.roles.all():
            first.setdefault(role.code, person)
    return list(dict.fromkeys(first[code] for code in BUILT_IN if code in first))
