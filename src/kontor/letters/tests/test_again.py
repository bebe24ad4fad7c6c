"""A letter that came back: who may send it again, and where to."""

import pytest
from django.test import Client

from kontor.letters.models import Letter
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db


def returned(by: Staff) -> Letter:
    return Letter.objects.create(to="gone@volga.example", subject="Invoice", body="", by=by, state=Letter.State.FAILED)


def again(staff: Staff, letter: Letter, to: str) -> int:
    browser = Client()
    browser.force_login(staff)
    status: int = browser.post(f"/letters/{letter.pk}/again/", {"to": to}).status_code
    letter.refresh_from_db()
    return status


def test_whoever_wrote_a_letter_sends_it_again_to_a_corrected_address() -> None:
    letter = returned(author := make_staff("sales_manager"))
    assert again(author, letter, "buh@volga.example") == 303
    assert (letter.to, letter.state) == ("buh@volga.example", Letter.State.WAITING)


@pytest.mark.parametrize("role", ["warehouse", "cashier", "purchasing"])
def test_nobody_sends_a_letter_elsewhere_who_does_not_write_to_clients(role: str) -> None:
    letter = returned(make_staff("sales_manager"))
    assert again(make_staff(role), letter, "friend@elsewhere.example") == 409
    assert (letter.to, letter.state) == ("gone@volga.example", Letter.State.FAILED)


@pytest.mark.parametrize("address", ["volga", "a" * 250 + "@volga.example"])
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    letter = returned(author := make_staff("sales_manager"))
    assert again(author, letter, address) == 409
    assert letter.state == Letter.State.FAILED
