"""What a client pays on a day, why, and how prices are set."""

from datetime import date
from decimal import Decimal

import pytest

from kontor.catalog.tests.make import make_product
from kontor.kernel.refusals import Refused
from kontor.parties.tests.make import make_client, make_level
from kontor.people.tests.make import make_staff
from kontor.pricing import actions, queries
from kontor.pricing.models import Price
from kontor.pricing.tests.make import make_price
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 20)
NEXT = date(2026, 12, 1)


def plain(sentences):
    return [sentence.replace("\u00a0", " ") for sentence in sentences]


def test_the_latest_price_of_the_clients_level_holds():
    bolt, client = make_product(), make_client()
    make_price(bolt, 100)
    make_price(bolt, 110, since=date(2026, 11, 1))
    make_price(bolt, 120, since=NEXT)
    make_price(bolt, 90, level=make_level("W1"))
    quote = queries.price(client, bolt, DAY)
    assert (quote.amount, quote.kind, quote.level_code, quote.source_label) == (
        110,
        "level",
        "W2",
        "Wholesale 2",
    )
    assert queries.price(client, bolt, NEXT).amount == 120
    assert queries.price(client, bolt, date(2025, 12, 31)) is None


def test_the_orders_level_goes_before_the_clients_and_nobody_pays_the_last_level():
    bolt, retail = make_product(), make_level("R", rank=9)
    make_price(bolt, 100)
    make_price(bolt, 140, level=retail)
    assert queries.price(make_client(), bolt, DAY, level=retail).amount == 140
    assert queries.price(None, bolt, DAY).amount == 140
    assert queries.price(make_client(price_level=None), bolt, DAY).amount == 140


@pytest.mark.parametrize(
    ("promotion", "amount", "kind"), [(80, 80, "promotion"), (120, 100, "level"), (100, 100, "level")]
)
def test_a_promotion_is_taken_only_when_lower(promotion, amount, kind):
    bolt = make_product()
    make_price(bolt, 100)
    make_price(bolt, promotion, promotion=True, since=date(2026, 11, 1), until=date(2026, 11, 30))
    quote = queries.price(make_client(), bolt, DAY)
    assert (quote.amount, quote.list_amount, quote.kind) == (amount, 100, kind)
    assert queries.price(make_client(), bolt, NEXT).amount == 100


def test_the_clients_own_price_goes_before_all():
    bolt, client = make_product(), make_client()
    make_price(bolt, 100)
    make_price(bolt, 80, promotion=True)
    make_price(bolt, 95, client=client)
    quote = queries.price(client, bolt, DAY)
    assert (quote.amount, quote.list_amount, quote.kind, quote.source_label) == (
        95,
        100,
        "client",
        "own price",
    )
    assert queries.price(make_client(), bolt, DAY).amount == 80


def test_many_prices_come_in_one_query(django_assert_num_queries):
    client, goods = make_client(), [make_product() for _ in range(5)]
    for number, product in enumerate(goods[:4]):
        make_price(product, 100 + number)
    with django_assert_num_queries(1):
        found = queries.prices(client, [product.pk for product in goods], DAY)
    assert [found[product.pk].amount for product in goods[:4]] == [100, 101, 102, 103]
    assert goods[4].pk not in found


def test_a_price_tells_how_it_came_about():
    bolt, client = make_product(), make_client()
    assert plain(queries.explain(client, bolt, Decimal(3), DAY).sentences) == ["No price is set for 20 Nov 2026."]
    make_price(bolt, 1250)
    make_price(bolt, 1100, promotion=True, until=date(2026, 11, 30))
    told = queries.explain(client, bolt, Decimal(3), DAY)
    assert told.sum == 3300
    assert plain(told.sentences) == [
        "Price level “Wholesale 2”: 1,250.00 from 1 Jan 2026.",
        "Promotion until 30 Nov 2026: 1,100.00, lower than the price of the level.",
        "3 pc × 1,100.00 = 3,300.00.",
    ]
    make_price(bolt, 1200, client=client, since=date(2026, 10, 1))
    assert plain(queries.explain(client, bolt, Decimal(3), DAY).sentences)[1] == (
        "The client's own price from 1 Oct 2026 goes before all others: 1,200.00."
    )


def test_a_price_is_set_from_a_day_and_replaced_on_that_day():
    bolt, head, level = make_product(), make_staff("wholesale_head"), make_level()
    actions.set_price(bolt, Decimal(100), by=head, since=DAY, on=DAY, level=level)
    price = actions.set_price(bolt, Decimal(101), by=head, since=DAY, on=DAY, level=level)
    assert (Price.objects.get(), price.amount, price.set_by) == (price, 101, head)
    assert list(queries.history(bolt, level)) == [price]
    assert queries.level_prices([bolt.pk], DAY) == {bolt.pk: {"W2": 101}}


def test_a_clients_own_prices_are_told_in_the_timeline():
    bolt, head, client = make_product(), make_staff("wholesale_head"), make_client()
    actions.set_price(bolt, Decimal(100), by=head, since=DAY, on=DAY, client=client)
    assert Event.objects.get(kind="price.own").client == client


@pytest.mark.parametrize(
    ("role", "amount", "since", "until", "code"),
    [
        ("sales_manager", 100, DAY, None, "not_allowed"), ("wholesale_head", 0, DAY, None, "not_positive"),
        ("wholesale_head", -5, DAY, None, "not_positive"), ("wholesale_head", 100, date(2026, 11, 19), None, "in_the_past"),
        ("wholesale_head", 100, NEXT, DAY, "ends_before"),
    ],
)  # fmt: skip
def test_what_a_price_cannot_be_is_refused(role, amount, since, until, code):
    with pytest.raises(Refused) as refused:
        actions.set_price(
            make_product(),
            Decimal(amount),
            by=make_staff(role),
            since=since,
            until=until,
            on=DAY,
            level=make_level(),
        )
    assert [refusal.code for refusal in refused.value.refusals] == [code]


def test_a_level_is_filled_from_another_and_only_what_changes_is_written():
    head, retail, level = make_staff("wholesale_head"), make_level("R", rank=9), make_level()
    bolt, nut = make_product(), make_product()
    make_price(bolt, "100.05", level=retail)
    make_price(nut, 10, level=retail)
    make_price(nut, "9.30", level=level)
    assert actions.fill_level(level, retail, Decimal(-7), by=head, since=DAY, on=DAY) == 1
    assert queries.level_prices([bolt.pk, nut.pk], DAY) == {
        bolt.pk: {"R": Decimal("100.05"), "W2": Decimal("93.05")}, nut.pk: {"R": 10, "W2": Decimal("9.30")},
    }  # fmt: skip
    assert actions.fill_level(level, retail, Decimal(-7), by=head, since=DAY, on=DAY) == 0
    with pytest.raises(Refused, match="leaves no price"):
        actions.fill_level(level, retail, Decimal(-100), by=head, since=DAY, on=DAY)
