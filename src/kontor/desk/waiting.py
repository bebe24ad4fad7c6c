"""What waits for a person: the trays of the roles, counted all at once for the navigation and My day."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kontor.approvals import queries as approvals
from kontor.debts import queries as debts
from kontor.debts.models import CallRow
from kontor.duties import queries as duties
from kontor.duties.models import Duty
from kontor.orders.models import Order
from kontor.payments import queries as payments
from kontor.payments.models import BankLine
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.procurement import queries as procurement
from kontor.shipments import queries as shipments
from kontor.web.pages import Count

CAP = 99
Rows = Callable[[Staff, datetime], QuerySet[Any]]


@dataclass(frozen=True)
class Tray:
    """Papers that wait for the next step. Whoever holds one of `rights` has it; `page` names the address."""

    code: str
    name: str | Promise
    icon: str
    page: str
    rows: Rows
    rights: tuple[Right, ...] = ()
    hot: bool = False

    def concerns(self, me: Staff) -> bool:
        return not self.rights or any(me.may(right) for right in self.rights)

    @property
    def href(self) -> str:
        return reverse(self.page)


def _late(me: Staff, now: datetime) -> QuerySet[Duty]:
    return duties.late(me, now)


def _orders(*statuses: str) -> Rows:
    return lambda me, now: Order.objects.filter(owner=me, status__in=statuses)


def _to_call(me: Staff, now: datetime) -> QuerySet[CallRow]:
    return CallRow.objects.filter(owner=me, day=timezone.localdate(now), outcome="")


def _to_decide(me: Staff, now: datetime) -> QuerySet[BankLine]:
    return BankLine.objects.filter(state=BankLine.State.OPEN, direction=BankLine.Direction.IN)


TRAYS = (
    Tray("late", _("Late duties"), "octagon-alert", "desk:my_day", _late, hot=True),
    Tray("drafts", _("Orders not placed yet"), "file-text", "orders:orders", _orders("draft"), (Right.TAKE_ORDERS,)),
    Tray(
        "placed", _("Orders to pass to picking"), "package-check", "orders:orders", _orders("placed"),
        (Right.SEND_TO_PICKING,),
    ),
    Tray("calls", _("Clients to call about debts"), "phone", "desk:sheet", _to_call, (Right.LOG_CONTACTS,), hot=True),
    Tray(
        "approvals", _("Approvals that wait for you"), "stamp", "approvals:inbox",
        lambda me, now: approvals.waiting_for(me, timezone.localdate(now)),
    ),
    Tray(
        "picking", _("Orders to pick"), "clipboard-list", "shipments:tray", lambda me, now: shipments.to_pick(me),
        (Right.PICK_GOODS,),
    ),
    Tray(
        "release", _("Shipments ready to leave"), "truck", "shipments:list", lambda me, now: shipments.to_release(me),
        (Right.RELEASE_GOODS, Right.SEND_TO_PICKING),
    ),
    Tray(
        "requests", _("Requests for missing goods"), "shopping-cart", "procurement:requests",
        lambda me, now: procurement.tray(me), (Right.BUY_GOODS,),
    ),
    Tray(
        "bank", _("Bank lines to decide"), "landmark", "payments:bank", _to_decide,
        (Right.LOAD_STATEMENTS, Right.ALLOCATE_PAYMENTS),
    ),
    Tray("cash", _("Cash orders to take"), "banknote", "payments:cash", lambda me, now: payments.tray(me), (Right.TAKE_CASH,)),
    Tray(
        "unsigned", _("Statements not signed"), "scale", "debts:reconciliations", lambda me, now: debts.unsigned(me),
        (Right.RECONCILE,),
    ),
)  # fmt: skip


def trays_of(me: Staff) -> list[Tray]:
    """The trays of a person's rights."""
    return [tray for tray in TRAYS if tray.concerns(me)]


def counts(trays: Iterable[Tray], me: Staff, now: datetime) -> dict[str, Count]:
    """How many wait in each tray, up to 99, in one statement whatever their number; a second reads stand-ins."""
    found: dict[str, Count] = {}
    asked: list[tuple[str, str, tuple[Any, ...]]] = []
    for tray in trays:
        found[tray.code] = Count(0)
        with suppress(EmptyResultSet):  # a person without a mandate decides nothing: there is nothing to ask
            rows = tray.rows(me, now).order_by().values("pk")[: CAP + 1]
            asked.append((tray.code, *rows.query.sql_with_params()))
    if asked:
        sums = ", ".join(f"(SELECT count(*) FROM ({sql}) {code})" for code, sql, _params in asked)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {sums}", [value for _code, _sql, params in asked for value in params])
            (row,) = cursor.fetchall()
        found |= {code: Count(min(number, CAP), number > CAP) for (code, *_), number in zip(asked, row, strict=True)}
    return found
