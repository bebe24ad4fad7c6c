"""Forms of staff, roles, stand-ins, and of what a person chooses about himself."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Role, Staff, StandIn
from kontor.people.rights import GROUPS, Right, Scope
from kontor.web.forms import DayField, KontorForm


class ProfileForm(KontorForm):
    """Language, colours, keys."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect, required=False)
    theme = forms.ChoiceField(label=_("Colours"), choices=Staff.Theme.choices, widget=forms.RadioSelect, required=False)
    single_keys = forms.BooleanField(label=_("Single keys work as commands"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("as the browser")), *settings.LANGUAGES]  # type: ignore[attr-defined]


class StaffForm(KontorForm, forms.ModelForm):  # type: ignore[type-arg]
    """A colleague's entry. An empty password leaves the old one; a new colleague without one cannot sign in."""

    password = forms.CharField(
        label=_("New password"), required=False, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    roles = forms.ModelMultipleChoiceField(
        label=_("Roles"), queryset=Role.objects.all(), widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Staff
        fields = ("name", "email", "position", "phone", "office", "roles", "is_active")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        if Staff.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Somebody signs in with this address already."))
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password, self.instance)
        return password


class RoleForm(KontorForm):
    """A set of rights, and which rows go with it."""

    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    scope = forms.TypedChoiceField(label=_("Sees"), choices=Scope.choices, coerce=int, widget=forms.RadioSelect)
    rights = forms.MultipleChoiceField(choices=Right.choices, required=False)

    def groups(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """The rights by groups as (heading, [(code, label, given)])."""
        given = set(self["rights"].value() or ())
        return [
            (str(title), [(right.value, str(right.label), right.value in given) for right in rights])
            for title, rights in GROUPS
        ]


class StandInForm(KontorForm, forms.ModelForm):  # type: ignore[type-arg]
    """Who decides for whom, in which days, by which paper."""

    since = DayField(label=_("From"))
    until = DayField(label=_("Until"))

    class Meta:
        model = StandIn
        fields = ("absent", "deputy", "since", "until", "basis")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        at_work = Staff.objects.filter(is_active=True)
        self.fields["absent"].queryset = self.fields["deputy"].queryset = at_work  # type: ignore[attr-defined]
        self.fields["absent"].label, self.fields["deputy"].label = (
            _("Who is absent"),
            _("Who decides instead"),
        )

    def _post_clean(self) -> None:
        """The row is written by the action, which tells in words what does not fit."""
