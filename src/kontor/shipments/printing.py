"""The papers of the warehouse: what the picking list and the waybill say."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from kontor.kernel.money import ZERO
from kontor.orders.confirmation import totals
from kontor.parties import on_paper
from kontor.payments import queries as payments
from kontor.printing import parts
from kontor.shipments import paper
from kontor.shipments.models import Picking, PickingLine, Shipment, ShipmentLine
from kontor.shipments.queries import order_of


def picking_list(picking: Picking, language: str) -> bytes:
    """The list that goes through the warehouse, in the keeper's language. Its QR code is the request's number."""
    order = order_of(picking)
    with override(language):
        facts = paper.PickingPaper(
            number=picking.number,
            code=picking.number,
            on=picking.dated_on,
            warehouse=picking.warehouse.name,
            client=order.client.name,
            lines=tuple(_asked(line) for line in picking.lines.select_related("product")),
            order_number=order.number,
            manager=picking.owner.name,
            note=picking.note,
            must_be_paid=order.is_office_cash,
        )
        return paper.render_picking(facts, language)


def _asked(line: PickingLine) -> parts.Line:
    product = line.product
    return parts.Line(
        name=product.name,
        article=product.article,
        unit=product.get_unit_display(),
        quantity=line.asked,
        price=ZERO,
        sum=ZERO,
    )


def waybill(shipment: Shipment) -> bytes:
    """The waybill in the client's language; with the cashier's mark once the goods are paid in cash (W-1.3.7.2)."""
    language = on_paper.language_of(shipment.client)
    goods = list(shipment.lines.select_related("product"))
    with override(language):
        lines = tuple(_shipped(line) for line in goods)
        facts = paper.WaybillPaper(
            number=shipment.number,
            on=shipment.dated_on,
            shipper=on_paper.seller(shipment.firm),
            payer=on_paper.buyer(shipment.client),
            lines=lines,
            totals=totals(lines, shipment.total, shipment.currency),
            warehouse=shipment.warehouse.name,
            basis=_("Order № {number}").format(number=shipment.based_on.number),
            carrier=shipment.carrier,
            authority=shipment.authority,
            weight=sum((line.product.weight * line.quantity for line in goods), Decimal(0)) or None,
            allowed_by=parts.Signatory(post=_("Manager"), name=shipment.owner.name),
            released_by=_keeper(shipment),
            paid=_mark(shipment),
        )
        return paper.render_waybill(facts, language)


def _shipped(line: ShipmentLine) -> parts.Line:
    return parts.Line(
        name=line.product.name,
        article=line.product.article,
        unit=line.product.get_unit_display(),
        quantity=line.quantity,
        price=line.price,
        sum=line.sum,
        vat_rate=line.vat_percent,
        vat_sum=line.vat,
        net_sum=line.sum - line.vat,
    )


def _keeper(shipment: Shipment) -> parts.Signatory | None:
    keeper = shipment.released_by or shipment.picking.keeper
    return parts.Signatory(post=_("Storekeeper"), name=keeper.name) if keeper else None


def _mark(shipment: Shipment) -> parts.PaidMark | None:
    if mark := payments.paid_mark(shipment):
        return parts.PaidMark(cashier=mark.cashier.name, at=mark.at, cash_order=mark.cash_order.number, sum=mark.sum)
    return None
