"""Duties: how they count, who ticks, excuses and postpones them, and their list."""

from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.utils import timezone

from kontor.duties import actions, queries
from kontor.duties.models import Duty, State
from kontor.duties.tests.make import make_duty
from kontor.kernel.refusals import Refused
from kontor.parties.tests.make import make_client
from kontor.people.models import Staff
from kontor.people.tests.make import make_office, make_staff

pytestmark = pytest.mark.django_db
NOW = timezone.now()
HOUR = timedelta(hours=1)


def browser(staff: Staff, language: str = "en") -> Browser:
    client = Browser(headers={"accept-language": language})
    client.force_login(staff)
    return client


def refused(code: str, verb, *args, **kwargs) -> None:
    with pytest.raises(Refused) as found:
        verb(*args, **kwargs)
    assert code in [each.code for each in found.value.refusals]


@pytest.mark.clause("W-0.1")
def test_every_duty_counts_in_exactly_one_class_and_both_ways_of_asking_agree() -> None:
    owner = make_staff("sales_manager")
    for due, done, excused, void in product((-2, -1, 0, 1, 2), (None, -2, 0, 2), (None, 1), (None, 1)):
        moments = {
            name: NOW + HOUR * at
            for name, at in (("done_at", done), ("excused_at", excused), ("void_at", void))
            if at is not None
        }
        make_duty(owner, due_at=NOW + HOUR * due, **moments)
    by_list = {state: set(Duty.objects.in_state(state, NOW).values_list("pk", flat=True)) for state in State.values}
    assert sum(map(len, by_list.values())) == Duty.objects.count()
    for duty in Duty.objects.with_state(NOW):
        assert duty.pk in by_list[duty.state]
        assert queries.state_of(duty, NOW) == duty.state


@pytest.mark.clause("W-0.3")
def test_what_is_late_stays_in_view_until_it_is_done_or_excused() -> None:
    owner, head = make_staff("sales_manager"), make_staff("wholesale_head")
    done, excused, still = (make_duty(owner, due_at=NOW - HOUR * 30) for _ in range(3))
    make_duty(owner, due_at=NOW + timedelta(days=9))
    assert set(queries.late(owner, NOW)) == {done, excused, still}
    actions.tick(done, by=owner)
    actions.excuse(excused, by=head, reason="He was ill")
    assert list(queries.late(owner, NOW)) == [still]


def test_two_tasks_about_one_client_are_both_kept_but_a_duty_of_a_kind_is_opened_once() -> None:
    owner = make_staff("sales_manager")
    client = make_client(owner=owner)
    for what in ("Send samples", "Ask about the tender"):
        actions.set_by_hand(what, by=owner, owner=owner, due_at=NOW + HOUR, at=NOW, client=client)
    assert queries.of_client(client).count() == 2
    for _ in range(2):
        actions.assign("by_hand", owner=owner, due_at=NOW + HOUR, client=client)
    assert queries.of_client(client).count() == 3


def test_only_the_owner_ticks_and_only_what_leaves_no_evidence() -> None:
    duty = make_duty()
    refused("not_yours", actions.tick, duty, by=make_staff("wholesale_head"))
    proved = make_duty(duty.owner, kind="unknown", what="")
    refused("needs_evidence", actions.tick, proved, by=proved.owner)
    assert actions.tick(duty, by=duty.owner).done_at == actions.tick(duty, by=duty.owner).done_at
    assert actions.untick(duty, by=duty.owner).done_at is None


@pytest.mark.clause("W-0.1")
def test_the_head_excuses_with_a_reason_what_was_late() -> None:
    duty = make_duty(due_at=NOW - HOUR, done_at=NOW)
    head = make_staff("office_head")
    refused("no_reason", actions.excuse, duty, by=head, reason=" ")
    refused("not_allowed", actions.excuse, duty, by=duty.owner, reason="I forgot")
    refused(
        "not_in_sight", actions.excuse, duty, by=make_staff("office_head", office=make_office("Kazan")), reason="Ill"
    )
    refused("kept", actions.excuse, make_duty(done_at=NOW), by=head, reason="Ill")
    refused("own_duty", actions.excuse, make_duty(head, due_at=NOW - HOUR), by=head, reason="Ill")
    assert queries.state_of(actions.excuse(duty, by=head, reason="Ill"), NOW) == State.EXCUSED


