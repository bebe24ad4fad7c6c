"""The debt table as a workbook: a row per client and document, the sums that the page shows."""

from datetime import date

from django.utils.translation import gettext as _

from kontor.debts.queries import Debtor
from kontor.kernel.formats import day_full
from kontor.printing.workbook import Column, Kind, Row, workbook


def debts(rows: list[Debtor], on: date, language: str) -> bytes:
    columns = (
        Column(_("Client"), width=34),
        Column(_("Manager"), width=22),
        Column(_("Document"), width=16),
        Column(_("Order"), width=16),
        Column(_("Date"), Kind.DATE),
        Column(_("Due"), Kind.DATE),
        Column(_("Payment expected"), Kind.DATE),
        Column(_("Days late"), Kind.COUNT),
        Column(_("Sum"), Kind.MONEY, total=True),
        Column(_("Paid"), Kind.MONEY, total=True),
        Column(_("Debt"), Kind.MONEY, total=True),
        Column(_("Last answer"), width=60),
        Column(_("Promised for"), Kind.DATE),
        Column(_("Promised sum"), Kind.MONEY),
    )
    title = _("Debts of clients on {day}").format(day=day_full(on))
    return workbook(title, columns, [line for row in rows for line in _lines(row, on)], language)


def _lines(row: Debtor, on: date) -> list[Row]:
    """A client's documents; money that pays nothing yet comes as a line of its own, so that the sum is the ledger's."""
    said = row.last.said if row.last else ""
    promised = (row.promise.by_day, row.promise.amount) if row.promise else (None, None)
    lines: list[Row] = [
        (
            row.client.name, row.client.owner.name, item.number, item.order_number, item.on, item.due_on,
            row.expected_on(item), max(item.days_late(on), 0), item.amount, item.amount - item.open, item.open, said,
            *promised,
        )
        for item in row.items
    ]  # fmt: skip
    if row.advance:
        name = _("not allocated")
        lines.append(
            (
                row.client.name,
                row.client.owner.name,
                name,
                "",
                None,
                None,
                None,
                None,
                None,
                None,
                -row.advance,
                said,
                *promised,
            )
        )
    return lines
