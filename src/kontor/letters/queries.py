"""Questions about letters: the outbox, and which mail server there is."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import QuerySet

from kontor.letters.models import Letter
from kontor.people.models import Staff
from kontor.people.rights import Scope

_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def mail_server() -> dict[str, Any] | None:
    """The mail server by the setting KONTOR_SMTP_URL (smtp://, smtp+tls:// or smtps://); None without one."""
    if not settings.KONTOR_SMTP_URL:
        return None
    url = urlsplit(settings.KONTOR_SMTP_URL)
    if url.scheme not in _PORTS:
        raise ValueError("KONTOR_SMTP_URL must begin with smtp://, smtp+tls:// or smtps://")
    return {
        "host": url.hostname,
        "port": url.port or _PORTS[url.scheme],
        "user": unquote(url.username or ""),
        "password": unquote(url.password or ""),
        "tls": url.scheme == "smtp+tls",
        "ssl": url.scheme == "smtps",
        "sender": settings.KONTOR_MAIL_FROM,
    }


def outbox(staff: Staff, state: str = "") -> QuerySet[Letter]:
    """Letters this person may see, the latest first."""
    found = Letter.objects.select_related("client", "document", "by").defer("body")
    if staff.scope == Scope.OWN:
        found = found.filter(by=staff)
    elif staff.scope == Scope.OFFICE:
        found = found.filter(by__office_id=staff.office_id)
    return found.filter(state=state) if state else found
