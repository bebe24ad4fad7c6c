"""What payments do by themselves."""

from django.utils import timezone
from procrastinate.contrib.django import app

from kontor.payments import actions


@app.periodic(cron="5 * * * *")
@app.task(name="payments.begin_day", queueing_lock="payments.begin_day")
def begin_day(timestamp: int) -> int:
    """Every hour: where a working day has begun, the duties of the bank morning arise (W-1.3.3.1a)."""
    return actions.begin_day(timezone.now())
