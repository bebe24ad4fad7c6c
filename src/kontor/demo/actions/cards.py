"""Clients' cards: names and numbers, people, accounts, terms, and the entry in the timeline by which each began."""

from datetime import date, time, timedelta

from kontor.demo.actions.cast import Cast
from kontor.demo.actions.sheets import Book
from kontor.demo.world import facts
from kontor.kernel.identifiers import normal_phone, phone_digits
from kontor.parties.models import Client, ClientAccount, Person, Region
from kontor.parties.search import fill_search
from kontor.timeline.models import Event

DUTIES = {"all": "director", "money": "pays", "range": "decides", "delivery": "receives"}
TERMS = {"prepaid": "prepaid", "partial": "partial", "credit": "deferred", "cash": "prepaid"}
COLLECTED = ("Самовывоз", "Collects from us", "自提")


def enter_clients(cast: Cast, book: Book) -> None:
    """All cards in one go, the oldest client first."""
    known = sorted(cast.world.clients, key=lambda each: (each.since, each.key))
    names = dict.fromkeys(each.town.region for each in known)
    country = cast.world.firm.country
    regions = {name: Region.objects.create(name=name, country=country) for name in names}
    cast.cards = {each.key: each for each in known}
    cards = [_card(cast, each, regions[each.town.region]) for each in known]
    people = [[_person(cast, card, who) for who in each.contacts] for card, each in zip(cards, known, strict=True)]
    for card, own in zip(cards, people, strict=True):
        fill_search(card, own)
    Client.objects.bulk_create(cards)
    Person.objects.bulk_create(person for own in people for person in own)
    cast.clients = {each.key: card for each, card in zip(known, cards, strict=True)}
    cast.persons = {each.key: own for each, own in zip(known, people, strict=True)}
    for each in known:
        _open(cast, book, each)


def _card(cast: Cast, each: facts.Client, region: Region) -> Client:
    """The card with the terms agreed."""
    papers, country = each.requisites, cast.world.firm.country
    return Client(
        name=each.short_name,
        full_name=papers.legal_name,
        status=each.status,
        grade=each.grade,
        country=country,
        tax_id=papers.tax_id,
        kpp=papers.kpp,
        registration=papers.ogrn,
        industry=each.industry[:120],
        legal_address=papers.address,
        delivery_address=each.delivery_address,
        delivery_note="" if each.delivery_window in COLLECTED else each.delivery_window,
        city=each.town.name,
        region=region,
        phone=normal_phone(each.phone, country),
        email=each.email,
        language=cast.language,
        owner=cast.staff[each.owner],
        office=cast.office_of(cast.staff[each.owner]),
        since=each.since,
        price_level=cast.levels[each.level],
        **_terms(each),
    )


def _terms(each: facts.Client) -> dict[str, object]:
    cash = each.terms == "cash"
    collects = cash or each.delivery_window in COLLECTED
    return {
        "payment_order": TERMS[each.terms],
        "prepay_percent": each.prepay_percent if each.terms == "partial" else 100 if each.terms != "credit" else 0,
        "credit_days": 14 if each.terms == "partial" else each.credit_days,
        "credit_limit": each.credit_limit,
        "payment_methods": ["cash", "bank"] if cash else ["bank"],
        "delivery_methods": ["pick_up"] if collects else ["own_transport", "pick_up"],
    }


def _person(cast: Cast, card: Client, who: facts.Contact) -> Person:
    phone = normal_phone(who.phone, cast.world.firm.country)
    return Person(
        client=card,
        name=who.person.full,
        position=who.position,
        duty=DUTIES[who.decides],
        phone=phone,
        phone_digits=phone_digits(phone),
        email=who.email,
        takes_mailings=bool(who.email) and cast.dice("mail", who.email).random() < 0.6,
    )


def _open(cast: Cast, book: Book, each: facts.Client) -> None:
    """The account, and how the card began."""
    account, card = each.requisites.account, cast.clients[each.key]
    book.add(
        ClientAccount,
        client_id=card.pk,
        number=account.number,
        bank=account.bank,
        bic=account.bic,
        correspondent=account.correspondent,
        is_main=True,
    )
    dice = cast.dice("card", each.key)
    day: date = each.since - timedelta(days=max(0, each.since.weekday() - 4))
    entered = cast.at(day, time(dice.randint(9, 16), dice.randint(0, 59)), cast.offices[each.office])
    Client.objects.filter(pk=card.pk).update(created_at=entered)
    book.add(
        Event,
        at=entered,
        kind="client.entered",
        client_id=card.pk,
        document_id=None,
        by_id=card.owner_id,
        amount=None,
        said="",
        facts={"owner": card.owner.name},
        corrects_id=None,
    )
