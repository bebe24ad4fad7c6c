"""The cash order on paper: КО-1 with its tear-off receipt, 收据, cash receipt."""

from dataclasses import dataclass

from kontor.kernel import formats
from kontor.kernel.words import in_words
from kontor.printing import pdf
from kontor.printing.parts import LongDay, Money, Party, Vat


@dataclass(frozen=True, kw_only=True)
class CashOrderPaper:
    """Cash taken in. `debit` and `credit` are ledger accounts of the Russian form; names stand under signatures."""

    number: str
    on: LongDay
    firm: Party
    received_from: str
    basis: str
    amount: Money
    currency: str = "RUB"
    vat: Vat | None = None
    attachments: str = ""
    department: str = ""
    debit: str = "50.01"
    credit: str = "62.01"
    accountant: str = ""
    cashier: str = ""


def render(paper: CashOrderPaper, language: str) -> bytes:
    """The cash order as PDF: in Russian the form ОКУД 0310001, otherwise a receipt in two copies."""
    whole, cents = f"{paper.amount:.2f}".split(".")
    return pdf.render(
        "payments/cash_order",
        paper,
        language,
        amount_in_words=in_words(paper.amount, paper.currency, language),
        day=formats.day_full(paper.on, language),
        whole=whole,
        cents=cents,
    )
