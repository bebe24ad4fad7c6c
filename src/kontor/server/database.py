"""Where the database is: any PostgreSQL by DATABASE_URL, else the embedded server's socket in home."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from kontor.server.environment import Environment


def database_settings(env: Environment) -> dict[str, Any]:
    """Django's entry for the one database. Raises ValueError when DATABASE_URL is not a PostgreSQL address."""
    common = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    if not env.database_url:
        return common | {"NAME": "kontor", "USER": "postgres", "HOST": str(env.home.resolve() / "pg")}
    url = urlsplit(env.database_url)
    if url.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL must begin with postgresql://")
    options = dict(parse_qsl(url.query))
    return common | {
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", unquote(url.hostname or "")),
        "PORT": url.port or "",
        "OPTIONS": options,
    }
