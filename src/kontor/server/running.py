"""A database for the length of one command: the one that serves now, or our own until the command ends."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from kontor.server.binaries import NoDatabase
from kontor.server.environment import Environment
from kontor.server.postgres import Postgres


@contextmanager
def database(env: Environment) -> Iterator[None]:
    """Raises NoDatabase. With DATABASE_URL there is nothing to start."""
    server = Postgres(env.home)
    if env.database_url or _serves(server):
        yield
        return
    with own_database(env):
        yield


@contextmanager
def own_database(env: Environment) -> Iterator[None]:
    """The same, but nobody else works with it meanwhile. Raises AlreadyServed."""
    if env.database_url:
        yield
        return
    server = Postgres(env.home)
    try:
        server.start()
        yield
    finally:
        server.stop()


def _serves(server: Postgres, patience: float = 30) -> bool:
    """True when another process has the server up; it may just be starting."""
    deadline = time.monotonic() + patience
    while server.is_served():
        try:
            psycopg.connect(server.dsn(), connect_timeout=2).close()
            return True
        except psycopg.OperationalError as reason:
            if time.monotonic() > deadline:
                raise NoDatabase(f"The database in {server.folder} does not answer: {reason}") from None
            time.sleep(0.1)
    return False
