"""Verbs on an order: start and fill it (`lines`), place, change, cancel it (`road`)."""

from kontor.orders.actions.lines import (
    add_line,
    answer_offer,
    paste,
    remove_line,
    repeat_last,
    set_line,
    take_substitute,
)
from kontor.orders.actions.road import (
    cancel,
    close_rest,
    complete,
    hold_until,
    mark_picked,
    mark_picking,
    mark_shipped,
    place,
    place_locked,
    reopen,
    return_to_placed,
    set_head,
    start,
)

__all__ = [
    "add_line",
    "answer_offer",
    "cancel",
    "close_rest",
    "complete",
    "hold_until",
    "mark_picked",
    "mark_picking",
    "mark_shipped",
    "paste",
    "place",
    "place_locked",
    "remove_line",
    "reopen",
    "repeat_last",
    "return_to_placed",
    "set_head",
    "set_line",
    "start",
    "take_substitute",
]
