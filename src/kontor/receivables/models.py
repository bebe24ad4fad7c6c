"""The ledger of what clients owe us, and which paper each sum pays."""

from typing import Any, ClassVar, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document
from kontor.parties.models import Client, Firm
from kontor.people.models import Staff

MONEY: Final[dict[str, Any]] = {"max_digits": 15, "decimal_places": 2}


class Balance(models.Model):
    """What a client owes one of our firms: the sum of the entries. Negative: the client's advance."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="balances")
    firm = models.ForeignKey(Firm, models.PROTECT, related_name="+")
    amount = models.DecimalField(**MONEY, default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["client", "firm"], name="client_balance_once")]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.amount}"


class Entry(models.Model):
    """A row of the ledger, append-only: + the client owes more, − the client paid or returned."""

    class Kind(models.TextChoices):
        CHARGE = "charge", _("shipment")
        PAYMENT = "payment", _("payment")
        REFUND = "refund", _("money back")
        CORRECTION = "correction", _("correction")

    client = models.ForeignKey(Client, models.PROTECT, related_name="entries")
    firm = models.ForeignKey(Firm, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    document = models.ForeignKey(Document, models.PROTECT, related_name="entries", help_text="shipment, payment, …")
    order = models.ForeignKey(Document, models.PROTECT, null=True, related_name="charges", help_text="a charge's order")
    amount = models.DecimalField(**MONEY)
    on = models.DateField()
    due_on = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["client", "firm", "on", "id"], name="statement_of_client"),
            models.Index(fields=["order", "id"], name="charges_of_order", condition=Q(kind="charge")),
            models.Index(fields=["document"], name="entries_of_paper"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(amount=0), name="entry_moves"),
            models.UniqueConstraint(fields=["document", "kind"], name="entry_once_per_paper"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"


class Allocation(models.Model):
    """Part of a payment that pays an order. The rest of the payment is the client's advance.

    Undoing writes a negative row; nothing is deleted. A payment's rows never exceed its sum.
    """

    payment = models.ForeignKey(Document, models.PROTECT, related_name="allocations")
    order = models.ForeignKey(Document, models.PROTECT, related_name="paid_by")
    invoice = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", help_text="the one it named")
    client = models.ForeignKey(Client, models.PROTECT, related_name="allocations")
    amount = models.DecimalField(**MONEY)
    on = models.DateField()
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["order"], name="allocations_of_order"),
            models.Index(fields=["payment"], name="allocations_of_payment"),
            models.Index(fields=["client"], name="allocations_of_client"),
        ]
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(amount=0), name="allocation_moves")]

    def __str__(self) -> str:
        return f"{self.payment_id} → {self.order_id}: {self.amount}"
