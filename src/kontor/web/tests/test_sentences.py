import pytest
from django.template import engines
from django.utils import translation
from jinja2 import UndefinedError

from kontor.web.jinja import UnknownIcon, icon, initials, nt, t


def draw(source, **context):
    return engines["jinja2"].env.from_string(source).render(**context)


def test_parameters_of_a_sentence_are_escaped_and_markup_stays_markup():
    assert draw('{{ t("Nothing found for “{query}”.", query=asked) }}', asked="<b>") == "Nothing found for “&lt;b&gt;”."
    assert "<a" in draw('{{ t("{open} of {all}", open=ui.link("1", "/x"), all=2) }}')


def test_a_literal_percent_sign_and_braces_in_values_are_harmless():
    assert str(t("{open} of {all}", open="100% {all}", all="{}")) == "100% {all} of {}"


def test_sentences_speak_the_readers_language_and_count_in_it():
    with translation.override("ru"):
        assert str(t("Sign in")) == "Войти"
        assert str(nt("Notices, {count} new", "Notices, {count} new", count=21)) == "Уведомления, 21 новое"
        assert str(nt("Notices, {count} new", "Notices, {count} new", count=1250)) == "Уведомления, 1\u00a0250 новых"
    with translation.override("zh-hans"):
        assert str(t("Sign in")) == "登录"


def test_a_figure_written_out_in_a_template_is_formatted_for_each_reader():
    template = engines["jinja2"].env.from_string("{{ 1.5|money }}")
    assert template.render() == "1.50"
    with translation.override("ru"):
        assert template.render() == "1,50"


def test_a_name_that_the_view_forgot_is_an_error_and_not_a_blank():
    with pytest.raises(UndefinedError):
        draw("{{ forgotten }}")


def test_an_icon_is_decoration_without_a_label_and_an_unknown_one_is_an_error():
    assert 'aria-hidden="true"' in icon("truck")
    assert 'role="img" aria-label="Blocks"' in icon("circle-x", "Blocks")
    with pytest.raises(UnknownIcon):
        icon("no-such-icon")


def test_initials_are_two_letters_of_a_persons_or_a_firms_own_name():
    names = ("Anna Lindqvist", "Volga", "ООО «Ромашка»", "王小明", "深圳市宏远贸易有限公司", "—")
    assert [initials(name) for name in names] == ["AL", "VO", "РО", "小明", "深圳", "—"]
