"""Tables of clients, their persons and accounts, regions, price levels; our own firms and their accounts."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Office, Staff
from kontor.people.rights import Scope


class Country(models.TextChoices):
    RU = "RU", _("Russia")
    CN = "CN", _("China")
    OTHER = "XX", _("another country")


class Currency(models.TextChoices):
    RUB = "RUB", _("RUB")
    CNY = "CNY", _("CNY")
    USD = "USD", _("USD")
    EUR = "EUR", _("EUR")


class PaymentOrder(models.TextChoices):
    """When the client pays (порядок оплаты)."""

    PREPAID = "prepaid", _("prepayment")
    PARTIAL = "partial", _("partial prepayment")
    ON_DELIVERY = "on_delivery", _("on delivery")
    DEFERRED = "deferred", _("deferred payment")


class PaymentMethod(models.TextChoices):
    """How the client pays (способ оплаты)."""

    BANK = "bank", _("bank transfer")
    CASH = "cash", _("cash")


class DeliveryMethod(models.TextChoices):
    """How the goods reach the client (способ поставки)."""

    PICK_UP = "pick_up", _("pick-up")
    OWN_TRANSPORT = "own_transport", _("our transport")
    COURIER = "courier", _("courier")
    CARRIER = "carrier", _("carrier")


class Firm(models.Model):
    """One of our own companies: the seller on every paper."""

    name = models.CharField(_("name"), max_length=120)
    full_name = models.CharField(_("full name"), max_length=250)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices, default=Country.RU)
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.RUB)
    tax_id = models.CharField(_("tax id"), max_length=20)
    kpp = models.CharField(_("KPP"), max_length=9, blank=True)
    registration = models.CharField(_("registration number"), max_length=20, blank=True)
    okpo = models.CharField(_("OKPO"), max_length=10, blank=True)
    address = models.CharField(_("legal address"), max_length=250)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    director = models.CharField(_("director"), max_length=120, blank=True)
    accountant = models.CharField(_("chief accountant"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class Account(models.Model):
    """Bank details that a firm's and a client's account share."""

    number = models.CharField(_("account"), max_length=34)
    bank = models.CharField(_("bank"), max_length=160)
    bic = models.CharField(_("BIC"), max_length=12, blank=True)
    correspondent = models.CharField(_("correspondent account"), max_length=34, blank=True)
    is_main = models.BooleanField(_("main account"), default=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.number}, {self.bank}"


class FirmAccount(Account):
    firm = models.ForeignKey(Firm, models.CASCADE, related_name="accounts")
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.RUB)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["number", "bic"], name="firm_account_once")]


class Region(models.Model):
    name = models.CharField(_("region"), max_length=120, unique=True)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices, default=Country.RU)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class PriceLevel(models.Model):
    """A price level of clients, the best first by `rank`. Prices themselves live in `pricing`."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    name = models.CharField(_("name"), max_length=60)
    rank = models.PositiveSmallIntegerField(_("place, the best first"), default=0)

    class Meta:
        ordering: ClassVar = ["rank", "id"]

    def __str__(self) -> str:
        return self.name


class ClientQuerySet(models.QuerySet["Client"]):
    def visible_to(self, staff: Staff) -> Self:
        """The rows this person may see: own, the office's, or all."""
        if staff.scope == Scope.ALL:
            return self
        if staff.scope == Scope.OFFICE:
            return self.filter(office_id=staff.office_id)
        return self.filter(owner=staff)


