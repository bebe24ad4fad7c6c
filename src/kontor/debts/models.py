"""Promises, call sheets and reconciliation statements. The debts themselves are in the ledger of `receivables`."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.contacts.models import Contact
from kontor.documents.models import Document, DocumentQuerySet
from kontor.papers.models import File
from kontor.parties.models import Client
from kontor.people.models import Staff

RECONCILIATION = "reconciliation"
MONEY: dict[str, Any] = {"max_digits": 15, "decimal_places": 2}


class Promise(models.Model):
    """A sum that a client promised by a day, in a talk whose words are kept."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("promise", "open")
        KEPT = "kept", pgettext_lazy("promise", "kept")
        BROKEN = "broken", pgettext_lazy("promise", "broken")
        REPLACED = "replaced", _("replaced by a later one")

    client = models.ForeignKey(Client, models.PROTECT, related_name="promises")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="promises")
    amount = models.DecimalField(**MONEY)
    by_day = models.DateField()
    paid_before = models.DecimalField(**MONEY, default=0, help_text="all payments of the client when it was given")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["client", "-id"], name="promises_of_client"),
            models.Index(fields=["by_day"], name="promises_open", condition=models.Q(state="open")),
        ]
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(amount__gt=0), name="promise_positive")]

    def __str__(self) -> str:
        return f"{self.client_id} {self.amount} {self.by_day}"


class CallRow(models.Model):
    """A client on a manager's call sheet of a day (W-1.3.3.3b), and what came of the call."""

    class Reason(models.TextChoices):
        OVERDUE = "overdue", _("past the date")
        PROMISE = "promise", _("promised day reached")
        BROKEN = "broken", _("promise broken")
        NO_DATE = "no_date", _("invoice without a payment date")
        ADDED = "added", _("added by hand")

    class Outcome(models.TextChoices):
        WILL_PAY = "will_pay", _("will pay")
        PARTLY = "partly", _("partly")
        DISPUTES = "disputes", _("disputes")
        NO_ANSWER = "no_answer", _("no answer")
        MOVED = "moved", _("put off")

    owner = models.ForeignKey(Staff, models.PROTECT, related_name="call_rows")
    day = models.DateField()
    client = models.ForeignKey(Client, models.PROTECT, related_name="call_rows")
    rank = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=8, choices=Reason.choices)
    overdue = models.DecimalField(**MONEY, default=0)
    debt = models.DecimalField(**MONEY, default=0)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    called_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["rank", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "day", "client"], name="client_once_on_sheet")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.client_id}"


class Reconciliation(Document):
    """The two-sided statement of a period (акт сверки, 对账单)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SENT = "sent", pgettext_lazy("statement", "sent")
        DISPUTED = "disputed", _("disputed")
        SIGNED = "signed", _("signed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.DRAFT: frozenset({Status.SENT, Status.WITHDRAWN}),
        Status.SENT: frozenset({Status.DISPUTED, Status.SIGNED, Status.WITHDRAWN}),
        Status.DISPUTED: frozenset({Status.SENT, Status.WITHDRAWN}),
    }

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_reconciliation"
    )
    client: Client
    since = models.DateField()
    until = models.DateField()
    opening = models.DecimalField(**MONEY)
    charged = models.DecimalField(**MONEY)
    paid = models.DecimalField(**MONEY)
    closing = models.DecimalField(**MONEY)
    their_closing = models.DecimalField(**MONEY, null=True)
    difference_why = models.TextField(blank=True)
    sent_on = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    scan = models.ForeignKey(File, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()
