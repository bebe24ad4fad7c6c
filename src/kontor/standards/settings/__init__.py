"""The register of settings: every number and choice of the company, with its default and the clause it serves.

    register(Setting("invoice_valid_days", WORKDAYS, 5, clauses=("W-1.3.2.1b",), label=_("Invoice is valid for")))

The settings of the papers and of the house lie beside this file; an app may register more of its own in `ready`.
Ask for values with `standards.queries.value(key, on=date)`; change them with `standards.actions.set_value`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kontor.standards.kinds import CHOICE, LIST, Kind
from kontor.standards.rules import carries

Lazy = str | Promise


@dataclass(frozen=True)
class Setting:
    """A number or choice of the company. `default` holds until the company sets its own value from a date."""

    key: str
    kind: Kind
    default: Any
    label: Lazy
    help: Lazy = ""
    clauses: tuple[str, ...] = ()
    choices: Mapping[str, Lazy] = field(default_factory=dict)
    least: int | None = None
    most: int | None = None

    @property
    def unit(self) -> str:
        return str(self.kind.unit)

    def read(self, raw: object) -> Any:
        """The typed value of a form's text, a playbook's entry or a kept value. ValueError is a sentence."""
        value = self.kind.read(raw)
        self._check_choice(value)
        self._check_bounds(value)
        return value

    def keep(self, value: Any) -> Any:
        """The value as JSON for the table."""
        return self.kind.keep(value)

    def show(self, value: Any) -> str:
        """The value in words of the active language: `5 working days`."""
        if self.kind is CHOICE:
            return str(self.choices[value])
        if self.kind is LIST:
            return _(", ").join(str(self.choices.get(name, name)) for name in value)
        return self.kind.show(value)

    def _check_choice(self, value: Any) -> None:
        if self.kind is CHOICE and value not in self.choices:
            allowed = _(", ").join(map(str, self.choices.values()))
            raise ValueError(
                _("“{value}” is not a choice here; choose one of: {allowed}.").format(value=value, allowed=allowed)
            )

    def _check_bounds(self, value: Any) -> None:
        if self.least is not None and value < self.least:
            raise ValueError(_("“{label}” cannot be less than {least}.").format(label=self.label, least=self.least))
        if self.most is not None and value > self.most:
            raise ValueError(_("“{label}” cannot be more than {most}.").format(label=self.label, most=self.most))


_settings: dict[str, Setting] = {}


def register(setting: Setting) -> None:
    """Enter a setting under its key. A key entered twice, or an unknown clause, stops the start."""
    if setting.key in _settings:
        raise ValueError(f"setting {setting.key!r} is registered twice")
    for clause in setting.clauses:
        carries(clause, what="setting", name=setting.key, label=setting.label)
    _settings[setting.key] = setting


def setting(key: str) -> Setting:
    """The setting of a key; KeyError names the keys there are."""
    try:
        return _settings[key]
    except KeyError:
        raise KeyError(f"no setting {key!r}; there are {', '.join(sorted(_settings))}") from None


def all_settings() -> tuple[Setting, ...]:
    """Every registered setting in the order of registration: standard W, standard D, the house."""
    return tuple(_settings.values())
