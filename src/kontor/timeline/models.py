"""The table of events: the memory of the office."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from kontor.documents.models import Document
from kontor.parties.models import Client
from kontor.people.models import Staff


class Event(models.Model):
    """Something that happened. Never edited: a correction is a new event that names the old one."""

    at = models.DateTimeField(db_default=Now())
    kind = models.CharField(max_length=40)
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="events")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="events")
    by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="events", help_text="empty: the system")
    amount = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    said = models.TextField(default="", help_text="somebody's own words")
    facts = models.JSONField(default=dict)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["client", "-at", "-id"], name="passport"),
            models.Index(fields=["document", "-at", "-id"], name="events_of_paper"),
            models.Index(fields=["kind", "-at"], name="events_of_kind"),
            models.Index(fields=["by", "-at"], name="events_of_staff"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind}"
