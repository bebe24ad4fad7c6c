from datetime import date, timedelta
from decimal import Decimal

from django import forms
from django.template import engines
from django.utils import timezone, translation

from kontor.web.forms import DayField, KontorForm, MoneyField, QuantityField


class Promise(KontorForm):
    words = forms.CharField(widget=forms.Textarea)
    sum = MoneyField()
    boxes = QuantityField(required=False)
    on = DayField(not_before=lambda today: today)


def test_money_quantities_and_days_are_read_as_people_write_them():
    with translation.override("ru"):
        form = Promise({"words": "да", "sum": "1 234,5", "boxes": "2,5", "on": "+3"})
        assert form.is_valid(), form.errors
    assert form.cleaned_data["sum"] == Decimal("1234.50")
    assert form.cleaned_data["boxes"] == Decimal("2.5")
    assert form.cleaned_data["on"] == timezone.localdate() + timedelta(days=3)


def test_what_was_typed_comes_back_beside_the_sentence_that_says_what_is_wrong():
    form = Promise({"words": "", "sum": "abc", "on": "2000-01-01"})
    assert form.first_error() == "words"
    page = engines["jinja2"].env.from_string('{{ ui.field(form["sum"]) }}{{ ui.field(form["on"]) }}').render(form=form)
    assert 'value="abc"' in page
    assert 'value="2000-01-01"' in page
    assert page.count('aria-invalid="true"') == 2
    assert 'aria-describedby="id_sum_error"' in page and 'id="id_sum_error"' in page
    assert "too early" in page


def test_a_sum_of_nothing_is_refused_unless_the_field_allows_it():
    assert "sum" in Promise({"words": "x", "sum": "0", "on": "+1"}).errors
    assert MoneyField(allow_zero=True).clean("0") == 0


def test_what_is_known_stands_in_the_field_in_the_readers_format():
    form = Promise(initial={"sum": Decimal("182400"), "on": date(2026, 11, 24)})
    with translation.override("ru"):
        assert form["sum"].value() == "182\u00a0400,00"
        assert form["on"].value() == "24.11.2026"
