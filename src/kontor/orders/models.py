"""The client's order and its lines."""

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kontor.catalog.models import Product
from kontor.documents.models import Document, DocumentQuerySet
from kontor.kernel.money import money
from kontor.parties.models import Client, DeliveryMethod, PaymentMethod, PaymentOrder, Person, PriceLevel
from kontor.stock.models import QUANTITY, Warehouse

KIND = "order"


class Order(Document):
    """What a client wants, at which price, paid and delivered how (заказ, 销售订单)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PLACED = "placed", _("placed")
        PICKING = "picking", _("in picking")
        PICKED = "picked", _("picked")
        SHIPPED = "shipped", _("shipped")
        COMPLETED = "completed", _("completed")
        CANCELLED = "cancelled", _("cancelled")

    class Source(models.TextChoices):
        OFFICE = "office", _("in the office")
        PHONE = "phone", _("by phone")
        EMAIL = "email", _("by e-mail")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.DRAFT: frozenset({Status.PLACED, Status.CANCELLED}),
        Status.PLACED: frozenset({Status.DRAFT, Status.PICKING, Status.SHIPPED, Status.CANCELLED}),
        Status.PICKING: frozenset({Status.PICKED, Status.PLACED, Status.CANCELLED}),
        Status.PICKED: frozenset({Status.SHIPPED, Status.PLACED, Status.CANCELLED}),
        Status.SHIPPED: frozenset({Status.COMPLETED, Status.PLACED}),
    }

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_order"
    )
    source = models.CharField(_("source"), max_length=8, choices=Source.choices, default=Source.PHONE)
    received_at = models.DateTimeField(_("received"))
    request_text = models.TextField(_("the client's own request"), blank=True)
    contact = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+")
    level = models.ForeignKey(PriceLevel, models.PROTECT, null=True, related_name="+")
    payment_order = models.CharField(_("payment"), max_length=12, choices=PaymentOrder.choices)
    payment_method = models.CharField(_("paid by"), max_length=8, choices=PaymentMethod.choices)
    prepay_percent = models.DecimalField(_("prepaid, %"), max_digits=5, decimal_places=2, default=100)
    credit_days = models.PositiveSmallIntegerField(_("deferral, days"), default=0)
    delivery_method = models.CharField(_("delivery"), max_length=14, choices=DeliveryMethod.choices)
    delivery_address = models.CharField(_("delivery address"), max_length=250, blank=True)
    wanted_on = models.DateField(_("wanted by"), null=True, blank=True)
    vat = models.DecimalField(_("VAT"), max_digits=15, decimal_places=2, default=0)
    cost = models.DecimalField(max_digits=15, decimal_places=2, default=0)
    weight = models.DecimalField(max_digits=12, decimal_places=3, default=0)
    placed_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    cancelled_why = models.CharField(max_length=250, blank=True)

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()
    client: Client  # an order always has one

    @property
    def is_office_cash(self) -> bool:
        """Paid in cash: picked first, paid by the picked sum, then issued (W-1.3.6.1a)."""
        return self.payment_method == PaymentMethod.CASH

    @property
    def must_prepay(self) -> Decimal:
        """What has to be paid before picking."""
        if self.is_office_cash or self.payment_order in (PaymentOrder.DEFERRED, PaymentOrder.ON_DELIVERY):
            return Decimal(0)
        percent = self.prepay_percent if self.payment_order == PaymentOrder.PARTIAL else Decimal(100)
        return money(self.total * percent / 100)

    @property
    def margin(self) -> Decimal | None:
        """Margin in percent of the sum without VAT; None for an empty order."""
        net = self.total - self.vat
        return (net - self.cost) * 100 / net if net else None


class PriceSource(models.TextChoices):
    """Where the price of a line comes from."""

    LEVEL = "level", _("by price level")
    PROMOTION = "promotion", _("promotion")
    CLIENT = "client", _("own price")


class Line(models.Model):
    """A position of an order. Price and sums include VAT; names and prices are kept as they were agreed."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    no = models.PositiveSmallIntegerField()
    product = models.ForeignKey(Product, models.PROTECT, related_name="order_lines")
    quantity = models.DecimalField(_("quantity"), **QUANTITY)
    list_price = models.DecimalField(
        _("price"), max_digits=15, decimal_places=2, help_text="by the price list, per unit"
    )
    price_source = models.CharField(max_length=10, choices=PriceSource.choices, default=PriceSource.LEVEL)
    discount = models.DecimalField(_("discount, %"), max_digits=5, decimal_places=2, default=0)
    price = models.DecimalField(max_digits=15, decimal_places=2, help_text="after the discount, per unit")
    sum = models.DecimalField(_("sum"), max_digits=15, decimal_places=2)
    vat_percent = models.DecimalField(max_digits=5, decimal_places=2)
    vat = models.DecimalField(max_digits=15, decimal_places=2)
    cost = models.DecimalField(max_digits=15, decimal_places=2, help_text="per unit, when entered")
    instead_of = models.ForeignKey(Product, models.PROTECT, null=True, related_name="+", help_text="first asked for")
    upsold = models.BooleanField(default=False)
    shipped = models.DecimalField(**QUANTITY, default=0)

    class Meta:
        ordering: ClassVar = ["no"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["order", "no"], name="order_line_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="order_line_positive"),
            models.CheckConstraint(condition=Q(discount__gte=0, discount__lt=100), name="discount_0_to_99"),
        ]

    def __str__(self) -> str:
        return f"{self.no}. {self.product_id} × {self.quantity}"


class Offer(models.Model):
    """A substitute, an upsell or own goods offered for an order, and the client's answer (W-1.2.1.6–8)."""

    class Kind(models.TextChoices):
        SUBSTITUTE = "substitute", _("substitute")
        UPSELL = "upsell", _("upsell")

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")

    order = models.ForeignKey(Order, models.CASCADE, related_name="offers")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    instead_of = models.ForeignKey(Product, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer.choices)
    by = models.ForeignKey("people.Staff", models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["order", "kind", "product", "instead_of"], name="offer_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.product_id}: {self.answer}"
