"""Why a product cannot be entered or changed."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kontor.catalog.models import BarCode, Product
from kontor.documents.gates import right_gate
from kontor.kernel.refusals import Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right


def keep_gates(by: Staff) -> Iterator[Refusal]:
    yield from right_gate(by, Right.KEEP_CATALOG)


def article_gate(articles: Collection[str], *, but: int = 0) -> Iterator[Refusal]:
    """An article names one product."""
    if any(not article for article in articles):
        yield Refusal("no_article", _("A product needs an article."))
    for product in Product.objects.filter(article__in=articles).exclude(pk=but).order_by("article"):
        yield Refusal(
            "article_taken",
            _("Article {article} is “{product}” already.").format(article=product.article, product=product.name),
            facts={"product": product.pk},
        )


def bar_code_gate(codes: Collection[str], *, but: int = 0) -> Iterator[Refusal]:
    """A bar code names one product."""
    for taken in BarCode.objects.filter(code__in=codes).exclude(product_id=but).select_related("product"):
        yield Refusal(
            "bar_code_taken",
            _("Bar code {code} belongs to “{product}” already.").format(code=taken.code, product=taken.product.name),
            facts={"product": taken.product_id},
        )


def columns_gate(columns: dict[str, Any]) -> Iterator[Refusal]:
    """Numbers that a product cannot have."""
    if not columns.get("name", "-").strip():
        yield Refusal("no_name", _("A product needs a name."))
    if columns.get("pack", Decimal(1)) <= 0:
        yield Refusal("pack_not_positive", _("A pack must hold more than zero."))
    if columns.get("cost", Decimal(0)) < 0:
        yield Refusal("cost_negative", _("The cost cannot be negative."))
    if columns.get("weight", Decimal(0)) < 0:
        yield Refusal("weight_negative", _("The weight cannot be negative."))


def sale_gate(product: Product, quantity: Decimal | None = None) -> Iterator[Refusal]:
    """Why a product cannot stand in an order: withdrawn, or a fraction of what is sold whole."""
    if product.withdrawn_at is not None:
        yield Refusal("withdrawn", _("“{product}” is no longer sold.").format(product=product.name))
    if quantity is not None and not product.whole(quantity):
        yield Refusal(
            "not_whole",
            _("“{product}” is sold whole, not in fractions: {unit}.").format(
                product=product.name, unit=product.get_unit_display()
            ),
        )
