"""What happens to cards by itself."""

from django.utils import timezone
from procrastinate.contrib.django import app

from kontor.clients import actions


@app.periodic(cron="15 3 * * *")
@app.task(name="clients.mark_former", queueing_lock="clients.mark_former")
def mark_former(timestamp: int) -> int:
    """Every night: who has not ordered for long counts as a former client."""
    marked, today = 0, timezone.localdate()
    while found := actions.mark_former(on=today):
        marked += found
    return marked
