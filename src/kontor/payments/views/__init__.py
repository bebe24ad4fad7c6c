"""Pages of money that came: the bank day, payments, the cash desk."""
