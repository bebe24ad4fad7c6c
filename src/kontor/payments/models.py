"""Money that came: statements and their lines, payments, cash orders."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document, DocumentQuerySet
from kontor.parties.models import Client, FirmAccount
from kontor.payments.statements.model import Party
from kontor.people.models import Staff

PAYMENT = "payment"
CASH_ORDER = "cash_order"
CASH_EXPENSE = "cash_expense"
MONEY: dict[str, Any] = {"max_digits": 15, "decimal_places": 2}


class StatementFile(models.Model):
    """A file of a bank as it was loaded. The same bytes are loaded once."""

    name = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    loaded_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class StatementDay(models.Model):
    """What the bank says of an account in a period, checked against the lines."""

    account = models.ForeignKey(FirmAccount, models.PROTECT, related_name="days")
    since = models.DateField()
    until = models.DateField()
    opening = models.DecimalField(**MONEY, null=True, help_text="null: the bank does not say")
    received = models.DecimalField(**MONEY)
    written_off = models.DecimalField(**MONEY)
    closing = models.DecimalField(**MONEY, null=True)
    file = models.ForeignKey(StatementFile, models.PROTECT, related_name="days")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "since", "until"], name="statement_period_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.since}"


class BankLine(models.Model):
    """A movement on our account, as the bank wrote it, and what we made of it (W-1.3.3.2)."""

    class Direction(models.TextChoices):
        IN = "in", _("in")
        OUT = "out", _("out")
        INTERNAL = "internal", _("between own accounts")

    class State(models.TextChoices):
        OPEN = "open", _("to be decided")
        BOOKED = "booked", _("booked")
        NOT_CLIENT = "not_client", _("not from a client")
        UNKNOWN = "unknown", _("handed to accounting")
        KEPT = "kept", _("for information")

    account = models.ForeignKey(FirmAccount, models.PROTECT, related_name="lines")
    file = models.ForeignKey(StatementFile, models.PROTECT, related_name="lines")
    key = models.CharField(max_length=64, unique=True, help_text="the same movement in another file is the same line")
    direction = models.CharField(max_length=8, choices=Direction.choices)
    posted_on = models.DateField()
    dated_on = models.DateField(help_text="of the payer's order")
    kind = models.CharField(max_length=20, blank=True, help_text="the bank's document behind the line")
    number = models.CharField(max_length=40, blank=True)
    amount = models.DecimalField(**MONEY)
    name = models.CharField(_("counterparty"), max_length=250, blank=True)
    tax_id = models.CharField(max_length=20, blank=True)
    other_account = models.CharField(max_length=34, blank=True)
    bank = models.CharField(max_length=160, blank=True)
    bic = models.CharField(max_length=12, blank=True)
    purpose = models.TextField(blank=True)
    raw = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    client = models.ForeignKey(Client, models.PROTECT, null=True, related_name="bank_lines")
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    note = models.CharField(_("remark"), max_length=250, blank=True)

    class Meta:
        ordering: ClassVar = ["posted_on", "id"]
        indexes: ClassVar = [
            models.Index(fields=["account", "posted_on", "id"], name="lines_of_day"),
            models.Index(fields=["posted_on"], name="lines_to_decide", condition=models.Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.posted_on} {self.amount}"

    @property
    def currency(self) -> str:
        return self.account.currency

    @property
    def payer(self) -> Party:
        """The other side as proposals are asked about it."""
        return Party(name=self.name, tax_id=self.tax_id, account=self.other_account, bic=self.bic, bank=self.bank)


class Review(models.Model):
    """A manager has looked through the statement up to a day, that day included (W-1.3.3.1a)."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["staff", "day"], name="review_once")]

    def __str__(self) -> str:
        return f"{self.staff_id} {self.day}"


class Payment(Document):
    """Money of a client on our bank account."""

    class Status(models.TextChoices):
        POSTED = "posted", _("posted")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {Status.POSTED: frozenset({Status.WITHDRAWN})}

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_payment"
    )
    line = models.ForeignKey(BankLine, models.PROTECT, related_name="payments")
    explanation = models.JSONField(default=list, help_text="why it was booked so: the reasons of the proposal")

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()


class CashOrder(Document):
    """Cash receipt order КО-1: prepared by the manager, paid at the desk, marked by the cashier (W-1.3.6.1b)."""

    class Status(models.TextChoices):
        PREPARED = "prepared", _("prepared")
        RECEIVED = "received", _("received")
        WITHDRAWN = "withdrawn", _("withdrawn")
        PAID_BACK = "paid_back", _("paid back")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.PREPARED: frozenset({Status.RECEIVED, Status.WITHDRAWN}),
        Status.RECEIVED: frozenset({Status.PAID_BACK}),
    }

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_cash_order"
    )
    order = models.ForeignKey(Document, models.PROTECT, related_name="cash_orders")
    payer = models.CharField(_("received from"), max_length=250)
    basis = models.CharField(_("basis"), max_length=250)
    vat = models.DecimalField(**MONEY, default=0)
    accompanied_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    received_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True)
    returned_why = models.CharField(max_length=250, blank=True)

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()


class CashExpense(Document):
    """Cash paid back to a client, on a cash receipt order that was cancelled before the goods left."""

    class Status(models.TextChoices):
        POSTED = "posted", _("posted")

    MOVES: ClassVar[dict[str, frozenset[str]]] = {}

    document = models.OneToOneField(
        Document, models.CASCADE, parent_link=True, primary_key=True, related_name="as_cash_expense"
    )
    receiver = models.CharField(_("paid to"), max_length=250)
    cashier = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    paid_at = models.DateTimeField()
    reason = models.CharField(max_length=250)

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()
