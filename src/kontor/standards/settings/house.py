"""Settings of the main road that no paper names, yet a company must choose."""

from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.standards.kinds import CHOICE, COUNT, DAYS, FLAG, HOURS, MONEY, PERCENT, WORKDAYS
from kontor.standards.settings import Setting

SETTINGS: Final = (
    Setting(
        "credit_overdue_block_days",
        DAYS,
        10,
        label=_("Shipping closes when a debt is late by more than"),
        help=_("The client's goods then stay in the warehouse until the debt is paid or an exception is granted."),
        clauses=("W-1.3.9.1",),
    ),
    Setting(
        "partial_prepayment_percent",
        PERCENT,
        Decimal(50),
        label=_("Partial prepayment, preset"),
        help=_("Preset of the terms of a new client who pays in parts."),
        clauses=("W-1.3.5.2a",),
    ),
    Setting(
        "margin_floor_percent",
        PERCENT,
        Decimal(14),
        label=_("Lowest margin without approval"),
        help=_("An order below it waits for the consent of the one whom the decision table names."),
    ),
    Setting(
        "approval_answer_hours",
        HOURS,
        4,
        label=_("Request for approval is answered within"),
        least=1,
    ),
    Setting(
        "consent_valid_days",
        DAYS,
        3,
        label=_("Consent holds, unless used, for"),
        least=1,
    ),
    Setting(
        "reservation_default",
        CHOICE,
        "available",
        label=_("Reserve when an order is accepted"),
        clauses=("W-1.3.8.1a",),
        choices={
            "available": _("what is free"),
            "whole_lines": _("only lines that are free as a whole"),
            "by_hand": _("nothing, the manager reserves"),
        },
    ),
    Setting(
        "invoice_with_price_list",
        FLAG,
        True,
        label=_("Send the current price list with the invoice"),
        clauses=("W-1.2.2.3",),
    ),
    Setting(
        "call_retry_days",
        WORKDAYS,
        1,
        label=_("Call again when nobody answered after"),
        clauses=("W-1.3.2.2", "W-1.3.3.4a"),
    ),
    Setting(
        "call_sheet_size",
        COUNT,
        30,
        label=_("Clients on a manager's call sheet, at most"),
        help=_("The oldest and largest debts come first; the rest follows on the next day."),
        clauses=("W-1.3.3.3b",),
        least=1,
        most=500,
    ),
    Setting(
        "reconciliation_answer_days",
        DAYS,
        10,
        label=_("Client signs a reconciliation statement, or objects, within"),
        clauses=("W-1.3.3.5b",),
        least=1,
    ),
    Setting(
        "cash_limit",
        MONEY,
        Decimal(0),
        label=_("Largest cash payment under one contract"),
        help=_("In the currency of the books. Zero means no limit."),
        clauses=("W-1.3.7.1a",),
    ),
)
