"""Verbs on prices: set them, fill a level from another, make a new version of a price list and its files."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from kontor.catalog.models import Product
from kontor.documents.rows import execute, fetch
from kontor.kernel.formats import day_full
from kontor.kernel.refusals import refuse_if
from kontor.papers.models import File
from kontor.parties.models import Client, Currency, Firm, PriceLevel
from kontor.people.models import Staff
from kontor.pricing.gates import percent_gate, price_gates
from kontor.pricing.models import Price, PriceList
from kontor.pricing.paper import PriceGroup, PriceItem, PriceListPaper, render, render_workbook
from kontor.pricing.queries import ListLine, latest_list, list_files, list_lines
from kontor.printing.parts import Party
from kontor.timeline import actions as timeline

MIMES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_SET = """
INSERT INTO pricing_price (product_id, level_id, client_id, amount, since, until, set_by_id, set_at)
SELECT product_id, %(level)s, %(client)s, amount, %(since)s, %(until)s, %(by)s, now()
FROM unnest(%(products)s::bigint[], %(amounts)s::numeric[]) AS t (product_id, amount) ORDER BY product_id
ON CONFLICT ON CONSTRAINT price_once_a_day DO UPDATE
SET amount = EXCLUDED.amount, until = EXCLUDED.until, set_by_id = EXCLUDED.set_by_id, set_at = EXCLUDED.set_at
"""


@transaction.atomic
def set_prices(
    amounts: Iterable[tuple[int, Decimal]],
    *,
    by: Staff,
    since: date,
    on: date,
    level: PriceLevel | None = None,
    client: Client | None = None,
    until: date | None = None,
) -> None:
    """Prices with VAT from a day: of a level, of one client, or (neither) a promotion for everybody.

    `on` is today: earlier days keep the prices they had. Setting a price again for the same day replaces it.
    """
    chosen = dict(amounts)
    refuse_if(price_gates(chosen.values(), by=by, since=since, until=until, on=on))
    asked = {
        "products": list(chosen), "amounts": list(chosen.values()), "since": since, "until": until, "by": by.pk,
        "level": level.pk if level else None, "client": client.pk if client else None,
    }  # fmt: skip
    execute(_SET, asked)
    if client and chosen:
        timeline.record("price.own", by=by, client=client, positions=len(chosen), since=since)


def set_price(
    product: Product,
    amount: Decimal,
    *,
    by: Staff,
    since: date,
    on: date,
    level: PriceLevel | None = None,
    client: Client | None = None,
    until: date | None = None,
) -> Price:
    """One price; see `set_prices`."""
    set_prices([(product.pk, amount)], by=by, since=since, on=on, level=level, client=client, until=until)
    return Price.objects.get(product=product, level=level, client=client, since=since)


_FILL = """
WITH current AS (
    SELECT DISTINCT ON (level_id, product_id) level_id, product_id, amount FROM pricing_price
    WHERE level_id IN (%(level)s, %(source)s) AND since <= %(since)s AND (until IS NULL OR until >= %(since)s)
    ORDER BY level_id, product_id, since DESC, id DESC
), wanted AS (
    SELECT product_id, GREATEST(0.01, round(amount * (100 + %(percent)s::numeric) / 100, 2)) AS amount
    FROM current WHERE level_id = %(source)s
)
INSERT INTO pricing_price (product_id, level_id, amount, since, set_by_id, set_at)
SELECT w.product_id, %(level)s, w.amount, %(since)s, %(by)s, now()
FROM wanted w LEFT JOIN current c ON c.product_id = w.product_id AND c.level_id = %(level)s
WHERE w.amount IS DISTINCT FROM c.amount ORDER BY w.product_id
ON CONFLICT ON CONSTRAINT price_once_a_day DO UPDATE
SET amount = EXCLUDED.amount, until = NULL, set_by_id = EXCLUDED.set_by_id, set_at = EXCLUDED.set_at
"""


@transaction.atomic
def fill_level(level: PriceLevel, source: PriceLevel, percent: Decimal, *, by: Staff, since: date, on: date) -> int:
    """Make a level's prices from another level's, by a percentage (−7: seven percent lower); answer how many changed."""
    refuse_if([*price_gates((), by=by, since=since, until=None, on=on), *percent_gate(percent)])
    asked = {"level": level.pk, "source": source.pk, "percent": percent, "since": since, "by": by.pk}
    return execute(_FILL, asked)


_LINES = """
WITH price AS (
    SELECT DISTINCT ON (product_id, level_id) product_id, level_id, amount FROM pricing_price
    WHERE (level_id = %(level)s OR level_id IS NULL) AND client_id IS NULL
      AND since <= %(on)s AND (until IS NULL OR until >= %(on)s)
    ORDER BY product_id, level_id, since DESC, id DESC
), lowest AS (
    SELECT product_id, min(amount) AS amount FROM price GROUP BY 1
)
SELECT COALESCE(json_agg(json_build_array(
           g.name, p.article, p.name, p.unit, p.pack::text, l.amount::text,
           COALESCE(%(on)s - p.new_since BETWEEN 0 AND 60, FALSE), p.own_production
       ) ORDER BY COALESCE(top.rank, g.rank), COALESCE(top.id, g.id), top.id NULLS FIRST, g.rank, g.id, p.sort_key, p.id), '[]'::json)
