"""What a process remembers of settings and calendar.

Both are small, read everywhere and changed rarely. So each thread keeps them whole and asks the database, in one
short statement, whether its copy is still current: at the first reading within a request (never twice), and every
two seconds outside requests. The same statement brings the new rows if it is not. After a change of its own a thread
asks at each reading until the change is committed or the request ends, so a rollback is never remembered.
"""

import json
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.signals import request_finished, request_started
from django.db import connection, transaction

SECONDS_TRUSTED = 2.0
NEVER = float("inf")

IF_CHANGED = """
SELECT now.stamp::text,
       CASE WHEN changed THEN (
           SELECT jsonb_agg(jsonb_build_array(key, since, value) ORDER BY key, since, id)
           FROM standards_settingvalue) END,
       CASE WHEN changed THEN (
           SELECT jsonb_agg(jsonb_build_array(country, day, is_workday) ORDER BY day)
           FROM standards_calendarday) END
FROM (SELECT (SELECT stamp FROM standards_revision) AS stamp) AS now,
     LATERAL (SELECT now.stamp::text IS DISTINCT FROM %s AS changed) AS known
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """Settings by key, oldest value first, and exceptional days by country."""

    stamp: str | None = "nothing read yet"
    values: Mapping[str, Sequence[tuple[date, Any]]] = field(default_factory=dict)
    days: Mapping[str, Mapping[date, bool]] = field(default_factory=dict)


class _Memory(threading.local):
    def __init__(self) -> None:
        self.copy = Copy()
        self.trusted_until = 0.0
        self.in_request = False
        self.unsettled = False


_memory = _Memory()


def current() -> Copy:
    """The settings and days that hold now, from memory when it is known to be current."""
    if _memory.unsettled or time.monotonic() >= _memory.trusted_until:
        _memory.copy = _read(_memory.copy)
        _memory.trusted_until = NEVER if _memory.in_request else time.monotonic() + SECONDS_TRUSTED
    return _memory.copy


def changed() -> None:
    """This thread has written: believe the database alone until the change is committed or the request ends."""
    _memory.unsettled = True
    transaction.on_commit(forget)


def forget(**_signal: Any) -> None:
    """Ask the database again at the next reading."""
    _memory.trusted_until = 0.0
    _memory.unsettled = False


def follow_requests() -> None:
    """Within a request the memory is checked once, at its first reading."""
    request_started.connect(_begin, dispatch_uid="kontor.standards.memory.begin")
    request_finished.connect(_end, dispatch_uid="kontor.standards.memory.end")


def _begin(**_signal: Any) -> None:
    forget()
    _memory.in_request = True


def _end(**_signal: Any) -> None:
    forget()
    _memory.in_request = False


def _read(known: Copy) -> Copy:
    with connection.cursor() as cursor:
        cursor.execute(IF_CHANGED, [known.stamp])
        stamp, values, days = cursor.fetchone()
    return known if stamp == known.stamp else Copy(stamp, _by_key(_json(values)), _by_country(_json(days)))


def _json(rows: Any) -> list[list[Any]]:
    return json.loads(rows) if isinstance(rows, str) else rows or []


def _by_key(rows: list[list[Any]]) -> dict[str, list[tuple[date, Any]]]:
    table: dict[str, list[tuple[date, Any]]] = {}
    for key, since, value in rows:
        table.setdefault(key, []).append((date.fromisoformat(since), value))
    return table


def _by_country(rows: list[list[Any]]) -> dict[str, dict[date, bool]]:
    table: dict[str, dict[date, bool]] = {}
    for country, day, is_workday in rows:
        table.setdefault(country, {})[date.fromisoformat(day)] = is_workday
    return table
