"""Bank statements as banks really write them, read into one shape.

`read(data, own_accounts)` takes the bytes of a file in any known format and returns a `Statement`, or raises
`UnreadableStatement` with a sentence for the user. Pure: no tables, no clock.
"""

from kontor.payments.statements.model import (
    AccountPeriod,
    Direction,
    Kind,
    Party,
    Problem,
    Severity,
    Statement,
    StatementLine,
    UnreadableStatement,
)
from kontor.payments.statements.reading import read

__all__ = [
    "AccountPeriod",
    "Direction",
    "Kind",
    "Party",
    "Problem",
    "Severity",
    "Statement",
    "StatementLine",
    "UnreadableStatement",
    "read",
]
