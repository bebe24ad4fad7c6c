"""Why a token may not be made or ended."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from kontor.api.models import Token
from kontor.kernel.refusals import Gates, Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right


def make_gates(name: str, rights: Collection[str], ends_at: datetime | None, *, by: Staff, at: datetime) -> Gates:
    """A token never holds more than its person, and two in force are told apart by their names."""
    if not name.strip():
        yield Refusal("name", _("Say what the token is for."))
    if set(rights) - by.rights:
        yield Refusal("rights", _("A token holds no right that you do not hold yourself."))
    if ends_at and ends_at <= at:
        yield Refusal("ends_on", _("The token would be over before it is used."))
    if Token.objects.filter(staff=by, name=name.strip(), ended_at=None).exists():
        yield Refusal("name", _("You already have a token “{name}”: end it first.").format(name=name.strip()))


def end_gates(token: Token, *, by: Staff) -> Gates:
    if token.staff_id != by.pk and not by.may(Right.KEEP_STAFF):
        yield Refusal("not_yours", _("Only {name} can end this token.").format(name=token.staff))
