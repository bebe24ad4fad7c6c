"""The client's order: lines, totals, reservation, confirmation, change, cancellation."""
