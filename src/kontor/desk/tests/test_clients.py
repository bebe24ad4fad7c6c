from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kontor.desk.tests.lively import lively_client
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff
from kontor.timeline.actions import record

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def stroymaster():
    return lively_client()


def test_the_passport_shows_figures_plan_history_agreements_people_and_duties(client, stroymaster):
    client.force_login(stroymaster.owner)
    page = client.get(f"/clients/{stroymaster.pk}/").content.decode()
    for shown in (
        "Stroymaster Plus", "class A", "Wholesale 2", "client since 4 Mar 2019", "Sales, 12 months", "Margin", "limit",
        "oldest 23 days", "usual rhythm", "Planned", "Price level for 2027", "Payment promised", "240,000",
        "Price of the hammers holds", "Irina Fomina", "+7 482 255-01-12", "Renew the contract", "3 d late",
        "Call, Anna Lindqvist → Irina Fomina", "Today, ",
    ):  # fmt: skip
        assert shown in page.replace("\xa0", " "), shown


def test_the_passport_costs_the_same_however_much_has_happened(client, stroymaster, django_assert_num_queries):
    client.force_login(stroymaster.owner)
    client.get(f"/clients/{stroymaster.pk}/")
    with django_assert_num_queries(23):
        client.get(f"/clients/{stroymaster.pk}/")
    for _more in range(40):
        record("client.changed", by=stroymaster.owner, client=stroymaster)
    with django_assert_num_queries(23):
        client.get(f"/clients/{stroymaster.pk}/")


@pytest.mark.parametrize("tab", ["orders", "debts", "terms", "documents", "details", "duties"])
def test_every_tab_is_an_address_of_its_own(client, stroymaster, tab, django_assert_max_num_queries):
    client.force_login(stroymaster.owner)
    with django_assert_max_num_queries(20):
        answer = client.get(reverse("desk:client_tab", args=[stroymaster.pk, tab]))
    assert answer.status_code == 200 and "Stroymaster Plus" in answer.content.decode()


def test_margin_is_hidden_from_who_lacks_the_right(client, stroymaster):
    client.force_login(make_staff("back_office"))
    page = client.get(f"/clients/{stroymaster.pk}/").content.decode()
    assert "Sales, 12 months" in page and "Margin" not in page


def test_a_strangers_client_is_not_found(client, stroymaster):
    client.force_login(make_staff("sales_manager"))
    for address in ("", "orders/", "folder.pdf", "edit/", "terms/", "people/new/"):
        assert client.get(f"/clients/{stroymaster.pk}/{address}").status_code == 404, address


def test_older_entries_come_by_the_link_and_a_date_can_be_gone_to(client, stroymaster):
    now = timezone.now()
    for number in range(40):
        record(
            "client.entered",
            by=stroymaster.owner,
            client=stroymaster,
            at=now - timedelta(days=60 + number),
            owner=f"N{number}",
        )
    client.force_login(stroymaster.owner)
    first = client.get(f"/clients/{stroymaster.pk}/")
    assert (
        "N0" in first.content.decode()
        and "N39" not in first.content.decode()
        and "Older than" in first.content.decode()
    )
    day = (now - timedelta(days=95)).date().isoformat()
    older = client.get(f"/clients/{stroymaster.pk}/?day={day}").content.decode()
    assert "N39" in older and "Renew" in older and "Back to today" in older
    assert "is not a date" in client.get(f"/clients/{stroymaster.pk}/?day=soon").content.decode()


def test_htmx_gets_the_timeline_alone(client, stroymaster, django_assert_max_num_queries):
    client.force_login(stroymaster.owner)
    with django_assert_max_num_queries(9):
        part = client.get(f"/clients/{stroymaster.pk}/?kind=calls", headers=HTMX).content.decode()
    assert part.lstrip().startswith("<section") and "Irina Fomina" in part and "Terms changed" not in part


def test_the_list_finds_filters_and_shows_debts_in_a_constant_number_of_queries(
    client, stroymaster, django_assert_num_queries
):
    boss = make_staff("director")
    client.force_login(boss)
    with django_assert_num_queries(8):
        page = client.get("/clients/").content.decode()
    assert "Stroymaster Plus" in page and "1,723,000" in page and "23 days" in page
    for number in range(20):
        make_client(f"Nord {number}", owner=stroymaster.owner)
    with django_assert_num_queries(8):
        client.get("/clients/?q=nord&status=prospect")
    assert "Nothing found" in client.get("/clients/?q=zzzzz").content.decode()
    assert "Stroymaster" not in client.get("/clients/?grade=B").content.decode()
    assert "Stroymaster" not in client.get("/clients/?whose=mine").content.decode()


def test_the_list_goes_on_by_key(client):
    boss = make_staff("director")
    for number in range(60):
        make_client(f"Client {number:03}", owner=boss)
    client.force_login(boss)
    page = client.get("/clients/").content.decode()
    assert "Client 049" in page and "Client 050" not in page
    after = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "Client 059" in client.get(f"/clients/{after}").content.decode()


def test_the_folder_prints(client, stroymaster):
    client.force_login(stroymaster.owner)
    answer = client.get(f"/clients/{stroymaster.pk}/folder.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
