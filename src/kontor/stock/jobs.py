"""What the ledger of goods does by itself."""

from django.utils import timezone
from procrastinate.contrib.django import app

from kontor.stock import actions


@app.periodic(cron="*/5 * * * *")
@app.task(name="stock.expire", queueing_lock="stock.expire")
def expire(timestamp: int) -> int:
    """Every five minutes: goods whose reservation has ended are free for others."""
    ended = 0
    while found := actions.expire(timezone.now()):
        ended += len(found)
    return ended
