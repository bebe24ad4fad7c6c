"""Why a statement cannot be loaded, a line not booked, cash not taken or paid back."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.documents.gates import right_gate, status_gate
from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.kernel.formats import day_full, moment, money
from kontor.kernel.money import total
from kontor.kernel.refusals import Gates, Refusal
from kontor.parties.models import Client
from kontor.payments.models import BankLine, CashOrder, Payment
from kontor.payments.queries.bank import may_book
from kontor.payments.queries.cash import received_in_cash
from kontor.payments.queries.proposing import Payable
from kontor.payments.statements import Problem, Severity, Statement
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.standards import queries as standards

UNDECIDED = frozenset({BankLine.State.OPEN, BankLine.State.UNKNOWN})
POSTED = frozenset({Payment.Status.POSTED})
PREPARED = frozenset({CashOrder.Status.PREPARED})
RECEIVED = frozenset({CashOrder.Status.RECEIVED})
GONE = frozenset({"released", "delivered"})
"""Statuses of a waybill whose goods have left: it lies above this app, its head tells enough."""

DAMAGE = frozenset(
    {
        "account_not_ours",
        "account_unknown",
        "direction_unknown",
        "damaged_characters",
        "cut_inside_section",
        "section_not_closed",
        "section_not_opened",
    }
)
"""Problems of a file that nobody can confirm away: whose money it is, or what it says, is not known."""


def statement_gates(statement: Statement, *, accounts: int) -> Gates:
    """What keeps the whole file out: it is of a strange account, or damaged (W-1.3.3)."""
    if not accounts:
        yield Refusal("no_account", _("Enter your company's bank accounts first: a statement is told by them."))
    for problem in statement.problems:
        if problem.code in DAMAGE:
            yield Refusal(problem.code, problem.sentence, facts={"line": problem.line}, clause="W-1.3.3")


def to_confirm(statement: Statement) -> tuple[Problem, ...]:
    """What a person has to accept before the file is taken in: sums that do not add up, rows left out."""
    errors = (problem for problem in statement.problems if problem.severity is Severity.ERROR)
    return tuple(problem for problem in errors if problem.code not in DAMAGE)


def line_gates(line: BankLine, *, by: Staff) -> Gates:
    """A line is decided once, and only money that came in is."""
    if not (by.may(Right.ALLOCATE_PAYMENTS) or by.may(Right.LOAD_STATEMENTS)):
        yield from right_gate(by, Right.ALLOCATE_PAYMENTS)
    if line.direction != BankLine.Direction.IN:
        yield Refusal("not_incoming", _("Only money that came in is booked to a client."))
    elif line.state not in UNDECIDED:
        yield _decided(line)


def _decided(line: BankLine) -> Refusal:
    facts = {"who": str(line.decided_by or ""), "when": moment(line.decided_at) if line.decided_at else ""}
    if line.state == BankLine.State.BOOKED:
        text = _("{name} has already booked this line, {moment}.")
        return Refusal("already_booked", text.format(name=facts["who"], moment=facts["when"]), facts=facts)
    text = _("{name} has already marked this line as “{state}”, {moment}. Take that back first.")
    sentence = text.format(name=facts["who"], state=line.get_state_display(), moment=facts["when"])
    return Refusal("already_decided", sentence, facts=facts)


def client_gate(client: Client | None, *, by: Staff) -> Gates:
    """Managers allocate the payments of their own clients; accountants of all."""
    yield from right_gate(by, Right.ALLOCATE_PAYMENTS)
    if client and by.may(Right.ALLOCATE_PAYMENTS) and not may_book(by, client):
        text = _("{client} is a client of {owner}: only they or accounting allocate this payment.")
        yield Refusal("not_yours", text.format(client=client, owner=client.owner))


def parts_gates(client: Client, amount: Decimal, parts: Sequence[tuple[Payable | None, Decimal]]) -> Gates:
    """The sums must pay open papers of this client and never exceed what came (W-1.3.3.2)."""
    for payable, part in parts:
        if payable is None:
            yield Refusal("not_open", _("One of the papers is not an open one of {client}.").format(client=client))
        elif part <= 0:
            yield Refusal(
                "not_positive",
                _("Paper {number}: the sum must be more than zero.").format(number=payable.paper.number),
            )
    given = total(part for _payable, part in parts)
    if given > amount:
        text = _("{given} is allocated, but only {amount} came: {excess} too much.")
        sentence = text.format(given=money(given), amount=money(amount), excess=money(given - amount))
        yield Refusal("too_much", sentence, facts={"given": given, "amount": amount}, clause="W-1.3.3.2")


def unbook_gates(payment: Payment, *, by: Staff) -> Gates:
    yield from client_gate(payment.client, by=by)
    yield from status_gate(payment, POSTED)


def reason_gate(reason: str) -> Gates:
    if not reason.strip():
        yield Refusal("no_reason", _("Give the reason."))


def cash_limit_gate(order: Document, amount: Decimal, on: date) -> Gates:
    """The largest sum that the law, or the company, lets a client pay in cash under one contract (W-1.3.7.1a)."""
    limit = standards.amount("cash_limit", on)
    taken = received_in_cash(order)
    if limit and taken + amount > limit:
        text = _(
            "{sum} in cash for order {order} is more than the limit of {limit}. The rest is paid by bank transfer."
        )
        sentence = text.format(sum=money(taken + amount), order=order.number, limit=money(limit))
        yield Refusal("cash_limit", sentence, facts={"sum": taken + amount, "limit": limit}, clause="W-1.3.7.1a")


def prepare_gates(order: Document, amount: Decimal, vat: Decimal, on: date, *, by: Staff) -> Gates:
    """The manager prepares the cash order, for the picked sum (W-1.3.6.1b)."""
    yield from right_gate(by, Right.PREPARE_CASH)
    if amount <= 0:
        yield Refusal("not_positive", _("Nothing is left to pay in cash for order {order}.").format(order=order.number))
    if not 0 <= vat <= max(amount, Decimal(0)):
        yield Refusal("vat", _("The VAT cannot be more than the sum."))
    yield from cash_limit_gate(order, amount, on)


def receive_gates(cash_order: CashOrder, *, by: Staff) -> Gates:
    """Only the cashier takes cash, once, for goods that still are to be issued (W-1.3.7.1a)."""
    if not by.may(Right.TAKE_CASH):
        yield Refusal("not_allowed", _("Only the cashier takes cash and sets the paid mark."), clause="W-1.3.7.1a")
    yield from status_gate(cash_order, PREPARED)
    basis = cash_order.based_on
    if basis and basis.kind in register.kinds and basis.status in register.kind(basis.kind).dead:
        text = _("Waybill {number} was withdrawn: the client is not to pay by this cash order.")
        yield Refusal("basis_withdrawn", text.format(number=basis.number))


def money_gates(cash_order: CashOrder, amount: Decimal | None, accompanied_by: Staff | None) -> Gates:
    """The whole sum and nothing else; and who came with the client stands on it (W-1.3.7.1b)."""
    if amount is not None and amount != cash_order.total:
        text = _("Cash order {number} is for {total}; {amount} cannot be taken on it.")
        sentence = text.format(number=cash_order.number, total=money(cash_order.total), amount=money(amount))
        yield Refusal("not_the_sum", sentence, facts={"amount": amount, "total": cash_order.total}, clause="W-1.3.7.1a")
    if accompanied_by is None:
        yield Refusal("nobody_came_along", _("Say which manager came with the client."), clause="W-1.3.7.1b")


def cancel_mark_gates(cash_order: CashOrder, *, by: Staff) -> Gates:
    """Only the cashier takes the mark back, and only while the goods are here (W-1.3.7.2)."""
    if not by.may(Right.TAKE_CASH):
        yield Refusal("not_allowed", _("Only the cashier can take the paid mark back."), clause="W-1.3.7.2")
    yield from status_gate(cash_order, RECEIVED)
    basis = cash_order.based_on
    if basis and basis.status in GONE:
        text = _("The goods of waybill {number} have left: the paid mark stays.")
        yield Refusal("goods_gone", text.format(number=basis.number), clause="W-1.3.7.2")


def past_day_gate(day: date, today: date) -> Gates:
    if day >= today:
        yield Refusal(
            "not_over",
            _("{day} is not over: a statement is reviewed when its day is.").format(day=day_full(day)),
        )
