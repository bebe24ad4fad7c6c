"""The embedded PostgreSQL: a direct child of ours, data in a folder, reached by a Unix socket alone.

A folder `pg` holds the socket, the log, a lock and, named by the major version, the data: `pg/18`.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final

import psycopg

from kontor.server.binaries import Binaries, NoDatabase, find_binaries
from kontor.server.database import DATABASE, USER, pg_folder, socket_folder
from kontor.server.process import ordinary_user, spawn, stop

OPTIONS: Final = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "effective_cache_size": "512MB",
    "random_page_cost": "1.1",
    "wal_compression": "on",
    "log_min_messages": "warning",
    "log_checkpoints": "off",
    "huge_pages": "off",
}
CARELESS: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
_LOG_LIMIT = 10 * 1024 * 1024
_PASSING = ("lock file", "shared memory")  # of a killed server, whose children are still ending


class AlreadyServed(NoDatabase):
    """Another process of ours has the server of this folder."""


class Postgres:
    """One embedded server in `home`. `start`, `stop`, and `alive` in between."""

    def __init__(self, home: Path, options: Mapping[str, str] | None = None) -> None:
        self.folder = pg_folder(home)
        self.sockets = socket_folder(home)
        self.options = OPTIONS | dict(options or {})
        self.process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self._binaries: Binaries | None = None

    @property
    def binaries(self) -> Binaries:
        """Those that wrote the data, or the first found for a new folder. Raises NoDatabase."""
        if self._binaries is None:
            self._binaries = find_binaries(_written_by(self.folder))
        return self._binaries

    @property
    def data(self) -> Path:
        return self.folder / str(self.binaries.major)

    def start(self, patience: float = 60) -> None:
        """Make the data folder if it is new, start, recover if it was killed, wait until connections are taken.

        Raises AlreadyServed when another process serves this folder, NoDatabase when the server does not come up.
        """
        if self._lock is None:
            self._take()
        self._initialize()
        self._launch(time.monotonic() + patience)
        self._make_database()

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Fast shutdown: connections are ended, everything acknowledged is on disk."""
        if self.process:
            stop(self.process, signal.SIGINT, patience=30)
            self.process = None
        if self._lock:
            self._lock.close()
            self._lock = None

    def is_served(self) -> bool:
        """True when a process, this one or another, has the server of this folder."""
        if self._lock:
            return True
        if not self.folder.exists():
            return False
        with (self.folder / "lock").open("w") as lock:
            return not _lock(lock)

    def _take(self) -> None:
        """Make the folders and be the only one to serve them; the lock ends with our process."""
        for folder in (self.folder, self.sockets):
            make_private(folder)
        lock = (self.folder / "lock").open("w")
        if not _lock(lock):
            lock.close()
            raise AlreadyServed(f"Kontor already runs from {self.folder.parent}. Stop it first.")
        self._lock = lock

    def _initialize(self) -> None:
        """A half-made cluster never carries the real name."""
        if (self.data / "PG_VERSION").exists():
            return
        unfinished = self.folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        ordinary_user().own(self.folder)
        locale = ["--locale=C.UTF-8"]
        if self.binaries.major >= 17:
            locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        careless = ["--no-sync"] if self.options.get("fsync") == "off" else []
        made = subprocess.run(
            [
                self.binaries.program("initdb"),
                "-D",
                unfinished,
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                *locale,
                *careless,
            ],
            preexec_fn=ordinary_user().become,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise NoDatabase(f"The database could not be made in {self.folder}: {made.stderr.strip()}")
        unfinished.rename(self.data)

    def _launch(self, deadline: float) -> None:
        self._shorten_log()
        log = self.folder / "postgres.log"
        while True:
            self._forget_stranger()
            with log.open("ab") as output:
                said_before = output.tell()
                self.process = self._spawn(output)
            if self._ready(deadline):
                return
            said = log.read_bytes()[said_before:].decode(errors="replace")
            if time.monotonic() > deadline or not any(word in said for word in _PASSING):
                raise NoDatabase(f"PostgreSQL did not start: {said.strip()[-2000:] or 'it did not answer in time'}")
            time.sleep(0.1)

    def _spawn(self, output: IO[bytes]) -> "subprocess.Popen[bytes]":
        ordinary_user().own(self.folder)
        ordinary_user().own(self.sockets)
        settings = self.options | {"unix_socket_directories": str(self.sockets)}
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return spawn(
            [self.binaries.program("postgres"), "-D", self.data, *flags],
            farewell=signal.SIGINT,
            prepare=ordinary_user().become,
            env=_environment(),
            output=output,
        )

    def _ready(self, deadline: float) -> bool:
        """True when line 8 of postmaster.pid says so and line 1 is our child; False when the child ended."""
        assert self.process is not None
        while self.process.poll() is None:
            lines = _pid_file(self.data)
            if len(lines) > 7 and lines[0] == str(self.process.pid) and lines[7].strip() == "ready":
                return True
            if time.monotonic() > deadline:
                stop(self.process, signal.SIGQUIT, patience=5)
                return False
            time.sleep(0.005)
        return False

    def _forget_stranger(self) -> None:
        """Numbers of processes come again, above all in containers: a stale pid file must not name a stranger.

        Nor a zombie: where process 1 does not reap, a killed server keeps its number for ever.
        """
        lines = _pid_file(self.data)
        if lines and lines[0].isdigit() and _is_alien(int(lines[0])):
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _make_database(self) -> None:
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if not known:
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _shorten_log(self) -> None:
        log = self.folder / "postgres.log"
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            log.rename(log.with_suffix(".log.1"))

    def dsn(self, database: str = DATABASE) -> str:
        return f"host={self.sockets} user={USER} dbname={database}"


def make_private(folder: Path) -> None:
    """A folder that only we may enter. Raises NoDatabase when somebody else made it before us."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    state = folder.lstat()
    account = ordinary_user().account
    owners = {os.geteuid(), account.pw_uid} if account else {os.geteuid()}
    if folder.is_symlink() or state.st_uid not in owners:
        raise NoDatabase(f"The folder {folder} belongs to somebody else. Remove it or choose another KONTOR_HOME.")
    folder.chmod(0o700)


def _lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _written_by(folder: Path) -> int | None:
    versions = [int(path.parent.name) for path in folder.glob("*/PG_VERSION") if path.parent.name.isdigit()]
    return max(versions, default=None)


def _pid_file(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text().split("\n")
    except OSError:
        return []


def _is_alien(pid: int) -> bool:
    """True when this process surely is no PostgreSQL: another program, or dead and not reaped."""
    entry = Path(f"/proc/{pid}")
    try:
        return (entry / "exe").readlink().name != "postgres"
    except FileNotFoundError:
        return entry.exists()
    except OSError:
        return False


def _environment() -> dict[str, str]:
    """The surroundings of the server must not decide about its language, folders or sign-in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}
