"""What the catalogue tells the timeline."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline.kinds import EventKind, add

add(
    EventKind("product.withdrawn", "card", "package-x", _("{article} {product} is no longer sold"), "warn"),
    EventKind("product.offered_again", "card", "package-check", _("{article} {product} is sold again"), "ok"),
)
