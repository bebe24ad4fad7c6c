"""The ledger of goods: balances, movements, reservations, expected arrivals."""

from typing import Any, ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kontor.catalog.models import Product
from kontor.documents.models import Document
from kontor.people.models import Office, Staff

QUANTITY: Final[dict[str, Any]] = {"max_digits": 14, "decimal_places": 3}


class Warehouse(models.Model):
    name = models.CharField(_("warehouse"), max_length=80, unique=True)
    code = models.CharField(max_length=8, blank=True)
    office = models.ForeignKey(Office, models.PROTECT, related_name="warehouses")
    address = models.CharField(_("address"), max_length=250, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class Balance(models.Model):
    """How much of a product lies in a warehouse and how much of it is promised. Free = on hand − reserved."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="balances")
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="balances")
    on_hand = models.DecimalField(**QUANTITY, default=0)
    reserved = models.DecimalField(**QUANTITY, default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["warehouse", "product"], name="balance_once"),
            models.CheckConstraint(condition=Q(reserved__gte=0), name="reserved_not_negative"),
            models.CheckConstraint(condition=Q(reserved__lte=F("on_hand")), name="nothing_sold_twice"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} @ {self.warehouse_id}"


class Movement(models.Model):
    """Goods came or went. Append-only."""

    class Kind(models.TextChoices):
        RECEIPT = "receipt", _("receipt")
        ISSUE = "issue", _("issue")
        RETURN = "return", _("return")
        CORRECTION = "correction", _("correction")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    product = models.ForeignKey(Product, models.PROTECT, related_name="movements")
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+")
    quantity = models.DecimalField(**QUANTITY, help_text="signed: + came, − went")
    on = models.DateField()
    at = models.DateTimeField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="movements")
    by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["product", "warehouse", "-id"], name="movements_of_product"),
            models.Index(fields=["document"], name="movements_of_paper"),
        ]
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(quantity=0), name="movement_moves")]

    def __str__(self) -> str:
        return f"{self.kind} {self.quantity}"


class Reservation(models.Model):
    """Goods held for a line of a paper until a moment (W-1.3.8.1a). The line is known by its id alone.

    A reservation changes only while the balance that it leans on is locked, and a line is held in one warehouse.
    """

    class State(models.TextChoices):
        ACTIVE = "active", _("held")
        USED = "used", _("used")
        FREED = "freed", _("freed")
        EXPIRED = "expired", _("expired")

    document = models.ForeignKey(Document, models.PROTECT, related_name="reservations")
    line = models.BigIntegerField()
    product = models.ForeignKey(Product, models.PROTECT, related_name="reservations")
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+")
    quantity = models.DecimalField(**QUANTITY)
    until = models.DateTimeField(_("held until"))
    state = models.CharField(max_length=8, choices=State.choices, default=State.ACTIVE)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["document", "state"], name="reservations_of_paper"),
            models.Index(fields=["product", "warehouse"], name="reservations_of_product", condition=Q(state="active")),
            models.Index(fields=["until"], name="reservations_ending", condition=Q(state="active")),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="reservation_positive"),
            models.UniqueConstraint(
                fields=["document", "line"], name="one_live_reservation_per_line", condition=Q(state="active")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product_id}"


class Arrival(models.Model):
    """Goods that are expected on a day: what the order screen shows as arriving."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="arrivals")
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+")
    quantity = models.DecimalField(**QUANTITY)
    expected_on = models.DateField(_("expected on"))
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["product", "expected_on"], name="arrivals_expected", condition=Q(received_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} {self.expected_on}"
