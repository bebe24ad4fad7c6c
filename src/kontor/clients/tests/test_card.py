from datetime import date
from decimal import Decimal

import pytest

from kontor.clients import actions, queries
from kontor.kernel.refusals import Changed, Refused
from kontor.parties.models import Person
from kontor.parties.tests.make import make_client, make_level, make_person
from kontor.people.tests.make import make_office, make_staff
from kontor.timeline.models import Event
from kontor.timeline.queries import passport, render

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 19)


def codes(refused):
    return [refusal.code for refusal in refused.value.refusals]


def test_a_new_client_belongs_to_whoever_enters_it_and_is_found_at_once():
    make_level()
    anna = make_staff("sales_manager", name="Anna Lindqvist")
    client = actions.enter(
        by=anna, on=DAY, name="ООО «Строймастер Плюс»", country="RU", tax_id="7707 083893", phone="8 (495) 123-45-67",
        persons=[{"name": "Ирина Фомина", "phone": "8 4822 55-01-12", "duty": Person.Duty.PAYS}],
    )  # fmt: skip
    assert (client.owner, client.office, client.tax_id) == (anna, anna.office, "7707083893")
    assert client.persons.get().phone == "+74822550112"
    for asked in ("строймастер", "cnhjqvfcnth", "7707083", "8 4822 55-01-12", "фомина", "ст"):
        assert list(queries.search(asked, anna)) == [client], asked
    assert Event.objects.get(client=client).kind == "client.entered"


def test_a_chinese_client_is_found_by_pinyin_and_by_two_characters():
    anna = make_staff("sales_manager")
    client = make_client("宏远贸易有限公司", owner=anna, country="CN")
    for asked in ("宏远", "hongyuan", "hymy", "hy"):
        assert list(queries.search(asked, anna)) == [client], asked


def test_a_single_letter_begins_the_name_and_beside_other_words_stands_anywhere():
    client = make_client("Dom 3")
    for asked in ("d", "dom 3", "3 dom"):
        assert list(queries.search(asked, client.owner)) == [client], asked
    assert not queries.search("m", client.owner)


def test_nobody_finds_a_strangers_client():
    make_client("Stroymaster", owner=make_staff("sales_manager"))
    assert not queries.search("stroymaster", make_staff("sales_manager"))


@pytest.mark.parametrize(
    ("country", "fields", "wrong"),
    [
        ("RU", {"tax_id": "7707083894"}, "tax_id"),
        ("RU", {"kpp": "12345"}, "kpp"),
        ("RU", {"tax_id": "500100732259", "kpp": "770701001"}, "kpp"),
        ("RU", {"registration": "1027700132196"}, "registration"),
        ("RU", {"phone": "12"}, "phone"),
        ("CN", {"tax_id": "91350211M000100Y44"}, "tax_id"),
    ],
)
def test_requisites_are_checked_by_the_rules_of_the_country(country, fields, wrong):
    with pytest.raises(Refused) as refused:
        actions.enter(by=make_staff("sales_manager"), on=DAY, name="Nord", country=country, **fields)
    assert codes(refused) == [wrong]


def test_a_firm_of_another_country_may_have_any_tax_id():
    client = actions.enter(
        by=make_staff("sales_manager"), on=DAY, name="Nordbau", country="XX", tax_id="DE 811 907 980"
    )
    assert client.tax_id == "DE 811 907 980"


def test_an_account_is_checked_against_its_bank():
    client = make_client()
    with pytest.raises(Refused, match="does not belong to the bank"):
        actions.put_account(client, by=client.owner, number="40702810838000000001", bank="Sberbank", bic="044525225")
    account = actions.put_account(
        client, by=client.owner, number="4070 2810 9380 0000 0001", bank="Sberbank", bic="044525225"
    )
    assert account.number == "40702810938000000001"


def test_doubles_are_offered_with_the_reason_in_words_even_a_colleagues():
    anna, boris = make_staff("sales_manager", name="Anna"), make_staff("sales_manager", name="Boris")
    client = make_client("ООО «Строймастер Плюс»", owner=boris, tax_id="7707083893")
    make_person(client, "Irina Fomina", "+74822550112")
    reasons = {
        queries.doubles(viewer=anna, tax_id="7707083893")[0].sentence,
        queries.doubles(viewer=anna, phone="8 4822 55 01 12")[0].sentence,
        queries.doubles(viewer=anna, name="Строймастер-плюс, АО")[0].sentence,
    }
    assert reasons == {"same tax id", "same phone of Irina Fomina", "similar name"}
    (double,) = queries.doubles(viewer=anna, tax_id="7707083893", name="Строймастер Плюс")
    assert double.client.owner == boris and not double.open_to_viewer
    assert not queries.doubles(viewer=anna, name="Гвоздь и молоток")


