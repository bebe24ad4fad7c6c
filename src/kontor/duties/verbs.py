"""What duties enter in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.duties import kinds
from kontor.timeline import kinds as timeline

timeline.add(
    timeline.EventKind("duty.done", "card", "check", _("Done: {what}"), "ok"),
    timeline.EventKind("duty.opened", "card", "rotate-ccw", _("Open again: {what}"), "warn"),
    timeline.EventKind("duty.excused", "decisions", "shield-check", _("Excused: {what}"), "warn"),
)
kinds.add(kinds.DutyKind("by_hand", _("Task"), icon="list-checks", by_tick=True))
