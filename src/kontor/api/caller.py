"""Who calls: a program by its token, or a person by the session of the browser. How often they may."""

import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone, translation
from ninja.security import APIKeyCookie, HttpBearer
from ninja.throttling import BaseThrottle

from kontor.api import actions, queries
from kontor.api.models import Token
from kontor.people.models import Staff

CALLS_A_MINUTE = 600


@dataclass(frozen=True)
class Caller:
    """The person in whose name the call is made; `token` is None for a session of the browser."""

    staff: Staff
    token: Token | None = None

    @property
    def may_decide(self) -> bool:
        return self.token is None or self.token.decides

    @property
    def only_reads(self) -> bool:
        """Some verbs ask for no right, such as ticking one's own duty: a token without any does not get to them."""
        return self.token is not None and not self.token.rights and not self.token.decides

    @property
    def rights(self) -> list[str]:
        return sorted(self.staff.rights)


class Bearer(HttpBearer):
    """`Authorization: Bearer <secret>`. The person acts with the token's rights alone, as far as they still hold them."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        found = queries.token_of(token, now := timezone.now())
        if found is None:
            return None
        actions.note_use(found, at=now)
        staff = found.staff
        staff.rights = staff.rights & frozenset(found.rights)
        request.user = staff
        if staff.language and "Accept-Language" not in request.headers:
            translation.activate(staff.language)
        return Caller(staff, found)


class Session(APIKeyCookie):
    """The session of a signed-in person; whatever changes something carries the CSRF token too."""

    param_name: str = settings.SESSION_COOKIE_NAME

    def _get_key(self, request: HttpRequest) -> str | None:
        return super()._get_key(request) if request.user.is_authenticated else None

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        return Caller(request.user) if isinstance(request.user, Staff) and request.user.is_active else None


class PerToken(BaseThrottle):
    """So many calls a minute for each token or person, counted in each web process."""

    def allow_request(self, request: HttpRequest) -> bool:
        caller: Caller = request.auth  # type: ignore[attr-defined]
        who = f"t{caller.token.pk}" if caller.token else f"s{caller.staff.pk}"
        key = f"api:{who}:{int(time.time() // 60)}"
        cache.add(key, 0, 120)
        return bool(cache.incr(key) <= CALLS_A_MINUTE)

    def wait(self) -> float:
        """Seconds until the next minute."""
        return 60 - time.time() % 60
