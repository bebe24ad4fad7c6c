"""The numbers by which a state knows a firm, by the rules of its country."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kontor.kernel.identifiers import (
    check_account,
    check_bic,
    check_inn,
    check_kpp,
    check_ogrn,
    check_uscc,
    normal_phone,
)
from kontor.parties.models import Country

Sentence = str | Promise
_RULES: dict[str, dict[str, Callable[[str], str]]] = {
    Country.RU: {"tax_id": check_inn, "kpp": check_kpp, "registration": check_ogrn},
    Country.CN: {"tax_id": check_uscc},
    Country.OTHER: {},
}
TAX_ID_NAMES: dict[str, Sentence] = {
    Country.RU: _("INN"),
    Country.CN: _("unified social credit code"),
    Country.OTHER: _("tax id"),
}


def checked(country: str, given: Mapping[str, str]) -> tuple[dict[str, str], dict[str, Sentence]]:
    """The requisites among `given` as they are kept, and a sentence for each that is wrong.

    Knows `tax_id`, `kpp`, `registration` and `phone`; what a country does not have is emptied. Empty is never wrong.
    """
    kept: dict[str, str] = {}
    wrong: dict[str, Sentence] = {}
    for name in ("tax_id", "kpp", "registration", "phone"):
        if name in given:
            try:
                kept[name] = _kept(country, name, given[name].strip())
            except ValueError as error:
                wrong[name] = error.args[0]
    if len(kept.get("tax_id", "")) == 12 and kept.get("kpp"):
        wrong["kpp"] = _("A sole trader (an INN of 12 digits) has no KPP.")
    return kept, wrong


def checked_account(country: str, number: str, bic: str) -> tuple[str, str]:
    """An account and its bank's code as they are kept. In Russia the key must agree; raises ValueError with a sentence."""
    if country == Country.RU:
        return check_account(number, bic), check_bic(bic)
    plain = "".join(number.split())
    if not plain.isalnum():
        raise ValueError(_("An account number has digits and letters only."))
    return plain, bic.strip()


def _kept(country: str, name: str, value: str) -> str:
    if not value:
        return ""
    if name == "phone":
        return normal_phone(value, country)
    if name == "kpp" and country != Country.RU:
        return ""
    return _RULES[country].get(name, str)(value)
