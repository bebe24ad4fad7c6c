"""Verbs on invoices: accept an order and invoice it, issue, send, note the payment date, withdraw, expire."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from kontor.documents.actions import move, open_document, same_version
from kontor.duties import actions as duties
from kontor.invoices import snapshot
from kontor.invoices.gates import issue_gates, main_account, send_gates
from kontor.invoices.models import KIND, Invoice, Sending
from kontor.invoices.queries import invoice_of
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.letters import actions as letters
from kontor.orders import actions as orders
from kontor.orders.models import Line, Order
from kontor.orders.queries import lines_of
from kontor.parties.on_paper import language_of
from kontor.people.models import Staff
from kontor.standards import queries as standards
from kontor.stock import actions as stock
from kontor.timeline import actions as timeline

Status = Invoice.Status


@transaction.atomic
def accept(order: Order, *, by: Staff, at: datetime, version: int | None = None) -> Invoice:
    """Reserve the goods and invoice them in one go: what a manager does when the client says yes."""
    order = Order.objects.locked(order)
    if order.status != Order.Status.DRAFT:
        return issue(order, by=by, at=at)
    same_version(order, version)
    lines, valid_until = lines_of(order), _valid_until(order, at)
    orders.place_locked(order, lines, by=by, at=at, until=_close_of(order, valid_until))
    return _issue(order, lines, valid_until, by=by, at=at)


@transaction.atomic
def issue(order: Order, *, by: Staff, at: datetime) -> Invoice:
    """An invoice from the order's lines at the client's prices (W-1.3.2.1b). The invoice in force comes back as it is."""
    order = Order.objects.locked(order)
    if there := invoice_of(order):
        return there
    valid_until = _valid_until(order, at)
    stock.extend(order, _close_of(order, valid_until))
    return _issue(order, lines_of(order), valid_until, by=by, at=at)


def _issue(order: Order, lines: list[Line], valid_until: date, *, by: Staff, at: datetime) -> Invoice:
    account = main_account(order.firm)
    refuse_if(issue_gates(order, by=by, account=account))
    assert account is not None  # the gate has seen it
    invoice: Invoice = open_document(
        Invoice,
        KIND,
        by=by,
        on=timezone.localdate(at),
        status=Status.ISSUED,
        total=order.total,
        based_on=order,
        account_id=account.pk,
        vat=order.vat,
        valid_until=valid_until,
        paper=snapshot.snapshot(order, account, lines),
    )
    proof = timeline.record("invoice.issued", by=by, document=invoice, amount=invoice.total, order=order.number)
    duties.fulfil("issue_invoice", by=by, document=order, proof=proof, at=at)
    return invoice


def _valid_until(order: Order, at: datetime) -> date:
    days = standards.whole("invoice_valid_days", timezone.localdate(at))
    return standards.calendar(order.office, on=timezone.localdate(at)).add_workdays(timezone.localdate(at), days)


def _close_of(order: Order, day: date) -> datetime:
    return standards.calendar(order.office, on=day).closing(day)


@transaction.atomic
def send(invoice: Invoice, *, by: Staff, at: datetime, way: str, address: str, message: str = "") -> Sending:
    """Send by e-mail (in a job, with the client's price list), or note that it was faxed or handed over (W-1.3.2).

    The duty to call about the payment date arises (W-1.3.2.2). The same address within a minute is one sending.
    """
    invoice = Invoice.objects.locked(invoice)
    refuse_if(send_gates(invoice, by=by))
    if way == Sending.Way.EMAIL and not address:
        raise Refused([Refusal("no_address", _("The client has no e-mail address: enter one, or send another way."))])
    sending = Sending.objects.create(invoice=invoice, way=way, address=address, by=by, at=at)
    if way == Sending.Way.EMAIL:
        _write_letter(sending, invoice, by, message)
    if invoice.status == Status.ISSUED:
        move(invoice, Status.SENT, Invoice.MOVES, by=by)
    timeline.record(
        "invoice.sent",
        by=by,
        document=invoice,
        amount=invoice.total,
        way=sending.get_way_display(),
        to=address,
    )
    due = standards.calendar(invoice.office, on=timezone.localdate(at)).due_in(
        at, workdays=standards.whole("invoice_call_days", timezone.localdate(at))
    )
    duties.assign("call_payment_date", owner=invoice.owner, due_at=due, document=invoice, amount=invoice.total, at=at)
    return sending


def _write_letter(sending: Sending, invoice: Invoice, by: Staff, message: str) -> None:
    subject, body = snapshot.letter(invoice, message, by)
    language = language_of(invoice.client)
    letter = letters.write(
        sending.address, subject, body, by=by, client=invoice.client, document=invoice, language=language
    )
    Sending.objects.filter(pk=sending.pk).update(letter=letter)
    app.configure_task("invoices.deliver").defer(sending=sending.pk)


@transaction.atomic
def sending_failed(sending: Sending) -> None:
    """The letter did not arrive: the invoice counts as not sent, and the manager has to act (W-1.3.2)."""
    invoice = Invoice.objects.locked(sending.invoice_id)
    if invoice.status == Status.SENT:
        move(invoice, Status.ISSUED, Invoice.MOVES, by=sending.by)
    duties.let_go(invoice, kinds=("call_payment_date",))
    duties.assign("send_invoice_again", owner=invoice.owner, due_at=sending.at, document=invoice, amount=invoice.total)


@transaction.atomic
def note_payment_date(invoice: Invoice, *, by: Staff, at: datetime, expected_on: date, said: str = "") -> Invoice:
    """The client named the day of payment: it stands in the debt table, and the duty to call is fulfilled (W-1.3.2.2)."""
    invoice = Invoice.objects.locked(invoice)
    if invoice.expected_on == expected_on:
        return invoice
    if expected_on < timezone.localdate(at):
        raise Refused([Refusal("past", _("This day is past: which day did the client name?"))])
    invoice.expected_on = expected_on
    Invoice.objects.filter(pk=invoice.pk).update(expected_on=expected_on)
    proof = timeline.record("invoice.date_named", by=by, document=invoice, said=said, expected_on=expected_on)
    duties.fulfil("call_payment_date", by=by, document=invoice, proof=proof, at=at)
    return invoice


@transaction.atomic
def withdraw(invoice: Invoice, *, by: Staff, reason: str, at: datetime) -> Invoice:
    """Take an invoice back: its number stays taken, it asks for nothing any more."""
    invoice = Invoice.objects.locked(invoice)
    if invoice.status == Status.WITHDRAWN:
        return invoice
    move(invoice, Status.WITHDRAWN, Invoice.MOVES, by=by)
    duties.let_go(invoice, at=at)
    timeline.record("invoice.withdrawn", by=by, document=invoice, amount=invoice.total, said=reason)
    return invoice


@transaction.atomic
def expire(invoice: Invoice, *, on: date) -> Invoice:
    """Its validity passed without money: the manager decides whether to extend it by a new one."""
    invoice = Invoice.objects.locked(invoice)
    if invoice.valid_until >= on or invoice.status not in (Status.ISSUED, Status.SENT):
        return invoice
    move(invoice, Status.EXPIRED, Invoice.MOVES, by=invoice.owner)
    duties.let_go(invoice)
    timeline.record("invoice.expired", by=None, document=invoice, amount=invoice.total)
    return invoice
