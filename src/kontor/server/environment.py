"""What the installation says about itself: read once from the environment, checked at start, loud when wrong."""

from functools import cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Environment(BaseSettings):
    """Every setting of the process. Names in the environment carry the prefix KONTOR_, except DATABASE_URL."""

    model_config = SettingsConfigDict(env_prefix="KONTOR_", extra="ignore")

    home: Path = Field(
        default=Path(".kontor"), description="folder of the embedded database, files and secrets"
    )
    database_url: str = Field(
        default="", validation_alias="DATABASE_URL", description="empty: the embedded server"
    )
    secret_key: str = Field(
        default="", description="empty: made at the first start and kept in home/secret_key"
    )
    debug: bool = False
    demo: bool = False
    hosts: list[str] = ["127.0.0.1", "localhost"]
    url: str = Field(default="http://127.0.0.1:8000", description="the address that links in letters carry")
    language: str = "en"
    time_zone: str = "Europe/Moscow"
    smtp_url: str = Field(
        default="", description="smtp://user:password@host:port, smtps:// or smtp+tls://; empty: outbox only"
    )
    mail_from: str = "Kontor <office@localhost>"


@cache
def environment() -> Environment:
    return Environment()
