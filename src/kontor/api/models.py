"""Tokens: what a program shows instead of a password."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Staff
from kontor.people.rights import Right


class Token(models.Model):
    """Lets a program act in a person's name with part of the rights. The secret itself is kept nowhere."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="tokens")
    name = models.CharField(_("what for"), max_length=80)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(max_length=12, editable=False, help_text="how the secret begins")
    rights = ArrayField(models.CharField(max_length=40, choices=Right.choices), default=list)
    decides = models.BooleanField(_("may decide on exceptions"), default=False)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, help_text="to the hour: reading does not write each time")
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["staff", "name"], name="live_token_name_once", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def right_labels(self) -> list[str]:
        return [str(Right(right).label) for right in self.rights if right in Right.values]
