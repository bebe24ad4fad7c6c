from datetime import timedelta

import pytest
from django.utils import timezone

from kontor.contacts import actions, queries
from kontor.contacts.models import Contact, Plan
from kontor.contacts.tests.make import make_contact, make_plan
from kontor.kernel.refusals import Refused
from kontor.parties.tests.make import make_client, make_person
from kontor.people.tests.make import make_staff
from kontor.timeline.queries import passport, render

pytestmark = pytest.mark.django_db


def test_a_talk_is_kept_with_the_clients_own_words():
    client = make_client(owner=make_staff("sales_manager", name="A. Lindqvist"))
    make_contact(client, person=make_person(client), said="We will pay 240 on Friday.", topic="Debt")
    entry = render(passport(client, client.owner)[0])
    assert entry.title == "Call, A. Lindqvist → Irina Fomina"
    assert (entry.said, entry.body) == ("We will pay 240 on Friday.", "Debt")


@pytest.mark.clause("W-1.3.3.4b")
def test_a_talk_without_the_clients_words_is_refused():
    with pytest.raises(Refused, match="own words") as refused:
        make_contact(make_client(), said="  ")
    assert refused.value.refusals[0].clause == "W-1.3.3.4b"


@pytest.mark.parametrize("after", [timedelta(hours=1), timedelta(days=3)])
def test_a_talk_that_has_not_taken_place_is_not_recorded(after):
    with pytest.raises(Refused, match="planned, not recorded"):
        make_contact(make_client(), at=timezone.now() + after)


def test_another_clients_person_is_refused():
    with pytest.raises(Refused, match="not one of this client"):
        make_contact(make_client(), person=make_person(make_client()))


def test_a_planned_contact_is_done_by_recording_it_and_the_next_one_is_planned():
    client = make_client()
    plan = make_plan(client, at=timezone.now() - timedelta(minutes=5), what="Payment date")
    later = timezone.now() + timedelta(days=3)
    contact = make_contact(client, next_at=later)
    plan.refresh_from_db()
    assert plan.contact == contact and plan.done_at
    assert [(next_one.what, next_one.at) for next_one in queries.planned(client)] == [("Payment date", later)]


def test_where_nobody_answered_the_next_call_is_planned_by_itself():
    client = make_client()
    make_contact(client, result=Contact.Result.NO_ANSWER, said="")
    (plan,) = queries.planned(client)
    assert plan.at > timezone.now() and plan.owner == client.owner


def test_a_record_is_put_right_by_a_new_one_that_names_it():
    client = make_client()
    contact = make_contact(client, said="On Friday", agreed=True)
    correction = actions.correct(contact, by=client.owner, said="On Monday")
    contact.refresh_from_db()
    assert contact.said == "On Friday" and correction.corrects == contact
    newest, oldest = passport(client, client.owner)
    assert newest.corrects == oldest
    assert [each.said for each in queries.agreed(client)] == ["On Monday"]


def test_only_its_author_corrects_a_record():
    with pytest.raises(Refused, match="Only"):
        actions.correct(make_contact(make_client()), by=make_staff("director"), said="Never")


def test_a_plan_lies_ahead_and_is_planned_once():
    client, at = make_client(), timezone.now() + timedelta(days=1)
    for _twice in range(2):
        actions.plan("Price level", owner=client.owner, by=client.owner, client=client, at=at)
    assert Plan.objects.count() == 1
    with pytest.raises(Refused, match="already passed"):
        actions.plan("Price level", owner=client.owner, by=client.owner, client=client, at=at - timedelta(days=2))


def test_a_colleagues_call_within_the_quiet_time_is_told():
    client, now = make_client(), timezone.now()
    make_contact(client, by=make_staff("director", name="Boris"))
    assert queries.called_by_colleague(client, by=client.owner, at=now).by.name == "Boris"
    assert queries.called_by_colleague(client, by=client.owner, at=now + timedelta(days=8)) is None


def test_the_log_shows_own_clients_only():
    contact = make_contact(make_client("Stroymaster"))
    make_contact(make_client())
    assert list(queries.log(contact.by)) == [contact]
    assert list(queries.about(queries.log(make_staff("director")), "stroym")) == [contact]
