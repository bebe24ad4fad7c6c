"""Verbs from picking to delivery: the warehouse's work (`picking`), then waybill, cash, release and delivery (`release`)."""

from kontor.shipments.actions.picking import (
    count_up,
    finish_picking,
    pass_to_picking,
    return_picking,
    start_picking,
    withdraw,
    withdraw_waybill,
)
from kontor.shipments.actions.release import (
    cash_order_for_order,
    cash_order_for_picked,
    close_rest,
    confirm_delivery,
    release,
    ship,
)

__all__ = [
    "cash_order_for_order",
    "cash_order_for_picked",
    "close_rest",
    "confirm_delivery",
    "count_up",
    "finish_picking",
    "pass_to_picking",
    "release",
    "return_picking",
    "ship",
    "start_picking",
    "withdraw",
    "withdraw_waybill",
]
