"""The ledger of goods: on hand, reserved, free, expected; warehouses; reservation and issue in one statement."""
