"""Questions about what was sold: a client's year, a manager's month, a day; and whether the rollups are whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.documents.rows import fetch
from kontor.kernel.formats import money, month
from kontor.kernel.money import ZERO
from kontor.parties.models import Client
from kontor.people.models import Staff


@dataclass(frozen=True, slots=True)
class Sold:
    """Sums of sales: with VAT, the VAT inside, and the cost without it."""

    amount: Decimal = ZERO
    vat: Decimal = ZERO
    cost: Decimal = ZERO

    @property
    def margin(self) -> Decimal:
        return self.amount - self.vat - self.cost

    @property
    def margin_percent(self) -> Decimal | None:
        """Of the sum without VAT; None where nothing was sold."""
        net = self.amount - self.vat
        return self.margin * 100 / net if net else None

    def __add__(self, other: "Sold") -> "Sold":
        return Sold(self.amount + other.amount, self.vat + other.vat, self.cost + other.cost)


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months of sales, the last one current, and the twelve before them as one sum."""

    months: tuple[tuple[date, Sold], ...]
    previous: Sold

    @property
    def total(self) -> Sold:
        return sum((sold for _month, sold in self.months), Sold())

    @property
    def spark(self) -> tuple[Decimal, ...]:
        """The sums by month, for the small chart."""
        return tuple(sold.amount for _month, sold in self.months)

    @property
    def growth_percent(self) -> Decimal | None:
        """Against the twelve months before; None where too little was sold then to compare with."""
        before, now = self.previous.amount, self.total.amount
        return (now - before) * 100 / before if before > 0 and before * 10 >= now else None


_BY_MONTH = """
SELECT month, sum(amount), sum(vat), sum(cost) FROM turnover_month
WHERE {whose} AND month BETWEEN %(since)s AND %(until)s GROUP BY month
"""


def client_year(client: Client, on: date) -> Year:
    """What a client bought in the twelve months up to this one. One query."""
    return _year("client_id = %(whose)s", client.pk, on)


def owner_year(staff: Staff, on: date) -> Year:
    """What a manager sold in the twelve months up to this one. One query."""
    return _year("owner_id = %(whose)s", staff.pk, on)


def house_year(on: date) -> Year:
    """What the whole company sold in the twelve months up to this one. One query."""
    return _year("TRUE", 0, on)


def _year(condition: str, whose: int, on: date) -> Year:
    months = [_months_back(on, back) for back in range(23, -1, -1)]
    asked = {"whose": whose, "since": months[0], "until": months[-1]}
    known = {first: Sold(*sums) for first, *sums in fetch(_BY_MONTH.format(whose=condition), asked)}
    sold = [(first, known.get(first, Sold())) for first in months]
    return Year(tuple(sold[12:]), sum((before for _month, before in sold[:12]), Sold()))


def _months_back(on: date, back: int) -> date:
    count = on.year * 12 + on.month - 1 - back
    return date(count // 12, count % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Month:
    """A manager's month up to a day: sold, sold on that day, and the same days of the month before."""

    sold: Sold
    today: Sold
    previous: Sold


_DAYS = """
SELECT day >= %(first)s, day = %(on)s, sum(amount), sum(vat), sum(cost) FROM turnover_sale
WHERE (%(owner)s::bigint IS NULL OR owner_id = %(owner)s)
  AND (day BETWEEN %(first)s AND %(on)s OR day BETWEEN %(before)s AND %(same_day)s)
GROUP BY 1, 2
"""


def owner_month(staff: Staff | None, on: date) -> Month:
    """A manager's sales of this month to date (everybody's if None), against the same days a month ago. One query."""
    first, before = on.replace(day=1), _months_back(on, 1)
    same_day = min(first - timedelta(days=1), before + (on - first))
    asked = {
        "owner": staff.pk if staff else None,
        "first": first,
        "on": on,
        "before": before,
        "same_day": same_day,
    }
    rows = [(now, today, Sold(*sums)) for now, today, *sums in fetch(_DAYS, asked)]
    return Month(
        sold=sum((sold for now, _today, sold in rows if now), Sold()),
        today=sum((sold for _now, today, sold in rows if today), Sold()),
        previous=sum((sold for now, _today, sold in rows if not now), Sold()),
    )


@dataclass(frozen=True, slots=True)
class Bought:
    """A product in a client's history."""

    product: int
    quantity: Decimal
    amount: Decimal
    last_on: date
    times: int


_BOUGHT = """
SELECT product_id, sum(quantity), sum(amount), max(day), count(*) FILTER (WHERE quantity > 0) FROM turnover_sale
WHERE client_id = %(client)s AND day >= %(since)s
GROUP BY product_id HAVING sum(quantity) > 0 ORDER BY sum(amount) DESC, product_id LIMIT %(limit)s
"""


def often_bought(client: Client, since: date, limit: int = 20) -> list[Bought]:
    """What a client buys most since a day, by sum."""
    return [Bought(*row) for row in fetch(_BOUGHT, {"client": client.pk, "since": since, "limit": limit})]


_UNEQUAL = """
WITH compared AS (
    SELECT client_id, owner_id, month, m.amount AS kept, t.amount AS summed,
           (m.amount, m.vat, m.cost) IS DISTINCT FROM (t.amount, t.vat, t.cost) AS differ
    FROM turnover_month m FULL JOIN (
        SELECT client_id, owner_id, date_trunc('month', day)::date AS month,
               sum(amount) AS amount, sum(vat) AS vat, sum(cost) AS cost
        FROM turnover_sale GROUP BY 1, 2, 3
    ) t USING (client_id, owner_id, month)
)
SELECT c.name, s.name, b.month, COALESCE(b.kept, 0), COALESCE(b.summed, 0)
FROM compared b JOIN parties_client c ON c.id = b.client_id JOIN people_staff s ON s.id = b.owner_id
WHERE b.differ ORDER BY c.id, b.month
"""


def problems() -> Iterator[str]:
    """Where a month's rollup differs from its sales, a sentence each; nothing when they agree."""
    for client, owner, day, kept, summed in fetch(_UNEQUAL, {}):
        yield _("{client}, {owner}, {month}: {kept} by month, but the sales add up to {sum}.").format(
            client=client, owner=owner, month=month(day), kept=money(kept), sum=money(summed)
        )
