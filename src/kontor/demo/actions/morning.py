"""This morning: what is planned, whom to call, and the statement that lies ready to be loaded."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db.models import Sum

from kontor.contacts import actions as contacts
from kontor.debts import actions as debts
from kontor.debts.books import pdf
from kontor.debts.models import Reconciliation
from kontor.debts.queries import last_quarter
from kontor.demo.actions.bank import Bank
from kontor.demo.actions.cast import Cast
from kontor.demo.actions.clock import clock_shows
from kontor.demo.actions.words import PLANS
from kontor.demo.world import statement
from kontor.documents.rows import execute
from kontor.invoices.models import Invoice
from kontor.payments.actions import begin_day
from kontor.receivables.models import Allocation

STATEMENT = "statement-today.txt"
SIGNED = (0, 2, 3, 5, 6, 8)


def prepare_day(cast: Cast) -> None:
    """Contacts planned for the day and left over from the last ones, and the duties with which a day begins."""
    _reconcile_quarter(cast)
    _plan_contacts(cast)
    with clock_shows(opening := _opening(cast)):
        begin_day(opening)
        debts.settle_promises(cast.world.today)
        for seller in cast.sellers():
            debts.form_sheet(seller, cast.world.today, by=None, at=opening)


def _opening(cast: Cast) -> datetime:
    """When today's doors opened, or now if they are still closed."""
    office = cast.office_of(cast.one("accountant"))
    return min(cast.at(cast.world.today, time(8, 30), office), cast.now)


def _reconcile_quarter(cast: Cast) -> None:
    """Statements of the last quarter for the largest clients: most are out, one is disputed, a draft waits (W-1.3.3.5a)."""
    since, until = last_quarter(cast.world.today)
    office = cast.office_of(cast.one("accountant"))
    day = cast.calendar(office).add_workdays(until, 4)
    if day >= cast.world.today:
        return
    large = [cast.clients[each.key] for each in cast.world.clients if each.grade == "A" and each.status == "current"]
    for place, client in enumerate(large[:12]):
        at = cast.at(day, time(10, 4 + 4 * place), office)
        with clock_shows(at):
            paper = debts.draw_up(client, cast.firm, since, until, by=client.owner, at=at)
            if place < 11:
                debts.send(paper, by=client.owner, at=at + timedelta(minutes=2), way="email", address=client.email)
        answered = cast.at(cast.calendar(office).add_workdays(day, 3 + place), time(14, 26), office)
        if answered.date() < cast.world.today:
            with clock_shows(answered):
                _answer(cast, paper, place, answered)


def _answer(cast: Cast, paper: Reconciliation, place: int, at: datetime) -> None:
    """Most come back signed, one with another balance, a few not at all."""
    by = paper.owner
    if place == 1:
        debts.dispute(paper, by=by, at=at, their_closing=paper.closing - Decimal(1840))
    elif place in SIGNED:
        scan = ContentFile(pdf(paper, cast.language, mirrored=True), f"{paper.number}.pdf")
        debts.sign(paper, by=by, at=at, signed_on=at.date(), scan=scan)


def letters_have_gone() -> None:
    """What the last days sent has long arrived: nothing is delivered again when the demo opens."""
    execute("DELETE FROM procrastinate_jobs WHERE task_name IN ('invoices.deliver', 'debts.deliver')", {})
    execute("UPDATE letters_letter SET state = 'sent', sent_at = made_at + interval '20 seconds'", {})


def _plan_contacts(cast: Cast) -> None:
    """Some six for every seller; a few have stood since the last days."""
    dice = cast.dice("plans")
    for seller in cast.sellers():
        office, calendar = cast.office_of(seller), cast.calendar(cast.office_of(seller))
        own = [key for key, card in cast.clients.items() if card.owner_id == seller.pk and card.status != "former"]
        texts = dice.sample(PLANS[cast.world.lang], min(7, len(own)))
        before = calendar.add_workdays(cast.world.today, -6)
        planned_at = cast.at(before, time(17, 20), office)
        for key, what in zip(dice.sample(own, len(texts)), texts, strict=True):
            late = dice.random() < 0.2
            day = calendar.previous_workday(cast.world.today) if late else cast.world.today
            at = cast.at(
                day, time(dice.choice((9, 10, 11, 11, 12, 14, 15, 16)), dice.choice((0, 15, 30, 30, 45))), office
            )
            with clock_shows(planned_at):
                contacts.plan(what, owner=seller, by=seller, at=at, client=cast.clients[key])
    _write_due(cast)


def _write_due(cast: Cast) -> None:
    """The story's own reminders: answer the claim, get the waybill back, send the reconciliation."""
    for each in cast.world.year.duties:
        if each.kind == "payment_date":
            continue
        seller = cast.staff[each.owner]
        office = cast.office_of(seller)
        dice = cast.dice("duty", each.client, each.kind)
        at = cast.at(each.due, time(dice.randint(9, 16), dice.choice((0, 30))), office)
        with clock_shows(at - timedelta(days=3)):
            contacts.plan(each.text, owner=seller, by=seller, at=at, client=cast.clients[each.client])


def leave_statement(cast: Cast, bank: Bank) -> Path:
    """Write the bank's file of the last working day into the data folder, ready to be dropped on the page."""
    office = cast.office_of(cast.one("accountant"))
    day = cast.calendar(office).previous_workday(cast.world.today)
    entries = statement.entries(cast.world.lang, bank.own(), _open_invoices(cast, bank), bank.strangers())
    text = statement.compose(bank.own(), day, cast.world.today, bank.balance, entries)
    yesterday = cast.world.today - timedelta(days=1)
    text = text.replace(f"ДатаКонца={day:%d.%m.%Y}", f"ДатаКонца={yesterday:%d.%m.%Y}")
    path = Path(settings.KONTOR_HOME) / STATEMENT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(statement.encoded(text))
    return path


def _open_invoices(cast: Cast, bank: Bank) -> list[statement.OpenInvoice]:
    """Invoices that are paid this morning: those of the story, and what else waits for its money."""
    keys = {
        (bank.papers.numbers.of("invoice", order), year): order
        for (kind, order), (_office, year, _count) in bank.papers.numbers.planned.items()
        if kind == "invoice"
    }
    wanted = {order for payment in cast.world.year.in_bank for order, _amount in payment.parts}
    paid = dict(Allocation.objects.values_list("order_id").annotate(sum=Sum("amount")))
    sent = Invoice.objects.filter(status__in=("issued", "sent"), dated_on__gte=cast.world.today - timedelta(days=75))
    clients = {card.pk: key for key, card in cast.clients.items()}
    found: list[statement.OpenInvoice] = []
    fresh: list[statement.OpenInvoice] = []
    for invoice in sent.order_by("dated_on", "pk"):
        left = invoice.total - paid.get(invoice.based_on_id, 0)
        order = keys.get((invoice.number, invoice.year))
        if left > 0 and order:
            story = bank.invoice(order, left, clients[invoice.client_id or 0])
            (found if order in wanted else fresh).append(story)
    pair = _pair(found + fresh)
    return pair + [each for each in found + fresh[-9:] if each not in pair][:16]


def _pair(invoices: list[statement.OpenInvoice]) -> list[statement.OpenInvoice]:
    """Two invoices of one payer, if anybody has two: they are paid by one sum."""
    for place, first in enumerate(invoices):
        for second in invoices[place + 1 :]:
            if first.payer == second.payer:
                return [first, second]
    return []
