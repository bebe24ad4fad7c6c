"""Forms of a client's card. Requisites are read by the rules of the country; the action checks them once more."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kontor.clients.actions import CARD, TERMS
from kontor.parties.models import Client, ClientAccount, Country, DeliveryMethod, PaymentMethod, Person
from kontor.parties.requisites import TAX_ID_NAMES, checked, checked_account
from kontor.people.models import Staff
from kontor.web.forms import KontorForm, MoneyField

_CHECKED = ("tax_id", "kpp", "registration", "phone")


class CardForm(KontorForm, forms.ModelForm):  # type: ignore[type-arg]
    """The card itself. The tax id is called as the chosen country calls it, and only Russia has KPP and OGRN."""

    language = forms.ChoiceField(label=_("Language of papers"), required=False)

    class Meta:
        model = Client
        fields = CARD
        widgets = {
            "country": forms.RadioSelect,
            "grade": forms.RadioSelect,
            "note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"] = self._radios("country", Country.choices)
        self.fields["grade"] = self._radios("grade", Client.Grade.choices)
        self.fields["language"].choices = [("", _("as the country speaks")), *settings.LANGUAGES]  # type: ignore[attr-defined]
        country = self["country"].value() or Country.RU
        self.fields["tax_id"].label = capfirst(str(TAX_ID_NAMES.get(country, TAX_ID_NAMES[Country.OTHER])))
        self.fields["registration"].label = _("OGRN") if country == Country.RU else _("Registration number")
        self.is_russian = country == Country.RU

    def _radios(self, name: str, choices: Any) -> forms.ChoiceField:
        field = self.fields[name]
        return forms.ChoiceField(
            label=field.label,
            choices=choices,
            initial=field.initial,
            widget=forms.RadioSelect,
            required=False,
        )

    def clean_country(self) -> str:
        return self.cleaned_data["country"] or Country.RU

    def clean_grade(self) -> str:
        return self.cleaned_data["grade"] or Client.Grade.C

    def clean(self) -> dict[str, Any]:
        super().clean()
        return _with_requisites(self, self.cleaned_data.get("country", Country.RU))


class PersonForm(KontorForm, forms.ModelForm):  # type: ignore[type-arg]
    """Somebody at the client's. `country` is where a number without a country code is dialled."""

    class Meta:
        model = Person
        fields = ("name", "position", "duty", "phone", "email", "takes_mailings", "note", "is_gone")

    def __init__(self, *args: Any, country: str = Country.RU, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country, self.optional = country, optional
        if optional:
            self.fields["name"].required = self.fields["duty"].required = False

    def clean(self) -> dict[str, Any]:
        super().clean()
        given = _with_requisites(self, self.country)
        if self.optional and not given.get("name") and (given.get("phone") or given.get("email")):
            self.add_error("name", _("Whose number is this? Enter the name."))
        return given


class TermsForm(KontorForm, forms.ModelForm):  # type: ignore[type-arg]
    """What was agreed about prices, payment and delivery."""

    prepay_percent = MoneyField(label=_("Prepaid, %"), allow_zero=True, validators=[MaxValueValidator(100)])
    credit_limit = MoneyField(label=_("Credit limit"), allow_zero=True)
    payment_methods = forms.MultipleChoiceField(
        label=_("Ways of payment"),
        choices=PaymentMethod.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    delivery_methods = forms.MultipleChoiceField(
        label=_("Ways of delivery"),
        choices=DeliveryMethod.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Client
        fields = TERMS
        widgets = {"payment_order": forms.RadioSelect}


class OwnerForm(KontorForm):
    """To whom the client passes, and why."""

    owner = forms.ModelChoiceField(label=_("New manager"), queryset=Staff.objects.filter(is_active=True))
    reason = forms.CharField(label=_("Why"), max_length=250, required=False)


class AccountForm(KontorForm, forms.ModelForm):  # type: ignore[type-arg]
    """A bank account of the client."""

    class Meta:
        model = ClientAccount
        fields = ("number", "bic", "bank", "correspondent", "is_main")

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = country
        self.fields["bic"].required = country == Country.RU

    def clean(self) -> dict[str, Any]:
        super().clean()
        given = self.cleaned_data
        if given.get("number") and ("bic" in given):
            try:
                given["number"], given["bic"] = checked_account(self.country, given["number"], given["bic"])
            except ValueError as wrong:
                self.add_error("number", str(wrong.args[0]))
        return given


def _with_requisites(form: forms.BaseForm, country: str) -> dict[str, Any]:
    """The cleaned data with numbers as they are kept; what is wrong is told under its field."""
    data = form.cleaned_data
    kept, wrong = checked(country, {name: data[name] for name in _CHECKED if name in data})
    for name, sentence in wrong.items():
        form.add_error(name, str(sentence))
    data.update({name: value for name, value in kept.items() if name not in wrong})
    return data