def test_the_time_of_a_clause_is_not_moved() -> None:
    duty = make_duty(clause="W-0.1")
    refused("set_by_clause", actions.postpone, duty, by=duty.owner, due_at=NOW + HOUR * 99)
    task = make_duty()
    refused("not_yours", actions.postpone, task, by=make_staff("sales_manager"), due_at=NOW + HOUR * 99)
    refused("past", actions.postpone, task, by=task.owner, due_at=NOW - HOUR)
    assert actions.postpone(task, by=task.owner, due_at=NOW + HOUR * 99).due_at == NOW + HOUR * 99


def test_only_a_head_sets_tasks_for_others() -> None:
    owner, other = make_staff("sales_manager"), make_staff("sales_manager")
    task = {"owner": other, "due_at": NOW + HOUR, "at": NOW}
    refused("not_allowed", actions.set_by_hand, "Call", by=owner, **task)
    refused("empty", actions.set_by_hand, " ", by=other, **task)
    actions.set_by_hand("Call", by=make_staff("office_head"), **task)
    assert queries.coming(other, NOW).count() + queries.today(other, NOW).count() == 1


# ---- pages


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
@pytest.mark.parametrize("state", ["", *State.values])
def test_the_list_opens_in_every_state_and_language(language: str, state: str) -> None:
    head = make_staff("wholesale_head")
    make_duty(due_at=NOW - HOUR, clause="W-0.1")
    make_duty(done_at=NOW)
    assert browser(head, language).get(f"/duties/?state={state}").status_code == 200


def test_a_manager_sees_own_duties_a_head_those_of_the_office() -> None:
    duty = make_duty(due_at=NOW - HOUR, what="Send the drawings")
    for staff, sees in ((duty.owner, True), (make_staff("sales_manager"), False), (make_staff("office_head"), True)):
        assert ("Send the drawings" in browser(staff).get("/duties/").content.decode()) is sees
    assert browser(make_staff("sales_manager")).get(f"/duties/{duty.pk}/excuse/").status_code == 404


def test_the_list_costs_the_same_for_one_duty_and_for_many(django_assert_max_num_queries) -> None:
    client = browser(make_staff("wholesale_head"))
    for count in (1, 6):
        for _ in range(count):
            make_duty(due_at=NOW - HOUR, client=make_client())
        client.get("/duties/")
        with django_assert_max_num_queries(10):
            client.get("/duties/")


def test_a_duty_is_excused_on_the_page_and_without_a_reason_it_is_not() -> None:
    duty = make_duty(due_at=NOW - HOUR)
    client = browser(make_staff("office_head"))
    assert client.get(f"/duties/{duty.pk}/excuse/").status_code == 200
    assert client.post(f"/duties/{duty.pk}/excuse/", {"reason": "", "op": uuid4()}).status_code == 422
    assert client.post(f"/duties/{duty.pk}/excuse/", {"reason": "Ill", "op": uuid4()}).status_code == 303
    duty.refresh_from_db()
    assert duty.excuse == "Ill"


def test_a_task_is_set_postponed_ticked_and_the_tick_taken_back() -> None:
    owner = make_staff("sales_manager")
    about, client = make_client(owner=owner), browser(owner)
    form = {"what": "Send samples", "owner": owner.pk, "day": "+3", "hour": "11:00", "client": about.pk}
    assert client.get(f"/duties/new/?client={about.pk}").status_code == 200
    assert client.post("/duties/new/", form | {"op": uuid4()}).status_code == 303
    task = Duty.objects.get()
    assert (task.client, timezone.localtime(task.due_at).hour) == (about, 11)
    assert client.post(f"/duties/{task.pk}/postpone/", {"day": "+5", "op": uuid4()}).status_code == 303
    assert client.post(f"/duties/{task.pk}/tick/", {"op": uuid4()}).status_code == 303
    task.refresh_from_db()
    assert task.done_by == owner
    assert client.post(f"/duties/{task.pk}/tick/?undo=1").status_code == 303
    task.refresh_from_db()
    assert task.done_at is None
