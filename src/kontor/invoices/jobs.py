"""Jobs on invoices: deliver a letter with the invoice and the price list, expire what has run out."""

from datetime import date

from django.utils import timezone
from procrastinate.contrib.django import app

from kontor.invoices import actions, queries
from kontor.invoices.enclosures import enclosures
from kontor.invoices.models import Sending
from kontor.letters import actions as letters
from kontor.letters.models import Letter


class StillWaiting(Exception):
    """The mail server could not be reached: the job is tried again."""


@app.task(name="invoices.deliver", retry=5)
def deliver(sending: int) -> None:
    """Draw the PDF, enclose the client's current price list, and hand the letter to the mail server (W-1.2.2.3)."""
    row = Sending.objects.select_related("invoice__client", "letter").get(pk=sending)
    if row.letter is None:  # faxed or handed over
        return
    letters.attach(row.letter, enclosures(row.invoice))
    letter = letters.deliver(row.letter)
    if letter.state == Letter.State.FAILED:
        actions.sending_failed(row)
    elif letter.state == Letter.State.WAITING and letter.attempts:
        raise StillWaiting(letter.problem)


@app.periodic(cron="20 0 * * *")
@app.task(name="invoices.expire", queueing_lock="invoices.expire")
def expire(timestamp: int) -> None:
    """Invoices whose validity has passed without money."""
    today: date = timezone.localdate()
    for invoice in queries.run_out(today):
        actions.expire(invoice, on=today)
