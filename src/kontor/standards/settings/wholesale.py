"""The settings of standard W. Only the first and the third default are stated by the paper; the rest is proposed."""

from datetime import time
from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.standards.kinds import (
    CHOICE,
    COUNT,
    DAYS,
    HOURS,
    TIME,
    WEEK,
    WEEK_TIME,
    WORKDAYS,
    WeekTime,
    WorkingWeek,
)
from kontor.standards.settings import Setting

MONDAY_TO_FRIDAY: Final = frozenset(range(5))

SETTINGS: Final = (
    Setting(
        "bank_report_date",
        CHOICE,
        "previous_day",
        label=_("Days shown by the bank statement"),
        help=_("Preset of the statement that managers review in the morning."),
        clauses=("W-1.3.3.1b",),
        choices={
            "previous_day": _("the previous day"),
            "since_reviewed": _("from the day after the last review"),
        },
    ),
    Setting(
        "bank_review_by",
        TIME,
        time(10),
        label=_("Bank statement reviewed by"),
        help=_("After this hour of a working day the review counts as late."),
        clauses=("W-1.3.3.1a",),
    ),
    Setting(
        "weekly_mailing_period",
        DAYS,
        7,
        label=_("Time between mailings of price lists"),
        clauses=("W-1.4.2",),
        least=1,
    ),
    Setting(
        "weekly_mailing_slot",
        WEEK_TIME,
        WeekTime(0, time(10)),
        label=_("Day and hour of the weekly mailing"),
        help=_("For example Mon 10:00."),
        clauses=("W-1.4.2",),
    ),
    Setting(
        "invoice_after_request_hours",
        HOURS,
        0,
        label=_("Invoice after a client's request"),
        help=_("Zero means by the end of the same working day."),
        clauses=("W-1.3.2.1b",),
    ),
    Setting(
        "invoice_valid_days",
        WORKDAYS,
        5,
        label=_("Invoice is valid for"),
        help=_("After this time prices and reserved goods are no longer promised."),
        clauses=("W-1.3.2.1b",),
        least=1,
    ),
    Setting(
        "invoice_call_days",
        WORKDAYS,
        1,
        label=_("Call about the payment date after sending the invoice"),
        clauses=("W-1.3.2.2",),
    ),
    Setting(
        "reservation_hold_days",
        WORKDAYS,
        3,
        label=_("Goods are held without an invoice for"),
        help=_("With an invoice they are held until the invoice expires."),
        clauses=("W-1.3.8.1a",),
        least=1,
    ),
    Setting(
        "contract_return_days",
        DAYS,
        14,
        label=_("Signed contract is back after the first delivery"),
        clauses=("W-1.3.5.4b",),
        least=1,
    ),
    Setting(
        "price_list_request_send_hours",
        HOURS,
        0,
        label=_("Price list after a request"),
        help=_("Zero means by the end of the same working day."),
        clauses=("W-1.4.1",),
    ),
    Setting(
        "price_list_callback_days",
        WORKDAYS,
        1,
        label=_("Call back after sending a price list"),
        clauses=("W-1.4.1.3a",),
    ),
    Setting(
        "former_client_after_days",
        DAYS,
        180,
        label=_("Client counts as former without orders for"),
        clauses=("W-1.4.3.2",),
        least=1,
    ),
    Setting(
        "reconciliation_period",
        CHOICE,
        "quarterly",
        label=_("Reconciliation with clients"),
        help=_("A dispute or a client's wish starts one at any time."),
        clauses=("W-1.3.3.5a",),
        choices={
            "monthly": _("monthly"),
            "quarterly": _("quarterly"),
            "yearly": _("yearly"),
            "on_demand": _("on demand only"),
        },
    ),
    Setting(
        "own_product_offer_min",
        COUNT,
        1,
        label=_("Own products offered in each consultation"),
        clauses=("W-1.2.1.8",),
    ),
    Setting(
        "quality_document_warn_days",
        DAYS,
        30,
        label=_("Warning before a quality document expires"),
        clauses=("W-1.2.2.2c",),
    ),
    Setting(
        "questionnaire_reminder_days",
        WORKDAYS,
        3,
        label=_("Reminder about an unanswered questionnaire"),
        clauses=("W-1.3.1",),
        least=1,
    ),
    Setting(
        "contract_renewal_warn_days",
        DAYS,
        30,
        label=_("Warning before a contract ends"),
        clauses=("W-1.3.5.5",),
    ),
    Setting(
        "call_quiet_days",
        DAYS,
        7,
        label=_("No second call by a colleague within"),
        clauses=("W-1.4.3",),
    ),
    Setting(
        "working_calendar",
        WEEK,
        WorkingWeek(MONDAY_TO_FRIDAY, time(9), time(18)),
        label=_("Working days and hours"),
        help=_("For example Mon-Fri 09:00-18:00. Holidays and moved working days stand in the calendar."),
        clauses=("W-0.2", "D-2.3.1.7a"),
    ),
)
