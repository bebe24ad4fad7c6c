"""A product's card, its VAT, what is offered instead of it and with it."""

from datetime import date
from decimal import Decimal

import pytest

from kontor.catalog import actions, gates, queries
from kontor.catalog.models import Product
from kontor.catalog.tests.make import make_group, make_product
from kontor.kernel.refusals import Changed, Refused, refuse_if
from kontor.people.tests.make import make_staff
from kontor.timeline.models import Event

pytestmark = pytest.mark.django_db

KEEPER = ("purchasing",)


@pytest.mark.parametrize(
    ("country", "code", "on", "percent"),
    [
        ("RU", "standard", date(2025, 12, 31), 20), ("RU", "standard", date(2026, 1, 1), 22),
        ("RU", "reduced", date(2026, 5, 1), 10), ("RU", "zero", date(2026, 5, 1), 0), ("RU", "none", date(2026, 5, 1), 0),
        ("CN", "standard", date(2026, 5, 1), 13), ("CN", "reduced", date(2026, 5, 1), 9), ("CN", "low", date(2026, 5, 1), 6),
        ("XX", "standard", date(2026, 5, 1), 0),
    ],
)  # fmt: skip
def test_vat_is_chosen_by_country_and_day(country, code, on, percent):
    actions.enter_known_vat_rates()
    assert queries.vat_percent(make_product(vat=code), on, country) == percent


def test_an_unknown_rate_is_an_error_and_never_a_guess():
    with pytest.raises(LookupError):
        queries.vat_percent(make_product(), date(1999, 1, 1), "RU")
    actions.enter_vat_rate("RU", "standard", Decimal(20), date(1998, 1, 1))
    assert queries.vat_percent(make_product(), date(1999, 1, 1), "RU") == 20


def test_entered_goods_are_found_at_once():
    keeper = make_staff(*KEEPER)
    entered = actions.enter_product(
        by=keeper,
        article="AB-1",
        name="Анкер",
        group=make_group(),
        bar_codes=["4600000000011"],
        cost=Decimal("10.50"),
    )
    assert list(queries.search("4600000000011")) == list(queries.search("анкер")) == [entered]
    ids = actions.enter_products(
        [{"article": f"B-{number}", "name": f"Bolt {number}", "group": make_group()} for number in range(3)],
        by=keeper,
    )
    assert [Product.objects.get(pk=pk).article for pk in ids] == ["B-0", "B-1", "B-2"]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"article": "TAKEN"}, "article_taken"), ({"article": ""}, "no_article"), ({"name": " "}, "no_name"),
        ({"bar_codes": ["460"]}, "bar_code_taken"), ({"pack": Decimal(0)}, "pack_not_positive"),
        ({"cost": Decimal(-1)}, "cost_negative"), ({"weight": Decimal(-1)}, "weight_negative"),
    ],
)  # fmt: skip
def test_what_a_product_cannot_have_is_refused(columns, code):
    make_product(article="TAKEN", bar_codes=("460",))
    entry = {"article": "NEW", "name": "New", "group": make_group(), **columns}
    with pytest.raises(Refused) as refused:
        actions.enter_product(by=make_staff(*KEEPER), **entry)
    assert [refusal.code for refusal in refused.value.refusals] == [code]


def test_who_lacks_the_right_changes_nothing():
    product, manager = make_product(), make_staff("sales_manager")
    for verb in (
        lambda: actions.change_product(product, by=manager, name="Other"),
        lambda: actions.withdraw_product(product, by=manager),
        lambda: actions.set_substitutes(product, [], by=manager),
        lambda: actions.enter_group("Tools", by=manager),
    ):
        with pytest.raises(Refused):
            verb()


def test_a_change_is_found_under_the_new_name_and_the_slower_one_is_told():
    keeper, product = make_staff(*KEEPER), make_product("Old", bar_codes=("1", "2"))
    changed = actions.change_product(product, by=keeper, version=1, name="New name", bar_codes=["2", "3"])
    assert list(queries.search("new name")) == [changed]
    assert sorted(changed.bar_codes.values_list("code", flat=True)) == ["2", "3"]
    with pytest.raises(Changed) as other:
        actions.change_product(product, by=keeper, version=1, name="Third")
    assert other.value.theirs == {"name": "New name"}


def test_withdrawing_twice_is_withdrawing_once_and_can_be_undone():
    keeper, product = make_staff(*KEEPER), make_product("Anchor")
    actions.withdraw_product(product, by=keeper)
    withdrawn = actions.withdraw_product(product, by=keeper)
    with pytest.raises(Refused, match="no longer sold"):
        refuse_if(gates.sale_gate(withdrawn))
    assert actions.offer_again(product, by=keeper).withdrawn_at is None
    assert list(Event.objects.order_by("id").values_list("kind", flat=True)) == [
        "product.withdrawn", "product.offered_again",
    ]  # fmt: skip


def test_what_is_sold_whole_is_not_sold_in_fractions():
    with pytest.raises(Refused, match="sold whole"):
        refuse_if(gates.sale_gate(make_product("Anchor"), Decimal("1.5")))
    refuse_if(gates.sale_gate(make_product(fractional=True), Decimal("1.5")))


def test_substitutes_come_in_the_keepers_order_without_the_withdrawn():
    keeper = make_staff(*KEEPER)
    short, best, second, gone = (make_product() for _ in range(4))
    actions.set_substitutes(short, [best, gone, second, short, best], by=keeper)
    actions.withdraw_product(gone, by=keeper)
    assert queries.substitutes_of([short.pk, best.pk]) == {short.pk: [best, second], best.pk: []}


def test_what_goes_with_the_goods_is_offered_once_with_its_reason():
    keeper, tools = make_staff(*KEEPER), make_group("Tools")
    drill, bit, oil = make_product(group=tools), make_product(), make_product()
    actions.add_upsell(bit, "A bit for this drill", by=keeper, product=drill)
    actions.add_upsell(bit, "Bits for every tool", by=keeper, group=tools)
    rule = actions.add_upsell(oil, "Oil keeps it running", by=keeper, group=tools)
    offered = queries.upsells_for([drill.pk])
    assert [(each.product, each.reason, each.because) for each in offered] == [
        (bit, "A bit for this drill", drill.pk), (oil, "Oil keeps it running", drill.pk),
    ]  # fmt: skip
    assert [each.product for each in queries.upsells_for([drill.pk, bit.pk])] == [oil]
    actions.drop_upsell(rule, by=keeper)
    assert queries.upsells_for([drill.pk, bit.pk]) == []


def test_own_production_can_be_shown_in_every_consultation():
    own = make_product(own_production=True)
    make_product()
    assert list(queries.own_production()) == [own]
