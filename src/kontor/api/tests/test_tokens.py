"""Tokens: made once, shown once, ended for good."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kontor.api import actions, queries
from kontor.api.models import Token
from kontor.api.tests.make import Program
from kontor.kernel.refusals import Refused
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.people.tests.make import make_staff
from kontor.web.models import Posted

pytestmark = pytest.mark.django_db
NOW = timezone.now


@pytest.fixture
def staff() -> Staff:
    return make_staff("sales_manager")


def test_a_secret_opens_until_its_token_ends(staff) -> None:
    token, secret = actions.make_token(
        "shop", [Right.TAKE_ORDERS], by=staff, at=NOW(), ends_at=NOW() + timedelta(days=1)
    )
    assert queries.token_of(secret, NOW()) == token
    assert queries.token_of(secret + "x", NOW()) is None
    assert queries.token_of(secret, NOW() + timedelta(days=2)) is None
    ended = actions.end_token(token, by=staff, at=NOW())
    assert actions.end_token(token, by=staff, at=NOW()).ended_at == ended.ended_at
    assert queries.token_of(secret, NOW()) is None


def test_the_secret_itself_is_kept_nowhere(staff) -> None:
    token, secret = actions.make_token("shop", [], by=staff, at=NOW())
    assert secret not in str(Token.objects.values().get(pk=token.pk)) and len(secret) > 40


def test_nobody_gives_a_token_more_than_he_has(staff) -> None:
    with pytest.raises(Refused) as refused:
        actions.make_token(" ", [Right.TAKE_CASH], by=staff, at=NOW(), ends_at=NOW() - timedelta(days=1))
    assert [each.code for each in refused.value.refusals] == ["name", "rights", "ends_on"]


def test_only_its_person_or_who_keeps_staff_ends_a_token(staff) -> None:
    token, _secret = actions.make_token("shop", [], by=staff, at=NOW())
    with pytest.raises(Refused):
        actions.end_token(token, by=make_staff("director"), at=NOW())
    assert actions.end_token(token, by=make_staff("admin"), at=NOW()).ended_at


def test_whoever_leaves_or_loses_a_right_takes_it_from_the_token(staff) -> None:
    program = Program(staff)
    assert Right.TAKE_ORDERS in program.get("/me")["rights"]
    staff.roles.clear()
    assert program.get("/me")["rights"] == []
    Staff.objects.filter(pk=staff.pk).update(is_active=False)
    program.get("/me", 401)


def test_use_is_noted_once_an_hour(staff, django_assert_num_queries) -> None:
    program = Program(staff)
    program.get("/me")
    assert Token.objects.get().last_used_at
    with django_assert_num_queries(2):
        program.get("/me")


def test_the_page_makes_a_token_shows_it_once_and_ends_it(staff, client: Client) -> None:
    client.force_login(staff)
    sent = {
        "name": "Shop",
        "rights": [Right.TAKE_ORDERS],
        "ends_on": "+30",
        "op": "4b1ad3de-2a2c-4f5c-9d3c-2b8a9a0f9b11",
    }
    page = client.post("/profile/tokens/", sent).content.decode()
    token = Token.objects.get()
    assert token.hint in page and 'id="secret"' in page
    assert 'id="secret"' not in client.get("/profile/tokens/").content.decode()
    assert not Posted.objects.filter(body__contains=token.hint).exists()
    again = client.post("/profile/tokens/", sent)
    assert again.status_code == 422 and Token.objects.count() == 1
    assert client.post(f"/profile/tokens/{token.pk}/end/").status_code == 303
    assert Token.objects.get().ended_at


def test_nobody_sees_or_ends_a_colleagues_token_on_the_page(staff, client: Client) -> None:
    token, _secret = actions.make_token("Shop of mine", [], by=make_staff("director"), at=NOW())
    client.force_login(staff)
    assert "Shop of mine" not in client.get("/profile/tokens/").content.decode()
    assert client.post(f"/profile/tokens/{token.pk}/end/").status_code == 404
