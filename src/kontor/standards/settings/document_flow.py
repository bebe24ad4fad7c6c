"""The settings of standard D. The working calendar is shared with standard W and stands there."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.standards.kinds import CHOICE, COUNT, DAYS, LIST, MINUTES, WORKDAYS
from kontor.standards.settings import Setting

SETTINGS: Final = (
    Setting(
        "report_2_4_min_per_month",
        COUNT,
        2,
        label=_("Reports on each manager per month, at least"),
        help=_("The standard asks for two; more is allowed."),
        clauses=("D-2.3.1.9d",),
        least=2,
    ),
    Setting(
        "control_period",
        CHOICE,
        "twice_a_month",
        label=_("Period of control of the managers"),
        clauses=("D-2.3.1.9c",),
        choices={
            "twice_a_month": _("1st to 15th, 16th to the end of the month"),
            "ten_days": _("every ten days"),
            "weekly": _("weekly"),
        },
    ),
    Setting(
        "report_2_4_due_days",
        WORKDAYS,
        3,
        label=_("Manager's report after the period's end"),
        clauses=("D-2.3.1.9c",),
    ),
    Setting(
        "day_plan_due",
        MINUTES,
        30,
        label=_("Plan of contacts after the start of the working day"),
        clauses=("D-2.3.1.7a",),
        most=480,
    ),
    Setting(
        "client_types",
        LIST,
        ("dealer", "intermediary", "end_consumer", "intermediate_consumer"),
        label=_("Client types"),
        help=_("Names separated by commas."),
        clauses=("D-2.3.1.2h",),
        choices={
            "dealer": _("dealer"),
            "intermediary": _("intermediary"),
            "end_consumer": _("end consumer"),
            "intermediate_consumer": _("intermediate consumer"),
        },
    ),
    Setting(
        "contact_forms",
        LIST,
        (
            "letter_sent",
            "letter_received",
            "call_in",
            "call_out",
            "email",
            "fax",
            "meeting_at_ours",
            "visit",
            "exhibition",
            "other",
        ),
        label=_("Forms of contact"),
        help=_("Names separated by commas."),
        clauses=("D-2.3.1.3d",),
        choices={
            "letter_sent": _("letter sent"),
            "letter_received": _("letter received"),
            "call_in": _("call from them"),
            "call_out": _("call from us"),
            "email": _("e-mail"),
            "fax": _("fax"),
            "meeting_at_ours": _("meeting at ours"),
            "visit": _("visit to the client"),
            "exhibition": _("exhibition"),
            "other": _("other"),
        },
    ),
    Setting(
        "contact_entry_deadline",
        CHOICE,
        "same_workday",
        label=_("A contact is entered"),
        help=_("Contacts entered later are marked as late in the manager's report."),
        clauses=("D-2.3.1.4",),
        choices={
            "same_workday": _("on the same working day"),
            "next_workday": _("by the next working day"),
        },
    ),
    Setting(
        "trip_report_due_days",
        WORKDAYS,
        3,
        label=_("Report after a business trip"),
        clauses=("D-2.3.1.11",),
    ),
    Setting(
        "list_renewal_hint",
        DAYS,
        90,
        label=_("Renewal of a client list is proposed after"),
        help=_("It is also proposed when all rows are filled."),
        clauses=("D-2.3.1.6d",),
        least=1,
    ),
    Setting(
        "region_passport_review",
        CHOICE,
        "quarterly",
        label=_("Review of the order portfolios in a region passport"),
        help=_("The notes of the passport are reviewed once a year."),
        clauses=("D-2.3.1.5b",),
        choices={"monthly": _("monthly"), "quarterly": _("quarterly"), "yearly": _("yearly")},
    ),
    Setting(
        "acceptance_papers_due_days",
        DAYS,
        14,
        label=_("Signed acceptance papers are back after shipment"),
        clauses=("D-2.3.1.8r",),
        least=1,
    ),
)
