"""Which format is it? The bytes say, not the name of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from kontor.payments.statements import camt053, chinese, mt940, one_c
from kontor.payments.statements.model import Statement, UnreadableStatement

Reader = Callable[[bytes, frozenset[str]], Statement]

READERS: tuple[tuple[Callable[[bytes], bool], Reader], ...] = (
    (one_c.recognises, one_c.read),
    (camt053.recognises, camt053.read),
    (mt940.recognises, mt940.read),
    (chinese.recognises, chinese.read),
)


def read(data: bytes, own_accounts: Iterable[str] = ()) -> Statement:
    """Read the bytes of a bank statement.

    `own_accounts` are the account numbers of our firms; with those that the file itself declares they decide the
    direction of a payment. What needs a person's confirmation is in `problems`; what cannot be used at all raises
    `UnreadableStatement`.
    """
    if not data.strip():
        raise UnreadableStatement(_("The file is empty."))
    own = frozenset(account.strip() for account in own_accounts)
    for recognises, reader in READERS:
        if recognises(data):
            return replace(reader(data, own), sha256=hashlib.sha256(data).hexdigest())
    raise UnreadableStatement(
        _(
            "This is not a bank statement that can be read here. Ask the bank for 1CClientBankExchange, camt.053, "
            "MT940, or a table in CSV or Excel."
        )
    )
