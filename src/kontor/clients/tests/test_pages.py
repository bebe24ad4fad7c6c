import pytest

from kontor.clients.queries import search
from kontor.parties.models import Client, Country
from kontor.parties.tests.make import make_client, make_person
from kontor.people.tests.make import make_office, make_staff

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
CARD = {"name": "Stroymaster", "country": "RU", "grade": "C", "status": "prospect"}


@pytest.fixture
def anna(client):
    anna = make_staff("sales_manager", name="Anna")
    client.force_login(anna)
    return anna


def test_a_card_is_entered_with_its_first_person(client, anna):
    answer = client.post(
        "/clients/new/", {**CARD, "tax_id": "7707083893", "person-name": "Irina", "person-duty": "pays"}
    )
    card = Client.objects.get()
    assert answer.status_code == 303 and answer["Location"] == f"/clients/{card.pk}/"
    assert card.persons.get().name == "Irina"
    assert "The card is entered." in client.get(answer["Location"]).content.decode()


def test_what_is_wrong_is_told_under_its_field_and_nothing_typed_is_lost(client, anna):
    answer = client.post("/clients/new/", {**CARD, "tax_id": "7707083894"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "The check digit of this INN does not fit" in page
    assert 'value="7707083894"' in page and 'value="Stroymaster"' in page


def test_doubles_stop_the_first_sending_and_not_the_second(client, anna):
    double = make_client("Stroymaster", owner=make_staff("sales_manager", name="Boris"))
    answer = client.post("/clients/new/", CARD)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Perhaps it is one of these" in page and "manager Boris" in page
    assert f"/clients/{double.pk}/" not in page, "a stranger's card shows name and manager only"
    assert client.post("/clients/new/", {**CARD, "seen": [double.pk]}).status_code == 303


def test_doubles_are_offered_while_typing(client, anna, django_assert_max_num_queries):
    card = make_client("Nordbau", owner=anna)
    make_person(card, "Irina Fomina", "+74822550112")
    with django_assert_max_num_queries(8):
        part = client.get("/clients/doubles/?name=Nord&person-phone=84822550112", headers=HTMX).content.decode()
    assert 'id="doubles"' in part and "same phone of Irina Fomina" in part and f"/clients/{card.pk}/" in part


def test_a_type_ahead_offers_own_clients(client, anna, django_assert_max_num_queries):
    card, _strangers = make_client("Nordbau", owner=anna, city="Tver"), make_client("Nordwind")
    with django_assert_max_num_queries(4):
        part = client.get("/clients/options/?q=nord", headers=HTMX).content.decode()
    assert f'data-value="{card.pk}"' in part and "Tver" in part and "Nordwind" not in part
    assert "Nothing found" in client.get("/clients/options/?q=zzzz", headers=HTMX).content.decode()


def test_the_country_decides_which_requisites_are_asked(client, anna):
    russian = client.get("/clients/new/?country=RU&name=Nord", headers=HTMX).content.decode()
    chinese = client.get("/clients/new/?country=CN", headers=HTMX).content.decode()
    assert "INN" in russian and "KPP" in russian
    assert "Unified social credit code" in chinese and "KPP" not in chinese


def test_two_people_on_one_card_the_second_sees_the_firsts_values(client, anna):
    card = make_client("Stroymaster", owner=anna, city="Tver")
    client.post(f"/clients/{card.pk}/edit/", {**CARD, "city": "Moscow", "version": 1})
    answer = client.post(f"/clients/{card.pk}/edit/", {**CARD, "city": "Kazan", "version": 1})
    page = answer.content.decode()
    assert answer.status_code == 409 and "Anna" in page and "Moscow" in page and 'value="Kazan"' in page
    client.post(f"/clients/{card.pk}/edit/", {**CARD, "city": "Kazan", "version": 2})
    assert Client.objects.get(pk=card.pk).city == "Kazan"


def test_a_manager_is_told_who_sets_terms(client, anna):
    make_staff("wholesale_head", name="Elena Sokolova")
    card = make_client(owner=anna)
    page = client.get(f"/clients/{card.pk}/terms/").content.decode()
    assert "You lack the right" in page and "Ask Elena Sokolova." in page and 'aria-disabled="true"' in page
    forced = client.post(
        f"/clients/{card.pk}/terms/",
        {"payment_order": "prepaid", "prepay_percent": "100", "credit_days": "0", "credit_limit": "5 000"},
    )
    assert forced.status_code == 409 and Client.objects.get(pk=card.pk).credit_limit == 0


def test_the_head_sets_terms(client):
    client.force_login(make_staff("director"))
    card = make_client()
    terms = {
        "payment_order": "deferred",
        "prepay_percent": "0",
        "credit_days": "21",
        "credit_limit": "3 000 000",
        "version": 1,
    }
    assert client.post(f"/clients/{card.pk}/terms/", terms).status_code == 303
    assert Client.objects.get(pk=card.pk).credit_days == 21


def test_the_head_passes_a_client_on(client):
    client.force_login(make_staff("director"))
    card, boris = make_client(), make_staff("sales_manager", office=make_office("Kazan"))
    assert client.post(f"/clients/{card.pk}/manager/", {"owner": boris.pk, "version": 1}).status_code == 303
    assert Client.objects.get(pk=card.pk).owner == boris


def test_people_and_accounts_are_kept_on_pages_of_their_own(client, anna):
    card = make_client(owner=anna)
    client.post(f"/clients/{card.pk}/people/new/", {"name": "Sergei", "duty": "decides", "phone": "8 4822 55-01-18"})
    person = card.persons.get()
    client.post(f"/clients/{card.pk}/people/{person.pk}/", {"name": "Sergei Pankov", "duty": "decides"})
    assert list(search("pankov", anna)) == [card]
    bad = {"number": "40702810838000000001", "bic": "044525225", "bank": "Sberbank"}
    assert client.post(f"/clients/{card.pk}/accounts/new/", bad).status_code == 422
    client.post(f"/clients/{card.pk}/accounts/new/", {**bad, "number": "40702810938000000001"})
    account = card.accounts.get()
    client.post(f"/clients/{card.pk}/accounts/{account.pk}/remove/")
    assert not card.accounts.exists()


@pytest.mark.parametrize("page", ["edit", "terms", "manager", "people/new", "accounts/new"])
def test_every_form_costs_few_queries(client, anna, page, django_assert_max_num_queries):
    card = make_client(owner=anna, country=Country.CN)
    with django_assert_max_num_queries(11):
        assert client.get(f"/clients/{card.pk}/{page}/").status_code == 200


def test_a_double_click_enters_one_card(client, anna):
    op = "6f1c8f0e-5a3c-4c7d-9d53-0a8a0c3a1f10"
    first, second = (client.post("/clients/new/", {**CARD, "op": op}) for _click in range(2))
    assert first["Location"] == second["Location"] and Client.objects.count() == 1
