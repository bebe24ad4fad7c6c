"""Compiled translations, made from the catalogues when those are newer. Needs babel and nothing of ours."""

import os
from collections.abc import Iterator
from pathlib import Path


def stale(package: Path) -> Iterator[Path]:
    """Catalogues whose compiled form is missing or older."""
    for po in sorted(package.glob("*/locale/*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            yield po


def compile_stale(package: Path) -> int:
    """Returns how many were compiled. Readers never see half a file."""
    count = 0
    for po in stale(package):
        _compile(po)
        count += 1
    return count


def _compile(po: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po.open("rb") as source:
        catalogue = read_po(source)
    draft = po.with_name(f".{po.stem}.{os.getpid()}.mo")
    with draft.open("wb") as target:
        write_mo(target, catalogue)
    draft.replace(po.with_suffix(".mo"))
