"""The pytest plugin of this project: a PostgreSQL of their own for the tests, and a home that is thrown away.

Named in pyproject.toml, so that it stands before Django's settings are read. The embedded server is started once per
run, without fsync. KONTOR_PG_BIN chooses other binaries of PostgreSQL, KONTOR_TEST_DATABASE_URL a running server.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from kontor.server.postgres import CARELESS, Postgres

_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
_server: Postgres | None = None


def _make_home() -> Path:
    """One folder for the run; workers of xdist inherit its name."""
    if _IS_WORKER:
        return Path(os.environ["KONTOR_HOME"])
    for name in [name for name in os.environ if name.startswith("KONTOR_")]:
        if name != "KONTOR_PG_BIN" and not name.startswith("KONTOR_TEST_"):
            del os.environ[name]
    home = Path(tempfile.mkdtemp(prefix="kontor-test-"))
    os.environ["KONTOR_HOME"] = str(home)
    os.environ["KONTOR_SECRET_KEY"] = "only for tests"
    os.environ["DATABASE_URL"] = os.environ.get("KONTOR_TEST_DATABASE_URL", "")
    return home


HOME = _make_home()


def start_database() -> None:
    """Once per run, by the process that lives to its end."""
    global _server
    if _server is None and not _IS_WORKER and not os.environ["DATABASE_URL"]:
        _server = Postgres(HOME, CARELESS)
        _server.start()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """pytest-django asks for this before it makes the test database."""
    start_database()


def pytest_sessionstart(session: pytest.Session) -> None:
    """With xdist the tests run in workers that end at different moments: the server is the controller's."""
    if session.config.getoption("numprocesses", None):
        start_database()


def pytest_unconfigure() -> None:
    if _server:
        _server.stop()
    if not _IS_WORKER:
        shutil.rmtree(HOME, ignore_errors=True)
