"""Questions about money that came: the bank day, what its lines pay, payments, the cash desk."""

from kontor.payments.queries.bank import Day as Day
from kontor.payments.queries.bank import Span as Span
from kontor.payments.queries.bank import bank_day as bank_day
from kontor.payments.queries.bank import last_reviewed as last_reviewed
from kontor.payments.queries.bank import left_of as left_of
from kontor.payments.queries.bank import may_book as may_book
from kontor.payments.queries.bank import missing_accounts as missing_accounts
from kontor.payments.queries.bank import preset_span as preset_span
from kontor.payments.queries.bank import problems as problems
from kontor.payments.queries.cash import CashBook as CashBook
from kontor.payments.queries.cash import PaidMark as PaidMark
from kontor.payments.queries.cash import cash_book as cash_book
from kontor.payments.queries.cash import cash_order_of as cash_order_of
from kontor.payments.queries.cash import find_by_code as find_by_code
from kontor.payments.queries.cash import paid_mark as paid_mark
from kontor.payments.queries.cash import received_in_cash as received_in_cash
from kontor.payments.queries.cash import tray as tray
from kontor.payments.queries.proposing import Payable as Payable
from kontor.payments.queries.proposing import Table as Table
from kontor.payments.queries.proposing import payables as payables
from kontor.payments.queries.proposing import propose_all as propose_all
