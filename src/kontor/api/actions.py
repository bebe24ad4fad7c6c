"""Verbs on tokens: make, end, note that one was used."""

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from kontor.api.gates import end_gates, make_gates
from kontor.api.models import Token
from kontor.api.queries import digest
from kontor.kernel.refusals import refuse_if
from kontor.people.models import Staff
from kontor.timeline import actions as timeline

USE_IS_NOTED = timedelta(hours=1)
_MARK = "kontor_"  # so that scanners for leaked secrets know it


@transaction.atomic
def make_token(
    name: str,
    rights: Collection[str],
    *,
    by: Staff,
    at: datetime,
    ends_at: datetime | None = None,
    decides: bool = False,
) -> tuple[Token, str]:
    """A new token and its secret. The secret is told this once: only its hash is kept."""
    Staff.objects.select_for_update(no_key=True).get(pk=by.pk)
    refuse_if(make_gates(name, rights, ends_at, by=by, at=at))
    secret = _MARK + secrets.token_urlsafe(32)
    token = Token.objects.create(
        staff=by,
        name=name.strip(),
        sha256=digest(secret),
        hint=secret[: len(_MARK) + 4],
        rights=sorted(rights),
        decides=decides,
        created_at=at,
        ends_at=ends_at,
    )
    timeline.record("token.made", by=by, at=at, name=token.name)
    return token, secret


@transaction.atomic
def end_token(token: Token, *, by: Staff, at: datetime) -> Token:
    """The token opens nothing any more, from now on. Ending twice is ending once."""
    token = Token.objects.select_for_update().get(pk=token.pk)
    refuse_if(end_gates(token, by=by))
    if token.ended_at:
        return token
    token.ended_at = at
    token.save(update_fields=["ended_at"])
    timeline.record("token.ended", by=by, at=at, name=token.name)
    return token


def note_use(token: Token, *, at: datetime) -> None:
    """Remember that the token was used, once an hour at most."""
    if token.last_used_at is None or token.last_used_at < at - USE_IS_NOTED:
        unnoted = Q(last_used_at=None) | Q(last_used_at__lt=at - USE_IS_NOTED)
        Token.objects.filter(unnoted, pk=token.pk).update(last_used_at=at)
