"""What happens to debts by itself: the sheets of the morning, promises at night, letters with statements."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app

from kontor.debts import actions, books
from kontor.debts.models import Reconciliation
from kontor.letters import actions as letters
from kontor.letters.models import Letter
from kontor.people.models import Staff
from kontor.standards import queries as standards


class StillWaiting(Exception):
    """The mail server could not be reached: the job is tried again."""


@app.periodic(cron="30 6 * * *")
@app.task(name="debts.sheets", queueing_lock="debts.sheets")
def sheets(timestamp: int) -> None:
    """In the morning of a working day: the call sheet of everybody who has clients (W-1.3.3.3b)."""
    now = timezone.now()
    today = timezone.localdate(now)
    for owner in Staff.objects.filter(is_active=True, clients__isnull=False).distinct().select_related("office"):
        if standards.calendar(owner.office, on=today).is_workday(today):
            actions.form_sheet(owner, today, by=None, at=now)


@app.periodic(cron="10 0 * * *")
@app.task(name="debts.promises", queueing_lock="debts.promises")
def promises(timestamp: int) -> int:
    """At night: which promises were kept, which broken."""
    return actions.settle_promises(timezone.localdate())


@app.task(name="debts.deliver", retry=5)
def deliver(letter: int, statement: int) -> None:
    """Draw the PDF and hand the letter to the mail server."""
    paper = Reconciliation.objects.select_related("client", "firm").get(pk=statement)
    waiting = Letter.objects.get(pk=letter)
    with override(waiting.language):
        name = _("Reconciliation statement {number}.pdf").format(number=paper.number)
    letters.attach(waiting, [(name, "application/pdf", books.pdf(paper))])
    sent = letters.deliver(waiting)
    if sent.state == Letter.State.WAITING and sent.attempts:
        raise StillWaiting(sent.problem)
