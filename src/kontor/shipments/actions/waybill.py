"""The waybill of what was picked: lines at the order's prices, VAT by the day of shipment."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kontor.catalog import queries as catalog
from kontor.documents.actions import open_document
from kontor.documents.rows import fast_insert
from kontor.kernel.money import line_sum, total, vat_inside
from kontor.orders.models import Line, Order
from kontor.people.models import Staff
from kontor.shipments.models import SHIPMENT, Picking, PickingLine, Shipment, ShipmentLine


def open_waybill(order: Order, picking: Picking, picked: Sequence[PickingLine], *, by: Staff, at: datetime) -> Shipment:
    """Write the waybill of the picked lines. Called with the order locked."""
    day = timezone.localdate(at)
    rates = catalog.rates_on(order.firm.country, day)
    agreed = {line.pk: line for line in order.lines.select_related("product")}
    rows = [
        {"no": no, **_row(agreed[line.order_line], line.picked or Decimal(0), rates)}
        for no, line in enumerate(picked, start=1)
    ]
    shipment: Shipment = open_document(
        Shipment,
        SHIPMENT,
        by=by,
        on=day,
        firm=order.firm,
        office=order.office,
        client=order.client,
        owner=order.owner,
        status=Shipment.Status.PREPARED,
        total=total(row["sum"] for row in rows),
        currency=order.currency,
        based_on=order,
        picking=picking,
        warehouse=picking.warehouse,
        vat=total(row["vat"] for row in rows),
        delivery_method=order.delivery_method,
        address=order.delivery_address,
    )
    fast_insert(ShipmentLine, [{"shipment_id": shipment.pk, **row} for row in rows])
    return shipment


def _row(line: Line, quantity: Decimal, rates: dict[str, Decimal]) -> dict[str, Any]:
    """A line's part of its order line: the parts of several waybills add up to the agreed sum to the cent."""
    before, after = (line_sum(n, line.list_price, line.discount) for n in (line.shipped, line.shipped + quantity))
    rate = rates.get(line.product.vat, line.vat_percent)
    return {
        "order_line": line.pk,
        "product_id": line.product_id,
        "quantity": quantity,
        "price": line.price,
        "sum": after - before,
        "vat_percent": rate,
        "vat": vat_inside(after - before, rate),
        "cost": line.cost,
    }
