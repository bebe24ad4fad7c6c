"""The order confirmation on paper: what is ordered, at what price, by when."""

from dataclasses import dataclass

from kontor.kernel.words import in_words
from kontor.printing import pdf
from kontor.printing.parts import Day, Line, LongDay, Moment, Party, Signatory, Totals


@dataclass(frozen=True, kw_only=True)
class OrderPaper:
    """An order as the client confirms it. A line's `note` says what arrives later; `terms` are whole sentences."""

    number: str
    on: LongDay
    seller: Party
    buyer: Party
    lines: tuple[Line, ...]
    totals: Totals
    basis: str = ""
    delivery: str = ""
    deliver_on: Day | None = None
    reserved_until: Moment | None = None
    terms: str = ""
    manager: Signatory | None = None


def render(paper: OrderPaper, language: str) -> bytes:
    """The confirmation as PDF in the client's language."""
    in_full = in_words(paper.totals.total, paper.totals.currency, language)
    return pdf.render("orders/confirmation", paper, language, total_in_words=in_full)
