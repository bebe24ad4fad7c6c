"""What prices tell the timeline."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline.kinds import EventKind, add

add(EventKind("price.own", "card", "tag", _("Own prices for {positions} products from {since}"), "info"))
