"""Parts that printed papers share: frozen facts, already decided, without a table behind them.

A field says by its type how it is written: `Money`, `Quantity`, `Percent`, `Day`, `LongDay`, `Moment`. Everything
else on paper is text. What is not known is an empty text or None, and its label is left out.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from kontor.kernel import formats
from kontor.kernel.words import date_in_words


def _percent(value: Decimal, language: str) -> str:
    return formats.qty(value, language) + (formats.THIN if formats.tongue(language) == "ru" else "") + "%"


def _moment(value: datetime, language: str) -> str:
    return f"{formats.day_full(value, language)}{formats.NBSP}{formats.clock(value)}"


Money = Annotated[Decimal, formats.money]
Quantity = Annotated[Decimal, formats.qty]
Percent = Annotated[Decimal, _percent]
Day = Annotated[date, formats.day_full]
LongDay = Annotated[date, date_in_words]
Moment = Annotated[datetime, _moment]


@dataclass(frozen=True, kw_only=True)
class BankAccount:
    """Where money goes: `code` is the БИК or 联行号 (or SWIFT), `correspondent` the bank's own account in Russia."""

    bank: str
    account: str
    code: str = ""
    correspondent: str = ""
    city: str = ""


@dataclass(frozen=True, kw_only=True)
class Party:
    """A firm or a person as a paper names it. `tax_id` is the ИНН or 统一社会信用代码."""

    name: str
    tax_id: str = ""
    kpp: str = ""
    okpo: str = ""
    registration: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    bank: BankAccount | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of goods. `discount` is None where nothing is taken off; `vat_rate` None means without VAT."""

    name: str
    quantity: Quantity
    unit: str
    price: Money
    sum: Money
    article: str = ""
    discount: Percent | None = None
    vat_rate: Percent | None = None
    vat_sum: Money | None = None
    net_sum: Money | None = None
    place: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Vat:
    """The VAT of all lines with one rate; a rate of None is “without VAT”."""

    rate: Percent | None
    sum: Money


@dataclass(frozen=True, kw_only=True)
class Totals:
    """What a paper adds up to. `total` is with VAT and after discounts; `currency` an ISO code."""

    total: Money
    vat: tuple[Vat, ...] = ()
    discount: Money | None = None
    net: Money | None = None
    quantity: Quantity | None = None
    currency: str = "RUB"


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """Who signs: the post in the paper's language and the name as it stands under a signature."""

    post: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class PaidMark:
    """The cashier's mark that the goods are paid and may leave."""

    cashier: str
    at: Moment
    cash_order: str
    sum: Money
