"""Verbs on staff: roles, offices, hiring, passwords, stand-ins, sessions, and what a person chooses about himself."""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import count

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from kontor.kernel.refusals import refuse_if
from kontor.people.gates import somebody_keeps_staff, staff_gates, stand_in_gates
from kontor.people.models import Office, Role, Staff, StandIn
from kontor.people.rights import Right
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
    return Office.objects.get_or_create(name=name, defaults={"code": code, "country": country, "city": city})[0]


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


@transaction.atomic
def enter_staff(
    *,
    by: Staff,
    email: str,
    name: str,
    office: Office,
    roles: Collection[Role],
    password: str = "",
    **columns: str,
) -> Staff:
    """A new colleague, entered by an administrator. Raises `ValidationError` for a weak password."""
    refuse_if(staff_gates(by))
    staff = hire(email, name=name, office=office, roles=[role.code for role in roles], password=password)
    return _put(staff, columns)


@transaction.atomic
def change_staff(
    staff: Staff,
    *,
    by: Staff,
    roles: Collection[Role],
    is_active: bool = True,
    password: str = "",
    **columns: object,
) -> Staff:
    """Change a colleague's entry and roles. Who has left is signed out everywhere; his work stays under his name."""
    refuse_if(staff_gates(by))
    staff = Staff.objects.select_for_update().get(pk=staff.pk)
    staff.roles.set(roles)
    _put(staff, {**columns, "is_active": is_active})
    if password:
        set_password(staff, password)
    refuse_if(somebody_keeps_staff())
    if not is_active:
        _sign_out(staff)
    return staff


@transaction.atomic
def put_role(*, by: Staff, name: str, rights: Collection[str], scope: int, role: Role | None = None) -> Role:
    """A role of one's own, or another set of rights for one that is there. A built-in role without a name keeps its own."""
    refuse_if(staff_gates(by))
    role = role or Role(code=_free_code(name))
    role.name, role.rights, role.scope = name.strip(), sorted(set(rights) & set(Right.values)), scope
    role.save()
    refuse_if(somebody_keeps_staff())
    return role


@transaction.atomic
def record_stand_in(absent: Staff, deputy: Staff, *, by: Staff, since: date, until: date, basis: str) -> StandIn:
    """Record that the deputy decides for the absent, by a named paper. The same authorisation again is the same row."""
    refuse_if([*staff_gates(by), *stand_in_gates(absent, deputy, since=since, until=until, basis=basis)])
    same = {"absent": absent, "deputy": deputy, "since": since, "until": until, "withdrawn_at": None}
    return StandIn.objects.get_or_create(**same, defaults={"basis": basis.strip(), "recorded_by": by})[0]


@transaction.atomic
def withdraw_stand_in(entry: StandIn, *, by: Staff) -> None:
    """End an authorisation now. What was decided under it stays decided."""
    refuse_if(staff_gates(by))
    StandIn.objects.filter(pk=entry.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())


@transaction.atomic
def end_sessions(staff: Staff, *, by: Staff) -> int:
    """Sign a colleague out on every machine: by an administrator, or by himself. Answers how many sessions ended."""
    if staff.pk != by.pk:
        refuse_if(staff_gates(by))
    return _sign_out(staff)


@transaction.atomic
def choose(staff: Staff, **choices: object) -> Staff:
    """What a person chooses about himself: language, theme, single keys, phone."""
    known = {"language", "theme", "single_keys", "phone"}
    if strange := set(choices) - known:
        raise TypeError(f"A person does not choose {', '.join(sorted(strange))}.")
    return _put(staff, choices)


def _put(staff: Staff, columns: Mapping[str, object]) -> Staff:
    for name, value in columns.items():
        setattr(staff, name, value)
    if columns:
        staff.save(update_fields=list(columns))
    return staff


def _sign_out(staff: Staff) -> int:
    from allauth.usersessions.models import UserSession

    sessions = list(UserSession.objects.filter(user=staff))
    for session in sessions:
        session.end()
    return len(sessions)


def _free_code(name: str) -> str:
    base = slugify(name)[:30] or "role"
    taken = set(Role.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for number in count(1) if (code := base if number == 1 else f"{base}-{number}") not in taken)
