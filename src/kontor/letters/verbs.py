"""What letters enter in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline import kinds as timeline

timeline.add(
    timeline.EventKind(
        "letter.failed", "papers", "mail-x", _("Letter to {to} was not delivered"), "danger", _("{problem}")
    )
)
