"""What happens to a card, for the timeline."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline.kinds import EventKind, add

add(
    EventKind("client.entered", "card", "building-2", _("Card entered"), "info", _("Manager: {owner}")),
    EventKind("client.changed", "card", "pencil", _("Card changed")),
    EventKind(
        "client.terms",
        "card",
        "scale",
        _("Terms changed"),
        "warn",
        keeps=("W-1.3.5.2a", "W-1.3.5.2b", "W-1.3.5.2c"),
    ),
    EventKind("client.passed", "card", "user-check", _("Passed to another manager")),
    EventKind("client.former", "card", "history", _("Counts as a former client"), "warn", _("Last order: {last_on}")),
    EventKind("client.person", "card", "user-plus", _("New person: {person}")),
    EventKind("client.person_changed", "card", "square-pen", _("Person changed: {person}")),
    EventKind("client.account", "card", "landmark", _("Account entered: {account}")),
    EventKind("client.account_dropped", "card", "landmark", _("Account removed: {account}")),
)
