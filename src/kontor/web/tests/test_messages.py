from pathlib import Path

import pytest
from django.utils.translation import trans_real

from kontor.web import messages


@pytest.fixture
def house(tmp_path, monkeypatch):
    """An app of its own with one page, one module and an empty catalogue."""
    app = tmp_path / "shop"
    (app / "jinja2" / "shop").mkdir(parents=True)
    (app / "apps.py").write_text('_("Count {sum}")\nngettext("{count} box", "{count} boxes", 2)\n')
    (app / "jinja2" / "shop" / "page.html").write_text(
        '{{ t("Hello") }}{{ nt("{count} cup", "{count} cups", count=1) }}'
    )
    monkeypatch.setattr(messages, "HOUSE", tmp_path)
    messages.update()
    return app


def fill(app: Path, language: str, **said: str) -> None:
    path = messages.catalogue_of(app, language)
    text = path.read_text()
    for sentence, translated in said.items():
        text = text.replace(f'msgid "{sentence}"\nmsgstr ""', f'msgid "{sentence}"\nmsgstr "{translated}"')
    path.write_text(text)


def test_sentences_of_python_and_of_pages_are_collected_with_their_plurals(house):
    found = {message.id for message in messages.collect(house) if message.id}
    assert found == {
        "Count {sum}",
        "Hello",
        ("{count} box", "{count} boxes"),
        ("{count} cup", "{count} cups"),
    }


def test_what_is_not_translated_fails_the_check(house):
    assert "shop/ru: not translated: 'Hello'" in messages.check()


def test_a_lost_parameter_fails_the_check(house):
    fill(house, "ru", **{"Count {sum}": "Счёт {summa}"})
    assert any("parameters differ" in wrong for wrong in messages.check())


def test_a_sentence_that_is_gone_and_one_that_is_new_fail_the_check(house):
    (house / "apps.py").write_text('_("New")')
    wrong = messages.check()
    assert "shop/ru: missing: 'New'" in wrong
    assert "shop/ru: no longer used: 'Count {sum}'" in wrong


def test_one_sentence_said_in_two_ways_fails_the_check(house):
    second = house.parent / "stall"
    second.mkdir()
    (second / "apps.py").write_text('_("Hello")')
    messages.update()
    fill(house, "ru", Hello="Здравствуйте")
    fill(second, "ru", Hello="Привет")
    assert "stall/ru: said otherwise in shop: 'Hello'" in messages.check()


def test_compiling_writes_only_what_is_stale(house):
    assert len(messages.compile_all()) == 2
    assert messages.compile_all() == []


def test_who_compiles_at_the_start_reads_the_catalogues_anew(house, monkeypatch):
    monkeypatch.setattr(trans_real, "_translations", {"ru": trans_real.translation("ru")})
    messages.ensure()
    assert trans_real._translations == {}


def test_the_frame_and_the_components_are_translated_whole():
    assert messages.check(["web"]) == []
