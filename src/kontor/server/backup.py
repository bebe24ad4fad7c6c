"""One file with everything: the database as pg_dump writes it, the folder of files, the secrets."""

import json
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import psycopg

import kontor
from kontor.server.binaries import Binaries, find_binaries
from kontor.server.database import database_settings
from kontor.server.environment import Environment
from kontor.server.postgres import Postgres
from kontor.server.supervisor import CannotRun

_DUMP: Final = "database.dump"
_ABOUT: Final = "kontor.json"
_BESIDE: Final = ("files", "secret_key")
"""What lies in home beside the database and belongs to the company."""
_PARTS: Final = (_DUMP, _ABOUT, *_BESIDE)


def write(env: Environment, target: Path) -> None:
    """A consistent copy while others work. It is written under another name first, with mode 600. Raises CannotRun."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as work, os.fdopen(descriptor, "wb") as output:
            dump = Path(work, _DUMP)
            _run(env, "pg_dump", "--format=custom", "--no-owner", f"--file={dump}")
            about = Path(work, _ABOUT)
            about.write_text(json.dumps(_about()))
            with tarfile.open(fileobj=output, mode="w") as tar:
                tar.add(about, _ABOUT)
                tar.add(dump, _DUMP)
                for name in _BESIDE:
                    if (env.home / name).exists():
                        tar.add(env.home / name, name)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def read(env: Environment, source: Path, *, replace: bool) -> None:
    """All of it or nothing: the database is restored under another name and takes the place at the end.

    Raises CannotRun when the file is no backup, or when there is data and `replace` was not said.
    """
    with _unpacked(source) as folder:
        if env.database_url:
            _into_empty(env, folder / _DUMP)
        else:
            _into_embedded(env, folder / _DUMP, replace=replace)
        for name in _BESIDE:
            if (folder / name).exists():
                _put(folder / name, env.home / name)


@contextmanager
def _unpacked(source: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as work:
        try:
            with tarfile.open(source) as tar:
                tar.extractall(work, members=filter(_is_ours, tar))
        except (OSError, tarfile.TarError) as reason:
            raise CannotRun(f"{source} cannot be read as a backup: {reason}") from None
        if not Path(work, _DUMP).exists() or not Path(work, _ABOUT).exists():
            raise CannotRun(f"{source} is not a backup of Kontor.")
        yield Path(work)


def _is_ours(member: tarfile.TarInfo) -> bool:
    """Files and folders that a backup holds; nothing that leads outside. (The filters of tarfile are not in every 3.11.)"""
    parts = Path(member.name).parts
    return (member.isfile() or member.isdir()) and ".." not in parts and parts[:1] in {(name,) for name in _PARTS}


def _into_embedded(env: Environment, dump: Path, *, replace: bool) -> None:
    server = Postgres(env.home)
    with psycopg.connect(server.dsn("postgres"), autocommit=True) as connection:
        if _has_tables(server.dsn()) and not replace:
            raise CannotRun(
                f"There is data in {env.home.resolve()} already. To lose it and go back to the backup: --replace"
            )
        connection.execute("DROP DATABASE IF EXISTS restored")
        connection.execute("CREATE DATABASE restored")
        _run(env, "pg_restore", "--exit-on-error", "--no-owner", dump, database="restored")
        connection.execute("DROP DATABASE kontor WITH (FORCE)")
        connection.execute("ALTER DATABASE restored RENAME TO kontor")
    (server.data / "kontor.prepared").unlink(missing_ok=True)


def _into_empty(env: Environment, dump: Path) -> None:
    if _has_tables(_dsn(env)):
        raise CannotRun(
            "The database of DATABASE_URL is not empty. Restore into a new one and point DATABASE_URL to it."
        )
    _run(env, "pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", dump)


def _has_tables(dsn: str) -> bool:
    with psycopg.connect(dsn) as connection:
        return bool(connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").fetchone())


def _put(source: Path, target: Path) -> None:
    """The old one is kept beside until the new one stands."""
    old = target.with_name(f"{target.name}.before-restore")
    if target.exists():
        target.rename(old)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", source, target], check=True)
    subprocess.run(["rm", "-rf", old], check=True)


def _run(env: Environment, program: str, *arguments: str | Path, database: str = "") -> None:
    settings = database_settings(env)
    command: Sequence[str | Path] = [
        _binaries(env).program(program),
        "-d",
        database or settings["NAME"],
        *arguments,
    ]
    done = subprocess.run(command, env=os.environ | _connection(settings), capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotRun(f"{program} failed: {done.stderr.strip()}")


def _binaries(env: Environment) -> Binaries:
    return find_binaries() if env.database_url else Postgres(env.home).binaries


def _connection(settings: dict[str, Any]) -> dict[str, str]:
    """Through the environment, so that no password stands in the list of processes."""
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    known = {name: str(settings[key]) for name, key in names.items() if settings.get(key)}
    return known | {
        f"PG{key.upper()}": value for key, value in settings.get("OPTIONS", {}).items() if key.startswith("ssl")
    }


def _dsn(env: Environment) -> str:
    return env.database_url if env.database_url else Postgres(env.home).dsn()


def _about() -> dict[str, str]:
    return {"kontor": kontor.__version__, "made_at": datetime.now(UTC).isoformat(timespec="seconds")}
