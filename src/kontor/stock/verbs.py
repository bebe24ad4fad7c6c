"""What the ledger of goods tells the timeline."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline import kinds as events

events.add(
    events.EventKind(
        "stock.expired",
        group="orders",
        icon="timer-off",
        tone="warn",
        title=_("The reservation for {number} has ended"),
        body=_("The goods of {lines} lines are free for others again."),
    ),
)
