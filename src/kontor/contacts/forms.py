"""Forms of the contact log. A talk asks for the client's own words; the action refuses without them."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kontor.contacts.models import Contact
from kontor.parties.models import Client, Person
from kontor.web.forms import DayField, KontorForm

_MORNING = time(10)


def _choices(of: type[models.TextChoices]) -> Callable[[], list[tuple[str, str]]]:
    """Choices as buttons and lists show them: with a capital, in the reader's language."""
    return lambda: [(value, capfirst(str(label))) for value, label in of.choices]


class LogForm(KontorForm):
    """What became of a talk or letter, and when the next one is due. No day and hour of its own: it was just now."""

    form = forms.ChoiceField(label=_("What it was"), choices=_choices(Contact.Form), initial=Contact.Form.CALL_OUT)
    person = forms.ModelChoiceField(
        label=_("With whom"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("the client, nobody by name"),
    )
    result = forms.ChoiceField(
        label=_("Outcome"),
        choices=_choices(Contact.Result),
        widget=forms.RadioSelect,
        initial=Contact.Result.TALKED,
    )
    topic = forms.CharField(label=_("What about"), max_length=160, required=False)
    said = forms.CharField(
        label=_("In the client's own words"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    agreed = forms.BooleanField(label=_("An agreement to remember on the card"), required=False)
    note = forms.CharField(label=_("Our note"), required=False)
    day = DayField(label=_("Day"), required=False, not_after=lambda today: today)
    hour = forms.TimeField(label=_("Hour"), required=False)
    next_day = DayField(label=_("Next contact"), required=False, not_before=lambda today: today)
    next_hour = forms.TimeField(label=_("At"), required=False)

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = client.persons.filter(is_gone=False)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        if not self.is_bound and (first := people.first()):
            self.initial.setdefault("person", first.pk)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("result") == Contact.Result.TALKED and not data.get("said"):
            self.add_error("said", _("Write what the client said, in the client's own words."))
        return data

    def fields_of_log(self) -> dict[str, Any]:
        """What `actions.log` is told."""
        data = dict(self.cleaned_data)
        day, hour, next_day, next_hour = (data.pop(name) for name in ("day", "hour", "next_day", "next_hour"))
        now = timezone.now()
        at = moment(day or timezone.localdate(now), hour) if day or hour else now
        return {**data, "at": at, "next_at": moment(next_day, next_hour or _MORNING) if next_day else None}


class CorrectionForm(KontorForm):
    """The words as they really were."""

    said = forms.CharField(label=_("In the client's own words"), widget=forms.Textarea(attrs={"rows": 3}))
    note = forms.CharField(label=_("Our note"), required=False)


class PlanForm(KontorForm):
    """A contact ahead."""

    what = forms.CharField(label=_("What about"), max_length=200)
    form = forms.ChoiceField(label=_("How"), choices=_choices(Contact.Form), initial=Contact.Form.CALL_OUT)
    day = DayField(label=_("Day"), not_before=lambda today: today)
    hour = forms.TimeField(label=_("Hour"), required=False)

    def at(self) -> datetime:
        """The moment it is planned for; without an hour in the morning, or soon if the morning is over."""
        day, hour = self.cleaned_data["day"], self.cleaned_data["hour"]
        return moment(day, hour) if hour else max(moment(day, _MORNING), timezone.now())


def moment(day: date, hour: time | None) -> datetime:
    """A day and an hour on the house's clock; without an hour at noon."""
    return timezone.make_aware(datetime.combine(day, hour or time(12)))
