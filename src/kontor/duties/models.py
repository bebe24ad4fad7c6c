"""The table of duties."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.rights import Scope
from kontor.timeline.models import Event


class State(models.TextChoices):
    """How a duty counts under the standard."""

    OPEN = "open", _("open")
    KEPT = "kept", _("kept")
    LATE = "late", _("late")
    EXCUSED = "excused", _("excused")
    BROKEN = "broken", _("broken")
    VOID = "void", _("no longer needed")


class DutyQuerySet(models.QuerySet["Duty"]):
    def open(self) -> "DutyQuerySet":
        return self.filter(done_at=None, excused_at=None, void_at=None)

    def visible_to(self, staff: Staff) -> "DutyQuerySet":
        """Own duties, those of the office, or all."""
        if staff.scope == Scope.ALL:
            return self
        return (
            self.filter(owner__office_id=staff.office_id) if staff.scope == Scope.OFFICE else self.filter(owner=staff)
        )

    def in_state(self, state: str, now: datetime) -> "DutyQuerySet":
        """The duties that count so, by conditions that an index serves; the same classes as `with_state`."""
        counts = self.filter(void_at=None)
        todo = counts.filter(excused_at=None, done_at=None)
        match state:
            case State.VOID:
                return self.filter(void_at__isnull=False)
            case State.EXCUSED:
                return counts.filter(excused_at__isnull=False)
            case State.KEPT:
                return counts.filter(excused_at=None, done_at__lte=F("due_at"))
            case State.LATE:
                return counts.filter(excused_at=None, done_at__gt=F("due_at"))
            case State.OPEN:
                return todo.filter(due_at__gte=now)
            case State.BROKEN:
                return todo.filter(due_at__lt=now)
        raise ValueError(f"{state!r} is no state of a duty")

    def with_state(self, now: datetime) -> "DutyQuerySet":
        """Each row with its `state`: void, excused, kept, late, open, or broken when its time is over and nothing was done."""
        return self.annotate(
            state=models.Case(
                models.When(void_at__isnull=False, then=models.Value(State.VOID)),
                models.When(excused_at__isnull=False, then=models.Value(State.EXCUSED)),
                models.When(done_at__lte=F("due_at"), then=models.Value(State.KEPT)),
                models.When(done_at__isnull=False, then=models.Value(State.LATE)),
                models.When(due_at__gte=now, then=models.Value(State.OPEN)),
                default=models.Value(State.BROKEN),
                output_field=models.CharField(),
            )
        )


class Duty(models.Model):
    """What somebody must do by when, and what became of it."""

    kind = models.CharField(max_length=40)
    clause = models.CharField(max_length=16, blank=True)
    owner = models.ForeignKey(Staff, models.PROTECT, related_name="duties")
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="duties")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="duties")
    what = models.CharField(_("what"), max_length=250, blank=True, help_text="of a duty set by hand")
    facts = models.JSONField(default=dict)
    amount = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    arose_at = models.DateTimeField()
    due_at = models.DateTimeField(_("due"))
    set_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    proof = models.ForeignKey(Event, models.PROTECT, null=True, related_name="+")
    excused_at = models.DateTimeField(null=True)
    excused_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    excuse = models.CharField(max_length=250, blank=True)
    void_at = models.DateTimeField(null=True)

    objects: ClassVar = DutyQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["owner", "due_at"],
                name="duties_open",
                condition=Q(done_at=None, excused_at=None, void_at=None),
            ),
            models.Index(fields=["clause", "due_at"], name="duties_of_clause"),
            models.Index(fields=["document"], name="duties_of_paper"),
            models.Index(fields=["client", "due_at"], name="duties_of_client"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "document", "owner"],
                name="open_duty_once",
                condition=Q(done_at=None, excused_at=None, void_at=None, what=""),
            ),
            models.UniqueConstraint(
                fields=["kind", "client", "owner"],
                name="open_duty_of_client_once",
                condition=Q(document=None, done_at=None, excused_at=None, void_at=None, what=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_at:%Y-%m-%d %H:%M}"
