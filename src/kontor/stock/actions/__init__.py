"""Verbs on goods: reserve, free, extend, use, expire; receive, correct, expect, arrive.

Each is a lock and one set-based statement, whatever the number of lines. Balances are locked in the order (warehouse,
product), so writers wait for each other and never deadlock; the statement after the lock sees what the others left.
The verbs ask for no right: the paper's own verb above has asked.
"""

from kontor.stock.actions.goods import arrive, correct, expect, receive
from kontor.stock.actions.reservations import Expired, Want, expire, extend, free, reserve, use

__all__ = [
    "Expired",
    "Want",
    "arrive",
    "correct",
    "expect",
    "expire",
    "extend",
    "free",
    "receive",
    "reserve",
    "use",
]
