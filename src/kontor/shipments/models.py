"""From picking to delivery: picking requests and shipments with their waybill."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.catalog.models import Product
from kontor.documents.models import Document, DocumentQuerySet
from kontor.parties.models import Client, DeliveryMethod
from kontor.people.models import Staff
from kontor.stock.models import QUANTITY, Warehouse

PICKING = "picking"
SHIPMENT = "shipment"


class Picking(Document):
    """An order passed to the warehouse for picking (`based_on` is the order), and what was picked."""

    class Status(models.TextChoices):
        PASSED = "passed", _("passed to the warehouse")
        STARTED = "started", _("in picking")
        PICKED = "picked", _("picked")
        RETURNED = "returned", _("returned to the manager")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.PASSED: frozenset({Status.STARTED, Status.PICKED, Status.RETURNED, Status.WITHDRAWN}),
        Status.STARTED: frozenset({Status.PICKED, Status.RETURNED, Status.WITHDRAWN}),
        Status.PICKED: frozenset({Status.WITHDRAWN}),
    }
    OPEN: ClassVar[frozenset[str]] = frozenset({Status.PASSED, Status.STARTED})

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_picking"
    )
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+")
    wanted_on = models.DateField(null=True)
    urgent = models.BooleanField(default=False, help_text="the client waits in the office")
    keeper = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField(null=True)
    picked_at = models.DateTimeField(null=True)
    returned_why = models.CharField(max_length=250, blank=True)
    consents = ArrayField(
        models.BigIntegerField(),
        default=list,
        help_text="requests spent to pick; they cover the release too, if nothing got worse",
    )

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()
    client: Client
    based_on: Document


class PickingLine(models.Model):
    picking = models.ForeignKey(Picking, models.CASCADE, related_name="lines")
    no = models.PositiveSmallIntegerField()
    order_line = models.BigIntegerField()
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    asked = models.DecimalField(**QUANTITY)
    picked = models.DecimalField(**QUANTITY, null=True)

    class Meta:
        ordering: ClassVar = ["no"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(picked=None) | models.Q(picked__gte=0, picked__lte=models.F("asked")),
                name="picked_within_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.no}. {self.asked}"


class Shipment(Document):
    """The picked goods with their waybill (накладная, 送货单): prepared, released, delivered."""

    class Status(models.TextChoices):
        PREPARED = "prepared", _("waybill made")
        RELEASED = "released", _("released")
        DELIVERED = "delivered", _("delivered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.PREPARED: frozenset({Status.RELEASED, Status.WITHDRAWN}),
        Status.RELEASED: frozenset({Status.DELIVERED}),
    }

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_shipment"
    )
    picking = models.OneToOneField(Picking, models.PROTECT, related_name="shipment")
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+")
    vat = models.DecimalField(max_digits=15, decimal_places=2, default=0)
    delivery_method = models.CharField(max_length=14, choices=DeliveryMethod.choices)
    address = models.CharField(_("delivery address"), max_length=250, blank=True)
    carrier = models.CharField(_("carrier, driver"), max_length=160, blank=True)
    receiver = models.CharField(_("received by"), max_length=160, blank=True)
    authority = models.CharField(_("power of attorney"), max_length=160, blank=True)
    accompanied_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    released_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    delivered_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()
    client: Client
    based_on: Document


class ShipmentLine(models.Model):
    shipment = models.ForeignKey(Shipment, models.CASCADE, related_name="lines")
    no = models.PositiveSmallIntegerField()
    order_line = models.BigIntegerField()
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    quantity = models.DecimalField(**QUANTITY)
    price = models.DecimalField(max_digits=15, decimal_places=2)
    sum = models.DecimalField(max_digits=15, decimal_places=2)
    vat_percent = models.DecimalField(max_digits=5, decimal_places=2)
    vat = models.DecimalField(max_digits=15, decimal_places=2)
    cost = models.DecimalField(max_digits=15, decimal_places=2, help_text="per unit")

    class Meta:
        ordering: ClassVar = ["no"]
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(quantity__gt=0), name="shipped_positive")]

    def __str__(self) -> str:
        return f"{self.no}. {self.product_id} × {self.quantity}"
