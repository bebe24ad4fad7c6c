"""Questions about tokens."""

import hashlib
from datetime import datetime

from django.db.models import Q, QuerySet

from kontor.api.models import Token
from kontor.people.models import Staff


def digest(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain hash cannot be turned round."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(secret: str, now: datetime) -> Token | None:
    """The token in force behind a secret, with its person; None if it is unknown, over, or the person has left."""
    in_force = Token.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), ended_at=None, staff__is_active=True)
    return in_force.filter(sha256=digest(secret)).select_related("staff__office").first()


def tokens_of(staff: Staff) -> QuerySet[Token]:
    """A person's tokens, those in force first, then the newest."""
    return Token.objects.filter(staff=staff).order_by("-ended_at", "-created_at", "-id")
