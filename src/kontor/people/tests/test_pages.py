from datetime import timedelta

import pytest
from django.utils import timezone

from kontor.people.models import Role, Staff, StandIn
from kontor.people.queries import deciders
from kontor.people.rights import GROUPS, Right
from kontor.people.tests.make import make_office, make_role, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    admin = make_staff("admin", name="Ada")
    client.force_login(admin)
    return admin


def entry(**changes):
    return {"name": "Boris", "email": "boris@kontor.example", "office": make_office().pk, **changes}


def test_a_demo_offers_its_staff_by_role_and_one_click_signs_in(client, settings):
    settings.DEMO = True
    anna = make_staff("sales_manager", name="Anna Lindqvist")
    make_staff("sales_manager", name="Second Manager")
    page = client.get("/accounts/login/").content.decode()
    assert "Anna Lindqvist" in page and "sales manager" in page and "Second Manager" not in page
    answer = client.post("/demo/sign-in/", {"staff": anna.pk, "next": "https://example.org/"})
    assert answer["Location"] == "/" and client.session["_auth_user_id"] == str(anna.pk)


def test_the_roles_are_offered_in_the_readers_language(client, settings):
    settings.DEMO = True
    make_staff("cashier", name="Vera")
    client.cookies["django_language"] = "ru"
    assert "кассир" in client.get("/accounts/login/").content.decode()


def test_outside_of_a_demo_there_is_no_such_door(client, settings):
    settings.DEMO = False
    anna = make_staff("sales_manager", name="Anna Lindqvist")
    assert "Anna Lindqvist" not in client.get("/accounts/login/").content.decode()
    assert client.post("/demo/sign-in/", {"staff": anna.pk}).status_code == 404


def test_a_person_chooses_language_colours_and_keys(client, admin):
    client.post("/profile/", {"language": "ru", "next": "/staff/"})
    admin.refresh_from_db()
    assert admin.language == "ru"
    client.post("/profile/", {"whole": "1", "language": "en", "theme": "dark"})
    admin.refresh_from_db()
    assert (admin.language, admin.theme, admin.single_keys) == ("en", "dark", False)
    page = client.get("/profile/").content.decode()
    assert "Second factor" in page and "Sessions" in page


def test_a_colleague_is_entered_changed_and_leaves(client, admin):
    manager = make_role("sales_manager")
    answer = client.post("/staff/new/", entry(roles=[manager.pk], password="correct horse"))
    assert answer.status_code == 303
    boris = Staff.objects.get(email="boris@kontor.example")
    assert boris.check_password("correct horse") and boris.has_role("sales_manager")
    client.post(f"/staff/{boris.pk}/", entry(position="Head"))
    boris = Staff.objects.get(pk=boris.pk)
    assert not boris.is_active and boris.check_password("correct horse")


def test_an_address_is_given_once_and_a_weak_password_is_refused(client, admin):
    page = client.post("/staff/new/", entry(email=admin.email.upper(), password="12345")).content.decode()
    assert "Somebody signs in with this address already." in page and "This password is too" in page


def test_the_house_does_not_lock_itself_out(client, admin):
    answer = client.post(f"/staff/{admin.pk}/", entry(name="Ada", email=admin.email, is_active="on"))
    assert answer.status_code == 409 and "nobody would have the right" in answer.content.decode()
    assert Staff.objects.get(pk=admin.pk).may(Right.KEEP_STAFF)


def test_a_role_is_a_set_of_rights_by_groups(client, admin):
    answer = client.post("/staff/roles/new/", {"name": "Trainee", "scope": "1", "rights": ["log_contacts", "nonsense"]})
    assert answer.status_code == 422
    client.post("/staff/roles/new/", {"name": "Trainee", "scope": "1", "rights": ["log_contacts"]})
    trainee = Role.objects.get(name="Trainee")
    assert (trainee.code, trainee.rights) == ("trainee", ["log_contacts"])
    page = client.get(f"/staff/roles/{trainee.pk}/").content.decode()
    assert page.count('name="rights"') == len(Right) and "Order in the house" in page


def test_every_right_stands_in_one_group():
    grouped = [right for _title, rights in GROUPS for right in rights]
    assert sorted(grouped) == sorted(Right)


def test_a_stand_in_is_recorded_with_its_paper_and_withdrawn(client, admin):
    head, deputy = make_staff("wholesale_head"), make_staff("sales_manager")
    today = timezone.localdate()
    sent = {
        "absent": head.pk,
        "deputy": deputy.pk,
        "since": today.isoformat(),
        "until": "+14",
        "basis": "Order № 12",
    }
    assert client.post("/staff/stand-ins/new/", {**sent, "until": "-1"}).status_code == 409
    assert client.post("/staff/stand-ins/new/", sent).status_code == 303
    assert deputy in deciders(["wholesale_head"], today + timedelta(days=1))
    client.post(f"/staff/stand-ins/{StandIn.objects.get().pk}/withdraw/")
    assert deputy not in deciders(["wholesale_head"], today)


def test_sessions_of_a_colleague_are_ended(client, admin):
    assert client.post(f"/staff/{admin.pk}/sign-out/").status_code == 303


def test_who_lacks_the_right_is_told_whom_to_ask(client):
    make_staff("admin", name="Ada")
    client.force_login(make_staff("director"))
    for address in ("/staff/", "/staff/new/", "/staff/roles/new/", "/staff/stand-ins/new/"):
        assert client.get(address).status_code == 403
    assert "Ask Ada" in client.get("/staff/").content.decode()


def test_the_list_of_staff_costs_the_same_however_many_there_are(client, admin, django_assert_num_queries):
    with django_assert_num_queries(10):
        client.get("/staff/")
    for _more in range(10):
        make_staff("sales_manager", "cashier")
    with django_assert_num_queries(10):
        client.get("/staff/")
