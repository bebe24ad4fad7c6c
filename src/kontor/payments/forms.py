"""What payments and the cash desk ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.web.forms import KontorForm, MoneyField


class ReasonForm(KontorForm):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))


class StatementForm(KontorForm):
    """The bank's file; or, once it was looked at, the same file again with a yes."""

    file = forms.FileField(label=_("Statement file"), required=False)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class NoteForm(KontorForm):
    note = forms.CharField(label=_("Remark"), max_length=250, required=False)


def companions() -> Any:
    """Who may have come with the client: whoever prepares cash orders."""
    return Staff.objects.filter(is_active=True, roles__rights__contains=[Right.PREPARE_CASH]).distinct()


class ReceiveForm(KontorForm):
    """The cashier's step: who came along, and the sum as it stood on the screen."""

    accompanied_by = forms.ModelChoiceField(
        label=_("Came with the client"), queryset=Staff.objects.none(), empty_label=None
    )
    amount = MoneyField(label=_("Sum"), widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["accompanied_by"].queryset = companions()  # type: ignore[attr-defined]
