import json
from pathlib import Path

import pytest

from kontor.standards import coverage

CODE = '''
"""A door plate that mentions clause W-0.1 in passing."""
from kontor.standards.rules import carries

carries("W-1.2.1.7", what="action", name="orders.offer")
KIND = Kind("invoice", clauses=("W-1.3.2.1b", "W-1.3.2"))

def gates():
    yield Refusal("not_paid", clause="W-1.3.9.1")
    yield Refusal("not_allowed", clause="")
'''
TEST = """
import pytest

@pytest.mark.clause("W-1.3.9.1", "W-1.3.2")
def test_a_rule():
    pass
"""


def make_project(root: Path, code: str, test: str) -> Path:
    for name, text in {
        "src/kontor/orders/gates.py": code,
        "src/kontor/orders/tests/test_gates.py": test,
        "src/kontor/standards/settings/wholesale.py": 'Setting("x", clauses=("W-1.4.2",))',
    }.items():
        path = root / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    return root


def test_a_clause_is_built_by_a_rule_and_proved_by_a_test(tmp_path: Path) -> None:
    found = coverage.survey(make_project(tmp_path, CODE, TEST))
    status = {row.clause.id: row.status for row in found.rows if row.status != "missing"}
    assert status == {"W-1.2.1.7": "built", "W-1.3.2": "proved", "W-1.3.2.1b": "built", "W-1.3.9.1": "proved"}
    assert not found.unknown and not found.hollow


def test_the_report_says_where_and_counts_each_standard(tmp_path: Path) -> None:
    text = coverage.report(coverage.survey(make_project(tmp_path, CODE, TEST)))
    assert "75 clauses, 2 proved, 2 built, 71 missing" in text
    assert "67 clauses, 0 proved, 0 built, 67 missing" in text
    assert "rule         src/kontor/orders/gates.py:9" in text
    assert "test         src/kontor/orders/tests/test_gates.py:4" in text


def test_unknown_ids_and_proofs_without_a_rule_are_named(tmp_path: Path) -> None:
    wrong = TEST.replace("W-1.3.2", "W-7.7").replace("W-1.3.9.1", "W-0.3")
    found = coverage.survey(make_project(tmp_path, "", wrong))
    assert [str(place) for place in found.unknown] == ["src/kontor/orders/tests/test_gates.py:4"]
    assert [row.clause.id for row in found.hollow] == ["W-0.3"]
    assert "unknown   W-7.7 in" in coverage.report(found)


def test_no_unknown_clause_is_named_anywhere_and_none_is_proved_without_a_rule() -> None:
    found = coverage.survey()
    assert [(str(place), place.clause) for place in found.unknown] == []
    assert [row.clause.id for row in found.hollow] == []


def test_the_command_speaks_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage.main(["--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["clauses"]) == 142
