"""The pytest plugin of this project: a PostgreSQL of their own for the tests, and a home that is thrown away.

Named in pyproject.toml, so that it stands before Django's settings are read. The embedded server is started once per
run, without fsync, and its migrated database is copied for every process that tests. KONTOR_PG_BIN chooses other binaries of PostgreSQL, KONTOR_TEST_DATABASE_URL a running server.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

import pytest

from kontor.server.database import DATABASE
from kontor.server.postgres import CARELESS, Postgres
from kontor.server.preparation import PACKAGE
from kontor.server.template import start_migrated

_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
_TOUCHES_DATABASE: Final = {"db", "transactional_db", "live_server", "postgres_server"}
_server: Postgres | None = None


def _make_home() -> Path:
    """One folder for the run; workers of xdist inherit its name. Settings of the developer do not reach the tests."""
    if _IS_WORKER:
        return Path(os.environ["KONTOR_HOME"])
    for name in [name for name in os.environ if name.startswith("KONTOR_")]:
        if name != "KONTOR_PG_BIN" and not name.startswith("KONTOR_TEST_"):
            del os.environ[name]
    home = Path(tempfile.mkdtemp(prefix="kontor-test-"))
    os.environ["KONTOR_HOME"] = str(home)
    os.environ["KONTOR_SECRET_KEY"] = "only for tests"
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(PACKAGE.parent), os.environ.get("PYTHONPATH")]))
    os.environ["DATABASE_URL"] = os.environ.get("KONTOR_TEST_DATABASE_URL", "")
    return home


HOME: Final = _make_home()


def chromium() -> str | None:
    """The browser of the operating system, if there is one."""
    names = (os.environ.get("KONTOR_TEST_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


def start_database(config: pytest.Config) -> None:
    """Once per run, by the process that lives to its end."""
    global _server
    if _server is None and not _IS_WORKER and not os.environ["DATABASE_URL"]:
        _server = Postgres(HOME, CARELESS)
        start_migrated(_server, config.rootpath / ".pytest_cache" / "kontor")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, pytestconfig: pytest.Config
) -> None:
    """pytest-django asks for this before it makes the test database."""
    from django.db import connection

    start_database(pytestconfig)
    if not os.environ["DATABASE_URL"]:
        connection.settings_dict["TEST"]["TEMPLATE"] = DATABASE


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("kontor")
    group.addoption("--bench", action="store_true", help="run the measurements too")
    group.addoption("--only-database", action="store_true", help="only tests that touch the database, without browser")


def pytest_sessionstart(session: pytest.Session) -> None:
    """With xdist the tests run in workers that end at different moments: the server is the controller's."""
    if session.config.getoption("numprocesses", None) and not session.config.getoption("collectonly"):
        start_database(session.config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("only_database"):
        kept = [item for item in items if _touches_database(item) and not item.get_closest_marker("browser")]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept
    for item in items:
        if item.get_closest_marker("bench") and not config.getoption("bench"):
            item.add_marker(pytest.mark.skip(reason="measured by make bench"))
        if item.get_closest_marker("browser") and not chromium():
            item.add_marker(pytest.mark.skip(reason="no Chromium here: install the package “chromium”"))


def _touches_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & _TOUCHES_DATABASE)


def pytest_unconfigure() -> None:
    if _server:
        _server.stop()
    if not _IS_WORKER:
        shutil.rmtree(HOME, ignore_errors=True)
