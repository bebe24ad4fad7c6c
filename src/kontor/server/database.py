"""Where the database is: any PostgreSQL by DATABASE_URL, else the embedded server's socket in home."""

import hashlib
import os
from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from kontor.server.environment import Environment

DATABASE: Final = "kontor"
USER: Final = "postgres"
_SOCKET_LIMIT: Final = 107 - len("/.s.PGSQL.5432.lock")
"""Bytes that Linux leaves for the folder of a Unix socket."""


def pg_folder(home: Path) -> Path:
    """The embedded server's folder: data by major version, log, lock, and the socket if its name is short enough."""
    return home.resolve() / "pg"


def socket_folder(home: Path) -> Path:
    """Where the socket lies. A home with a long name has it in /tmp, in a folder of ours named after the home."""
    folder = pg_folder(home)
    if len(os.fsencode(folder)) <= _SOCKET_LIMIT:
        return folder
    return Path(f"/tmp/kontor-{os.getuid()}-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]}")


def database_settings(env: Environment) -> dict[str, Any]:
    """Django's entry for the one database. Raises ValueError when DATABASE_URL is not a PostgreSQL address."""
    common = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    if not env.database_url:
        return common | {"NAME": DATABASE, "USER": USER, "HOST": str(socket_folder(env.home))}
    url = _split(env.database_url)
    options = dict(parse_qsl(url.query))
    return common | {
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", unquote(url.hostname or "")),
        "PORT": url.port or "",
        "OPTIONS": options,
    }


def _split(address: str) -> SplitResult:
    try:
        url = urlsplit(address)
        fits = url.scheme in {"postgres", "postgresql"} and url.path.strip("/") and (url.port or True)
    except ValueError:
        fits = False
    if not fits:
        raise ValueError("DATABASE_URL must look like postgresql://user:password@host:5432/name")
    return url
