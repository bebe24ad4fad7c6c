"""An invoice from the order to the client's mailbox and the named day of payment."""

from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from kontor.duties.models import Duty
from kontor.invoices import actions, enclosures, jobs, queries
from kontor.invoices.models import Invoice, Sending
from kontor.kernel.refusals import Refused
from kontor.letters.models import Letter
from kontor.letters.tests.postman import postman
from kontor.orders import actions as orders
from kontor.orders.models import Order
from kontor.orders.tests.make import make_goods, make_order
from kontor.parties.tests.make import make_client
from kontor.people.tests.make import make_staff

pytestmark = pytest.mark.django_db
NOW = timezone.now


def an_order(**terms: object) -> Order:
    manager = make_staff("sales_manager")
    client = make_client(
        "Volga Electro",
        owner=manager,
        full_name="ООО «Волга-Электро»",
        tax_id="6312345672",
        language="ru",
        email="buh@volga.example",
    )
    (product,) = make_goods(8460, name="Перфоратор HD-2600")
    return make_order([(product, 3)], client=client, by=manager, **terms)


@pytest.mark.clause("W-1.3.2.1b")
def test_an_order_becomes_an_invoice_with_its_lines_number_and_validity() -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    assert (invoice.total, invoice.based_on_id) == (order.total, order.pk)
    assert invoice.valid_until > NOW().date()
    assert Order.objects.get(pk=order.pk).status == Order.Status.PLACED
    assert actions.issue(order, by=order.owner, at=NOW()).pk == invoice.pk


def test_a_draft_or_a_client_without_requisites_gets_no_invoice() -> None:
    order = make_order()
    with pytest.raises(Refused) as refused:
        actions.issue(order, by=order.owner, at=NOW())
    codes = {refusal.code for refusal in refused.value.refusals}
    assert codes == {"not_placed", "no_requisites"}


def test_the_paper_says_the_sum_in_words_and_the_purpose_that_the_bank_morning_reads() -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(enclosures.pdf(invoice))).pages)
    assert invoice.number in text
    assert "Двадцать пять тысяч триста восемьдесят рублей 00 копеек" in text.replace("\n", " ")


@pytest.mark.clause("W-1.3.2", "W-1.3.2.2")
def test_sending_brings_invoice_and_price_list_to_the_mailbox_and_the_duty_to_call(settings) -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    sending = actions.send(invoice, by=order.owner, at=NOW(), way="email", address="buh@volga.example")
    with postman() as man:
        settings.KONTOR_SMTP_URL = man.url
        jobs.deliver(sending.pk)
        jobs.deliver(sending.pk)
    (mail,) = man.letters
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert len(names) == 3
    assert names[0].endswith(".pdf")
    duty = Duty.objects.open().get(kind="call_payment_date", document_id=invoice.pk)
    assert duty.clause == "W-1.3.2.2"
    actions.note_payment_date(
        invoice, by=order.owner, at=NOW(), expected_on=date.today() + timedelta(days=3), said="В среду оплатим"
    )
    assert not Duty.objects.open().filter(document_id=invoice.pk).exists()


@pytest.mark.clause("W-1.3.2")
def test_a_letter_that_comes_back_puts_the_invoice_back_and_warns_the_manager(settings) -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    sending = actions.send(invoice, by=order.owner, at=NOW(), way="email", address="gone@volga.example")
    with postman(refuses={"gone@volga.example"}) as man:
        settings.KONTOR_SMTP_URL = man.url
        jobs.deliver(sending.pk)
    invoice.refresh_from_db()
    assert invoice.status == Invoice.Status.ISSUED
    assert Letter.objects.get().state == Letter.State.FAILED
    assert Duty.objects.open().get(document_id=invoice.pk).kind == "send_invoice_again"


def test_without_a_mail_server_the_letter_waits_with_its_files() -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    sending = actions.send(invoice, by=order.owner, at=NOW(), way="email", address="buh@volga.example")
    jobs.deliver(sending.pk)
    letter = Sending.objects.get().letter
    assert letter.state == Letter.State.WAITING
    assert letter.attachments.count() == 3


def test_an_invoice_that_ran_out_expires_and_asks_for_nothing() -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    later = invoice.valid_until + timedelta(days=1)
    assert [each.pk for each in queries.run_out(later)] == [invoice.pk]
    assert actions.expire(invoice, on=later).status == Invoice.Status.EXPIRED


def test_changing_the_order_withdraws_its_invoice() -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    orders.reopen(order, by=order.owner, reason="two more", at=NOW())
    invoice.refresh_from_db()
    assert invoice.status == Invoice.Status.WITHDRAWN


@pytest.mark.parametrize("page", ["/invoices/", "/invoices/{pk}/", "/invoices/{pk}/invoice.pdf", "/letters/"])
def test_the_pages_open(page: str, client) -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    client.force_login(order.owner)
    assert client.get(page.format(pk=invoice.pk)).status_code == 200


def test_a_refused_verb_shows_its_form_again_with_the_reason_and_what_was_typed() -> None:
    order = an_order()
    invoice = actions.accept(order, by=order.owner, at=NOW())
    type(order.client).objects.filter(pk=order.client_id).update(email="")
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(order.owner)
    typed = {"op": str(uuid4()), "way": "email", "address": "", "message": "We hold the goods until Friday"}
    answer = browser.post(f"/papers/invoice/{invoice.pk}/send/", typed)
    assert answer.status_code == 409
    assert "The client has no e-mail address" in answer.content.decode()
    assert "We hold the goods until Friday" in answer.content.decode()
    assert not Sending.objects.exists()
