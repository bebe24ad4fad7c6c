"""Tables of decision tables, requests and consents."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document
from kontor.papers.models import File
from kontor.parties.models import Client
from kontor.people.models import Staff


class DecisionTable(models.Model):
    """Who decides what, by the facts. A change is a new version with a date from which it holds."""

    code = models.CharField(max_length=40)
    title = models.CharField(_("title"), max_length=120, blank=True, help_text="empty: the built-in title")
    version = models.PositiveIntegerField(default=1)
    since = models.DateField(_("holds from"))
    rules = models.JSONField(
        help_text="list of {number, when: {fact: [low, high] | [values]}, decides, hours, condition}"
    )
    changed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["code", "-since", "-version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["code", "version"], name="table_version_once")]

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"


class Request(models.Model):
    """An exception asked for: one refusal, of one paper, with the facts as they stood; and the answer."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for a decision")
        APPROVED = "approved", _("approved")
        RETURNED = "returned", _("returned")
        REFUSED = "refused", _("refused")
        SPENT = "spent", _("used")
        VOID = "void", _("void")

    consent = models.CharField(max_length=40, help_text="the code that a refusal names")
    document = models.ForeignKey(Document, models.PROTECT, related_name="requests")
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="requests")
    sentence = models.TextField(help_text="the refusal as it read when the exception was asked for")
    clause = models.CharField(max_length=16, blank=True)
    reason = models.TextField(_("what is asked, and why"))
    files = models.ManyToManyField(File, related_name="requests")
    facts = models.JSONField(default=dict)
    amount = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    table = models.ForeignKey(DecisionTable, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=16)
    decides = models.CharField(max_length=40, help_text="the role that decides by the rule")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(Staff, models.PROTECT, related_name="asked")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="decided")
    decided_for = models.ForeignKey(
        Staff, models.PROTECT, null=True, related_name="+", help_text="whose stand-in decided"
    )
    decided_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    valid_until = models.DateField(null=True)
    spent_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["decides", "due_at"], name="requests_waiting", condition=Q(state="waiting")),
            models.Index(fields=["document", "consent"], name="requests_of_paper"),
            models.Index(fields=["client", "-asked_at"], name="requests_of_client"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "consent"],
                name="one_live_request",
                condition=Q(state__in=["waiting", "approved"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consent} {self.document_id}"
