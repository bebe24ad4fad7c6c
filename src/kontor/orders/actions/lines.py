"""Verbs on the lines of a draft order. Each locks the order, changes lines, and recounts the totals."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kontor.catalog import queries as catalog
from kontor.catalog.models import Product
from kontor.documents.actions import same_version, touch
from kontor.kernel.money import line_sum, money, parse_quantity, total, vat_inside
from kontor.kernel.refusals import Refusal, Refused, refuse_if
from kontor.orders.gates import change_gates, quantity_gates
from kontor.orders.models import Line, Offer, Order
from kontor.orders.queries import last_order
from kontor.people.models import Staff
from kontor.pricing import queries as pricing
from kontor.stock import actions as stock

NINES = Decimal("99.99")


def open_for_change(order: Order, *, by: Staff, version: int | None = None) -> Order:
    """The order, locked, still a draft, and as the person saw it; otherwise Refused or Changed."""
    fresh: Order = Order.objects.locked(order)
    refuse_if(change_gates(fresh, by=by))
    same_version(fresh, version)
    return fresh


def recount(order: Order, *, by: Staff) -> Order:
    """Totals, VAT, cost and weight from the lines."""
    lines = list(order.lines.select_related("product"))
    order.vat = total(line.vat for line in lines)
    order.cost = money(sum((line.cost * line.quantity for line in lines), Decimal(0)))
    order.weight = sum((line.product.weight * line.quantity for line in lines), Decimal(0))
    touch(order, by=by, total=total(line.sum for line in lines))
    Order.objects.filter(pk=order.pk).update(vat=order.vat, cost=order.cost, weight=order.weight)
    return order


def write_lines(order: Order, wanted: Iterable[tuple[Product, Decimal, Decimal]], *, on: date) -> list[Line]:
    """New lines at the client's prices: (product, quantity, discount in percent) each. Refused with every bad one."""
    rows = list(wanted)
    refuse_if(gate for product, quantity, _discount in rows for gate in quantity_gates(product, quantity))
    quotes = pricing.prices(order.client, [product.pk for product, _q, _d in rows], on, level=order.level)
    refuse_if(
        Refusal("no_price", _("{product} has no price at this client's level.").format(product=product.name))
        for product, _q, _d in rows
        if product.pk not in quotes
    )
    rates = catalog.rates_on(order.firm.country, on)
    first = (order.lines.order_by("-no").values_list("no", flat=True).first() or 0) + 1
    lines = []
    for no, (product, quantity, discount) in enumerate(rows, start=first):
        quote = quotes[product.pk]
        line = Line(
            order=order,
            no=no,
            product=product,
            quantity=quantity,
            list_price=quote.amount,
            price_source=quote.kind,
            discount=discount,
            vat_percent=rates[product.vat],
            cost=product.cost,
        )
        lines.append(_counted(line))
    return Line.objects.bulk_create(lines)


def _counted(line: Line) -> Line:
    """Net price, sum and VAT of a line: rounded per line, half up."""
    line.price = money(line.list_price * (100 - line.discount) / 100)
    line.sum = line_sum(line.quantity, line.list_price, line.discount)
    line.vat = vat_inside(line.sum, line.vat_percent)
    return line


def _line(order: Order, line_id: int) -> Line:
    line = order.lines.select_related("product").filter(pk=line_id).first()
    if line is None:
        raise Refused([Refusal("line_gone", _("This line is no longer on the order."))])
    return line


@transaction.atomic
def add_line(
    order: Order,
    product: Product,
    quantity: Decimal,
    *,
    by: Staff,
    on: date,
    version: int | None = None,
    upsold: bool = False,
) -> Order:
    """Put a product on the order; one that is there already gets more."""
    order = open_for_change(order, by=by, version=version)
    there = order.lines.select_related("product").filter(product=product).first()
    if there:
        _change(there, there.quantity + quantity, there.discount)
    else:
        (line,) = write_lines(order, [(product, quantity, Decimal(0))], on=on)
        if upsold:
            Line.objects.filter(pk=line.pk).update(upsold=True)
    return recount(order, by=by)


@transaction.atomic
def set_line(
    order: Order,
    line_id: int,
    *,
    by: Staff,
    quantity: Decimal | None = None,
    discount: Decimal | None = None,
    version: int | None = None,
) -> Order:
    """Another quantity or discount on a line."""
    order = open_for_change(order, by=by, version=version)
    line = _line(order, line_id)
    _change(line, line.quantity if quantity is None else quantity, line.discount if discount is None else discount)
    return recount(order, by=by)


def _change(line: Line, quantity: Decimal, discount: Decimal) -> None:
    refuse_if(quantity_gates(line.product, quantity))
    if not 0 <= discount <= NINES:
        raise Refused([Refusal("discount", _("A discount lies between 0 and 99.99 %."))])
    line.quantity, line.discount = quantity, discount
    _counted(line).save(update_fields=["quantity", "discount", "price", "sum", "vat"])