class Client(models.Model):
    """A company or person we sell to, or hope to. Verbs on it are in `clients`."""

    class Status(models.TextChoices):
        PROSPECT = "prospect", _("prospect")
        TARGET = "target", _("target client")
        NEW = "new", _("new client")
        CURRENT = "current", _("current client")
        FORMER = "former", _("former client")

    class Grade(models.TextChoices):
        A = "A", "A"
        B = "B", "B"
        C = "C", "C"

    name = models.CharField(_("name"), max_length=160)
    full_name = models.CharField(_("full legal name"), max_length=250, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PROSPECT)
    grade = models.CharField(_("class"), max_length=1, choices=Grade.choices, default=Grade.C)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices, default=Country.RU)
    tax_id = models.CharField(_("tax id"), max_length=20, blank=True)
    kpp = models.CharField(_("KPP"), max_length=9, blank=True)
    registration = models.CharField(_("registration number"), max_length=20, blank=True)
    industry = models.CharField(_("kind of business"), max_length=120, blank=True)
    legal_address = models.CharField(_("legal address"), max_length=250, blank=True)
    delivery_address = models.CharField(_("delivery address"), max_length=250, blank=True)
    delivery_note = models.CharField(_("how to deliver"), max_length=250, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    region = models.ForeignKey(
        Region, models.PROTECT, verbose_name=_("region"), null=True, blank=True, related_name="clients"
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    site = models.CharField(_("site"), max_length=120, blank=True)
    language = models.CharField(_("language of papers"), max_length=10, blank=True)
    owner = models.ForeignKey(Staff, models.PROTECT, verbose_name=_("manager"), related_name="clients")
    office = models.ForeignKey(Office, models.PROTECT, verbose_name=_("office"), related_name="clients")
    since = models.DateField(_("client since"), null=True, blank=True)
    last_order_on = models.DateField(_("last order"), null=True, blank=True)

    price_level = models.ForeignKey(
        PriceLevel,
        models.PROTECT,
        verbose_name=_("price level"),
        null=True,
        blank=True,
        related_name="clients",
    )
    payment_order = models.CharField(
        _("order of payment"), max_length=12, choices=PaymentOrder.choices, default=PaymentOrder.PREPAID
    )
    prepay_percent = models.DecimalField(_("prepaid, %"), max_digits=5, decimal_places=2, default=100)
    credit_days = models.PositiveSmallIntegerField(_("deferral, days"), default=0)
    credit_limit = models.DecimalField(_("credit limit"), max_digits=15, decimal_places=2, default=0)
    payment_methods = ArrayField(
        models.CharField(max_length=8, choices=PaymentMethod.choices),
        verbose_name=_("ways of payment"),
        default=list,
    )
    delivery_methods = ArrayField(
        models.CharField(max_length=14, choices=DeliveryMethod.choices),
        verbose_name=_("ways of delivery"),
        default=list,
    )

    note = models.TextField(_("note"), blank=True)
    search = models.TextField(editable=False, default="", help_text="folded names, pinyin, tax id, digits of phones")
    pairs = ArrayField(models.CharField(max_length=2), default=list, editable=False)
    sort_key = models.CharField(max_length=200, default="", editable=False)
    bare_name = models.CharField(
        max_length=160, default="", editable=False, help_text="without legal form, for doubles"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = ClientQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["sort_key", "id"]
        indexes: ClassVar = [
            GinIndex(fields=["search"], name="client_search", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["pairs"], name="client_pairs"),
            GinIndex(fields=["bare_name"], name="client_bare_name", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["sort_key", "id"], name="client_sorted"),
            models.Index(fields=["tax_id"], name="client_tax_id"),
            models.Index(fields=["owner", "sort_key"], name="client_of_owner"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(credit_limit__gte=0), name="credit_limit_not_negative"),
            models.CheckConstraint(condition=models.Q(prepay_percent__range=(0, 100)), name="prepay_percent_0_to_100"),
        ]

    def __str__(self) -> str:
        return self.name


class ClientAccount(Account):
    client = models.ForeignKey(Client, models.CASCADE, related_name="accounts")

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["number"], name="client_account_number")]


class Person(models.Model):
    """Somebody at the client's, and what he decides there."""

    class Duty(models.TextChoices):
        DIRECTOR = "director", _("signs")
        DECIDES = "decides", _("decides on the range")
        PAYS = "pays", _("decides on payment")
        BUYS = "buys", _("places orders")
        RECEIVES = "receives", _("receives goods")
        OTHER = "other", _("other")

    client = models.ForeignKey(Client, models.CASCADE, related_name="persons")
    name = models.CharField(_("person's name"), max_length=120)
    position = models.CharField(_("position"), max_length=120, blank=True)
    duty = models.CharField(_("role"), max_length=10, choices=Duty.choices, default=Duty.BUYS)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    phone_digits = models.CharField(max_length=40, blank=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    takes_mailings = models.BooleanField(_("agrees to mailings"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)
    is_gone = models.BooleanField(_("no longer there"), default=False)

    class Meta:
        ordering: ClassVar = ["is_gone", "id"]
        indexes: ClassVar = [models.Index(fields=["phone_digits"], name="person_phone")]

    def __str__(self) -> str:
        return self.name
