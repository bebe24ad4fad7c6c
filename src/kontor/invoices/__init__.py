"""Invoices for payment: made from an order, printed, sent, called about."""
