"""What an invoice says, kept as it was issued, and read back for paper, letter and page."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from kontor.catalog.models import Product
from kontor.documents.models import Document
from kontor.invoices.models import Invoice
from kontor.invoices.paper import InvoicePaper
from kontor.kernel.formats import day_full, money
from kontor.kernel.identifiers import phone_for_eye
from kontor.orders.confirmation import totals
from kontor.orders.models import Line, Order
from kontor.parties.models import Client, Firm, FirmAccount
from kontor.parties.on_paper import language_of
from kontor.people.models import Staff
from kontor.printing import parts


def snapshot(order: Order, account: FirmAccount, lines: Iterable[Line]) -> dict[str, Any]:
    """The parties and lines of an order as JSON; sums as text."""
    return {
        "seller": seller_of(order.firm, account),
        "buyer": buyer_of(order.client),
        "order": order.number,
        "lines": [_line(line) for line in lines],
    }


def seller_of(firm: Firm, account: FirmAccount | None) -> dict[str, Any]:
    return {
        "name": firm.full_name,
        "tax_id": firm.tax_id,
        "kpp": firm.kpp,
        "address": firm.address,
        "phone": firm.phone,
        "director": firm.director,
        "accountant": firm.accountant,
        "bank": account
        and {
            "bank": account.bank,
            "account": account.number,
            "code": account.bic,
            "correspondent": account.correspondent,
        },
    }


def buyer_of(client: Client) -> dict[str, Any]:
    name = client.full_name or client.name
    return {
        "name": name,
        "tax_id": client.tax_id,
        "kpp": client.kpp,
        "address": client.legal_address,
        "phone": phone_for_eye(client.phone),
    }


def _line(line: Line) -> list[str]:
    values = (
        line.product.name, line.product.article, line.product.unit, line.quantity, line.list_price,
        line.discount, line.sum, line.vat_percent, line.vat,
    )  # fmt: skip
    return [str(value) for value in values]


def purpose(invoice: Document) -> str:
    """What the payer shall write: the bank morning finds the invoice by it."""
    return _("Payment of invoice № {number} of {day}").format(number=invoice.number, day=day_full(invoice.dated_on))


def as_paper(invoice: Invoice, language: str) -> InvoicePaper:
    """The invoice as its form wants it, in the language of the reader of the paper."""
    kept = invoice.paper
    with override(language):
        lines = tuple(_paper_line(row) for row in kept["lines"])
        return InvoicePaper(
            number=invoice.number,
            on=invoice.dated_on,
            seller=party(kept["seller"]),
            buyer=party(kept["buyer"]),
            lines=lines,
            totals=totals(lines, invoice.total, invoice.currency),
            purpose=purpose(invoice),
            pay_by=invoice.valid_until,
            basis=_("Order № {number}").format(number=kept["order"]),
            terms=_("The goods are held until {day}. Name the number of this invoice in your payment.").format(
                day=day_full(invoice.valid_until)
            ),
            signatories=(
                parts.Signatory(post=_("Director"), name=kept["seller"]["director"]),
                parts.Signatory(post=_("Chief accountant"), name=kept["seller"]["accountant"]),
            ),
        )


def _paper_line(row: list[str]) -> parts.Line:
    name, article, unit, quantity, price, discount, line_sum, vat_percent, vat = row
    return parts.Line(
        name=name,
        article=article,
        unit=str(Product.Unit(unit).label),
        quantity=Decimal(quantity),
        price=Decimal(price),
        discount=Decimal(discount) or None,
        sum=Decimal(line_sum),
        vat_rate=Decimal(vat_percent),
        vat_sum=Decimal(vat),
    )


def party(kept: dict[str, Any]) -> parts.Party:
    bank = kept.get("bank")
    return parts.Party(
        name=kept["name"],
        tax_id=kept["tax_id"],
        kpp=kept["kpp"],
        address=kept["address"],
        phone=kept["phone"],
        bank=parts.BankAccount(**bank) if bank else None,
    )


def letter(invoice: Invoice, message: str, by: Staff) -> tuple[str, str]:
    """Subject and text of the letter that carries an invoice, in the client's language."""
    with override(language_of(invoice.client)):
        subject = _("Invoice № {number} of {day}, {total}").format(
            number=invoice.number,
            day=day_full(invoice.dated_on),
            total=f"{money(invoice.total)} {invoice.get_currency_display()}",
        )
        text = _(
            "Good day!\n\nEnclosed is invoice № {number} of {day} for {total}. It is valid until {until}.\n"
            "You will also find our current price list.\n\nPlease name the number of the invoice in your payment."
        ).format(
            number=invoice.number,
            day=day_full(invoice.dated_on),
            total=f"{money(invoice.total)} {invoice.get_currency_display()}",
            until=day_full(invoice.valid_until),
        )
        signature = "\n".join(part for part in (by.name, by.title, by.phone, invoice.firm.name) if part)
    return subject, "\n\n".join(part for part in (message, text, signature) if part)