@transaction.atomic
def remove_line(order: Order, line_id: int, *, by: Staff, version: int | None = None) -> Order:
    """Take a line off; what it still held from before the order was reopened is free again."""
    order = open_for_change(order, by=by, version=version)
    order.lines.filter(pk=line_id).delete()
    stock.free(order, [line_id])
    return recount(order, by=by)


@transaction.atomic
def take_substitute(
    order: Order,
    line_id: int,
    product: Product,
    quantity: Decimal,
    *,
    by: Staff,
    on: date,
    version: int | None = None,
) -> Order:
    """Take part of a short line from a substitute; the client's yes is kept with what was first asked for (W-1.2.1.6)."""
    order = open_for_change(order, by=by, version=version)
    line = _line(order, line_id)
    (new,) = write_lines(order, [(product, quantity, line.discount)], on=on)
    Line.objects.filter(pk=new.pk).update(instead_of_id=line.product_id)
    if quantity >= line.quantity:
        stock.free(order, [line.pk])
        line.delete()
    else:
        _change(line, line.quantity - quantity, line.discount)
    _note_offer(order, Offer.Kind.SUBSTITUTE, product, Offer.Answer.ACCEPTED, by, instead_of=line.product)
    return recount(order, by=by)


@transaction.atomic
def answer_offer(
    order: Order,
    kind: str,
    product: Product,
    answer: str,
    *,
    by: Staff,
    on: date,
    instead_of: Product | None = None,
) -> Order:
    """The client's answer to an offered product (W-1.2.1.6, W-1.2.1.7); a taken upsell becomes a line of one unit."""
    order = open_for_change(order, by=by)
    _note_offer(order, kind, product, answer, by, instead_of=instead_of)
    if kind == Offer.Kind.UPSELL and answer == Offer.Answer.ACCEPTED:
        return add_line(order, product, Decimal(1), by=by, on=on, upsold=True)
    return recount(order, by=by)


def _note_offer(
    order: Order, kind: str, product: Product, answer: str, by: Staff, instead_of: Product | None = None
) -> None:
    Offer.objects.update_or_create(
        order=order, kind=kind, product=product, instead_of=instead_of, defaults={"answer": answer, "by": by}
    )


@transaction.atomic
def repeat_last(order: Order, *, by: Staff, on: date, version: int | None = None) -> Order:
    """The lines of the client's last order, at today's prices. What is no longer sold or already here is left out."""
    order = open_for_change(order, by=by, version=version)
    last = last_order(order)
    if last is None:
        raise Refused([Refusal("no_last", _("This client has no earlier order to repeat."))])
    here = set(order.lines.values_list("product_id", flat=True))
    lines = last.lines.select_related("product").filter(product__withdrawn_at=None).exclude(product_id__in=here)
    write_lines(order, [(line.product, line.quantity, line.discount) for line in lines], on=on)
    return recount(order, by=by)


@transaction.atomic
def paste(order: Order, text: str, *, by: Staff, on: date, language: str = "", version: int | None = None) -> Order:
    """Rows of "article, quantity" from a spreadsheet: all of them, or none with a sentence per bad row."""
    order = open_for_change(order, by=by, version=version)
    rows = [(no, row) for no, row in enumerate(text.splitlines(), start=1) if row.strip()]
    cells = [(no, *_split(row)) for no, row in rows]
    products = catalog.by_codes([code for _no, code, _quantity in cells])
    wanted, bad = [], []
    for no, code, amount in cells:
        product = products.get(code.casefold())
        if product is None:
            bad.append(Refusal("row", _("Row {no}: no article or bar code “{code}”.").format(no=no, code=code)))
            continue
        try:
            wanted.append((product, parse_quantity(amount, language), Decimal(0)))
        except ValueError as error:
            bad.append(Refusal("row", _("Row {no}: {problem}").format(no=no, problem=error)))
    if not rows:
        bad.append(Refusal("empty", _("There is nothing to paste: copy the columns article and quantity.")))
    refuse_if(bad)
    write_lines(order, wanted, on=on)
    return recount(order, by=by)


def _split(row: str) -> tuple[str, str]:
    """Article and quantity of a pasted row; a row without a quantity means one."""
    cells = [cell.strip() for cell in row.replace(";", "\t").split("\t") if cell.strip()]
    if len(cells) == 1:
        cells = row.rsplit(None, 1)
    return (cells[0], cells[-1]) if len(cells) > 1 else (row.strip(), "1")


def keep_shipped(order: Order) -> None:
    """Lines come down to what was shipped; those of which nothing left go. The order is locked by the caller."""
    order.lines.filter(shipped=0).delete()
    for line in order.lines.filter(shipped__lt=F("quantity")):
        line.quantity = line.shipped
        _counted(line).save(update_fields=["quantity", "price", "sum", "vat"])
