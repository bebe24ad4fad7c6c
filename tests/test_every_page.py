"""Nothing falls over: every page opens, or is closed in words, for every role in every language."""

import pytest
from django.test import Client as Browser

from kontor.people.models import Staff
from kontor.people.roles import BUILT_IN
from tests.office import Office, living_office, paper_addresses, plain_addresses

pytestmark = pytest.mark.django_db
FINE = {200, 302, 403, 404, 405, 422}
SEE_ALL_PAGES = ("director", "accountant", "cashier", "warehouse", "admin")  # between them


def answers(addresses: dict[str, str], staff: Staff, language: str) -> dict[str, int]:
    browser = Browser(raise_request_exception=False)
    staff.language = language
    staff.save(update_fields=["language"])
    browser.force_login(staff)
    return {
        f"{language} {staff.name}: {name} {path}": browser.get(path).status_code for name, path in addresses.items()
    }


def failures(office: Office, addresses: dict[str, str], language: str, roles: tuple[str, ...]) -> list[str]:
    given = [item for role in roles for item in answers(addresses, office[role], language).items()]
    return [f"{asked} → {code}" for asked, code in given if code not in FINE]


def test_every_page_opens_for_every_role_in_three_languages() -> None:
    office = living_office()
    papers = paper_addresses()
    addresses = plain_addresses() | papers
    assert len(addresses) > 50, "the list of pages lost its pages"
    wrong = failures(office, addresses, "en", tuple(BUILT_IN))
    wrong += failures(office, addresses, "ru", SEE_ALL_PAGES) + failures(office, addresses, "zh-hans", SEE_ALL_PAGES)
    assert not wrong, "\n".join(wrong)
    unseen = [asked for asked, code in answers(papers, office["director"], "en").items() if code != 200]
    assert not unseen, "\n".join(unseen)
