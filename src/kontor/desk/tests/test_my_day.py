"""My day, the call card, the sheet, search, notices and the navigation."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kontor.contacts.tests.make import make_contact, make_plan
from kontor.debts import actions as debts
from kontor.debts.models import CallRow, Promise
from kontor.debts.tests.make import make_debt
from kontor.duties.models import Duty
from kontor.orders.tests.make import make_order
from kontor.parties.tests.make import make_client, make_person
from kontor.people.tests.make import make_staff
from kontor.timeline.actions import record

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def anna():
    return make_staff("sales_manager", name="Anna Lindqvist")


@pytest.fixture
def volga(anna):
    client = make_client("Volga Electro", owner=anna)
    make_person(client, "Igor Belov", "+78465550137", duty="pays", position="chief accountant")
    make_debt(client, 112_300, late=19)
    make_debt(client, 303_800, late=-11)
    said = "Payment is in the register for Tuesday, the director signs on Mondays."
    make_contact(client, said=said, at=timezone.now() - timedelta(days=7))
    return client


@pytest.fixture
def signed_in(client, anna):
    client.force_login(anna)
    return client


def formed(owner):
    return debts.form_sheet(owner, timezone.localdate(), by=owner, at=timezone.now())


def duty(owner, due_at, **columns):
    columns = {"kind": "by_hand", "what": "Send samples", "arose_at": due_at - timedelta(days=1), **columns}
    return Duty.objects.create(owner=owner, due_at=due_at, **columns)


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


@pytest.mark.clause("W-0.3")
def test_late_duties_stay_until_done_or_excused_and_are_ticked_only_without_evidence(signed_in, anna, volga):
    now = timezone.now()
    by_hand = duty(anna, now - timedelta(days=3), client=volga)
    duty(anna, now - timedelta(hours=2), kind="sign_reconciliation", what="", clause="W-1.3.3.5b", client=volga)
    page = text(signed_in.get("/"))
    assert "Send samples" in page and "3 d late" in page and "2 h late" in page and "2 duties are late" in page
    assert page.count("/tick/") == 1 and "W-1.3.3.5b" in page and "/excuse/" not in page
    signed_in.post(reverse("duties:tick", args=[by_hand.pk]))
    assert "Send samples" not in page.split("Plan for today")[1]
    assert Duty.objects.get(pk=by_hand.pk).done_by == anna


@pytest.mark.clause("W-0.3")
def test_the_plan_runs_by_the_hours_with_results_and_chips(signed_in, anna, volga):
    now = timezone.now()
    end = timezone.make_aware(datetime.combine(timezone.localdate(), time(23, 59)))
    duty(anna, end, what="Close the day")
    make_plan(volga, at=now, what="Choose a substitute")
    done = make_client("Interstroy Group", owner=anna)
    make_plan(done, at=now - timedelta(minutes=5), what="Order promised")
    make_contact(done, said="The order comes on Monday.", at=now)
    page = text(signed_in.get("/"))
    plan = page[page.index("Plan for today") :]
    assert "1 of 3 done" in plan and "Talked · “The order comes on Monday.”" in plan
    assert plan.index("Interstroy Group") < plan.index("Close the day") and plan.count(">now<") == 1
    only = text(signed_in.get("/?show=deadlines", headers=HTMX))
    assert "Close the day" in only and "Choose a substitute" not in only and only.lstrip().startswith("<section")


def test_the_figures_stand_against_something(signed_in, anna, volga):
    page = text(signed_in.get("/"))
    for shown in (
        "Sales today",
        "My month",
        "a month ago",
        "of 0 on the sheet",
        "112,300",
        "1 client, oldest 19 days",
    ):
        assert shown in page, shown


def test_my_day_costs_the_same_however_full_it_is(signed_in, anna, volga, django_assert_num_queries):
    formed(anna)
    signed_in.get("/")
    with django_assert_num_queries(queries := 30):
        signed_in.get("/")
    for number in range(4):
        client = make_client(f"More {number}", owner=anna)
        make_debt(client, 100)
        make_plan(client, at=timezone.now())
        duty(anna, timezone.now() - timedelta(hours=1), client=client)
    formed(anna)
    with django_assert_num_queries(queries):
        signed_in.get("/")


@pytest.mark.clause("W-1.3.3.4a", "W-1.3.3.4b")
def test_a_call_is_recorded_on_the_card_and_the_next_client_follows(signed_in, anna, volga):
    make_debt(make_client("Severny Trade House", owner=anna), 406)
    first, second = formed(anna)
    page = text(signed_in.get("/"))
    for shown in (
        "Igor Belov · chief accountant",
        "tel:+78465550137",
        "19 d late",
        "in 11 d",
        "director signs on Mondays",
        "0 of 2 called",
    ):
        assert shown in page, shown
    sent = {
        "said": "On Tuesday, all of it.",
        "outcome": "will_pay",
        "amount": "112 300,00",
        "by_day": "+3",
        "next_day": "",
        "back": "/",
    }
    answer = signed_in.post(reverse("desk:record_call", args=[first.pk]), sent, headers=HTMX)
    card = text(answer)
    assert answer.status_code == 200 and "Severny Trade House" in card and "1 of 2 called" in card
    assert Promise.objects.get().amount == 112_300
    answer = signed_in.post(reverse("desk:record_call", args=[second.pk]), {"outcome": "no_answer"})
    assert answer.status_code == 303 and not CallRow.objects.filter(outcome="").exists()
    assert not Duty.objects.open().filter(kind="call_debtors").exists()


@pytest.mark.clause("W-1.3.3.4b")
def test_an_answer_without_words_is_asked_for_and_what_was_typed_stays(signed_in, anna, volga):
    (row,) = formed(anna)
    sent = {"said": "", "outcome": "partly", "amount": "50000", "by_day": "tomorrowish"}
    for headers in ({}, HTMX):
        answer = signed_in.post(reverse("desk:record_call", args=[row.pk]), sent, headers=headers)
        assert answer.status_code == 422
        assert "Without it the call does not count" in text(answer) and "tomorrowish" in text(answer)
    assert not CallRow.objects.exclude(outcome="").exists()


@pytest.mark.clause("W-1.3.3.3b")
def test_the_sheet_is_a_page_and_a_paper(signed_in, anna, volga):
    assert "no call sheet for today" in text(signed_in.get("/debts/sheet/"))
    signed_in.post("/debts/sheet/form/", {"back": "/debts/sheet/"})
    page = text(signed_in.get("/debts/sheet/"))
    assert "Volga Electro" in page and "past the date" in page
    other = make_client("By hand", owner=anna)
    signed_in.post("/debts/sheet/add/", {"client": other.pk})
    assert "added by hand" in text(signed_in.get("/debts/sheet/"))
    assert signed_in.get("/debts/sheet/sheet.pdf").content.startswith(b"%PDF")


def test_a_colleagues_row_is_not_found(client, anna, volga):
    (row,) = formed(anna)
    client.force_login(make_staff("sales_manager"))
    assert client.get(reverse("desk:call", args=[row.pk])).status_code == 404
    assert client.post(reverse("desk:record_call", args=[row.pk]), {"outcome": "no_answer"}).status_code == 404


@pytest.mark.parametrize(
    ("role", "tray"),
    [("warehouse", "Orders to pick"), ("purchasing", "Requests for missing goods"), ("wholesale_head", "Debts call sheet"), ("admin", "Approvals that wait")],
)  # fmt: skip
def test_other_roles_have_their_trays(client, role, tray):
    client.force_login(make_staff(role))
    page = text(client.get("/"))
    assert tray in page and ("callcard" in page) == (role == "wholesale_head")


def test_only_a_head_excuses_a_duty_with_a_reason(client, anna):
    late = duty(anna, timezone.now() - timedelta(days=1))
    client.force_login(anna)
    sent = {"reason": "Was ill"}
    assert client.post(reverse("duties:excuse", args=[late.pk]), sent).status_code == 409
    client.force_login(make_staff("wholesale_head"))
    assert client.post(reverse("duties:excuse", args=[late.pk]), {"reason": ""}).status_code == 422
    client.post(reverse("duties:excuse", args=[late.pk]), sent)
    assert Duty.objects.get(pk=late.pk).excuse == "Was ill"


def test_search_joins_clients_papers_and_goods(signed_in, anna, django_assert_max_num_queries):
    order = make_order(by=anna)
    order.client.name
    with django_assert_max_num_queries(12):
        found = text(signed_in.get("/search/?q=" + order.number))
    assert order.number in found
    short = order.number.rpartition("-")[2]
    assert f"/orders/{order.pk}/" in text(signed_in.get("/search/?q=" + short))
    palette = text(signed_in.get(f"/search/?q={order.client.name}", headers={**HTMX, "HX-Target": "palette-found"}))
    assert f"/clients/{order.client_id}/" in palette and 'role="option"' in palette and "<html" not in palette
    assert "Nothing found" in text(signed_in.get("/search/?q=zzzzzz"))


def test_a_strangers_papers_are_not_found(client, anna):
    order = make_order(by=anna)
    client.force_login(make_staff("sales_manager"))
    assert f"/orders/{order.pk}/" not in text(client.get("/search/?q=" + order.number))


def test_notices_tell_what_others_did_until_looked_at(signed_in, anna, volga):
    record("client.changed", by=make_staff("wholesale_head", name="Elena Sokolova"), client=volga)
    assert "Notices, 1 new" in text(signed_in.get("/debts/"))
    assert "by Elena Sokolova" in text(signed_in.get("/notices/"))
    assert "Notices, 1 new" not in text(signed_in.get("/debts/"))


def test_the_navigation_shows_the_places_of_the_role_with_counts(client, anna, volga):
    duty(anna, timezone.now() - timedelta(days=1))
    formed(anna)
    client.force_login(anna)
    counts = text(client.get("/day/counts/"))
    assert counts.count('class="count hot">1<') == 2 and "Staff" not in counts and "<html" not in counts
    client.force_login(make_staff("warehouse"))
    places = text(client.get("/day/counts/"))
    assert "Warehouse" in places and "Debts" not in places
