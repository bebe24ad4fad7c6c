"""What the approver sees beside a request: the order by the price list and as asked, and how the client stands."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.approvals.kinds import Beside, Compared, Fact
from kontor.approvals.models import Request
from kontor.approvals.queries import record_of
from kontor.documents.models import Document
from kontor.kernel import formats
from kontor.kernel.money import line_sum, vat_inside
from kontor.orders.models import KIND, Line
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.receivables import queries as receivables
from kontor.turnover import queries as turnover

LOOKS_BACK = timedelta(days=90)


def beside(request: Request, viewer: Staff, day: date) -> Beside:
    """Margin and cost only for who may see them."""
    order = _order_of(request.document)
    compared = tuple(_compared(list(Line.objects.filter(order_id=order.pk)), viewer)) if order else ()
    return Beside(compared, tuple(_facts(request, viewer, day)) if request.client else ())


def _order_of(document: Document) -> Document | None:
    """The order that a paper stands on."""
    while document.kind != KIND and document.based_on is not None:
        document = document.based_on
    return document if document.kind == KIND else None


def _compared(lines: list[Line], viewer: Staff) -> Iterator[Compared]:
    asked = sum((line.sum for line in lines), Decimal(0))
    sums = [line_sum(line.quantity, line.list_price, Decimal(0)) for line in lines]
    usual = sum(sums, Decimal(0))
    yield Compared(_("Order sum"), usual, asked)
    if not viewer.may(Right.SEE_MARGIN):
        return
    cost = sum((line.cost * line.quantity for line in lines), Decimal(0))
    usual_net = usual - sum(
        (vat_inside(each, line.vat_percent) for each, line in zip(sums, lines, strict=True)), Decimal(0)
    )
    asked_net = asked - sum((line.vat for line in lines), Decimal(0))
    yield Compared(_("Margin, money"), usual_net - cost, asked_net - cost)
    if usual_net and asked_net:
        usual_percent, asked_percent = ((net - cost) * 100 / net for net in (usual_net, asked_net))
        yield Compared(_("Margin, %"), usual_percent, asked_percent, "percent")


def _facts(request: Request, viewer: Staff, day: date) -> Iterator[Fact]:
    assert request.client is not None
    year = turnover.client_year(request.client, day)
    margin = year.total.margin_percent if viewer.may(Right.SEE_MARGIN) else None
    sold = formats.short(year.total.amount)
    told = _("{sum}, margin {margin}").format(sum=sold, margin=formats.percent(margin)) if margin is not None else sold
    yield Fact(_("Client, 12 months"), told)
    if (growth := year.growth_percent) is not None:
        tone = "ok" if growth > 0 else "danger" if growth < 0 else ""
        yield Fact(_("Against the year before"), _("{percent}%").format(percent=formats.signed(growth)), tone)
    yield _past_the_date(receivables.exposure(request.client, on=day))
    record = record_of(request, timezone.now() - LOOKS_BACK)
    times = ngettext("{n} time, {approved} approved", "{n} times, {approved} approved", record.asked)
    asked = times.format(n=formats.qty(record.asked), approved=formats.qty(record.approved))
    yield Fact(_("Asked before, 90 days"), asked if record.asked else _("never"))


def _past_the_date(owes: receivables.Exposure) -> Fact:
    label = _("Overdue")
    if not owes.overdue:
        return Fact(label, _("nothing is late"), "ok")
    late = ngettext("{sum}, {n} day", "{sum}, {n} days", owes.oldest_days)
    return Fact(label, late.format(sum=formats.money0(owes.overdue), n=formats.qty(owes.oldest_days)), "danger")
