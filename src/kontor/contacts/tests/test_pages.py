import pytest

from kontor.contacts.models import Contact, Plan
from kontor.contacts.tests.make import make_contact
from kontor.parties.tests.make import make_client, make_person
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TALK = {"form": "call_out", "result": "talked"}


@pytest.fixture
def card(client):
    card = make_client("Stroymaster")
    client.force_login(card.owner)
    return card


def test_the_dialog_opens_over_the_page_with_what_was_said_last(client, card, django_assert_max_num_queries):
    person = make_person(card)
    make_contact(card, person=person, said="We will pay 240 on Friday.")
    with django_assert_max_num_queries(11):
        part = client.get(f"/contacts/new/?client={card.pk}", headers=HTMX).content.decode()
    assert part.lstrip().startswith("<dialog") and "We will pay 240" in part and "Irina Fomina" in part


def test_without_script_it_is_a_page(client, card):
    page = client.get(f"/contacts/new/?client={card.pk}").content.decode()
    assert "<h1" in page and "Stroymaster" in page and "csrfmiddlewaretoken" in page


def test_a_talk_is_recorded_and_the_next_contact_planned(client, card):
    sent = {
        **TALK,
        "client": card.pk,
        "said": "On Friday",
        "next_day": "+3",
        "next_hour": "11:30",
        "back": "/clients/",
    }
    answer = client.post("/contacts/new/", sent)
    assert answer.status_code == 303 and answer["Location"] == "/clients/"
    assert Contact.objects.get().said == "On Friday" and Plan.objects.get().at.minute == 30


@pytest.mark.clause("W-1.3.3.4b")
def test_a_talk_without_words_comes_back_with_the_sentence_and_what_was_typed(client, card):
    answer = client.post("/contacts/new/", {**TALK, "client": card.pk, "topic": "Debt"}, headers=HTMX)
    part = answer.content.decode()
    assert answer.status_code == 422 and "own words" in part and 'value="Debt"' in part and "<dialog" not in part


def test_nobody_is_sent_to_another_site(client, card):
    sent = {**TALK, "client": card.pk, "said": "On Friday", "back": "https://example.org/"}
    assert client.post("/contacts/new/", sent)["Location"] == f"/clients/{card.pk}/"


def test_without_a_client_it_is_asked_for(client, card):
    assert "With whom was the talk?" in client.get("/contacts/new/", headers=HTMX).content.decode()
    found = client.get("/contacts/new/?q=stroym", headers=HTMX).content.decode()
    assert f"/contacts/new/?client={card.pk}" in found


def test_a_strangers_client_is_not_found(client, card):
    assert client.get(f"/contacts/new/?client={make_client().pk}").status_code == 404


def test_a_contact_is_planned(client, card):
    answer = client.post("/contacts/plan/", {"client": card.pk, "what": "Prices", "form": "call_out", "day": "+2"})
    assert answer.status_code == 303 and Plan.objects.get().what == "Prices"
    past = client.post("/contacts/plan/", {"client": card.pk, "what": "Prices", "form": "call_out", "day": "-2"})
    assert past.status_code == 422 and "too early" in past.content.decode()


def test_a_record_is_corrected_by_its_author(client, card):
    contact = make_contact(card, said="On Friday")
    assert client.post(f"/contacts/{contact.pk}/correct/", {"said": "On Monday"}).status_code == 303
    assert Contact.objects.get(corrects=contact).said == "On Monday"


def test_the_log_costs_the_same_however_long_it_is(client, card, django_assert_num_queries):
    for number in range(3):
        make_contact(card, said=f"Words {number}")
    with django_assert_num_queries(7):
        page = client.get("/contacts/").content.decode()
    assert "Words 2" in page
    for number in range(55):
        make_contact(card, said=f"More {number}")
    with django_assert_num_queries(7):
        page = client.get("/contacts/").content.decode()
    assert "Next page" in page
    assert "Nothing found" in client.get("/contacts/?q=zzzzz").content.decode()


def test_a_head_sees_a_colleague_has_just_called(client, card):
    make_contact(card, said="Words")
    client.force_login(make_staff("director"))
    assert "talked with them" in client.get(f"/contacts/new/?client={card.pk}", headers=HTMX).content.decode()
