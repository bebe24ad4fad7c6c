"""The files that go with an invoice."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from kontor.invoices import paper
from kontor.invoices.models import Invoice
from kontor.invoices.snapshot import as_paper
from kontor.parties.on_paper import language_of
from kontor.pricing import actions as pricing

PDF = "application/pdf"


def pdf(invoice: Invoice, language: str = "") -> bytes:
    """The invoice on paper, in the client's language unless another is asked for."""
    language = language or language_of(invoice.client)
    return paper.render(as_paper(invoice, language), language)


def enclosures(invoice: Invoice) -> Iterator[tuple[str, str, bytes]]:
    """The invoice, and the price list in force at the client's level (W-1.2.2.3): name, type, contents."""
    language = language_of(invoice.client)
    with override(language):
        yield _("Invoice {number}.pdf").format(number=invoice.number), PDF, pdf(invoice, language)
        level = invoice.client.price_level
        if level:
            current = pricing.current_list(level, timezone.localdate(), by=None)
            for file in pricing.make_files(current, language).values():
                yield file.name, file.mime, bytes(file.content)
