"""Sums, VAT and rounding. `Decimal` only; everything that is money ends at a cent, half up."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise

from django.utils.translation import gettext_lazy as _

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
HUNDRED = Decimal(100)
MOST_MONEY = Decimal("999999999999.99")
MOST_QUANTITY = Decimal(999_999_999)

_CURRENCY_SIGN = re.compile(r"[₽¥$€]")
_GROUP_SPACE = re.compile(r"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:(?:,[0-9]{3})+(?:\.[0-9]*)?|(?:\.[0-9]{3})+,[0-9]*|(?:\.[0-9]{3}){2,})")
_COMMA_AND_THREE = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")


def money(amount: Decimal | int | str) -> Decimal:
    """The amount to the cent, half up (away from zero, as accountants round)."""
    return Decimal(amount).quantize(CENT, ROUND_HALF_UP)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum to the cent; nothing adds up to 0.00."""
    return money(sum(amounts, ZERO))


def line_sum(quantity: Decimal, price: Decimal, discount_percent: Decimal = ZERO) -> Decimal:
    """What a line costs: rounded once, after the discount."""
    return money(quantity * price * (HUNDRED - discount_percent) / HUNDRED)


def vat_inside(gross: Decimal, rate_percent: Decimal) -> Decimal:
    """The VAT that a sum with VAT contains."""
    return money(gross * rate_percent / (HUNDRED + rate_percent))


def net_of_vat(gross: Decimal, rate_percent: Decimal) -> Decimal:
    """A sum without the VAT it contains; net and VAT add up to the gross exactly."""
    return money(gross) - vat_inside(gross, rate_percent)


def vat_on_top(net: Decimal, rate_percent: Decimal) -> Decimal:
    """The VAT that comes on top of a sum without VAT."""
    return money(net * rate_percent / HUNDRED)


def share(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Divide money in proportion to weights; the parts add up to it exactly, each within a cent of its due.

    Rounds the running sum, so a cent lost on one part is found on the next. Equal parts if all weights are zero.
    """
    if not weights or min(weights) < 0:
        raise ValueError("Money is shared by weights, at least one and none of them negative.")
    running = list(accumulate(weights if any(weights) else [Decimal(1)] * len(weights), initial=Decimal(0)))
    marks = [money(money(amount) * mark / running[-1]) for mark in running]
    return [after - before for before, after in pairwise(marks)]


def parse_amount(text: str, language: str = "") -> Decimal:
    """Read money as people write it: `1 234,50`, `1,234.50`, `1'234.50`, `−5 ₽`.

    A lone comma before three digits groups thousands, except in Russian, where it is the decimal sign.
    Raises ValueError with a sentence for the user.
    """
    amount = _parse(text, comma_groups=not language.startswith("ru"))
    if amount != money(amount):
        raise ValueError(_("“{text}” has more than two decimals.").format(text=text.strip()))
    if abs(amount) > MOST_MONEY:
        raise ValueError(_("“{text}” is more money than can be entered.").format(text=text.strip()))
    return money(amount)


def parse_quantity(text: str, language: str = "") -> Decimal:
    """Read a quantity: more than zero, at most 999,999,999, up to three decimals.

    `1,250` is 1.25 in Russian and 1250 in English and Chinese; with no language given, it is asked back.
    Raises ValueError with a sentence for the user.
    """
    if not language and _COMMA_AND_THREE.fullmatch(_plain(text)):
        raise ValueError(_("“{text}” can be read in two ways. Write it without the comma.").format(text=text.strip()))
    quantity = _parse(text, comma_groups=not language.startswith("ru"))
    if quantity < 0:
        raise ValueError(_("A quantity cannot be negative."))
    if quantity == 0:
        raise ValueError(_("The quantity is zero. Enter how much is wanted, or remove the line."))
    if quantity > MOST_QUANTITY:
        raise ValueError(_("A quantity cannot be more than 999,999,999."))
    if quantity != round(quantity, 3):
        raise ValueError(_("A quantity has at most three decimals."))
    return quantity


def _parse(text: str, *, comma_groups: bool) -> Decimal:
    number = _plain(text)
    if not number:
        raise ValueError(_("Enter a number."))
    if _GROUPED.fullmatch(number) and (comma_groups or not _COMMA_AND_THREE.fullmatch(number)):
        thousands = next(sign for sign in number if sign in ",.")
        number = number.replace(thousands, "")
    number = number.replace(",", ".")
    if len(number) > 30 or not _NUMBER.fullmatch(number):
        raise ValueError(_("“{text}” is not a number.").format(text=text.strip()[:40]))
    return Decimal(number)


def _plain(text: str) -> str:
    """Full-width digits and minus signs made plain; currency signs, and spaces between thousands, taken out."""
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-")
    return _GROUP_SPACE.sub("", _CURRENCY_SIGN.sub("", plain).strip())
