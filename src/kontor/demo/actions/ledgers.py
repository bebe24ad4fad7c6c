"""What follows from the rows of the past, in one statement per table: lines, movements, reservations, sales, balances."""

from typing import Final

from kontor.documents.rows import execute

_STATEMENTS: Final = (
    """
INSERT INTO shipments_pickingline (picking_id, no, order_line, product_id, asked, picked)
SELECT d.id, l.no, l.id, l.product_id, l.quantity, l.quantity
FROM documents_document d JOIN orders_line l ON l.order_id = d.based_on_id
WHERE d.kind = 'picking' ORDER BY d.id, l.no
""",
    """
INSERT INTO shipments_shipmentline (shipment_id, no, order_line, product_id, quantity, price, sum, vat_percent, vat, cost)
SELECT d.id, l.no, l.id, l.product_id, l.quantity, l.price, l.sum, r.percent,
       round(l.sum * r.percent / (100 + r.percent), 2), l.cost
FROM documents_document d
JOIN orders_line l ON l.order_id = d.based_on_id
JOIN catalog_product p ON p.id = l.product_id
JOIN parties_firm f ON f.id = d.firm_id
CROSS JOIN LATERAL (
    SELECT percent FROM catalog_vatrate v
    WHERE v.country = f.country AND v.code = p.vat AND v.since <= d.dated_on ORDER BY v.since DESC LIMIT 1
) r
WHERE d.kind = 'shipment' ORDER BY d.id, l.no
""",
    """
INSERT INTO stock_movement (kind, product_id, warehouse_id, quantity, "on", at, document_id, by_id, note)
SELECT 'issue', l.product_id, s.warehouse_id, -l.quantity, s.released_at::date, s.released_at, s.document_id, s.released_by_id, ''
FROM shipments_shipment s JOIN shipments_shipmentline l ON l.shipment_id = s.document_id
ORDER BY s.released_at, l.no
""",
    """
INSERT INTO stock_reservation (document_id, line, product_id, warehouse_id, quantity, until, state, made_at, ended_at)
SELECT d.id, l.id, l.product_id, o.warehouse_id, l.quantity,
       COALESCE(s.released_at + interval '366 days', o.placed_at + interval '3 days'),
       CASE WHEN s.document_id IS NULL THEN 'freed' ELSE 'used' END, o.placed_at, COALESCE(s.released_at, d.changed_at)
FROM documents_document d
JOIN orders_order o ON o.document_id = d.id AND o.placed_at IS NOT NULL
JOIN orders_line l ON l.order_id = d.id
LEFT JOIN documents_document w ON w.based_on_id = d.id AND w.kind = 'shipment'
LEFT JOIN shipments_shipment s ON s.document_id = w.id
""",
    """
INSERT INTO turnover_sale (document_id, client_id, owner_id, office_id, product_id, day, quantity, amount, vat, cost)
SELECT d.id, d.client_id, d.owner_id, d.office_id, l.product_id, s.released_at::date, l.quantity, l.sum, l.vat,
       round(l.cost * l.quantity, 2)
FROM documents_document d JOIN shipments_shipment s ON s.document_id = d.id
JOIN shipments_shipmentline l ON l.shipment_id = d.id ORDER BY s.released_at, l.no
""",
    """
INSERT INTO turnover_month (month, client_id, owner_id, amount, vat, cost)
SELECT date_trunc('month', day)::date, client_id, owner_id, sum(amount), sum(vat), sum(cost)
FROM turnover_sale GROUP BY 1, 2, 3
""",
    """
INSERT INTO stock_balance (warehouse_id, product_id, on_hand, reserved)
SELECT warehouse_id, product_id, sum(quantity), 0 FROM stock_movement GROUP BY 1, 2 ORDER BY 1, 2
""",
    """
INSERT INTO receivables_balance (client_id, firm_id, amount)
SELECT client_id, firm_id, sum(amount) FROM receivables_entry GROUP BY 1, 2
""",
    """
UPDATE parties_client c SET last_order_on = s.day
FROM (SELECT client_id, max(day) AS day FROM turnover_sale GROUP BY 1) s WHERE s.client_id = c.id
""",
)


def carry_forward(time_zone: str) -> None:
    """Run the statements in their order; days are those of the company's own clock. Call it once, before any action."""
    execute("SELECT set_config('TimeZone', %(zone)s, true)", {"zone": time_zone})
    for statement in _STATEMENTS:
        execute(statement, {})
