"""A migrated database that tests copy instead of migrating: kept until a migration or a package of tables changes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kontor.server.postgres import Postgres
from kontor.server.preparation import fingerprint


def start_migrated(server: Postgres, cache: Path) -> None:
    """Start a new test server whose database `kontor` is migrated: from the cache, else migrated now and cached.

    Raises `subprocess.CalledProcessError` when the migrations fail.
    """
    kept = cache / f"{server.binaries.major}-{fingerprint()[:16]}"
    if kept.is_dir() and _copy(kept, server.data):
        server.start()
        return
    server.start()
    subprocess.run([sys.executable, "-m", "kontor.server.command", "migrate"], check=True, env=os.environ)
    server.stop()
    _keep(server.data, kept)
    server.start()


def _copy(source: Path, target: Path) -> bool:
    """False when another run took the source away meanwhile."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if subprocess.run(["cp", "-a", source, target], capture_output=True, check=False).returncode == 0:
        return True
    shutil.rmtree(target, ignore_errors=True)
    return False


def _keep(data: Path, kept: Path) -> None:
    """One for each version of PostgreSQL; what was kept before is of no use any more."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    for old in kept.parent.glob(f"{kept.name.split('-')[0]}-*"):
        shutil.rmtree(old, ignore_errors=True)
    draft = kept.with_name(f"draft-{os.getpid()}")
    if _copy(data, draft):
        try:
            draft.rename(kept)
        except OSError:  # another run was first
            shutil.rmtree(draft, ignore_errors=True)
