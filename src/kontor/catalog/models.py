"""Tables of goods: groups, products, bar codes, substitutes, upsell rules, VAT rates."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kontor.parties.models import Country


class VatRate(models.Model):
    """A VAT rate in force from a date. The rate of a line is chosen by the day of shipment."""

    class Code(models.TextChoices):
        STANDARD = "standard", _("standard rate")
        REDUCED = "reduced", _("reduced rate")
        LOW = "low", _("second reduced rate")
        ZERO = "zero", _("zero rate")
        NONE = "none", _("without VAT")

    country = models.CharField(max_length=2, choices=Country.choices)
    code = models.CharField(max_length=8, choices=Code.choices)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    since = models.DateField(_("holds from"))

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["country", "code", "since"], name="vat_rate_once")]

    def __str__(self) -> str:
        return f"{self.country} {self.code} {self.percent} %"


class Group(models.Model):
    """A group of goods. The tree is two levels deep."""

    name = models.CharField(_("group of goods"), max_length=120)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    rank = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["rank", "id"]

    def __str__(self) -> str:
        return self.name


class Product(models.Model):
    """An article we sell."""

    class Unit(models.TextChoices):
        PIECE = "pc", _("pc")
        PACK = "pack", _("pack")
        SET = "set", _("set")
        METRE = "m", _("m")
        SQUARE_METRE = "m2", _("m²")
        CUBIC_METRE = "m3", _("m³")
        KILOGRAM = "kg", _("kg")
        LITRE = "l", _("l")
        ROLL = "roll", _("roll")
        DRUM = "drum", _("drum")
        BAG = "bag", _("bag")
        SHEET = "sheet", _("sheet")
        PAIR = "pair", _("pair")

    article = models.CharField(_("article"), max_length=40, unique=True)
    name = models.CharField(_("product name"), max_length=200)
    brand = models.CharField(_("brand"), max_length=80, blank=True)
    group = models.ForeignKey(Group, models.PROTECT, related_name="products")
    unit = models.CharField(_("unit"), max_length=6, choices=Unit.choices, default=Unit.PIECE)
    pack = models.DecimalField(_("in a pack"), max_digits=12, decimal_places=3, default=1)
    fractional = models.BooleanField(_("sold in fractions"), default=False)
    weight = models.DecimalField(_("weight, kg"), max_digits=12, decimal_places=3, default=0)
    vat = models.CharField(_("VAT"), max_length=8, choices=VatRate.Code.choices, default=VatRate.Code.STANDARD)
    cost = models.DecimalField(_("cost"), max_digits=15, decimal_places=2, default=0)
    own_production = models.BooleanField(_("own production"), default=False)
    new_since = models.DateField(_("new since"), null=True, blank=True)
    properties = models.TextField(_("properties"), blank=True)
    withdrawn_at = models.DateTimeField(_("off sale since"), null=True, blank=True)
    search = models.TextField(editable=False, default="")
    pairs = ArrayField(models.CharField(max_length=2), default=list, editable=False)
    sort_key = models.CharField(max_length=250, default="", editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["sort_key", "id"]
        indexes: ClassVar = [
            GinIndex(fields=["search"], name="product_search", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["pairs"], name="product_pairs"),
            models.Index(fields=["sort_key", "id"], name="product_sorted"),
            models.Index(fields=["group", "sort_key"], name="product_of_group"),
            models.Index(Lower("article"), name="product_article"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(pack__gt=0), name="pack_positive"),
            models.CheckConstraint(condition=models.Q(cost__gte=0), name="cost_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_new_on(self, day: date) -> bool:
        return self.new_since is not None and 0 <= (day - self.new_since).days <= 60

    def whole(self, quantity: Decimal) -> bool:
        """Whether the quantity fits the unit: only goods sold in fractions take them."""
        return self.fractional or quantity == quantity.to_integral_value()


class BarCode(models.Model):
    code = models.CharField(_("bar code"), max_length=20, primary_key=True)
    product = models.ForeignKey(Product, models.CASCADE, related_name="bar_codes")

    def __str__(self) -> str:
        return self.code


class Substitute(models.Model):
    """Offer this product when that one is short, in this order (W-1.2.1.6)."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="substitutes")
    instead = models.ForeignKey(Product, models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["rank", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["product", "instead"], name="substitute_once"),
            models.CheckConstraint(condition=~models.Q(product=models.F("instead")), name="not_its_own_substitute"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} → {self.instead_id}"


class UpsellRule(models.Model):
    """If an order holds this product or group, offer that product, with the reason to tell the client (W-1.2.1.7)."""

    product = models.ForeignKey(Product, models.CASCADE, null=True, blank=True, related_name="upsells")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="upsells")
    offer = models.ForeignKey(Product, models.CASCADE, related_name="offered_by")
    reason = models.CharField(_("reason"), max_length=200)
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(product__isnull=False) | models.Q(group__isnull=False),
                name="upsell_has_a_cause",
            ),
        ]

    def __str__(self) -> str:
        return self.reason
