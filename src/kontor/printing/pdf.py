"""PDF by typst: a form (`<app>/print/<name>.typ`), facts, a language.

The fonts are the product's own and no others, so a paper looks the same on every machine. One compiler per
thread: it keeps fonts and parsed forms between papers.
"""

import json
import logging
import threading
from functools import cache
from pathlib import Path
from typing import Any

import typst

from kontor.printing.facts import written

ROOT = Path(__file__).parent.parent
FONTS = Path(__file__).parent / "fonts"
MISSING = "〓"
"""The printer's old sign for a character that the case does not hold."""

log = logging.getLogger(__name__)
_thread = threading.local()


def render(form: str, facts: object, language: str, **more: object) -> bytes:
    """The paper as PDF. `form` is `app/name`; `facts` a dataclass or mapping; `more` adds texts made for this print.

    A character that the shipped fonts lack is printed as 〓 and logged; `unprintable` finds it beforehand.
    Raises typst.TypstError when form and facts do not fit together: an error of ours, not of the user.
    """
    app, name = form.split("/")
    content = json.dumps({**written(facts, language), **written(more, language)}, ensure_ascii=False)
    if lacking := unprintable(content):
        log.warning("Fonts lack characters of a paper", extra={"form": form, "characters": lacking})
        content = content.translate(dict.fromkeys(map(ord, lacking), MISSING))
    source = str(ROOT / app / "print" / f"{name}.typ")
    inputs = {"facts": content, "language": language[:2]}
    pdf: bytes = _compiler().compile(input=source, format="pdf", sys_inputs=inputs)
    return pdf


def unprintable(text: str) -> str:
    """The characters of `text` that the shipped fonts cannot draw, each once, in their order."""
    return "".join(dict.fromkeys(sign for sign in text if sign.isprintable() and ord(sign) not in drawable()))


@cache
def drawable() -> frozenset[int]:
    """The code points that the shipped fonts can draw, as tools/fonts.py wrote them down."""
    spans = (FONTS / "coverage.txt").read_text(encoding="ascii").split()
    ends = (tuple(int(end, 16) for end in span.split("-")) for span in spans)
    return frozenset(code for first, last in ends for code in range(first, last + 1))


def _compiler() -> Any:
    if not hasattr(_thread, "compiler"):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        _thread.compiler = typst.Compiler(root=str(ROOT), font_paths=fonts)
    return _thread.compiler
