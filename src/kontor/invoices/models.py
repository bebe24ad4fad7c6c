"""The invoice for payment: счёт на оплату, 付款通知."""

from typing import Any, ClassVar, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document, DocumentQuerySet
from kontor.letters.models import Letter
from kontor.parties.models import Client, FirmAccount

KIND = "invoice"


class Invoice(Document):
    """Asks for the money of an order (`based_on`). The printed paper's facts are kept as they were issued."""

    class Status(models.TextChoices):
        ISSUED = "issued", _("issued")
        SENT = "sent", _("sent")
        EXPIRED = "expired", _("expired")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.ISSUED: frozenset({Status.SENT, Status.EXPIRED, Status.WITHDRAWN}),
        Status.SENT: frozenset({Status.ISSUED, Status.EXPIRED, Status.WITHDRAWN}),
        Status.EXPIRED: frozenset({Status.WITHDRAWN}),
    }

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_invoice"
    )
    client: Client
    account = models.ForeignKey(FirmAccount, models.PROTECT, related_name="+")
    vat = models.DecimalField(max_digits=15, decimal_places=2, default=0)
    valid_until = models.DateField(_("valid until"))
    expected_on = models.DateField(_("payment promised for"), null=True)
    paper = models.JSONField(help_text="the lines and parties as issued")

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()

    @property
    def order_id(self) -> int:
        """The order it asks the money for."""
        return cast(int, self.based_on_id)


class Sending(models.Model):
    """One sending of an invoice: by which way, where to, by whom, and the letter (W-1.3.2)."""

    class Way(models.TextChoices):
        EMAIL = "email", _("e-mail")
        FAX = "fax", _("fax")
        HAND = "hand", _("by hand")

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="sendings")
    way = models.CharField(max_length=6, choices=Way.choices)
    address = models.CharField(max_length=200)
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey("people.Staff", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.way} {self.address}"
