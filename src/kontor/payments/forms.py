"""What payments and the cash desk ask for."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kontor.kernel.formats import money
from kontor.kernel.money import total
from kontor.payments.queries import Payable, Span
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.web.forms import DayField, KontorForm, MoneyField

LONGEST_SPAN = 92


class ReasonForm(KontorForm):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))


class NoteForm(KontorForm):
    note = forms.CharField(label=_("Remark"), max_length=250, required=False)


class SpanForm(KontorForm):
    """The days that the statement shows."""

    since = DayField(label=_("From"))
    until = DayField(label=_("until day"))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        since, until = data.get("since"), data.get("until")
        if since and until and not timedelta(0) <= until - since < timedelta(days=LONGEST_SPAN):
            self.add_error("until", _("The last day comes after the first, at most three months later."))
        return data

    def span(self) -> Span:
        return Span(self.cleaned_data["since"], self.cleaned_data["until"])


class UploadForm(KontorForm):
    """The bank's file; or, once somebody was asked about it, the same file again with a yes."""

    file = forms.FileField(label=_("Statement file"), required=False)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("file"):
            data["name"], data["data"] = data["file"].name, data["file"].read()
        elif data.get("kept"):
            data["data"] = _unpacked(data["kept"])
        else:
            self.add_error("file", _("Choose the file that the bank gave you."))
        return data


def pack(data: bytes) -> str:
    """The file as text, to be kept in the page while a person reads what is odd about it."""
    return base64.b64encode(data).decode()


def _unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as wrong:
        raise ValidationError(gettext("The file did not come back whole. Choose it again.")) from wrong


class PartsForm(KontorForm):
    """Which open paper gets how much; what nobody gets is the client's advance."""

    def __init__(
        self,
        amount: Decimal,
        wants: Sequence[Payable],
        *args: Any,
        preset: Mapping[int, Decimal] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.amount, self.wants = amount, wants
        for want in wants:
            given = (preset or {}).get(want.paper.pk)
            self.fields[f"part-{want.paper.pk}"] = MoneyField(
                label=want.paper.number, required=False, allow_zero=True, initial=given
            )

    def rows(self) -> list[tuple[Payable, Any]]:
        return [(want, self[f"part-{want.paper.pk}"]) for want in self.wants]

    def parts(self) -> list[tuple[int, Decimal]]:
        found = [(want.paper.pk, self.cleaned_data.get(f"part-{want.paper.pk}")) for want in self.wants]
        return [(paper, amount) for paper, amount in found if amount]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        given = total(amount for _paper, amount in self.parts())
        if given > self.amount:
            text = gettext("{given} is allocated, but only {amount} is there: {excess} too much.")
            raise ValidationError(
                text.format(given=money(given), amount=money(self.amount), excess=money(given - self.amount))
            )
        for want in self.wants:
            self._check(want, data.get(f"part-{want.paper.pk}"))
        return data

    def _check(self, want: Payable, amount: Decimal | None) -> None:
        if amount and amount > want.open:
            text = gettext("Only {open} is open here; the rest stays the client's advance.")
            self.add_error(f"part-{want.paper.pk}", text.format(open=money(want.open)))


def companions() -> Any:
    """Who may have come with the client: whoever prepares cash orders."""
    return (
        Staff.objects.filter(is_active=True, roles__rights__contains=[Right.PREPARE_CASH]).distinct().order_by("name")
    )


class ReceiveForm(KontorForm):
    """The cashier's step: who came along, and the sum as it stood on the screen."""

    accompanied_by = forms.ModelChoiceField(
        label=_("Came with the client"), queryset=Staff.objects.none(), empty_label=None
    )
    amount = MoneyField(label=_("Sum"), widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["accompanied_by"].queryset = companions()  # type: ignore[attr-defined]


class BookDayForm(KontorForm):
    """The day of the cash book; today if not said."""

    day = DayField(label=_("Day"), required=False, not_after=lambda today: today)

    def asked(self) -> date:
        return (self.is_valid() and self.cleaned_data["day"]) or timezone.localdate()
