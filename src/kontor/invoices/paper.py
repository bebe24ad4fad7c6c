"""The invoice on paper: «Счет на оплату», 付款通知书, proforma invoice."""

from dataclasses import dataclass

from kontor.kernel.words import in_words
from kontor.printing import pdf
from kontor.printing.parts import Day, Line, LongDay, Party, Signatory, Totals
from kontor.printing.qr import payment_qr


@dataclass(frozen=True, kw_only=True)
class InvoicePaper:
    """An invoice as its client gets it.

    `basis` names the contract or order, `terms` and `notice` are whole sentences above the signatures and at
    the head; `purpose` is what the payer shall write and what the payment code carries.
    """

    number: str
    on: LongDay
    seller: Party
    buyer: Party
    lines: tuple[Line, ...]
    totals: Totals
    purpose: str
    pay_by: Day | None = None
    basis: str = ""
    terms: str = ""
    notice: str = ""
    signatories: tuple[Signatory, ...] = ()


def render(paper: InvoicePaper, language: str) -> bytes:
    """The PDF in the client's language: the Russian one carries the payment code, the Chinese one 大写 sums."""
    return pdf.render(
        "invoices/invoice",
        paper,
        language,
        total_in_words=in_words(paper.totals.total, paper.totals.currency, language),
        lines_count=str(len(paper.lines)),
        qr=payment_qr(paper.seller, paper.totals.total, paper.purpose) if language.startswith("ru") else "",
    )
