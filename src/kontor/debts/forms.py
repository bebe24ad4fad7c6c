"""What the verbs on debts ask for."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kontor.debts.gates import PROMISES, WORDLESS
from kontor.debts.models import CallRow
from kontor.parties.models import Firm, Person
from kontor.web.forms import DayField, KontorForm, MoneyField

Outcome = CallRow.Outcome
_OUTCOMES = [(outcome.value, outcome.label) for outcome in Outcome]
_MORNING = time(10)


class CallForm(KontorForm):
    """The client's answer about a debt. The action asks the same of it; here each complaint finds its field."""

    said = forms.CharField(
        label=_("Answer, in the client's own words"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[(code, capfirst(label)) for code, label in _OUTCOMES],
        initial=Outcome.WILL_PAY,
        widget=forms.RadioSelect,
    )
    person = forms.ModelChoiceField(Person.objects.none(), required=False, widget=forms.HiddenInput)
    amount = MoneyField(label=_("Promised sum"), required=False, allow_zero=True)
    by_day = DayField(label=_("Promised for"), required=False)
    next_day = DayField(label=_("Call again"), required=False, not_before=lambda today: today)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        outcome = data.get("outcome")
        if outcome not in WORDLESS and not data.get("said"):
            self.add_error("said", _("Write the answer. Without it the call does not count."))
        if outcome not in PROMISES:
            data["amount"] = data["by_day"] = None
        elif "amount" not in self.errors and not data.get("amount"):
            self.add_error("amount", _("Enter the sum that was promised."))
        if outcome in PROMISES and "by_day" not in self.errors:
            self._check_day(data)
        if outcome == Outcome.MOVED and not data.get("next_day") and "next_day" not in self.errors:
            self.add_error("next_day", _("Enter the day to which the call is put off."))
        return data

    def _check_day(self, data: dict[str, Any]) -> None:
        if not data.get("by_day"):
            self.add_error("by_day", _("Enter the day by which it was promised."))
        elif data["by_day"] < timezone.localdate():
            self.add_error("by_day", _("This day is past: which day did the client name?"))

    def told(self) -> dict[str, Any]:
        """What `actions.record_call` is told."""
        data = dict(self.cleaned_data)
        day = data.pop("next_day")
        return {**data, "next_at": timezone.make_aware(datetime.combine(day, _MORNING)) if day else None}


class DrawUpForm(KontorForm):
    """Which period, with which of our firms, and for whom: one client, or everybody of mine who traded or owes."""

    firm = forms.ModelChoiceField(Firm.objects.all(), label=_("Our firm"), empty_label=None)
    since = DayField(label=_("From"))
    until = DayField(label=_("Up to"), not_after=lambda today: today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("since") and data.get("until") and data["until"] < data["since"]:
            self.add_error("until", _("The period ends before it begins."))
        return data


class SendForm(KontorForm):
    WAYS = (("email", _("by e-mail")), ("hand", _("handed over")))
    way = forms.ChoiceField(label=_("Way"), choices=WAYS, initial="email", widget=forms.RadioSelect)
    address = forms.EmailField(label=_("E-mail address"), required=False)
    message = forms.CharField(
        label=_("A few words of your own"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class DisputeForm(KontorForm):
    their_closing = MoneyField(
        label=_("Closing balance in the client's books"), allow_zero=True, allow_negative=True,
        help_text=_("what the client owes us; an advance with a minus"),
    )  # fmt: skip
    difference_why = forms.CharField(
        label=_("Where the difference comes from, line by line"), required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class SignForm(KontorForm):
    signed_on = DayField(label=_("Signed on"), not_after=lambda today: today)
    scan = forms.FileField(label=_("Scan of the signed copy"))


class ReasonForm(KontorForm):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))