FROM lowest l
JOIN catalog_product p ON p.id = l.product_id AND p.withdrawn_at IS NULL
JOIN catalog_group g ON g.id = p.group_id
LEFT JOIN catalog_group top ON top.id = g.parent_id
"""


@transaction.atomic
def current_list(level: PriceLevel, on: date, by: Staff | None) -> PriceList:
    """The price list of a level as of a day. A new version only if something on it changed; else the last one again.

    The version keeps its positions, so it can always be shown as it was handed out (W-1.2.2.3).
    """
    PriceLevel.objects.select_for_update(no_key=True).get(pk=level.pk)
    ((lines,),) = fetch(_LINES, {"level": level.pk, "on": on})
    fingerprint = hashlib.sha256(json.dumps(lines).encode()).hexdigest()
    last = latest_list(level)
    if last and last.fingerprint == fingerprint:
        return last
    return PriceList.objects.create(
        level=level,
        version=last.version + 1 if last else 1,
        dated_on=on,
        made_by=by,
        fingerprint=fingerprint,
        positions=len(lines),
        lines=lines,
    )


def make_files(price_list: PriceList, language: str, *, by: Staff | None = None) -> dict[str, File]:
    """The PDF and the workbook of a version in a language; rendered once, then the kept ones come back."""
    if files := list_files(price_list, language):
        return files
    paper = _paper(price_list, language)
    rendered = {"pdf": render(paper, language), "xlsx": render_workbook(paper, language)}
    with transaction.atomic():
        kept = (
            PriceList.objects.select_for_update(no_key=True, of=("self",)).select_related("level").get(pk=price_list.pk)
        )
        if not (files := list_files(kept, language)):
            files = {form: _kept(kept, form, content, language, by) for form, content in rendered.items()}
            kept.files[language] = {form: file.pk for form, file in files.items()}
            kept.save(update_fields=["files"])
    price_list.files = kept.files
    return files


def _kept(price_list: PriceList, form: str, content: bytes, language: str, by: Staff | None) -> File:
    return File.objects.create(
        name=f"{_title(price_list, language)}.{form}",
        mime=MIMES[form],
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        by=by,
    )


def _title(price_list: PriceList, language: str) -> str:
    with translation.override(language):
        return _("Price list {level} No. {version} of {day}").format(
            level=price_list.level.code,
            version=price_list.version,
            day=day_full(price_list.dated_on).replace("\u00a0", " "),
        )


def _paper(price_list: PriceList, language: str) -> PriceListPaper:
    """The version as its printed form wants it, from the positions it keeps."""
    firm = Firm.objects.order_by("id").first()
    with translation.override(language):
        groups = tuple(
            PriceGroup(name=name, items=tuple(_item(line) for line in lines))
            for name, lines in groupby(list_lines(price_list), key=lambda line: line.group)
        )
    return PriceListPaper(
        firm=_party(firm) if firm else Party(name=""),
        level=price_list.level.name or price_list.level.code,
        on=price_list.dated_on,
        groups=groups,
        currency=firm.currency if firm else Currency.RUB,
    )


def _item(line: ListLine) -> PriceItem:
    pack = Decimal(line.pack)
    return PriceItem(
        article=line.article,
        name=line.name,
        unit=str(Product.Unit(line.unit).label),
        price=Decimal(line.price),
        pack=pack if pack != 1 else None,
        new=line.is_new,
        own=line.own_production,
    )


def _party(firm: Firm) -> Party:
    return Party(
        name=firm.full_name, tax_id=firm.tax_id, kpp=firm.kpp, registration=firm.registration, address=firm.address,
        phone=firm.phone, email=firm.email,
    )  # fmt: skip
