"""Whose money is it, and what does it pay? A proposal explains itself or asks; it never guesses in silence.

Pure: it gets the incoming line and the facts (clients, open invoices), and writes nothing. Clause W-1.3.3.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.kernel.formats import day_full, money
from kontor.kernel.text import bare_name
from kontor.payments.facts import Allocation, Facts, Incoming, OpenInvoice, Payer, Proposal, Reason
from kontor.payments.references import Named, Reference, readings, references, same_number
from kontor.payments.statements.model import Kind, Party


@dataclass(frozen=True)
class Known:
    """Who paid, how that is known, and what makes it doubtful."""

    client_id: int | None
    reasons: tuple[Reason, ...] = ()
    doubts: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Purpose:
    """The open invoices that the purpose names, and what is doubtful about them."""

    invoices: tuple[OpenInvoice, ...]
    reasons: tuple[Reason, ...]
    doubts: tuple[Reason, ...]


_ZERO = Decimal("0.00")
_NOT_A_SALE = re.compile(
    r"\bвозврат\w*|процент\w*\s+(?:по|на)\s+(?:депозит|вклад|остат|догов)|начислен\w*\s+процент|\bдепозит\w*"
    r"|\brefund\b|\binterest\b|利息|结息|退款|退回",
    re.I,
)


def propose(line: Incoming, facts: Facts) -> Proposal:
    """What this incoming sum pays.

    Sure only if the client is known by tax id or account, every invoice named in the purpose is his, and what is
    open on them is the sum to the kopeck.
    """
    if strange := _not_from_a_client(line, facts):
        return Proposal(None, (), _ZERO, (strange,), False, strange.sentence)
    known = _identify(line.payer, facts)
    named = _named(line, facts, known.client_id)
    if known.client_id is None:
        return _of_unknown(line, facts, known, named)
    if not named.invoices:
        return _unnamed(line, facts, known.client_id, known, named)
    return _of_named(line, facts, known.client_id, known, named)


def _not_from_a_client(line: Incoming, facts: Facts) -> Reason | None:
    payer = line.payer
    if payer.account in facts.own_accounts or payer.tax_id in facts.own_tax_ids:
        text = _("The money comes from your own company. Is it a transfer between your accounts?")
        return Reason("own_money", text)
    if found := _NOT_A_SALE.search(line.purpose):
        text = _("The purpose says “{words}”. Is this a client's payment for goods at all?")
        return Reason("not_a_sale", text.format(words=found[0].strip()))
    if line.kind == Kind.BANK_ORDER:
        return Reason("from_the_bank", _("This is a document of the bank itself. Is it a client's payment at all?"))
    return None


def _identify(payer: Party, facts: Facts) -> Known:
    """The client by tax id, else by account, else (doubtfully) by the same name."""
    by_tax_id = facts.by_tax_id.get(payer.tax_id, [])
    by_account = facts.by_account.get(payer.account, [])
    candidates = [one for one in by_tax_id if one in by_account] or by_tax_id or by_account
    if len(candidates) > 1:
        names = ", ".join(one.name for one in candidates)
        text = _("Several clients have these requisites: {names}. Which of them paid?").format(names=names)
        return Known(None, doubts=(Reason("several_clients", text),))
    if not candidates:
        return _by_name(payer, facts)
    client = candidates[0]
    doubts: tuple[Reason, ...] = ()
    if by_account and client not in by_account:
        text = _("The tax id is of {client}, but the account is of {other}. Who paid?")
        doubts = (Reason("requisites_disagree", text.format(client=client.name, other=by_account[0].name)),)
    return Known(client.client_id, _requisites(payer, client, by_tax_id), doubts)


def _requisites(payer: Party, client: Payer, by_tax_id: Collection[Payer]) -> tuple[Reason, ...]:
    if client in by_tax_id:
        text = _("tax id {tax_id} of {client}").format(tax_id=payer.tax_id, client=client.name)
        return (Reason("tax_id", text),)
    return (Reason("account", _("account {account} of {client}").format(account=payer.account, client=client.name)),)


def _by_name(payer: Party, facts: Facts) -> Known:
    alike = facts.by_name.get(bare_name(payer.name), [])
    if len(alike) == 1:
        text = _("Neither the tax id nor the account is known, only the name is that of {client}. Is it this client?")
        reason = Reason("name", _("the name of {client}").format(client=alike[0].name))
        return Known(alike[0].client_id, (reason,), (Reason("only_name", text.format(client=alike[0].name)),))
    text = _("No client has the tax id or the account of {payer}. Who is it?")
    return Known(None, doubts=(Reason("unknown_payer", text.format(payer=payer.name or payer.account or "?")),))


def _named(line: Incoming, facts: Facts, client_id: int | None) -> Purpose:
    """The open invoices behind the references; a счёт-фактура or an order only where no invoice is named."""
    named = [reference for reference in references(line.purpose) if reference.kind is not Named.CONTRACT]
    by_invoice = [reference for reference in named if reference.kind is Named.INVOICE]
    found: dict[int, OpenInvoice] = {}
    reasons: list[Reason] = []
    doubts: list[Reason] = []
    for reference in by_invoice or named:
        hits, ambiguous = _behind(reference, facts, line, client_id)
        found |= {invoice.id: invoice for invoice in hits}
        reasons += [_naming(reference, invoice) for invoice in hits]
        doubts += _doubts_about(reference, hits, ambiguous)
    return Purpose(tuple(found.values()), tuple(reasons), tuple(doubts))


def _behind(
    reference: Reference, facts: Facts, line: Incoming, client_id: int | None
) -> tuple[list[OpenInvoice], bool]:
    """The invoices of one reference, and whether another would fit as well.

    Of several with this number: the payer's, of that date, in that spelling, of that sum. An order may have several.
    """
    by_order = reference.kind is Named.ORDER
    index = facts.by_order if by_order else facts.by_number
    near = {one.id: one for reading in readings(reference.number) for one in index.get(reading, [])}
    hits = [one for one in near.values() if one.currency == line.currency and _is_named(reference, one)]
    if by_order:
        own = [one for one in hits if one.client_id == client_id]
        return own or hits, False
    narrower: tuple[Callable[[OpenInvoice], bool], ...] = (
        lambda one: one.client_id == client_id,
        lambda one: one.dated_on == reference.dated_on,
        lambda one: _spelling(one.number) == _spelling(reference.number),
        lambda one: one.open_amount == line.amount,
    )
    for fits in narrower:
        hits = [one for one in hits if fits(one)] or hits
    return hits[:1], len(hits) > 1


def _is_named(reference: Reference, invoice: OpenInvoice) -> bool:
    number = invoice.order_number if reference.kind is Named.ORDER else invoice.number
    return same_number(reference.number, number, invoice.dated_on.year)


def _spelling(number: str) -> str:
    return re.sub(r"[\W_]+", "", number.casefold())


def _naming(reference: Reference, invoice: OpenInvoice) -> Reason:
    if invoice.is_order:
        text = _("order № {order} in the purpose")
        return Reason("order_named", text.format(order=invoice.order_number))
    if reference.kind is Named.ORDER:
        text = _("order № {order} in the purpose, invoice № {number}")
        return Reason("order_named", text.format(order=reference.number, number=invoice.number))
    return Reason("invoice_named", _("invoice № {number} in the purpose").format(number=invoice.number))


def _doubts_about(reference: Reference, hits: Sequence[OpenInvoice], ambiguous: bool) -> Iterator[Reason]:
    if not hits:
        text = _("№ {number} is named, but there is no such open invoice; perhaps it is paid. What does the sum pay?")
        yield Reason("invoice_not_open", text.format(number=reference.number))
    elif ambiguous:
        text = _("Several open invoices could be № {number}. Which one is meant?")
        yield Reason("several_invoices", text.format(number=reference.number))
    elif reference.kind is not Named.INVOICE and not hits[0].is_order:
        text = _("№ {named} is named, which is not an invoice for payment. Does the sum pay invoice № {number}?")
        yield Reason("named_indirectly", text.format(named=reference.number, number=hits[0].number))
    elif reference.dated_on and reference.dated_on != hits[0].dated_on:
        text = _("The purpose names № {number} of {written}, but the open invoice is of {dated}. Is it the same?")
        sentence = text.format(
            number=hits[0].number, written=day_full(reference.dated_on), dated=day_full(hits[0].dated_on)
        )
        yield Reason("date_differs", sentence)


def _of_named(line: Incoming, facts: Facts, client_id: int, known: Known, named: Purpose) -> Proposal:
    """A known client names invoices: they are paid in the order in which they are named."""
    own = [invoice for invoice in named.invoices if invoice.client_id == client_id]
    allocations, advance = _fill(line.amount, own)
    reasons = [*known.reasons, *named.reasons]
    doubts = [*known.doubts, *_foreign(named.invoices, client_id, facts), *named.doubts]
    open_sum = sum((invoice.open_amount for invoice in own), _ZERO)
    if own and line.amount == open_sum:
        reasons.append(_equal(own))
    elif own:
        doubts.append(_unequal(line.amount, own, open_sum))
    return Proposal(client_id, allocations, advance, (*reasons, *doubts[1:]), not doubts, _question(doubts))


def _foreign(invoices: Iterable[OpenInvoice], client_id: int, facts: Facts) -> Iterator[Reason]:
    text = _("Invoice № {number} is of {other}, but {payer} paid. Whose payment is it?")
    for invoice in invoices:
        if invoice.client_id != client_id:
            other, payer = facts.name_of(invoice.client_id), facts.name_of(client_id)
            yield Reason("other_client", text.format(number=invoice.number, other=other, payer=payer))


def _equal(invoices: Sequence[OpenInvoice]) -> Reason:
    if len(invoices) == 1:
        return Reason("amount", _("amount equals the invoice to the kopeck"))
    return Reason("amount", _("amount equals the invoices together to the kopeck"))


def _unequal(amount: Decimal, invoices: Sequence[OpenInvoice], open_sum: Decimal) -> Reason:
    if amount > open_sum:
        text = _("{excess} is more than what is open on the named invoices. Book it as an advance?")
        return Reason("excess", text.format(excess=money(amount - open_sum)))
    if len(invoices) == 1:
        text = _("{amount} came, {open} is open on invoice № {number}. Is it a part payment?")
        sentence = text.format(amount=money(amount), open=money(open_sum), number=invoices[0].number)
        return Reason("part_payment", sentence)
    text = _("{amount} came, {open} is open on the named invoices together. Is it to be split in this order?")
    return Reason("does_not_add_up", text.format(amount=money(amount), open=money(open_sum)))


def _unnamed(line: Incoming, facts: Facts, client_id: int, known: Known, named: Purpose) -> Proposal:
    """A known client names nothing that is open: the invoice of exactly this sum, else the oldest first."""
    mine = [invoice for invoice in facts.by_client.get(client_id, []) if invoice.currency == line.currency]
    exact = [invoice for invoice in mine if invoice.open_amount == line.amount]
    allocations, advance = _fill(line.amount, exact[:1] or mine)
    reasons = [*known.reasons, *([_equal(exact[:1])] if exact else [])]
    doubts = [*known.doubts, *named.doubts, _which(mine, exact, facts.name_of(client_id))]
    return Proposal(client_id, allocations, advance, (*reasons, *doubts[1:]), False, _question(doubts))


def _which(mine: Sequence[OpenInvoice], exact: Sequence[OpenInvoice], client: str) -> Reason:
    if exact:
        text = _("No open invoice is named, but № {number} of {dated} has exactly this sum. Does the sum pay it?")
        return Reason("exact_sum", text.format(number=exact[0].number, dated=day_full(exact[0].dated_on)))
    if mine:
        return Reason("oldest_first", _("No open invoice is named. Is the sum to pay the oldest invoices first?"))
    text = _("{client} has no open invoices in this currency. Book the sum as an advance?")
    return Reason("nothing_open", text.format(client=client))


def _of_unknown(line: Incoming, facts: Facts, known: Known, named: Purpose) -> Proposal:
    """Nobody is recognised. If number and sum agree, the client of those invoices is offered, and asked about."""
    doubts = [*known.doubts, *named.doubts]
    owners = {invoice.client_id for invoice in named.invoices}
    if len(owners) != 1 or line.amount != sum((invoice.open_amount for invoice in named.invoices), _ZERO):
        return Proposal(None, (), _ZERO, (*named.reasons, *doubts[1:]), False, _question(doubts))
    client_id = owners.pop()
    text = _(
        "The number and the sum are those of {client}, but the payer {payer} is not known. Did it pay for this client?"
    )
    payer = line.payer.name or line.payer.account or "?"
    question = text.format(client=facts.name_of(client_id), payer=payer)
    allocations, advance = _fill(line.amount, named.invoices)
    reasons = (*named.reasons, _equal(named.invoices), *named.doubts)
    return Proposal(client_id, allocations, advance, reasons, False, question)


def _fill(amount: Decimal, invoices: Iterable[OpenInvoice]) -> tuple[tuple[Allocation, ...], Decimal]:
    """Pay the invoices in their order; what is left over is an advance."""
    allocations: list[Allocation] = []
    for invoice in invoices:
        part = min(amount, invoice.open_amount)
        if part > 0:
            allocations.append((invoice.id, part))
            amount -= part
    return tuple(allocations), amount


def _question(doubts: Sequence[Reason]) -> str:
    return doubts[0].sentence if doubts else ""
