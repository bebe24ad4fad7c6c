"""What the installation says about itself: read once from the environment, checked at start, loud when wrong."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Environment(BaseSettings):
    """Every setting of the process. Names in the environment carry the prefix KONTOR_, except DATABASE_URL."""

    model_config = SettingsConfigDict(env_prefix="KONTOR_", extra="ignore")

    home: Path = Field(default=Path(".kontor"), description="folder of the embedded database, files and secrets")
    database_url: str = Field(default="", validation_alias="DATABASE_URL", description="empty: the embedded server")
    secret_key: str = Field(default="", description="empty: made at the first start and kept in home/secret_key")
    debug: bool = False
    demo: bool = False
    host: str = Field(default="127.0.0.1", description="the address that the web server listens on")
    port: int = Field(default=8000, ge=1, le=65535)
    web_workers: int = Field(default=2, ge=1, le=64, description="web processes")
    hosts: Annotated[list[str], NoDecode] = Field(
        default=["127.0.0.1", "localhost"],
        description="names in the browser's address line, with commas between",
    )
    url: str = Field(default="", description="the address that links in letters carry; empty: http://host:port")
    language: str = "en"
    time_zone: str = "Europe/Moscow"
    smtp_url: str = Field(
        default="", description="smtp://user:password@host:port, smtps:// or smtp+tls://; empty: outbox only"
    )
    mail_from: str = "Kontor <office@localhost>"

    @field_validator("hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [name.strip() for name in value.split(",") if name.strip()] if isinstance(value, str) else value

    @property
    def address(self) -> str:
        """Where a browser finds us."""
        return self.url or f"http://{self.host}:{self.port}"


@cache
def environment() -> Environment:
    return Environment()