def test_a_change_is_told_with_what_stood_before_and_what_stands_now():
    client = make_client("Stroymaster", city="Tver")
    actions.change(client, by=client.owner, version=1, city="Moscow", grade="A")
    (event,) = passport(client, client.owner)
    entry = render(event)
    assert entry.title == "Card changed" and "city: Tver → Moscow" in entry.body and entry.who == client.owner.name
    client.refresh_from_db()
    assert client.version == 2 and "moscow" in client.search


def test_saving_what_stands_changes_nothing():
    client = make_client("Stroymaster", city="Tver")
    actions.change(client, by=client.owner, city="Tver")
    assert not Event.objects.exists()


def test_the_second_of_two_people_sees_whose_values_stand():
    client = make_client("Stroymaster", city="Tver")
    anna, boris = make_staff("director", name="Anna"), make_staff("director", name="Boris")
    actions.change(client, by=anna, version=1, city="Moscow")
    with pytest.raises(Changed) as changed:
        actions.change(client, by=boris, version=1, city="Kazan")
    assert changed.value.by == "Anna"
    assert changed.value.theirs == {"city": "Moscow", "version": "2"}


@pytest.mark.clause("W-1.3.5.2a", "W-1.3.5.2b", "W-1.3.5.2c")
def test_terms_are_set_by_who_has_the_right_and_remembered():
    head = make_staff("wholesale_head", name="Elena Sokolova")
    client = make_client()
    terms = {
        "payment_order": "deferred",
        "credit_days": 21,
        "credit_limit": Decimal(3_000_000),
        "payment_methods": ["bank"],
    }
    with pytest.raises(Refused) as refused:
        actions.set_terms(client, by=client.owner, **terms)
    assert codes(refused) == ["not_allowed"]
    assert "Set price level" in str(refused.value) and refused.value.refusals[0].opens == "Ask Elena Sokolova."
    actions.set_terms(client, by=head, **terms)
    client.refresh_from_db()
    assert (client.credit_days, client.prepay_percent) == (21, 0)
    assert "credit limit: 0 → 3,000,000" in render(passport(client, head)[0]).body


@pytest.mark.parametrize(
    ("terms", "wrong"),
    [
        ({"payment_order": "deferred", "credit_days": 0}, "credit_days"),
        ({"payment_order": "partial", "prepay_percent": Decimal(100)}, "prepay_percent"),
        ({"credit_limit": Decimal(-1)}, "credit_limit"),
    ],
)
def test_terms_must_agree_with_each_other(terms, wrong):
    with pytest.raises(Refused) as refused:
        actions.set_terms(make_client(), by=make_staff("director"), **terms)
    assert codes(refused) == [wrong]


def test_a_client_passes_to_another_manager_by_the_heads_hand():
    client, kazan = make_client(), make_office("Kazan")
    boris = make_staff("sales_manager", office=kazan, name="Boris")
    with pytest.raises(Refused):
        actions.pass_to(client, boris, by=client.owner)
    client = actions.pass_to(client, boris, by=make_staff("director"), reason="Anna is on leave")
    assert (client.owner, client.office) == (boris, kazan)
    assert Event.objects.get(client=client).said == "Anna is on leave"


def test_who_lacks_the_right_does_not_change_a_card():
    with pytest.raises(Refused):
        actions.change(make_client(), by=make_staff("cashier"), city="Kazan")


def test_people_are_entered_and_changed_and_found_by_phone():
    client = make_client()
    person = actions.put_person(client, by=client.owner, name="Sergei Pankov", phone="+7 4822 55-01-18")
    actions.put_person(client, by=client.owner, person=person, position="buyer")
    assert [event.kind for event in passport(client, client.owner)] == [
        "client.person_changed",
        "client.person",
    ]
    assert list(queries.search("55-01-18", client.owner)) == [client]


def test_who_orders_becomes_a_client_and_who_does_not_for_long_a_former_one():
    client = make_client("Stroymaster")
    actions.has_ordered(client.pk, on=DAY)
    client.refresh_from_db()
    assert (client.status, client.last_order_on, client.since) == ("new", DAY, DAY)
    assert actions.mark_former(on=DAY) == 0
    assert actions.mark_former(on=date(2027, 11, 19)) == 1
    client.refresh_from_db()
    entry = render(passport(client, client.owner)[0])
    assert client.status == "former" and entry.title == "Counts as a former client" and "19\xa0Nov" in entry.body
    actions.has_ordered(client.pk, on=date(2027, 12, 1))
    client.refresh_from_db()
    assert client.status == "current"
