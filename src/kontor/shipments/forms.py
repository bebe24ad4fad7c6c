"""What the verbs of picking, release and delivery ask for."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.shipments.models import PickingLine
from kontor.web.forms import KontorForm, QuantityField


class ReasonForm(KontorForm):
    reason = forms.CharField(label=_("Reason"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))


class ReceiverForm(KontorForm):
    receiver = forms.CharField(label=_("Received by"), max_length=160, required=False)


class ReleaseForm(KontorForm):
    """Who takes the goods, by which right, in whose company, with which transport."""

    receiver = forms.CharField(label=_("Who takes the goods"), max_length=160)
    authority = forms.CharField(
        label=_("Power of attorney or passport"),
        max_length=160,
        required=False,
        help_text=_("if it is not the client in person"),
    )
    accompanied_by = forms.ModelChoiceField(
        Staff.objects.none(),
        label=_("Accompanied by"),
        required=False,
        help_text=_("empty: as noted at the cash desk"),
    )
    carrier = forms.CharField(label=_("Carrier, driver, vehicle"), max_length=160, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        managers = Staff.objects.filter(is_active=True, roles__rights__contains=[Right.TAKE_ORDERS]).distinct()
        field: Any = self.fields["accompanied_by"]
        field.queryset = managers


class CountForm(KontorForm):
    """What was picked, a field for each line of a request; a zero means that nothing was there."""

    def __init__(self, *args: Any, lines: Iterable[PickingLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            self.fields[f"line-{line.pk}"] = CountField(label=line.product.name, required=False)

    @property
    def quantities(self) -> dict[int, Decimal]:
        """By the line's id; lines that were not counted are missing."""
        return {
            int(name.removeprefix("line-")): value for name, value in self.cleaned_data.items() if value is not None
        }


class CountField(QuantityField):
    """A counted quantity, zero allowed."""

    def parse(self, text: str) -> Decimal:
        return Decimal(0) if text.strip() in ("0", "0,0", "0.0") else super().parse(text)
