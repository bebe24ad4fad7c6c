"""Jobs on the outbox."""

from procrastinate.contrib.django import app

from kontor.letters import actions
from kontor.letters.models import Letter


class StillWaiting(Exception):
    """The mail server could not be reached: the job is tried again."""


@app.task(name="letters.deliver", retry=5)
def deliver(letter: int) -> None:
    """Deliver one letter."""
    sent = actions.deliver(Letter.objects.get(pk=letter))
    if sent.state == Letter.State.WAITING and sent.attempts:
        raise StillWaiting(sent.problem)
