"""Forms of the settings and of the calendar."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kontor.standards.kinds import CHOICE, FLAG, LIST
from kontor.standards.settings import Setting
from kontor.web.forms import DayField, KontorForm

COUNTRIES = {"RU": _("Russia"), "CN": _("China")}
RADIOS_UP_TO = 4


def _not_in_the_past(today: date) -> date:
    """What has already happened is not reckoned anew."""
    return today


class ValueForm(KontorForm):
    """A new value of a setting, from today or a later day on."""

    value = forms.CharField(label=_("New value"))
    since = DayField(label=_("Holds from"), not_before=_not_in_the_past)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stays in the history."),
    )

    def __init__(self, asked: Setting, *args: Any, current: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.fields["value"] = _value_field(asked, current)
        self.fields["since"].initial = today

    def clean_value(self) -> Any:
        """The typed text as it is, for the action reads it; here it is tried, so that the field says what is wrong."""
        raw = self.cleaned_data["value"]
        try:
            self.asked.read(raw)
        except ValueError as fault:
            raise ValidationError(str(fault)) from None
        return raw


def _value_field(asked: Setting, current: Any) -> forms.Field:
    """The control that fits the kind: radios, a list to choose from, lines of text, or a short field."""
    common: dict[str, Any] = {
        "label": _("New value"),
        "help_text": asked.help,
        "initial": asked.keep(current),
    }
    if asked.kind is FLAG:
        choices = [("yes", _("yes")), ("no", _("no"))]
        common["initial"] = "yes" if current else "no"
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    if asked.kind is CHOICE:
        widget = forms.RadioSelect if len(asked.choices) <= RADIOS_UP_TO else forms.Select
        return forms.ChoiceField(choices=list(asked.choices.items()), widget=widget, **common)
    if asked.kind is LIST:
        common["initial"] = ", ".join(current)
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **common)
    return forms.CharField(max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}), **common)


class DayForm(KontorForm):
    """A day that differs from the working week."""

    country = forms.ChoiceField(choices=list(COUNTRIES.items()), widget=forms.HiddenInput)
    day = DayField(label=_("Day"))
    is_workday = forms.TypedChoiceField(
        label=_("This day is"),
        choices=[("no", _("a day off")), ("yes", _("a working day"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )
    note = forms.CharField(label=_("Why"), max_length=200, required=False)
