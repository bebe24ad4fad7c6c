"""The main road through the API alone: from a client's wish to delivered goods, each step by whoever may take it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kontor.api.tests.make import Program
from kontor.orders.tests.make import make_goods
from kontor.parties.models import Client
from kontor.parties.tests.make import make_firm
from kontor.payments.tests.make import statement
from kontor.people.tests.make import make_staff
from kontor.stock.tests.make import make_warehouse

pytestmark = pytest.mark.django_db


def bank_file(amount: str, payer: Client, purpose: str, day: date) -> SimpleUploadedFile:
    return SimpleUploadedFile("day.txt", statement((amount, payer, purpose), day=day))


@pytest.mark.clause("W-1.3.9.1", "W-1.3.2.1b", "W-1.3.3.2")
def test_a_prepaid_order_walks_from_the_client_to_delivery_by_programs_alone() -> None:
    today = timezone.localdate()
    make_firm()
    make_warehouse()
    drill, screws = make_goods(8460, 120, stock=50)
    manager, accountant = Program(make_staff("sales_manager")), Program(make_staff("accountant"))
    keeper = Program(make_staff("warehouse"))

    # A new client, and what they want.
    card = {
        "name": "Okna Volgi", "full_name": 'OOO "Okna Volgi"', "tax_id": "7736207543", "email": "buh@volga.example",
        "person": {"name": "Irina Fomina", "phone": "+7 482 255-01-12"},
    }  # fmt: skip
    client = manager.post("/clients", card, 201)
    found = manager.get("/products", q=screws.article, client=client["id"])["rows"]
    assert found[0]["price"]["amount"] == "120.00" and found[0]["stock"]["free"] == "50.000"
    lines = [{"product": drill.pk, "quantity": "2"}, {"product": screws.pk, "quantity": "10"}]
    order = manager.post("/orders", {"client": client["id"], "source": "phone", "lines": lines}, 201)
    assert order["total"] == "18120.00"
    one = f"/orders/{order['id']}"
    to = {"delivery_method": "own_transport", "delivery_address": "Tver, Sovetskaya 1", "version": order["version"]}
    order = manager.send("PATCH", one, to)

    # Reserved, invoiced, sent; the day of payment is named.
    invoice = manager.post(one + "/actions/accept", {"version": order["version"]})
    manager.post(f"/invoices/{invoice['id']}/actions/send", {"way": "hand", "address": ""})
    manager.post(f"/invoices/{invoice['id']}/actions/payment_date", {"expected_on": str(today), "said": "Today"})
    assert manager.get(f"/invoices/{invoice['id']}")["status"] == "sent"

    # Unpaid goods are not picked: the program is told why.
    unpaid = manager.post(one + "/actions/pass_to_picking", status=409)
    assert unpaid["refusals"][0]["consent"] == "pick_unpaid"
    assert not manager.get(one + "/gates/ship")["open"]

    # The bank morning.
    payer = Client.objects.get(pk=client["id"])
    file = bank_file("18120.00", payer, f"Оплата по счету № {invoice['number']}", today)
    assert accountant.upload("/bank/statements", file=file)["new"] == 1
    days = {"since": str(today), "until": str(today)}
    (line,) = accountant.get("/bank/lines", **days)["rows"]
    assert line["proposal"]["parts"][0]["paper"] == invoice["id"], line["proposal"]
    if line["sure"]:
        accountant.post("/bank/book-sure", days)
    else:
        parts = [{"paper": invoice["id"], "amount": "18120.00"}]
        accountant.post(f"/bank/lines/{line['id']}/book", {"client": client["id"], "parts": parts}, 201)
    assert manager.get("/payments", client=client["id"])["rows"][0]["total"] == "18120.00"

    # Picked, released, delivered.
    assert "pass_to_picking" in {duty["kind"] for duty in manager.get("/duties")["rows"]}
    picking = manager.post(one + "/actions/pass_to_picking")
    picking = keeper.post(f"/pickings/{picking['id']}/actions/start")
    counted = {str(each["id"]): each["asked"] for each in picking["lines"]}
    shipment = keeper.post(f"/pickings/{picking['id']}/finish", {"quantities": counted})
    assert keeper.get(one + "/gates/ship")["open"]
    released = keeper.post(one + "/actions/ship", {"receiver": "Irina Fomina"})
    assert (released["id"], released["status"]) == (shipment["id"], "released")
    delivered = manager.post(f"/shipments/{shipment['id']}/actions/deliver", {"receiver": "Irina Fomina"})
    assert (delivered["status"], delivered["total"]) == ("delivered", "18120.00")
    assert manager.get(one)["status"] == "completed"
    assert manager.get("/debts")["rows"] == []
