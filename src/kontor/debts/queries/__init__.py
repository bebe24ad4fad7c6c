"""Questions about debts: the table, the call sheet and its promises, the statements."""

from kontor.debts.queries.calls import Card, card, paid_so_far, reasons_to_call, sheet, whom_to_ask
from kontor.debts.queries.statements import changed_since, firms_of, last_quarter, movers, unsigned
from kontor.debts.queries.table import FILTERS, Debtor, Table, broken_counts, debt_table, debtors, documents

__all__ = [
    "FILTERS",
    "Card",
    "Debtor",
    "Table",
    "broken_counts",
    "card",
    "changed_since",
    "debt_table",
    "debtors",
    "documents",
    "firms_of",
    "last_quarter",
    "movers",
    "paid_so_far",
    "reasons_to_call",
    "sheet",
    "unsigned",
    "whom_to_ask",
]
