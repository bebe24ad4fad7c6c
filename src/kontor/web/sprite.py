"""The sprite of icons: one file with the shapes of `ICONS`, built from the lucide package when it is missing or stale."""

import hashlib
import os
import re
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

from kontor.web.icons import ICONS

SPRITE = Path(__file__).parent / "static" / "kontor" / "icons.svg"
_SHAPES = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def fingerprint() -> str:
    """What the sprite is made of: the names and the version of the icon set."""
    made_of = "\n".join([version("lucide"), *sorted(ICONS)])
    return hashlib.sha256(made_of.encode()).hexdigest()[:16]


def build(target: Path = SPRITE) -> None:
    """Write the sprite. A name that lucide does not know raises `KeyError`."""
    with files("lucide").joinpath("lucide.zip").open("rb") as packed, ZipFile(packed) as box:
        symbols = "".join(_symbol(name, box.read(f"{name}.svg").decode()) for name in sorted(ICONS))
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {fingerprint()} -->{symbols}</svg>\n'
    replace_file(target, sprite.encode())


def ensure(target: Path = SPRITE) -> None:
    """Build the sprite unless it is the one of today's names."""
    if not target.is_file() or fingerprint() not in target.read_text(encoding="utf-8")[:200]:
        build(target)


def replace_file(target: Path, content: bytes) -> None:
    """Put a whole new file in the place of the old one, so that nobody ever reads half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(target)


def _symbol(name: str, svg: str) -> str:
    shapes = _SHAPES.search(svg)
    if shapes is None:
        raise ValueError(f"lucide's {name}.svg holds no shapes")
    drawing = re.sub(r">\s+<", "><", shapes[1].strip())
    return f'<symbol id="{name}" viewBox="0 0 24 24">{drawing}</symbol>'


if __name__ == "__main__":
    build()
