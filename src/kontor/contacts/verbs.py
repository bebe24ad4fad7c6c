"""What happens in talks with clients, for the timeline."""

from django.utils.translation import gettext_lazy as _

from kontor.timeline.kinds import EventKind, add

_KEPT = ("W-1.3.3.4b",)


def _talk(form: str, icon: str, title: object, *, keeps: tuple[str, ...] = _KEPT) -> EventKind:
    return EventKind(f"contact.{form}", "calls", icon, title, body="{about}", keeps=keeps)  # type: ignore[arg-type]


add(
    _talk("call_out", "phone", _("Call, {by} → {person}")),
    _talk("call_in", "phone-call", _("Call, {person} → {by}")),
    _talk("letter_out", "mail", _("Letter to {person}")),
    _talk("letter_in", "mail", _("Letter from {person}")),
    _talk("visit_in", "users", _("Meeting with us: {person}")),
    _talk("visit_out", "map-pin", _("Visit to the client: {person}")),
    _talk("other", "message-circle", _("Contact with {person}")),
    _talk("no_answer", "phone-missed", _("No answer: {person}"), keeps=()),
    _talk("moved", "phone-missed", _("Asked to call later: {person}"), keeps=()),
    _talk("corrected", "square-pen", _("Correction: talk with {person}"), keeps=()),
)
