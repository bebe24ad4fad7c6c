"""The rights of the house. A right is a permission to act or to see; a role is a named set of them."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    SEE_MARGIN = "see_margin", _("See cost and margin")
    KEEP_CLIENTS = "keep_clients", _("Keep client cards")
    SET_TERMS = "set_terms", _("Set price level, payment terms and credit limit")
    CHANGE_OWNER = "change_owner", _("Pass clients to another manager")
    LOG_CONTACTS = "log_contacts", _("Record calls and letters")
    TAKE_ORDERS = "take_orders", _("Take orders and reserve goods")
    ISSUE_INVOICES = "issue_invoices", _("Issue and send invoices")
    BUY_GOODS = "buy_goods", _("Answer purchase requests and book arrivals")
    LOAD_STATEMENTS = "load_statements", _("Load bank statements and close the bank day")
    ALLOCATE_PAYMENTS = "allocate_payments", _("Allocate payments of own clients")
    PREPARE_CASH = "prepare_cash", _("Prepare cash receipt orders")
    TAKE_CASH = "take_cash", _("Take cash and set the paid mark")
    SEND_TO_PICKING = "send_to_picking", _("Pass orders to picking")
    PICK_GOODS = "pick_goods", _("Pick goods")
    RELEASE_GOODS = "release_goods", _("Release goods from the warehouse")
    RECONCILE = "reconcile", _("Draw up reconciliation statements")
    KEEP_CATALOG = "keep_catalog", _("Keep products, substitutes and upsell rules")
    KEEP_PRICES = "keep_prices", _("Set prices")
    EXCUSE_DUTIES = "excuse_duties", _("Excuse duties and see compliance")
    CHANGE_SETTINGS = "change_settings", _("Change settings and decision tables")
    KEEP_STAFF = "keep_staff", _("Keep staff, roles and stand-ins")


class Scope(models.IntegerChoices):
    """Which rows a person sees."""

    OWN = 1, _("own clients and papers")
    OFFICE = 2, _("the whole office")
    ALL = 3, _("all offices")


GROUPS: tuple[tuple[str | Promise, tuple[Right, ...]], ...] = (
    (_("Clients"), (Right.KEEP_CLIENTS, Right.SET_TERMS, Right.CHANGE_OWNER, Right.LOG_CONTACTS)),
    (_("Orders"), (Right.TAKE_ORDERS, Right.ISSUE_INVOICES, Right.SEE_MARGIN)),
    (
        _("Money"),
        (
            Right.LOAD_STATEMENTS,
            Right.ALLOCATE_PAYMENTS,
            Right.PREPARE_CASH,
            Right.TAKE_CASH,
            Right.RECONCILE,
        ),
    ),
    (_("Goods"), (Right.SEND_TO_PICKING, Right.PICK_GOODS, Right.RELEASE_GOODS, Right.BUY_GOODS)),
    (_("Prices and catalogue"), (Right.KEEP_CATALOG, Right.KEEP_PRICES)),
    (_("Order in the house"), (Right.EXCUSE_DUTIES, Right.CHANGE_SETTINGS, Right.KEEP_STAFF)),
)
"""The rights as the page of a role shows them; every right stands in one group."""
