"""The ledger of what clients owe: charges, settlements, balance, credit exposure."""
