"""What tokens enter in the registers when the product starts."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline.kinds import EventKind, add

add(
    EventKind("token.made", "card", "key-round", _("Token “{name}” made"), "info"),
    EventKind("token.ended", "card", "key-round", _("Token “{name}” ended")),
)
