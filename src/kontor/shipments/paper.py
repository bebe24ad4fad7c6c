"""Papers of the warehouse: the picking list, and the waybill that goes with the goods."""

from dataclasses import dataclass
from decimal import Decimal

from kontor.kernel import formats
from kontor.kernel.money import total
from kontor.kernel.words import in_words
from kontor.printing import pdf
from kontor.printing.parts import Line, LongDay, Moment, PaidMark, Party, Quantity, Signatory, Totals
from kontor.printing.qr import svg


@dataclass(frozen=True, kw_only=True)
class PickingPaper:
    """What the warehouse picks, in the order of its places. `code` is what the scanner reads off the QR code."""

    number: str
    code: str
    on: LongDay
    warehouse: str
    client: str
    lines: tuple[Line, ...]
    order_number: str = ""
    manager: str = ""
    ready_by: Moment | None = None
    note: str = ""
    must_be_paid: bool = False


@dataclass(frozen=True, kw_only=True)
class WaybillPaper:
    """What leaves the warehouse and who answers for it.

    `authority` names the power of attorney or the passport of who takes the goods; `paid` is the cashier's mark
    without which goods for cash do not leave; `weight` is in kilograms.
    """

    number: str
    on: LongDay
    shipper: Party
    payer: Party
    lines: tuple[Line, ...]
    totals: Totals
    consignee: Party | None = None
    warehouse: str = ""
    basis: str = ""
    carrier: str = ""
    authority: str = ""
    packages: Quantity | None = None
    weight: Quantity | None = None
    allowed_by: Signatory | None = None
    released_by: Signatory | None = None
    paid: PaidMark | None = None


def render_picking(paper: PickingPaper, language: str) -> bytes:
    """The picking list as PDF, in large type, with space for what was really picked."""
    return pdf.render("shipments/picking", paper, language, qr=svg(paper.code), lines_count=str(len(paper.lines)))


def render_waybill(paper: WaybillPaper, language: str) -> bytes:
    """The goods release note, 送货单 or delivery note as PDF."""
    totals = paper.totals
    return pdf.render(
        "shipments/waybill",
        paper,
        language,
        total_in_words=in_words(totals.total, totals.currency, language),
        vat_total=formats.money(total(each.sum for each in totals.vat), language),
        lines_count=str(len(paper.lines)),
        quantity_shown=_one_unit(paper.lines),
    )


def _one_unit(lines: tuple[Line, ...]) -> bool:
    """A sum of quantities means something only in one unit."""
    return len({line.unit for line in lines}) == 1 and sum((line.quantity for line in lines), Decimal(0)) > 0
