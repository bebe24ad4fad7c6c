"""Requests to purchasing for goods that are missing (W-1.3.8.1b, W-1.3.8.2)."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.catalog.models import Product
from kontor.documents.models import Document, DocumentQuerySet
from kontor.stock.models import QUANTITY, Warehouse

KIND = "purchase_request"


class PurchaseRequest(Document):
    """What is missing for a client's order, passed to purchasing, and purchasing's answer."""

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("submitted")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")
        RECEIVED = "received", _("received")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.SUBMITTED: frozenset({Status.ACCEPTED, Status.RECEIVED, Status.REFUSED, Status.WITHDRAWN}),
        Status.ACCEPTED: frozenset({Status.ACCEPTED, Status.RECEIVED, Status.REFUSED, Status.WITHDRAWN}),
    }

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_purchase_request"
    )
    based_on: Document
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+")
    wanted_on = models.DateField(_("wanted by"), null=True)
    expected_on = models.DateField(_("expected on"), null=True)
    answer = models.CharField(_("purchasing's answer"), max_length=250, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()


class RequestLine(models.Model):
    request = models.ForeignKey(PurchaseRequest, models.CASCADE, related_name="lines")
    no = models.PositiveSmallIntegerField()
    order_line = models.BigIntegerField(help_text="the line of the client's order that waits")
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    quantity = models.DecimalField(**QUANTITY)
    received = models.DecimalField(**QUANTITY, default=0)

    class Meta:
        ordering: ClassVar = ["no"]
        indexes: ClassVar = [models.Index(fields=["order_line"], name="requests_of_order_line")]
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(quantity__gt=0), name="request_positive")]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product_id}"
