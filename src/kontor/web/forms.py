"""Fields that read what people type: money, quantities, days. What was typed is never cleared or rewritten."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kontor.kernel import formats
from kontor.kernel.dates import parse_date
from kontor.kernel.money import parse_amount, parse_quantity


class _TypedField(forms.Field):
    """Reads text by a parser of the kernel, whose ValueError is the sentence under the field."""

    mode = "text"
    extra_class = ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": self.mode, "autocomplete": "off", "class": self.extra_class}

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or not isinstance(value, str):
            return value or None
        try:
            return self.parse(value)
        except ValueError as wrong:
            raise ValidationError(str(wrong), code="invalid") from wrong

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.show(value)

    def parse(self, text: str) -> Any:
        raise NotImplementedError

    def show(self, value: Any) -> str:
        raise NotImplementedError


class MoneyField(_TypedField):
    """A sum: `1 234,50`, `1,234.50`. Zero and less are refused unless allowed."""

    mode, extra_class = "decimal", "num"

    def __init__(self, *, allow_zero: bool = False, allow_negative: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allow_zero, self.allow_negative = allow_zero, allow_negative

    def parse(self, text: str) -> Decimal:
        amount: Decimal = parse_amount(text, get_language() or "")
        if amount < 0 and not self.allow_negative:
            raise ValueError(_("The sum must be more than zero."))
        if amount == 0 and not self.allow_zero:
            raise ValueError(_("The sum must be more than zero."))
        return amount

    def show(self, value: Decimal) -> str:
        return formats.money(value)


class QuantityField(_TypedField):
    """A quantity: more than zero, up to three decimals."""

    mode, extra_class = "decimal", "num"

    def parse(self, text: str) -> Decimal:
        quantity: Decimal = parse_quantity(text, get_language() or "")
        return quantity

    def show(self, value: Decimal) -> str:
        return formats.qty(value)


class DayField(_TypedField):
    """A day: in the local form, as ISO, as `+3` or as the name of a weekday. `not_before` and `not_after` get today."""

    def __init__(
        self,
        *,
        not_before: Callable[[date], date] | None = None,
        not_after: Callable[[date], date] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.not_before, self.not_after = not_before, not_after

    def parse(self, text: str) -> date:
        today = timezone.localdate()
        on: date = parse_date(text, today, get_language() or "en")
        if self.not_before and on < (first := self.not_before(today)):
            raise ValueError(_("The day is too early: {first} at the earliest.").format(first=formats.day_full(first)))
        if self.not_after and on > (last := self.not_after(today)):
            raise ValueError(_("The day is too late: {last} at the latest.").format(last=formats.day_full(last)))
        return on

    def show(self, value: date) -> str:
        return formats.day_full(value)


class KontorForm(forms.Form):
    """A form as pages want it: no colon behind labels, errors that focus goes to, one place for refusals in words."""

    required_css_class = "req"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def first_error(self) -> str:
        """The name of the first field with an error, in the order of the form."""
        return next((name for name in self.fields if name in self.errors), "")
