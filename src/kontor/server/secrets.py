"""Secrets made at the first start and kept beside the data, readable by the owner alone."""

import os
import secrets

from kontor.server.environment import Environment


def secret_key(env: Environment) -> str:
    """The signing key: from the environment, else from home/secret_key, which is made with mode 600 when missing."""
    if env.secret_key:
        return env.secret_key
    path = env.home / "secret_key"
    env.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as handle:
        key = secrets.token_urlsafe(48)
        handle.write(key)
    return key
