"""The habits of CONTRIBUTING.md that a machine can check. Each message says what to do."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kontor.server.command import parser

ROOT = Path(__file__).parents[2]
KONTOR = ROOT / "src" / "kontor"
LONGEST = 400
WRITES = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "create", "fast_insert"}
WRITES_ALONE = {
    "save",
    "delete",
}  # of a row: no arguments but names; a picture's save(target) is none of ours
WRITES_SET = {"update", "delete"}  # of a queryset: something was asked before
ASKED = {"objects", "filter", "exclude", "all"}
MAY_WRITE = {
    "documents/rows.py": "the cached insert that actions call",
    "web/once.py": "remembers the posts it has seen, which are no business",
}
BUSINESS = {"models", "queries", "gates", "actions"}
OF_THE_DESK = ("django.http", "django.shortcuts", "django.views", "django.test", "ninja", "django.template")


def ours(pattern: str = "*.py") -> Iterator[Path]:
    """Files of the product itself: no tests, no migrations."""
    for path in sorted(KONTOR.rglob(pattern)):
        if not {"tests", "migrations"} & set(path.relative_to(KONTOR).parts):
            yield path


def stored(*endings: str) -> Iterator[Path]:
    """Every file of the project with one of these endings, in git or about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    yield from (ROOT / name for name in listed if name.endswith(endings) and (ROOT / name).is_file())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def layer(path: Path) -> str:
    """`actions` for actions.py and for everything in a folder actions/."""
    parts = path.relative_to(KONTOR).with_suffix("").parts
    return parts[1] if len(parts) > 1 else parts[0]


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def chain(node: ast.expr) -> set[str]:
    """Names in `Order.objects.filter(…).update`: objects, filter, update."""
    names: set[str] = set()
    while True:
        match node:
            case ast.Attribute():
                names.add(node.attr)
                node = node.value
            case ast.Call():
                node = node.func
            case _:
                return names


def writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in WRITES_SET and isinstance(call.func, ast.Attribute) and chain(call.func.value) & ASKED:
        return True
    if name == "create" or name == "bulk_create":
        return isinstance(call.func, ast.Attribute) and bool(chain(call.func.value) & {"objects", "all"})
    if name in WRITES_ALONE:
        return isinstance(call.func, ast.Attribute) and not call.args
    return name in WRITES


def says(problems: list[str], advice: str) -> None:
    assert not problems, f"{advice}\n  " + "\n  ".join(problems)


def at(path: Path, node: ast.AST | None = None) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def test_a_file_stays_under_400_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)} has {count} lines"
        for path in stored(".py", ".html", ".js", ".css")
        if "migrations" not in path.parts and (count := len(path.read_text(encoding="utf-8").splitlines())) >= LONGEST
    ]
    says(long, "Make a folder of the same name and split the file by what its parts are for:")


def test_only_actions_write() -> None:
    stray = [
        at(path, call)
        for path in ours()
        if layer(path) != "actions" and path.relative_to(KONTOR).parts[0] not in {"demo", "server"}
        if str(path.relative_to(KONTOR)) not in MAY_WRITE
        for call in calls(path)
        if writes(call)
    ]
    says(stray, "Only actions write to tables. Move this into a verb in actions.py and call that:")


def test_business_code_knows_no_http() -> None:
    stray = [
        f"{at(path, node)} imports {name}"
        for path in ours()
        if layer(path) in BUSINESS
        for node, name in imports(path)
        if name.startswith(OF_THE_DESK) or re.search(r"^kontor\.\w+\.(views|api|forms|urls)\b", name)
    ]
    says(
        stray,
        "Models, queries, gates and actions serve page, API and job alike. Take the value as an argument:",
    )


def imports(path: Path) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def test_no_rule_hides_in_a_signal_or_in_save() -> None:
    signals = [
        f"{at(path, node)} imports {name}"
        for path in ours()
        for node, name in imports(path)
        if name.startswith(("django.db.models.signals", "django.dispatch"))
    ]
    overrides = [
        f"{at(path, method)} overrides {method.name}()"
        for path in ours("models*.py")
        for method in ast.walk(tree(path))
        if isinstance(method, ast.FunctionDef) and method.name in {"save", "delete"}
    ]
    says(signals + overrides, "A rule lives in an action, where it is read. Write it there:")


def test_every_app_has_its_floor_and_its_door_plate() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    floors = {app for line in contracts[0]["layers"] for app in re.split(r"[ |:]+", line)}
    apps = {path.parent.name: path for path in KONTOR.glob("*/__init__.py")}
    on_map = set(re.findall(r"\w+", (ROOT / "docs/map.md").read_text()))
    says(sorted(apps.keys() - floors), "Place the app on a floor in pyproject.toml (tool.importlinter):")
    says(sorted(apps.keys() - on_map), "Say in docs/map.md on which floor the app is and what it is for:")
    mute = [at(path) for path in apps.values() if not ast.get_docstring(tree(path))]
    says(mute, "Say in the docstring of __init__.py what the app is for:")


def test_the_project_speaks_of_itself_alone() -> None:
    foreign = re.compile(r"\.\./shar" + r"ed|/work/(shared|wt|main|venv)")
    strays = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in stored(
            ".py", ".md", ".toml", ".html", ".css", ".js", ".yaml", ".yml", ".typ", "Makefile", ".txt", ".po"
        )
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if foreign.search(line)
    ]
    says(strays, "Nobody who clones the project has this folder. Say it in the project's own words:")


def test_the_commands_in_the_documents_exist() -> None:
    known = {
        "make": set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M)),
        "kontor": set(re.findall(r"^    ([a-z]+) ", parser().format_help(), re.M)),
    }
    unknown = [
        f"{path.relative_to(ROOT)}: {tool} {name}"
        for path in stored(".md")
        for line in code(path)
        for tool, name in re.findall(r"^(?:\$ )?(make|kontor) ([a-z]+)\b", line)
        if name not in known[tool]
    ]
    says(
        unknown,
        "The document names a command that does not exist. Correct the document, or build the command:",
    )


def code(path: Path) -> Iterator[str]:
    """What stands between backquotes."""
    text = path.read_text(encoding="utf-8")
    for block in re.findall(r"```\w*\n(.*?)```", text, re.S):
        yield from block.splitlines()
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("order.save()", True),
        ("order.save(update_fields=['status'])", True),
        ("code.save(target, kind='svg')", False),
        ("Order.objects.filter(id=1).update(status='sent')", True),
        ("Order.objects.create(status='new')", True),
        ("fast_insert(Order, rows)", True),
        ("facts.update(more)", False),
        ("client.orders.all().delete()", True),
    ],
)
def test_a_write_is_recognised(line: str, expected: bool) -> None:
    assert writes(next(node for node in ast.walk(ast.parse(line)) if isinstance(node, ast.Call))) is expected
