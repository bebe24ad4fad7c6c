"""Which clauses are carried out by a rule and proved by a test: `make clauses`, or `python -m kontor.standards.coverage`.

Read from the source itself, so nothing can claim to be built: a rule is a `clause="…"`, a `clauses=(…)`, a `keeps=(…)` or a
`carries("…")` in the code; a proof is a `@pytest.mark.clause("…")` on a test. A setting alone carries nothing out
and does not count. Ends with 1 if an id is unknown or a test proves a clause that no rule carries out.
"""

import argparse
import ast
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kontor.standards.clauses import Clause, Standard, is_known, standards

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = "src/kontor/standards/settings/"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of the source that names a clause."""

    file: str
    line: int
    clause: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Row:
    """A clause with the places of its rules and its tests."""

    clause: Clause
    rules: tuple[Place, ...]
    tests: tuple[Place, ...]

    @property
    def status(self) -> str:
        if not self.rules:
            return "missing"
        return "proved" if self.tests else "built"


@dataclass(frozen=True, slots=True)
class Survey:
    """What the source says about the standards."""

    rows: tuple[Row, ...]
    unknown: tuple[Place, ...]

    @property
    def hollow(self) -> tuple[Row, ...]:
        """Clauses that a test proves although no rule carries them out."""
        return tuple(row for row in self.rows if row.tests and not row.rules)

    def of(self, standard: Standard) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.clause.standard == standard.letter)


def survey(root: Path = ROOT) -> Survey:
    """Read every rule and every proof below a checkout of this project."""
    rules: dict[str, list[Place]] = defaultdict(list)
    tests: dict[str, list[Place]] = defaultdict(list)
    for path in _sources(root):
        tree = ast.parse(path.read_text("utf-8"))
        name = path.relative_to(root).as_posix()
        if "tests" in path.relative_to(root).parts:
            _sort_in(tests, name, _proofs(tree))
        elif not name.startswith(SETTINGS):
            _sort_in(rules, name, _rules(tree))
    rows = (
        Row(clause, tuple(rules[clause.id]), tuple(tests[clause.id]))
        for standard in standards().values()
        for clause in standard.clauses
    )
    named = [*rules.values(), *tests.values()]
    unknown = sorted(place for places in named for place in places if not is_known(place.clause))
    return Survey(tuple(rows), tuple(unknown))


def _sources(root: Path) -> list[Path]:
    found = [*(root / "src" / "kontor").rglob("*.py"), *(root / "tests").rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def _sort_in(table: dict[str, list[Place]], file: str, named: Iterator[ast.Constant]) -> None:
    for constant in named:
        if isinstance(constant.value, str) and constant.value:
            table[constant.value].append(Place(file, constant.lineno, constant.value))


def _rules(tree: ast.AST) -> Iterator[ast.Constant]:
    """Ids in `clause="…"`, `clauses=("…", …)` and `carries("…")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("clause", "clauses", "keeps"):
            yield from _constants(node.value)
        elif isinstance(node, ast.Call) and _last_name(node.func) == "carries" and node.args:
            yield from _constants(node.args[0])


def _proofs(tree: ast.AST) -> Iterator[ast.Constant]:
    """Ids in `pytest.mark.clause("…", …)`, on a test, a class or a whole file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("mark.clause"):
            for argument in node.args:
                yield from _constants(argument)


def _constants(node: ast.expr) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for each in node.elts:
            yield from _constants(each)


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def report(found: Survey) -> str:
    """The survey as text: each standard with its totals, then clause by clause; what is wrong at the end."""
    lines: list[str] = []
    for standard in standards().values():
        rows = found.of(standard)
        totals = ", ".join(f"{_count(rows, status)} {status}" for status in ("proved", "built", "missing"))
        lines += ["", f"{standard.letter}  {standard.title.en}: {len(rows)} clauses, {totals}", ""]
        lines += [line for row in rows for line in _lines(row)]
    lines += [f"unknown   {place.clause} in {place}" for place in found.unknown]
    lines += [
        f"no rule   {row.clause.id} is proved in {row.tests[0]}, but nothing carries it out" for row in found.hollow
    ]
    return "\n".join(lines[1:])


def _count(rows: Sequence[Row], status: str) -> int:
    return sum(row.status == status for row in rows)


def _lines(row: Row) -> Iterator[str]:
    yield f"{row.status:<9} {row.clause.id:<12} {row.clause.en}"
    yield from (f"{'':<9} rule         {place}" for place in row.rules)
    yield from (f"{'':<9} test         {place}" for place in row.tests)


def as_json(found: Survey) -> str:
    """The survey for programs."""
    rows = [
        {
            "clause": row.clause.id,
            "status": row.status,
            "rules": [str(place) for place in row.rules],
            "tests": [str(place) for place in row.tests],
        }
        for row in found.rows
    ]
    unknown = [{"clause": place.clause, "place": str(place)} for place in found.unknown]
    return json.dumps({"clauses": rows, "unknown": unknown}, indent=1)


def main(arguments: Sequence[str] = ()) -> int:
    """Print the survey; 1 when something is named that does not exist or proved that is not built.

    It needs a checkout: an installed package carries no tests, and says so.
    """
    parser = argparse.ArgumentParser(prog="kontor.standards.coverage", description="Clauses, their rules and tests.")
    parser.add_argument("--json", action="store_true", help="for programs")
    chosen = parser.parse_args(arguments)
    if not (ROOT / "src" / "kontor").is_dir():
        print("Clauses are counted in a checkout of the source; this is an installed package.", file=sys.stderr)
        return 1
    found = survey()
    print(as_json(found) if chosen.json else report(found))
    return 1 if found.unknown or found.hollow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
