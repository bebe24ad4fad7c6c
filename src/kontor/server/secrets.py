"""Secrets made at the first start and kept beside the data, readable by the owner alone."""

import contextlib
import os
import secrets
from pathlib import Path

from kontor.server.environment import Environment


def secret_key(env: Environment) -> str:
    """The signing key: from the environment, else from home/secret_key, which is made with mode 600 when missing."""
    if env.secret_key:
        return env.secret_key
    path = env.home / "secret_key"
    if not path.exists():
        env.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(path, secrets.token_urlsafe(48))
    return path.read_text().strip()


def _write_once(path: Path, text: str) -> None:
    """Whoever is first decides, and nobody reads half a secret."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w") as handle:
        handle.write(text)
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()
