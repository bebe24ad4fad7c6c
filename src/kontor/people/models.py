"""Tables of staff, roles, offices and stand-ins."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from kontor.people.rights import Right, Scope
from kontor.people.roles import BUILT_IN


class Office(models.Model):
    """A place of business. Its code stands in the numbers of its papers; its country decides calendar and forms."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    code = models.CharField(_("code in numbers"), max_length=6, blank=True)
    country = models.CharField(_("country"), max_length=2, default="RU")
    city = models.CharField(_("city"), max_length=80, blank=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Moscow")

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """A named set of rights and the rows that go with it."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80, blank=True, help_text=_("empty: the built-in name"))
    rights = ArrayField(models.CharField(max_length=40, choices=Right.choices), default=list)
    scope = models.PositiveSmallIntegerField(_("sees"), choices=Scope.choices, default=Scope.OWN)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The role's name in the reader's language."""
        return self.name or (str(BUILT_IN[self.code].name) if self.code in BUILT_IN else self.code)


class StaffManager(BaseUserManager["Staff"]):
    use_in_migrations = True

    def get_by_natural_key(self, username: str | None) -> "Staff":
        return self.get(email__iexact=username)


class Staff(AbstractBaseUser):
    """A person who works here and signs in with an e-mail address."""

    class Theme(models.TextChoices):
        SYSTEM = "", _("as the system")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("person's name"), max_length=120)
    position = models.CharField(_("position"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    office = models.ForeignKey(Office, models.PROTECT, related_name="staff")
    roles = models.ManyToManyField(Role, related_name="staff")
    language = models.CharField(_("language"), max_length=10, blank=True)
    theme = models.CharField(_("theme"), max_length=5, choices=Theme.choices, blank=True)
    single_keys = models.BooleanField(_("single keys work as commands"), default=True)
    is_active = models.BooleanField(_("works here"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects = StaffManager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint("email", name="staff_email_once")]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def role_list(self) -> list[Role]:
        return list(self.roles.all())

    @cached_property
    def rights(self) -> frozenset[str]:
        """Every right of every role: one query per request."""
        return frozenset(right for role in self.role_list for right in role.rights)

    @cached_property
    def scope(self) -> Scope:
        return Scope(max((role.scope for role in self.role_list), default=Scope.OWN))

    def may(self, right: Right) -> bool:
        return self.is_active and right in self.rights

    def has_role(self, *codes: str) -> bool:
        return any(role.code in codes for role in self.role_list)

    @property
    def role_titles(self) -> str:
        """The roles in the reader's language."""
        return ", ".join(role.title for role in self.role_list)

    @property
    def title(self) -> str:
        """What stands under the name: the position, else the roles."""
        return self.position or self.role_titles


class StandIn(models.Model):
    """A recorded authorisation: the deputy decides for the absent person between two days, by a named paper."""

    absent = models.ForeignKey(Staff, models.CASCADE, related_name="stand_ins")
    deputy = models.ForeignKey(Staff, models.CASCADE, related_name="stands_in_for")
    since = models.DateField(_("from"))
    until = models.DateField(_("until"))
    basis = models.CharField(_("by what paper"), max_length=200)
    recorded_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="stand_in_period_runs_forward"),
            models.CheckConstraint(condition=~Q(absent=F("deputy")), name="nobody_stands_in_for_himself"),
        ]

    def __str__(self) -> str:
        return f"{self.deputy} ← {self.absent}"
