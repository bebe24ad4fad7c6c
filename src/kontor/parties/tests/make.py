"""Plain makers of clients and firms for the tests of every app."""

from itertools import count

from kontor.kernel.identifiers import phone_digits
from kontor.parties.models import Client, Firm, FirmAccount, Person, PriceLevel
from kontor.parties.search import fill_search
from kontor.people.models import Staff
from kontor.people.tests.make import make_staff

_numbers = count(1)


def make_level(code: str = "W2", **columns: object) -> PriceLevel:
    defaults = {
        "name": {"W1": "Wholesale 1", "W2": "Wholesale 2", "R": "Retail"}.get(code, code),
        "rank": 1,
        **columns,
    }
    return PriceLevel.objects.get_or_create(code=code, defaults=defaults)[0]


def make_firm(name: str = "Kontor Trade", **columns: object) -> Firm:
    """One of our firms with its account, valid by the keys; made once."""
    defaults = {
        "full_name": "Kontor Trade LLC", "tax_id": "7707083893", "kpp": "770701001",
        "address": "Moscow, Tverskaya 1", "director": "Elena Sokolova", **columns,
    }  # fmt: skip
    firm, made = Firm.objects.get_or_create(name=name, defaults=defaults)
    if made:
        FirmAccount.objects.create(
            firm=firm, number="40702810938000000001", bank="Sberbank", bic="044525225",
            correspondent="30101810400000000225",
        )  # fmt: skip
    return firm


def make_client(name: str = "", *, owner: Staff | None = None, person: str = "", **columns: object) -> Client:
    """A client's card, searchable, with one person if named."""
    owner = owner or make_staff("sales_manager")
    columns = {"office": owner.office, "price_level": make_level(), **columns}
    client = Client(name=name or f"Client {next(_numbers)}", owner=owner, **columns)
    fill_search(client)
    client.save()
    if person:
        make_person(client, person)
    return client


def make_person(client: Client, name: str = "Irina Fomina", phone: str = "+74822550112", **columns: object) -> Person:
    person = Person.objects.create(client=client, name=name, phone=phone, phone_digits=phone_digits(phone), **columns)
    fill_search(client, client.persons.all())
    client.save(update_fields=["search"])
    return person
