import re

import pytest
from django.utils.translation import override

from kontor.standards import rules
from kontor.standards.clauses import clause, is_known, standard, standards

CLAUSES = [each for paper in standards().values() for each in paper.clauses]


def test_both_standards_are_whole() -> None:
    assert len(standard("W").clauses) == 75
    assert len(standard("D").clauses) == 67
    assert len({each.id for each in CLAUSES}) == 142


def test_a_clause_speaks_the_language_of_the_reader() -> None:
    picking = clause("W-1.3.9.1")
    assert (picking.standard, picking.section, picking.kind) == ("W", "1.3.9", "gate")
    with override("ru"):
        assert picking.text == picking.ru
    with override("zh-hans"):
        assert picking.text == picking.zh
    with override("en"):
        assert picking.text == "A prepaid order goes to picking when the money has arrived."


@pytest.mark.parametrize("each", CLAUSES, ids=lambda each: each.id)
def test_every_clause_is_one_sentence_in_its_own_script(each) -> None:
    assert re.fullmatch(r"[^Ѐ-ӿ一-鿿]+\.", each.en)
    assert re.search(r"[а-яё].*\.$", each.ru) and not re.search(r"[一-鿿]", each.ru)
    assert re.search(r"[一-鿿].*。$", each.zh) and not re.search(r"[Ѐ-ӿ]", each.zh)


def test_sentences_are_not_repeated() -> None:
    for language in ("en", "ru", "zh"):
        assert len({getattr(each, language) for each in CLAUSES}) == len(CLAUSES)


def test_an_unknown_clause_is_named_with_its_neighbours() -> None:
    assert not is_known("W-1.3.9.9")
    with pytest.raises(KeyError, match=r"W-1\.3\.5\.4a, W-1\.3\.5\.4b"):
        clause("W-1.3.5.4")


def test_a_rule_serves_only_a_clause_that_exists() -> None:
    with pytest.raises(KeyError, match="no clause 'W-9'"):
        rules.carries("W-9", what="gate", name="nowhere")


def test_entering_a_rule_twice_changes_nothing() -> None:
    before = rules.rules_of("D-2.3.1.7c")
    rules.carries("D-2.3.1.7c", what="action", name="test.plan", label="Plan")
    rules.carries("D-2.3.1.7c", what="action", name="test.plan", label="Plan")
    assert [rule.name for rule in rules.rules_of("D-2.3.1.7c")] == [
        *(rule.name for rule in before),
        "test.plan",
    ]
    rules._rules.pop("D-2.3.1.7c")


def test_settings_stand_among_the_rules_of_their_clause() -> None:
    assert [(rule.what, rule.name) for rule in rules.rules_of("W-1.3.2.2") if rule.what == "setting"] == [
        ("setting", "invoice_call_days"),
        ("setting", "call_retry_days"),
    ]
