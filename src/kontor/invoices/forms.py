"""What the verbs of an invoice ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.invoices.models import Sending
from kontor.web.forms import DayField


class SendForm(forms.Form):
    way = forms.ChoiceField(
        label=_("Way"), choices=Sending.Way.choices, initial=Sending.Way.EMAIL, widget=forms.RadioSelect
    )
    address = forms.CharField(label=_("E-mail address or fax number"), max_length=200, required=False)
    message = forms.CharField(
        label=_("A few words of your own"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, str]:
        data: dict[str, str] = super().clean() or {}
        if data.get("way") == Sending.Way.EMAIL and data.get("address"):
            try:
                forms.EmailField().clean(data["address"])
            except forms.ValidationError as error:
                self.add_error("address", error)
        if data.get("way") == Sending.Way.FAX and not data.get("address"):
            self.add_error("address", _("Enter the number that was faxed to."))
        return data


class PaymentDateForm(forms.Form):
    expected_on = DayField(label=_("Day of payment"), help_text=_("as the client named it"))
    said = forms.CharField(
        label=_("In the client's own words"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))
