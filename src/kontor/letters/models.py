"""The outbox: every letter that goes out, with what became of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document
from kontor.parties.models import Client
from kontor.people.models import Staff


class Letter(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("waits in the outbox")
        SENT = "sent", _("sent")
        FAILED = "failed", _("not delivered")

    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))
    language = models.CharField(max_length=10, blank=True)
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="letters")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="letters")
    by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="outbox")]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"


class Attachment(models.Model):
    """A file that goes with a letter, kept as it was sent."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=160)
    mime = models.CharField(max_length=80)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.name
