"""What purchasing is asked for when it answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.web.forms import DayField


class AcceptForm(forms.Form):
    expected_on = DayField(label=_("Expected on"))
    answer = forms.CharField(label=_("Remark"), max_length=250, required=False)


class RefuseForm(forms.Form):
    answer = forms.CharField(label=_("Why not"), max_length=250, widget=forms.Textarea(attrs={"rows": 3}))


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))
