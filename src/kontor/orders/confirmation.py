"""The order as a printed confirmation for its client."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from kontor.orders import paper
from kontor.orders.models import Line, Order
from kontor.parties import on_paper
from kontor.printing import parts
from kontor.stock import queries as stock


def confirmation(order: Order, lines: Iterable[Line]) -> bytes:
    """The PDF in the client's language."""
    language = on_paper.language_of(order.client)
    with override(language):
        rows = tuple(paper_line(line) for line in lines)
        facts = paper.OrderPaper(
            number=order.number,
            on=order.dated_on,
            seller=on_paper.seller(order.firm),
            buyer=on_paper.buyer(order.client),
            lines=rows,
            totals=totals(rows, order.total, order.currency),
            delivery=", ".join(part for part in (order.get_delivery_method_display(), order.delivery_address) if part),
            deliver_on=order.wanted_on,
            reserved_until=stock.held_until(order),
            terms=_terms(order),
            manager=parts.Signatory(post=_("Manager"), name=order.owner.name),
        )
        return paper.render(facts, language)


def _terms(order: Order) -> str:
    return _("Payment: {order}, {method}.").format(
        order=order.get_payment_order_display(), method=order.get_payment_method_display()
    )


def paper_line(line: Line) -> parts.Line:
    return parts.Line(
        name=line.product.name,
        article=line.product.article,
        unit=line.product.get_unit_display(),
        quantity=line.quantity,
        price=line.list_price,
        discount=line.discount or None,
        sum=line.sum,
        vat_rate=line.vat_percent,
        vat_sum=line.vat,
    )


def totals(lines: Iterable[parts.Line], total: Decimal, currency: str) -> parts.Totals:
    """The total with its VAT by rate."""
    by_rate: dict[Decimal | None, Decimal] = defaultdict(Decimal)
    for line in lines:
        by_rate[line.vat_rate] += line.vat_sum or Decimal(0)
    vat = tuple(parts.Vat(rate=rate, sum=amount) for rate, amount in by_rate.items())
    return parts.Totals(total=total, vat=vat, currency=currency)
