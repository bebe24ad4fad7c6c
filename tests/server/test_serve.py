"""The whole product in a folder of its own: opened, killed piece by piece, stopped, opened again, carried elsewhere."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from kontor.server.database import DATABASE, USER, socket_folder

FIRST = {"KONTOR_ADMIN_EMAIL": "first@office.example", "KONTOR_ADMIN_PASSWORD": "correct-horse-battery"}


class House:
    """`kontor serve` in a folder, as somebody at a terminal runs it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = home.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None

    def open(self, **surroundings: str) -> float:
        """Returns the seconds until it says that it is open."""
        begin = time.monotonic()
        command = [
            sys.executable,
            "-m",
            "kontor.server.command",
            "serve",
            "--home",
            str(self.home),
            "--port",
            str(self.port),
        ]
        env = os.environ | {"KONTOR_SECRET_KEY": "", "DATABASE_URL": ""} | surroundings
        self.log.write_text("")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        eventually(lambda: "is open on" in self.log.read_text() or self.process.poll() is not None, 90)
        assert "is open on" in self.log.read_text(), self.log.read_text()
        return time.monotonic() - begin

    def children(self) -> dict[str, int]:
        """Number of the process by what it is."""
        names = {"bin/postgres": "database", "granian": "web server", "command worker": "worker"}
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode() for pid in listed}
        return {name: pid for pid, line in lines.items() for word, name in names.items() if word in line}

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().read() == b"ok"
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        dsn = f"host={socket_folder(self.home)} user={USER} dbname={DATABASE}"
        with psycopg.connect(dsn, autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def close(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)


def eventually(true: Callable[[], object], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(true())


def running_from(home: Path) -> list[str]:
    """Command lines that name the folder, of processes that are alive."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            surroundings = (entry / "environ").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if line and f"KONTOR_HOME={home}\0" in surroundings:
            found.append(line)
    return found


def kontor(home: Path, *arguments: str, **surroundings: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "kontor.server.command", *arguments, "--home", str(home)]
    env = os.environ | {"KONTOR_SECRET_KEY": ""} | surroundings
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = House(tmp_path_factory.mktemp("company") / "home")
    house.open(**FIRST)
    yield house
    if house.process and house.process.poll() is None:
        house.close(signal.SIGTERM)


def test_a_new_company_has_its_first_administrator_and_private_secrets(house: House) -> None:
    assert house.ask("SELECT email FROM people_staff") == [("first@office.example",)]
    assert house.ask("SELECT code FROM people_role JOIN people_staff_roles ON role_id = people_role.id") == [("admin",)]
    assert (house.home / "secret_key").stat().st_mode & 0o777 == 0o600
    assert house.answers()


@pytest.mark.parametrize("name", ["database", "web server", "worker"])
def test_whatever_is_killed_comes_back_and_nothing_acknowledged_is_lost(house: House, name: str) -> None:
    house.ask(f"CREATE TABLE IF NOT EXISTS kept (word text); INSERT INTO kept VALUES ('{name}')")
    before = house.children()
    os.kill(before[name], signal.SIGKILL)
    assert eventually(lambda: house.children().get(name, before[name]) != before[name])
    assert eventually(house.answers)
    assert (name,) in house.ask("SELECT word FROM kept")
    assert {other: pid for other, pid in house.children().items() if other not in (name, "worker")} == {
        other: pid for other, pid in before.items() if other not in (name, "worker")
    }


def test_a_backup_of_the_open_house_is_read_into_another(house: House, tmp_path: Path) -> None:
    house.ask("CREATE TABLE IF NOT EXISTS kept (word text); INSERT INTO kept VALUES ('carried')")
    (house.home / "files").mkdir(exist_ok=True)
    (house.home / "files" / "скан.pdf").write_bytes(b"%PDF")
    parcel = tmp_path / "company.tar"
    done = kontor(house.home, "backup", str(parcel))
    assert done.returncode == 0, done.stderr
    assert parcel.stat().st_mode & 0o777 == 0o600

    other = House(tmp_path / "other")
    done = kontor(other.home, "restore", str(parcel))
    assert done.returncode == 0, done.stderr
    refused = kontor(other.home, "restore", str(parcel))
    assert refused.returncode == 1
    assert "There is data in" in refused.stderr
    assert (other.home / "files" / "скан.pdf").read_bytes() == b"%PDF"
    assert (other.home / "secret_key").read_text() == (house.home / "secret_key").read_text()
    other.open()
    try:
        assert other.ask("SELECT word FROM kept WHERE word = 'carried'") == [("carried",)]
        assert other.ask("SELECT email FROM people_staff") == [("first@office.example",)]
    finally:
        other.close()


def test_a_killed_supervisor_leaves_nobody_and_the_next_start_works(house: House) -> None:
    house.ask("CREATE TABLE IF NOT EXISTS kept (word text); INSERT INTO kept VALUES ('survived')")
    house.process.kill()
    house.process.wait()
    assert eventually(lambda: not running_from(house.home)), running_from(house.home)
    seconds = house.open()
    assert house.ask("SELECT word FROM kept WHERE word = 'survived'") == [("survived",)]
    assert seconds < 30  # two on a quiet machine


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_house_leaves_nobody_and_no_complaint(house: House, number: signal.Signals) -> None:
    if house.process.poll() is not None:
        house.open()
    assert house.close(number) == 0
    assert not running_from(house.home)
    assert "Traceback" not in house.log.read_text(), house.log.read_text()
    assert not list(house.home.glob("pg/*/postmaster.pid"))


def test_nobody_to_ask_for_the_first_administrator_is_said(tmp_path: Path) -> None:
    done = kontor(tmp_path / "home", "serve", "--port", "18997")
    assert done.returncode == 1
    assert "Nobody can sign in yet" in done.stderr
    assert "Traceback" not in done.stderr
    done = kontor(tmp_path / "home", "user", "boss@office.example", KONTOR_PASSWORD="correct-horse-battery")
    assert (done.returncode, done.stderr) == (0, "boss@office.example can sign in.\n")
