"""The contact log and the plan of contacts."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document
from kontor.parties.models import Client, Person
from kontor.people.models import Staff
from kontor.timeline.models import Event


class Contact(models.Model):
    """One talk or letter with a client, with the client's own words. Never edited; corrected by a later entry."""

    class Form(models.TextChoices):
        CALL_OUT = "call_out", _("call from us")
        CALL_IN = "call_in", _("call from them")
        LETTER_OUT = "letter_out", _("letter sent")
        LETTER_IN = "letter_in", _("letter received")
        VISIT_IN = "visit_in", _("meeting with us")
        VISIT_OUT = "visit_out", _("visit to the client")
        OTHER = "other", _("other")

    class Result(models.TextChoices):
        TALKED = "talked", _("talked")
        NO_ANSWER = "no_answer", _("no answer")
        MOVED = "moved", _("call later")

    client = models.ForeignKey(Client, models.PROTECT, related_name="contacts")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="contacts")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="contacts")
    form = models.CharField(_("kind of contact"), max_length=10, choices=Form.choices, default=Form.CALL_OUT)
    topic = models.CharField(_("topic"), max_length=160, blank=True)
    result = models.CharField(_("result"), max_length=10, choices=Result.choices, default=Result.TALKED)
    said = models.TextField(_("in the client's own words"), blank=True)
    note = models.TextField(_("our note"), blank=True)
    next_at = models.DateTimeField(_("next contact"), null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, models.PROTECT, related_name="contacts")
    agreed = models.BooleanField(_("an agreement to remember"), default=False)
    event = models.OneToOneField(Event, models.PROTECT, null=True, related_name="contact", help_text="its entry")
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["client", "-at"], name="contacts_of_client"),
            models.Index(fields=["by", "-at"], name="contacts_of_staff"),
            models.Index(fields=["-at", "-id"], name="contact_log"),
            models.Index(fields=["client", "-at"], name="agreed_with_client", condition=models.Q(agreed=True)),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.at:%Y-%m-%d}"


class Plan(models.Model):
    """A contact planned for a time: the rows of My day that are not duties of the standard."""

    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="plans")
    owner = models.ForeignKey(Staff, models.PROTECT, related_name="plans")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="plans")
    form = models.CharField(max_length=10, choices=Contact.Form.choices, default=Contact.Form.CALL_OUT)
    what = models.CharField(_("what about"), max_length=200)
    at = models.DateTimeField(_("when"))
    done_at = models.DateTimeField(null=True)
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+", help_text="what came of it")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["owner", "at"], name="plan_of_day", condition=models.Q(done_at=None)),
            models.Index(fields=["client", "at"], name="plans_of_client", condition=models.Q(done_at=None)),
        ]

    def __str__(self) -> str:
        return self.what
