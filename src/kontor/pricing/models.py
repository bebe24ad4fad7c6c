"""Tables of dated prices and of price lists as handed out."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kontor.catalog.models import Product
from kontor.parties.models import Client, PriceLevel
from kontor.people.models import Staff


class Price(models.Model):
    """A gross price per unit, from a day. For a level, for one client, or (neither) a promotion for everybody."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="prices")
    level = models.ForeignKey(PriceLevel, models.CASCADE, null=True, blank=True, related_name="prices")
    client = models.ForeignKey(Client, models.CASCADE, null=True, blank=True, related_name="prices")
    amount = models.DecimalField(_("price"), max_digits=15, decimal_places=2)
    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)
    set_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["product", "level", "-since"], name="price_of_level")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="price_positive"),
            models.CheckConstraint(condition=Q(level=None) | Q(client=None), name="price_for_level_or_client"),
            models.UniqueConstraint(
                fields=["product", "level", "client", "since"], name="price_once_a_day", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.amount} {self.since}"


class PriceList(models.Model):
    """A version of the price list at one level: what was handed out, as it was."""

    level = models.ForeignKey(PriceLevel, models.PROTECT, related_name="lists")
    version = models.PositiveIntegerField()
    dated_on = models.DateField(_("date"))
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    fingerprint = models.CharField(max_length=64, help_text="of the lines: an unchanged list makes no new version")
    positions = models.PositiveIntegerField(default=0)
    lines = models.JSONField(
        default=list, help_text="what was handed out, position by position; see `queries.ListLine`"
    )
    files = models.JSONField(default=dict, help_text="language → {pdf, xlsx}: ids of stored files")

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["level", "version"], name="price_list_version_once")]

    def __str__(self) -> str:
        return f"{self.level} № {self.version}"
