"""What an excuse, a task and a new time ask for."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Staff
from kontor.web.forms import DayField, KontorForm

_SIX = time(18)


class ExcuseForm(KontorForm):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))


class DueForm(KontorForm):
    """A day, and the hour where it matters."""

    day = DayField(label=_("Due"), not_before=lambda today: today)
    hour = forms.TimeField(label=_("At"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))

    @property
    def due_at(self) -> datetime:
        data = self.cleaned_data
        return timezone.make_aware(datetime.combine(data["day"], data["hour"] or _SIX))


class TaskForm(DueForm):
    what = forms.CharField(label=_("What is to be done"), max_length=250)
    owner = forms.ModelChoiceField(Staff.objects.none(), label=_("Who does it"))
    field_order = ("what", "owner", "day", "hour")

    def __init__(self, *args: Any, by: Staff, people: list[Staff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.queryset = Staff.objects.filter(pk__in=[each.pk for each in people])
        owner.initial, owner.empty_label = by.pk, None
