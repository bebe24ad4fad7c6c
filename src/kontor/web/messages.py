"""The catalogues of translations: `python -m kontor.web.messages [check | compile | update] [app …]`.

Every app carries its own `locale/<language>/LC_MESSAGES/django.po`. `update` collects the sentences of its Python and Jinja2
files, `compile` writes the `.mo` that Django reads, `check` fails on whatever a reader would notice: a sentence that is
missing, doubtful or no longer used, a lost parameter, one sentence said in two ways.
"""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, TypeAlias

from kontor.web.sprite import replace_file

HOUSE = Path(__file__).parent.parent
LANGUAGES = ("ru", "zh_Hans")
KEYWORDS: dict[str, Any] = {
    "gettext": None, "gettext_lazy": None, "_": None, "t": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "nt": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
}  # fmt: skip
_PLURAL = {
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "zh_Hans": "nplurals=1; plural=0;",
}
_DJANGO_SENTENCE = re.compile(r"""{%\s*trans(?:late)?\s+(["'])(.+?)\1""")
Found: TypeAlias = tuple[int, str, str, list[str]]
_PARAMETER = re.compile(r"\{[^{}]*\}")


def apps(names: Sequence[str] = ()) -> list[Path]:
    """Folders of the apps of these names, of all by default."""
    return sorted(path.parent for path in HOUSE.glob("*/apps.py") if not names or path.parent.name in names)


def catalogue_of(app: Path, language: str) -> Path:
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def collect(app: Path):  # type: ignore[no-untyped-def]
    """Every sentence of the app, as a template of a catalogue."""
    from babel.messages import Catalog
    from babel.messages.extract import extract_from_dir

    methods = [
        ("**/tests/**", "ignore"),
        ("**/migrations/**", "ignore"),
        ("**.py", "python"),
        ("**/jinja2/**.html", "jinja2"),
        ("**/templates/**.html", "kontor.web.messages:extract_django"),
    ]
    options = {"**/jinja2/**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true", "silent": "false"}}
    found = Catalog(project="kontor", charset="utf-8")
    for name, line, sentence, comments, context in extract_from_dir(
        app, methods, options, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        found.add(sentence, None, [(f"{app.name}/{name}", line)], auto_comments=comments, context=context)
    return found


def extract_django(file: IO[bytes], keywords: object, comment_tags: object, options: object) -> Iterator[Found]:
    """The sentences of Django's own templates, which here stand only in `{% trans "…" %}`."""
    for line, text in enumerate(file.read().decode().splitlines(), 1):
        for sentence in _DJANGO_SENTENCE.findall(text):
            yield line, "gettext", sentence[1], []


def read(path: Path, language: str):  # type: ignore[no-untyped-def]
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def update(names: Sequence[str] = ()) -> None:
    """Bring every catalogue up to its app's sentences; what is new stands there empty, what is gone is gone."""
    from babel.messages import Catalog
    from babel.messages.pofile import write_po

    for app in apps(names):
        template = collect(app)
        for language in LANGUAGES:
            path = catalogue_of(app, language)
            if not len(template) and not path.is_file():
                continue
            catalogue = read(path, language) if path.is_file() else Catalog(locale=language, charset="utf-8")
            catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
            catalogue.obsolete.clear()
            written = io.BytesIO()
            write_po(written, catalogue, width=110, omit_header=True, sort_output=True, no_location=True)
            replace_file(path, _header(language).encode() + written.getvalue())


def compile_all() -> list[Path]:
    """Write every `.mo` that is older than its `.po`; the paths written."""
    return [
        written
        for app in apps()
        for language in LANGUAGES
        if (written := _compile(catalogue_of(app, language), language))
    ]


def ensure() -> None:
    """Compile what is stale, at the start of a process; an installation that cannot be written to was built complete.

    Apps that start earlier may already have read the catalogues: a process that made them reads them anew, or it would
    write English into the papers of a Russian company.
    """
    try:
        written = compile_all()
    except PermissionError:
        return
    if written:
        from django.utils.translation.reloader import translation_file_changed  # the build has no Django

        translation_file_changed(None, written[0])


def check(names: Sequence[str] = ()) -> list[str]:
    """What is wrong with the catalogues, a line each."""
    said: dict[tuple[str, str, object], tuple[object, str]] = {}
    return [wrong for app in apps(names) for language in LANGUAGES for wrong in _check(app, language, said)]


def _check(app: Path, language: str, said: dict[tuple[str, str, object], tuple[object, str]]) -> Iterator[str]:
    template, path = collect(app), catalogue_of(app, language)
    where = f"{app.name}/{language}"
    if not path.is_file():
        if len(template):
            yield f"{where}: no catalogue, {len(template)} sentences wait"
        return
    catalogue = read(path, language)
    known = {(message.context, message.id): message for message in catalogue if message.id}
    wanted = {(message.context, message.id) for message in template if message.id}
    for key in sorted(wanted - known.keys(), key=str):
        yield f"{where}: missing: {key[1]!r}"
    for key in sorted((known.keys() - wanted) | {(m.context, m.id) for m in catalogue.obsolete.values()}, key=str):
        yield f"{where}: no longer used: {key[1]!r}"
    for key in sorted(wanted & known.keys(), key=str):
        yield from (f"{where}: {wrong}: {key[1]!r}" for wrong in _wrong_with(known[key], catalogue.num_plurals))
        first = said.setdefault((language, str(key[0]), key[1]), (known[key].string, app.name))
        if first[0] != known[key].string:
            yield f"{where}: said otherwise in {first[1]}: {key[1]!r}"


def _wrong_with(message, plurals: int) -> Iterator[str]:  # type: ignore[no-untyped-def]
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if not all(strings) or (len(ids) > 1 and len(strings) != plurals):
        yield "not translated"
        return
    if message.fuzzy:
        yield "doubtful (fuzzy)"
    allowed, needed = (
        set(_PARAMETER.findall(ids[-1])),
        set(_PARAMETER.findall(ids[0])) & set(_PARAMETER.findall(ids[-1])),
    )
    for string in strings:
        used = set(_PARAMETER.findall(string))
        if not used <= allowed or (len(ids) == 1 and used != needed):
            yield f"parameters differ in {string!r}"


def _compile(path: Path, language: str) -> Path | None:
    target = path.with_suffix(".mo")
    if not path.is_file() or (target.is_file() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns):
        return None
    from babel.messages.mofile import write_mo

    written = io.BytesIO()
    write_mo(written, read(path, language))
    replace_file(target, written.getvalue())
    return target


def _header(language: str) -> str:
    return (
        'msgid ""\nmsgstr ""\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {_PLURAL[language]}\\n"\n\n'
    )


def main(command: str = "", *names: str) -> int:
    match command:
        case "":
            update()
            compile_all()
        case "update":
            update(names)
        case "compile":
            print(f"{len(compile_all())} catalogues compiled")
        case "check":
            wrong = check(names)
            print("\n".join(wrong) or "Every sentence is translated.")
            return 1 if wrong else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
