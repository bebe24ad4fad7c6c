"""The reconciliation statement from draft to signature."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kontor.debts import actions, books, jobs, queries
from kontor.debts.tests.make import make_debt, make_payment
from kontor.duties.models import Duty
from kontor.kernel.refusals import Refused
from kontor.letters.models import Letter
from kontor.parties.tests.make import make_client, make_firm
from kontor.people.tests.make import make_staff
from kontor.printing.tests.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return make_staff("sales_manager", name="Anna Lindqvist")


@pytest.fixture
def kama(anna):
    client = make_client("Kama Build Supply", owner=anna, email="books@kama.example", country="RU")
    make_payment(client, 300, order=make_debt(client, 1_000, late=10))
    return client


def drawn(client, by=None):
    today = timezone.localdate()
    return actions.draw_up(
        client, make_firm(), today - timedelta(days=90), today, by=by or client.owner, at=timezone.now()
    )


def scan():
    return SimpleUploadedFile("signed.pdf", b"%PDF-1.7 signed")


@pytest.mark.clause("W-1.3.3.5a")
def test_opening_turnovers_and_closing_come_from_the_ledger(kama):
    paper = drawn(kama)
    assert (paper.opening, paper.charged, paper.paid, paper.closing) == (0, 1_000, 300, 700)
    assert drawn(kama) == paper
    make_debt(kama, 50)
    assert drawn(kama).closing == 750


@pytest.mark.clause("W-1.3.3.5b")
def test_the_statement_prints_two_halves_closing_in_words_in_the_clients_language(kama):
    text = text_of(books.pdf(drawn(kama), mirrored=True))
    assert "(Семьсот рублей 00 копеек)" in text and text.count("1 000,00") >= 4
    assert books.xlsx(drawn(kama)).startswith(b"PK")


@pytest.mark.clause("W-1.3.3.5b")
def test_a_sent_statement_has_a_letter_with_the_pdf_and_a_duty(kama, settings):
    paper = actions.send(drawn(kama), by=kama.owner, at=timezone.now(), way="email", address=kama.email)
    letter = Letter.objects.get(document=paper)
    jobs.deliver(letter.pk, paper.pk)
    (attachment,) = letter.attachments.all()
    assert bytes(attachment.content).startswith(b"%PDF") and paper.sent_on == timezone.localdate()
    assert Duty.objects.open().get(kind="sign_reconciliation").document_id == paper.pk
    assert list(queries.unsigned(kama.owner)) == [paper]


@pytest.mark.clause("W-1.3.3.5a", "W-1.3.3.5b")
def test_a_difference_is_explained_before_the_statement_goes_out_again(kama):
    paper = actions.send(drawn(kama), by=kama.owner, at=timezone.now(), way="hand")
    paper = actions.dispute(paper, by=kama.owner, at=timezone.now(), their_closing=Decimal(600))
    with pytest.raises(Refused) as refused:
        actions.send(paper, by=kama.owner, at=timezone.now(), way="hand")
    assert refused.value.refusals[0].code == "difference"
    paper = actions.dispute(
        paper,
        by=kama.owner,
        at=timezone.now(),
        their_closing=Decimal(600),
        difference_why="Bonus of 100 not booked by us.",
    )
    assert actions.send(paper, by=kama.owner, at=timezone.now(), way="hand").status == "sent"


@pytest.mark.clause("W-1.3.3.5b")
def test_signed_needs_day_and_scan_and_fulfils_the_duty(kama):
    paper = actions.send(drawn(kama), by=kama.owner, at=timezone.now(), way="hand")
    signed = actions.sign(paper, by=kama.owner, at=timezone.now(), signed_on=timezone.localdate(), scan=scan())
    assert signed.status == "signed" and signed.scan.document_id == paper.pk
    assert Duty.objects.get(kind="sign_reconciliation").done_by == kama.owner
    assert actions.sign(paper, by=kama.owner, at=timezone.now(), signed_on=timezone.localdate(), scan=scan()) == signed
    make_debt(kama, 10)
    assert queries.changed_since(signed) == 10


def test_the_same_balance_is_no_dispute_and_a_withdrawn_statement_owes_nothing(kama):
    paper = actions.send(drawn(kama), by=kama.owner, at=timezone.now(), way="hand")
    with pytest.raises(Refused):
        actions.dispute(paper, by=kama.owner, at=timezone.now(), their_closing=Decimal(700))
    actions.withdraw(paper, by=kama.owner, reason="Wrong period", at=timezone.now())
    assert not Duty.objects.open().exists()


def test_one_goes_to_everybody_who_traded_or_owes(kama, anna):
    make_debt(make_client(owner=anna), 5)
    make_client(owner=anna)
    today = timezone.localdate()
    since = today - timedelta(days=90)
    clients = list(queries.movers(anna, make_firm(), since, today))
    papers = actions.draw_up_many(clients, make_firm(), since, today, by=anna, at=timezone.now())
    assert len(papers) == 2


def test_the_period_has_run_and_the_right_is_asked(kama):
    today = timezone.localdate()
    with pytest.raises(Refused) as refused:
        actions.draw_up(
            kama, make_firm(), today, today + timedelta(days=1), by=make_staff("warehouse"), at=timezone.now()
        )
    assert {refusal.code for refusal in refused.value.refusals} == {"not_allowed", "until"}
