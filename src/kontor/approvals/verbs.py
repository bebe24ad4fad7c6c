"""What approvals enter in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline import kinds as timeline

timeline.add(
    timeline.EventKind("approval.asked", "decisions", "stamp", _("Exception asked for on {number}"), "appr"),
    timeline.EventKind("approval.approved", "decisions", "check", _("Exception approved on {number}"), "ok"),
    timeline.EventKind("approval.returned", "decisions", "undo-2", _("Request on {number} returned"), "warn"),
    timeline.EventKind("approval.refused", "decisions", "x", _("Exception refused on {number}"), "danger"),
    timeline.EventKind("approval.taken_back", "decisions", "undo-2", _("Request on {number} taken back")),
    timeline.EventKind("approval.spent", "decisions", "key-round", _("Exception used on {number}"), "appr"),
)
