"""Verbs on money that came: statements, their lines, payments, the cash desk."""

from kontor.payments.actions.booking import allocate as allocate
from kontor.payments.actions.booking import book as book
from kontor.payments.actions.booking import book_sure as book_sure
from kontor.payments.actions.booking import unallocate as unallocate
from kontor.payments.actions.booking import unbook as unbook
from kontor.payments.actions.cash import cancel_paid_mark as cancel_paid_mark
from kontor.payments.actions.cash import prepare_cash_order as prepare_cash_order
from kontor.payments.actions.cash import receive_cash as receive_cash
from kontor.payments.actions.cash import withdraw_cash_order as withdraw_cash_order
from kontor.payments.actions.lines import hand_to_accounting as hand_to_accounting
from kontor.payments.actions.lines import mark_not_client as mark_not_client
from kontor.payments.actions.lines import reopen_line as reopen_line
from kontor.payments.actions.statements import Loaded as Loaded
from kontor.payments.actions.statements import Unconfirmed as Unconfirmed
from kontor.payments.actions.statements import begin_day as begin_day
from kontor.payments.actions.statements import load_statement as load_statement
from kontor.payments.actions.statements import review as review
