"""Who owes what since when: debt table, call sheet, promises, reconciliation statements."""
