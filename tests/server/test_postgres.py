"""The embedded server starts, comes back after a kill with what was acknowledged, and keeps to its folder."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kontor.server import process
from kontor.server.binaries import NoDatabase, find_binaries
from kontor.server.database import database_settings, socket_folder
from kontor.server.environment import Environment
from kontor.server.postgres import CARELESS, Postgres


@pytest.fixture
def postgres_server(tmp_path: Path) -> Iterator[Postgres]:
    server = Postgres(tmp_path, {"fsync": "off"})
    server.start()
    yield server
    server.stop()


def remember(server: Postgres, word: str) -> None:
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS words (word text)")
        connection.execute("INSERT INTO words VALUES (%s)", [word])


def words(server: Postgres) -> list[str]:
    with psycopg.connect(server.dsn()) as connection:
        return [row[0] for row in connection.execute("SELECT word FROM words")]


def test_a_killed_server_comes_back_with_everything_acknowledged(postgres_server: Postgres) -> None:
    remember(postgres_server, "счёт")
    assert postgres_server.process is not None
    os.kill(postgres_server.process.pid, signal.SIGKILL)
    postgres_server.process.wait()
    assert not postgres_server.alive()
    postgres_server.start()
    assert postgres_server.alive()
    assert words(postgres_server) == ["счёт"]


def test_a_stopped_server_leaves_no_process_and_starts_again(postgres_server: Postgres) -> None:
    remember(postgres_server, "发票")
    postgres_server.stop()
    assert not (postgres_server.data / "postmaster.pid").exists()
    postgres_server.start()
    assert words(postgres_server) == ["发票"]


def test_the_data_lies_under_the_major_version_and_only_we_may_enter(postgres_server: Postgres) -> None:
    assert (postgres_server.folder / str(postgres_server.binaries.major) / "PG_VERSION").exists()
    assert postgres_server.folder.stat().st_mode & 0o077 == 0
    assert postgres_server.data.stat().st_mode & 0o077 == 0


def test_case_of_cyrillic_does_not_depend_on_the_surroundings(postgres_server: Postgres) -> None:
    with psycopg.connect(postgres_server.dsn()) as connection:
        row = connection.execute("SELECT lower('СЧЁТ')").fetchone()
    assert row == ("счёт",)


def test_a_second_server_on_the_same_folder_is_refused_in_words(postgres_server: Postgres, tmp_path: Path) -> None:
    with pytest.raises(NoDatabase, match="already runs from"):
        Postgres(tmp_path).start()
    assert postgres_server.alive()


def test_a_home_with_a_long_name_has_its_socket_in_tmp(tmp_path: Path) -> None:
    home = tmp_path / ("long" * 30)
    server = Postgres(home, CARELESS)
    server.start()
    try:
        assert server.sockets != server.folder
        assert server.sockets.stat().st_mode & 0o077 == 0
        remember(server, "far")
        assert database_settings(Environment(home=home, DATABASE_URL=""))["HOST"] == str(socket_folder(home))
    finally:
        server.stop()
        (server.sockets).rmdir()


def test_a_stale_pid_file_that_names_a_stranger_does_not_stop_the_start(postgres_server: Postgres) -> None:
    postgres_server.stop()
    (postgres_server.data / "postmaster.pid").write_text(
        f"{os.getppid()}\n{postgres_server.data}\n1\n5432\n\n\n0 0\nready\n"
    )
    postgres_server.start()
    assert postgres_server.alive()


def test_a_version_that_is_not_here_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "pg/9").mkdir(parents=True)
    (tmp_path / "pg/9/PG_VERSION").write_text("9")
    with pytest.raises(NoDatabase, match="written by PostgreSQL 9"):
        Postgres(tmp_path).start()


def test_the_chosen_folder_of_binaries_must_hold_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KONTOR_PG_BIN", str(tmp_path))
    with pytest.raises(NoDatabase, match="KONTOR_PG_BIN"):
        find_binaries()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
def test_root_without_namespaces_becomes_a_real_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(process.ordinary_user(), "in_namespace", False)
    server = Postgres(tmp_path, CARELESS)
    server.start()
    try:
        assert server.process is not None
        assert Path(f"/proc/{server.process.pid}").stat().st_uid != 0
        remember(server, "nobody")
    finally:
        server.stop()
