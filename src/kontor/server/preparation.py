"""What must be true before the doors open: tables up to date, somebody who can sign in.

It runs in a process of its own, so that the supervisor stays small; a stamp in the data folder says what was prepared, so
that the next start may skip it.
"""

import hashlib
import importlib.metadata
import os
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import kontor
from kontor.server.process import die_with_parent
from kontor.server.supervisor import CannotRun, say

_CARRIERS: Final = (
    "Django",
    "procrastinate",
    "django-allauth",
)
"""Packages whose tables stand in our database."""
_SAID: Final = 3
"""Exit code of a child that has told the user why."""
PACKAGE: Final = Path(kontor.__file__).parent


def fingerprint() -> str:
    """Changes when any migration does: ours by their text, others' by the version of their package."""
    digest = hashlib.sha256("".join(importlib.metadata.version(name) for name in _CARRIERS).encode())
    for path in sorted(PACKAGE.glob("*/migrations/*.py")):
        digest.update(str(path.relative_to(PACKAGE)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def prepare(stamp: Path | None, surroundings: dict[str, str]) -> None:
    """Prepare unless the stamp says that nothing changed since. Raises CannotRun when the database is not ready after it."""
    mark = fingerprint()
    if stamp and stamp.exists() and stamp.read_text() == mark:
        return
    command = [sys.executable, "-m", "kontor.server.preparation"]
    code = subprocess.run(command, env=surroundings, preexec_fn=die_with_parent, check=False).returncode
    if code:
        raise CannotRun("" if code == _SAID else "The database could not be prepared; the lines above say why.")
    if stamp:
        stamp.write_text(mark)


def migrate() -> None:
    """Bring the tables up to date."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def main() -> None:
    """In the child: the whole of Django is loaded here, and gone when it ends."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kontor.server.settings")
    django.setup()
    from django.conf import settings

    from kontor.server.staff import first_administrator

    try:
        migrate()
        if settings.DEMO:
            _fill_demo(settings.LANGUAGE_CODE)
        else:
            first_administrator()
    except CannotRun as reason:
        say(str(reason))
        sys.exit(_SAID)
    except KeyboardInterrupt:
        sys.exit(_SAID)


def _fill_demo(language: str) -> None:
    if find_spec("kontor.demo.actions"):
        import_module("kontor.demo.actions").fill(language)


if __name__ == "__main__":
    main()
