"""Does the statement agree with itself? What does not is told with the figures, and a person decides."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.kernel.formats import money
from kontor.payments.statements.keys import Turnover
from kontor.payments.statements.model import AccountPeriod, Direction, Problem


def disagreements(periods: Sequence[AccountPeriod], turnover: Turnover) -> Iterator[Problem]:
    """Balances that do not follow from the totals, totals that are not the sum of the documents, gaps between days."""
    by_account: dict[str, list[AccountPeriod]] = defaultdict(list)
    for period in dict.fromkeys(periods):
        by_account[period.account].append(period)
    for account, own in by_account.items():
        yield from _balances(own)
        yield from _gaps(own)
        yield from _totals(account, own, turnover)


def strange_accounts(periods: Iterable[str], own_accounts: frozenset[str]) -> Iterator[Problem]:
    """Accounts of the file that are not in our register; silent while the register is empty."""
    for account in dict.fromkeys(periods):
        if own_accounts and account not in own_accounts:
            text = _("The statement is of account {account}, which is not among your company's accounts.")
            yield Problem("account_not_ours", text.format(account=account))


def _balances(periods: Iterable[AccountPeriod]) -> Iterator[Problem]:
    text = _(
        "Account {account}: opening {opening} + received {received} − written off {written_off} makes {computed}, "
        "but the closing balance says {closing}."
    )
    for period in periods:
        if period.opening is None or period.closing is None:
            continue
        computed = period.opening + period.received - period.written_off
        if computed != period.closing:
            sentence = text.format(
                account=period.account,
                opening=money(period.opening),
                received=money(period.received),
                written_off=money(period.written_off),
                computed=money(computed),
                closing=money(period.closing),
            )
            yield Problem("balance_differs", sentence)


def _gaps(periods: Sequence[AccountPeriod]) -> Iterator[Problem]:
    text = _(
        "Account {account}: one part of the statement closes with {closing}, the next opens with {opening}. "
        "Something between them is missing."
    )
    for before, after in itertools.pairwise(periods):
        if before.closing is None or after.opening is None or before.closing == after.opening:
            continue
        sentence = text.format(account=after.account, closing=money(before.closing), opening=money(after.opening))
        yield Problem("balance_gap", sentence)


def _totals(account: str, periods: Iterable[AccountPeriod], turnover: Turnover) -> Iterator[Problem]:
    received = sum((period.received for period in periods), Decimal())
    written_off = sum((period.written_off for period in periods), Decimal())
    came, went = (
        turnover.get((account, Direction.IN), Decimal()),
        turnover.get((account, Direction.OUT), Decimal()),
    )
    if came != received:
        text = _("Account {account}: the bank states {stated} received, the documents add up to {counted}.")
        sentence = text.format(account=account, stated=money(received), counted=money(came))
        yield Problem("received_differs", sentence)
    if went != written_off:
        text = _("Account {account}: the bank states {stated} written off, the documents add up to {counted}.")
        sentence = text.format(account=account, stated=money(written_off), counted=money(went))
        yield Problem("written_off_differs", sentence)
