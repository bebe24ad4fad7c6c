"""Plain makers of duties for the tests of every app."""

from datetime import datetime, timedelta

from django.utils import timezone

from kontor.duties.models import Duty
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff


def make_duty(
    owner: Staff | None = None,
    *,
    due_at: datetime | None = None,
    kind: str = "by_hand",
    what: str = "Send the samples",
    **columns: object,
) -> Duty:
    """A task due tomorrow unless said otherwise."""
    now = timezone.now()
    return Duty.objects.create(
        kind=kind, what=what, owner=owner or make_staff("sales_manager"), arose_at=now - timedelta(days=9),
        due_at=due_at or now + timedelta(days=1), **columns,
    )  # fmt: skip
