"""Pages of debts."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kontor.debts.models import Reconciliation
from kontor.debts.tests.make import make_debt, make_payment
from kontor.parties.tests.make import make_client, make_firm
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def anna():
    return make_staff("sales_manager", name="Anna Lindqvist")


@pytest.fixture
def signed_in(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture
def volga(anna):
    client = make_client("Volga Electro", owner=anna)
    make_payment(client, 300, order=make_debt(client, 1_000, late=19))
    return client


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


@pytest.mark.clause("W-1.3.3.3a")
def test_the_table_shows_documents_ages_and_the_ledgers_balance(signed_in, anna, volga, django_assert_num_queries):
    signed_in.get("/debts/")
    with django_assert_num_queries(17):
        page = text(signed_in.get("/debts/"))
    for shown in ("Volga Electro", "700", "oldest 19 days", "Balance of the ledger", "8–30 days"):
        assert shown in page, shown
    make_debt(make_client("Kama", owner=anna), 50, late=-3)
    with django_assert_num_queries(17):
        assert "Kama" in text(signed_in.get("/debts/"))
    assert "Kama" not in text(signed_in.get("/debts/?only=late", headers=HTMX))
    assert "Nothing found" in text(signed_in.get("/debts/?q=nobody"))


@pytest.mark.clause("W-1.3.3.3a")
def test_a_past_day_is_asked_for_and_a_bad_one_is_told(signed_in, volga):
    day = timezone.localdate() - timedelta(days=5)
    assert "1,000" in text(signed_in.get(f"/debts/?on={day:%Y-%m-%d}"))
    assert "1,000" not in text(signed_in.get("/debts/?on=yesteryear")).split("debt-table")[0]


def test_the_workbook_holds_the_table(signed_in, volga):
    answer = signed_in.get("/debts/debts.xlsx")
    assert answer.content.startswith(b"PK") and "attachment" in answer["Content-Disposition"]


@pytest.mark.clause("W-1.3.3.5b")
def test_a_statement_is_drawn_up_sent_and_signed_through_the_pages(signed_in, volga):
    today = timezone.localdate()
    period = {"firm": make_firm().pk, "since": f"{today - timedelta(days=60):%Y-%m-%d}", "until": f"{today:%Y-%m-%d}"}
    assert signed_in.get(f"/debts/statements/new/?client={volga.pk}").status_code == 200
    assert signed_in.post("/debts/statements/new/", {**period, "until": "2000-01-01"}).status_code == 422
    answer = signed_in.post("/debts/statements/new/", {**period, "client": volga.pk})
    paper = Reconciliation.objects.get()
    assert answer["Location"] == reverse("debts:reconciliation", args=[paper.pk])
    assert "the client owes us" in text(signed_in.get(answer["Location"]))
    act = ["reconciliation", paper.pk]
    signed_in.post(reverse("act", args=[*act, "send"]), {"way": "hand"})
    assert "sent" in text(signed_in.get("/debts/statements/"))
    assert signed_in.post(reverse("act", args=[*act, "sign"]), {"signed_on": f"{today:%Y-%m-%d}"}).status_code == 422
    scan = SimpleUploadedFile("signed.pdf", b"%PDF-1.7 signed")
    signed_in.post(reverse("act", args=[*act, "sign"]), {"signed_on": f"{today:%Y-%m-%d}", "scan": scan})
    assert Reconciliation.objects.get().status == "signed"
    assert "signed.pdf" in text(signed_in.get(answer["Location"]))
    for name in ("pdf", "statement_xlsx"):
        assert signed_in.get(reverse(f"debts:{name}", args=[paper.pk])).status_code == 200


def test_statements_for_everybody_at_once(signed_in, anna, volga):
    make_debt(make_client(owner=anna), 50, late=1)
    today = timezone.localdate()
    period = {"firm": make_firm().pk, "since": f"{today - timedelta(days=60):%Y-%m-%d}", "until": f"{today:%Y-%m-%d}"}
    signed_in.post("/debts/statements/new/", period)
    assert Reconciliation.objects.count() == 2


def test_a_strangers_statement_is_not_found(client, signed_in, volga):
    test_statements_for_everybody_at_once(signed_in, volga.owner, volga)
    client.force_login(make_staff("sales_manager"))
    assert client.get(reverse("debts:reconciliation", args=[Reconciliation.objects.first().pk])).status_code == 404
