"""What an exception, a decision and a decision table ask for."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kontor.approvals.models import Request
from kontor.approvals.tables import NOBODY, Column, Condition, Rule
from kontor.kernel.money import parse_amount
from kontor.web.forms import DayField, KontorForm

State = Request.State
WITH_CONDITION = "condition"


class AskForm(KontorForm):
    reason = forms.CharField(
        label=_("What is asked, and why"),
        help_text=_("Whoever decides reads it word for word."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    file = forms.FileField(label=_("A file that proves it"), required=False)


class DecideForm(KontorForm):
    """The answer. Approval may do without words; a condition, a return and a refusal may not."""

    verdict = forms.ChoiceField(
        choices=[(State.APPROVED, ""), (WITH_CONDITION, ""), (State.RETURNED, ""), (State.REFUSED, "")]
    )
    answer = forms.CharField(
        label=_("Reason or condition"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 1}),
    )
    valid_until = DayField(label=_("Valid until"), required=False, not_before=lambda today: today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        verdict, answer = data.get("verdict"), (data.get("answer") or "").strip()
        if verdict == WITH_CONDITION and not answer:
            self.add_error("answer", _("Say the condition: it is shown to the manager."))
        elif verdict in (State.RETURNED, State.REFUSED) and not answer:
            self.add_error("answer", _("Give the reason: without one the manager cannot answer the client."))
        return data

    @property
    def outcome(self) -> str:
        verdict: str = self.cleaned_data["verdict"]
        return State.APPROVED if verdict == WITH_CONDITION else verdict


class RuleForm(forms.Form):
    """One row of a decision table: bounds or choices per column, who decides, in which time, on which condition."""

    number = forms.CharField(label=_("Rule"), max_length=16)
    decides = forms.ChoiceField(label=_("Who decides"))
    hours = forms.IntegerField(label=_("Hours"), min_value=1, max_value=200, initial=4)
    condition = forms.CharField(label=_("On condition"), max_length=200, required=False)

    def __init__(self, *args: Any, columns: tuple[Column, ...], roles: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        decides: Any = self.fields["decides"]
        decides.choices = [*roles, (NOBODY, _("nobody"))]
        for column in columns:
            for end in _ends(column):
                self.fields[f"{column.fact}-{end}"] = forms.CharField(
                    label=str(column.label), max_length=60, required=False
                )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for column in self.columns:
            for end in _ends(column):
                if column.unit != "choice" and (typed := data.get(f"{column.fact}-{end}")):
                    self._read_figure(f"{column.fact}-{end}", typed)
        return data

    def _read_figure(self, name: str, typed: str) -> None:
        try:
            self.cleaned_data[name] = parse_amount(typed.rstrip("% "), get_language() or "")
        except ValueError as wrong:
            self.add_error(name, ValidationError(str(wrong)))

    def bounds(self, column: Column) -> Iterator[forms.BoundField]:
        """The fields of a column: lower and upper bound, or the list of choices."""
        for end in _ends(column):
            yield self[f"{column.fact}-{end}"]

    @property
    def rule(self) -> Rule:
        data = self.cleaned_data
        when = {column.fact: _condition(column, data) for column in self.columns}
        return Rule(
            number=data["number"].strip(),
            decides=data["decides"],
            when={fact: asked for fact, asked in when.items() if asked},
            hours=data["hours"],
            condition=data["condition"].strip(),
        )


def _ends(column: Column) -> tuple[str, ...]:
    return ("among",) if column.unit == "choice" else ("low", "high")


def _condition(column: Column, data: dict[str, Any]) -> Condition | None:
    if column.unit == "choice":
        among = tuple(part.strip() for part in data[f"{column.fact}-among"].split(",") if part.strip())
        return Condition(among=among) if among else None
    low, high = data[f"{column.fact}-low"], data[f"{column.fact}-high"]
    if low in ("", None) and high in ("", None):
        return None
    return Condition(low if isinstance(low, Decimal) else None, high if isinstance(high, Decimal) else None)


def typed(rule: Rule, columns: tuple[Column, ...]) -> dict[str, Any]:
    """A rule as the form shows it."""
    found: dict[str, Any] = {
        "number": rule.number, "decides": rule.decides, "hours": rule.hours, "condition": gettext(str(rule.condition)) if rule.condition else "",
    }  # fmt: skip
    for column in columns:
        asked = rule.when.get(column.fact) or Condition()
        found |= {
            f"{column.fact}-among": ", ".join(asked.among),
            f"{column.fact}-low": "" if asked.at_least is None else f"{asked.at_least.normalize():f}",
            f"{column.fact}-high": "" if asked.at_most is None else f"{asked.at_most.normalize():f}",
        }
    return found


class SinceForm(KontorForm):
    since = DayField(label=_("Holds from"), not_before=lambda today: today)
