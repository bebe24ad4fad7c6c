"""What the page of tokens asks for."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.web.forms import DayField, KontorForm

_YEAR = timedelta(days=365)


class TokenForm(KontorForm):
    """A name, the rights that the program needs, and the last day."""

    name = forms.CharField(label=_("What for"), max_length=80, help_text=_("the program that will use it"))
    rights = forms.MultipleChoiceField(
        label=_("Rights"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("without any, the program only reads"),
    )
    decides = forms.BooleanField(label=_("May decide on exceptions in my name"), required=False)
    ends_on = DayField(label=_("Last day"), not_before=lambda today: today)

    def __init__(self, *args: Any, staff: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["rights"]
        field.choices = [(right.value, right.label) for right in Right if staff.may(right)]
        self.initial.setdefault("ends_on", timezone.localdate() + _YEAR)

    def ends_at(self) -> datetime:
        """The end of the last day."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["ends_on"], time.max))
