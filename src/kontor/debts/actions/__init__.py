"""Verbs on debts: the call sheet, a call and its promise, the statements."""

from kontor.debts.actions.calls import add_to_sheet, form_sheet, move_row, record_call, settle_promises
from kontor.debts.actions.statements import dispute, draw_up, draw_up_many, send, sign, withdraw

__all__ = [
    "add_to_sheet",
    "dispute",
    "draw_up",
    "draw_up_many",
    "form_sheet",
    "move_row",
    "record_call",
    "send",
    "settle_promises",
    "sign",
    "withdraw",
]
