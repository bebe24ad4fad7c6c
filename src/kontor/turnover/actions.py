"""The one verb on turnover: goods were sold."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kontor.documents.models import Document
from kontor.documents.rows import execute


class Row(NamedTuple):
    """A shipped position: sums include VAT, `cost` is of the whole quantity; a return is negative in all."""

    product: int
    quantity: Decimal
    amount: Decimal
    vat: Decimal
    cost: Decimal


_SOLD = """
WITH line AS (
    SELECT * FROM unnest(%(products)s::bigint[], %(quantities)s::numeric[], %(amounts)s::numeric[], %(vats)s::numeric[],
                         %(costs)s::numeric[]) WITH ORDINALITY AS t (product_id, quantity, amount, vat, cost, no)
    WHERE NOT EXISTS (SELECT 1 FROM turnover_sale WHERE document_id = %(document)s)
), sale AS (
    INSERT INTO turnover_sale (document_id, client_id, owner_id, office_id, product_id, day, quantity, amount, vat, cost)
    SELECT %(document)s, %(client)s, %(owner)s, %(office)s, product_id, %(day)s, quantity, amount, vat, cost
    FROM line ORDER BY no
    RETURNING amount, vat, cost
)
INSERT INTO turnover_month (month, client_id, owner_id, amount, vat, cost)
SELECT %(month)s, %(client)s, %(owner)s, sum(amount), sum(vat), sum(cost) FROM sale HAVING count(*) > 0
ON CONFLICT ON CONSTRAINT month_once DO UPDATE
SET amount = turnover_month.amount + EXCLUDED.amount, vat = turnover_month.vat + EXCLUDED.vat,
    cost = turnover_month.cost + EXCLUDED.cost
"""


def sold(
    document: Document,
    rows: Iterable[Row | tuple[int, Decimal, Decimal, Decimal, Decimal]],
    on: date | None = None,
) -> bool:
    """Write what a paper sold, and its month, in one statement. False: this paper has been counted already.

    Client, owner and office are the paper's; the day is its date unless `on` says another.
    """
    products, quantities, amounts, vats, costs = [list(column) for column in zip(*rows, strict=True)] or [[]] * 5
    day = on or document.dated_on
    asked = {
        "document": document.pk, "client": document.client_id, "owner": document.owner_id, "office": document.office_id,
        "day": day, "month": day.replace(day=1), "products": products, "quantities": quantities, "amounts": amounts,
        "vats": vats, "costs": costs,
    }  # fmt: skip
    return bool(execute(_SOLD, asked))
