"""What was sold: a line per shipped position with client and day copied on it, and its monthly rollup."""

from typing import ClassVar

from django.db import models

from kontor.catalog.models import Product
from kontor.documents.models import Document
from kontor.parties.models import Client
from kontor.people.models import Office, Staff


class Sale(models.Model):
    """A shipped position. Sums include VAT; returns are negative."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="sales")
    client = models.ForeignKey(Client, models.PROTECT, related_name="sales")
    owner = models.ForeignKey(Staff, models.PROTECT, related_name="sales")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, models.PROTECT, related_name="sales")
    day = models.DateField()
    quantity = models.DecimalField(max_digits=14, decimal_places=3)
    amount = models.DecimalField(max_digits=15, decimal_places=2)
    vat = models.DecimalField(max_digits=15, decimal_places=2)
    cost = models.DecimalField(max_digits=15, decimal_places=2)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["day"], name="sales_by_day", include=["product", "quantity", "amount", "cost"]),
            models.Index(
                fields=["client", "day"],
                name="sales_of_client",
                include=["product", "quantity", "amount", "cost"],
            ),
            models.Index(fields=["owner", "day"], name="sales_of_owner", include=["amount", "cost"]),
        ]


class Month(models.Model):
    """Sales of a client in a month, kept in the transaction that sells."""

    month = models.DateField(help_text="its first day")
    client = models.ForeignKey(Client, models.PROTECT, related_name="months")
    owner = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=15, decimal_places=2, default=0)
    vat = models.DecimalField(max_digits=15, decimal_places=2, default=0)
    cost = models.DecimalField(max_digits=15, decimal_places=2, default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["client", "month", "owner"], name="month_once")]
        indexes: ClassVar = [models.Index(fields=["month", "owner"], name="months_of_owner")]
