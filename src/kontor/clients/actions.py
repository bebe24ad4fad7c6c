"""Verbs on a client's card. Every change is an entry of the timeline with what stood before and what stands now."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from kontor.clients.gates import card_gates, owner_gates, requisite_gates, terms_gates
from kontor.clients.queries import last_changed_by
from kontor.kernel.identifiers import phone_digits
from kontor.kernel.refusals import Changed, Refusal, refuse_if
from kontor.parties.models import Client, ClientAccount, PaymentOrder, Person
from kontor.parties.queries import first_level
from kontor.parties.requisites import checked, checked_account
from kontor.parties.search import COLUMNS, fill_search
from kontor.people.models import Office, Staff
from kontor.standards import queries as standards
from kontor.timeline import actions as timeline
from kontor.timeline.changes import display, to_keep

CARD = (
    "name", "full_name", "status", "grade", "country", "tax_id", "kpp", "registration", "industry", "legal_address",
    "delivery_address", "delivery_note", "city", "region", "phone", "email", "site", "language", "note",
)  # fmt: skip
TERMS = (
    "price_level", "payment_order", "prepay_percent", "credit_days", "credit_limit", "payment_methods", "delivery_methods",
)  # fmt: skip
PERSON = ("name", "position", "duty", "phone", "email", "takes_mailings", "note", "is_gone")


@transaction.atomic
def enter(
    *,
    by: Staff,
    on: date,
    owner: Staff | None = None,
    office: Office | None = None,
    persons: Iterable[Mapping[str, Any]] = (),
    **fields: Any,
) -> Client:
    """A new client: the card, its first people, whose it is. Terms other than the house's usual are set by `set_terms`.

    The owner is who enters it, unless this person may pass clients on. Doubles are not looked for here: `queries.doubles`.
    """
    refuse_if(card_gates(by))
    if owner is not None and owner.pk != by.pk:
        refuse_if(owner_gates(by))
    _know(fields, CARD)
    owner = owner or by
    client = Client(**_checked(fields, fields.get("country", "RU")), owner=owner, office=office or owner.office)
    client.since, client.price_level = on, first_level()
    people = [Person(client=client, **_checked_person(person, client.country)) for person in persons]
    fill_search(client, people)
    client.save()
    Person.objects.bulk_create(people)
    timeline.record("client.entered", by=by, client=client, owner=owner.name)
    return client


@transaction.atomic
def change(client: Client, *, by: Staff, version: int | None = None, **fields: Any) -> Client:
    """Change columns of the card (`CARD`). Saving what already stands changes nothing."""
    refuse_if(card_gates(by))
    _know(fields, CARD)
    client = _locked(client, version, fields)
    return _apply(client, _checked(fields, fields.get("country", client.country)), "client.changed", by=by)


@transaction.atomic
def set_terms(client: Client, *, by: Staff, version: int | None = None, **terms: Any) -> Client:
    """Price level, order and ways of payment, deferral and limit, ways of delivery. Clauses W-1.3.5.2a, b, c."""
    _know(terms, TERMS)
    refuse_if(terms_gates(client, terms, by=by))
    client = _locked(client, version, terms)
    return _apply(client, terms | _implied(terms), "client.terms", by=by)


@transaction.atomic
def pass_to(client: Client, owner: Staff, *, by: Staff, version: int | None = None, reason: str = "") -> Client:
    """Give the client to another manager, with his office. Papers under way keep their own owner."""
    refuse_if(owner_gates(by))
    if not owner.is_active:
        refuse_if([Refusal("owner", _("{name} does not work here any more.").format(name=owner))])
    client = _locked(client, version, {"owner": owner})
    return _apply(client, {"owner": owner, "office": owner.office}, "client.passed", by=by, said=reason)


@transaction.atomic
def put_person(client: Client, *, by: Staff, person: Person | None = None, **fields: Any) -> Person:
    """Enter somebody at the client's, or change what is known of him. People are not deleted: `is_gone`."""
    refuse_if(card_gates(by))
    _know(fields, PERSON)
    client = _locked(client, None, {})
    found = Person.objects.get(pk=person.pk, client=client) if person else Person(client=client)
    given = _checked_person(fields, client.country)
    changes = _changes(found, given) if person else {}
    if person and not changes:
        return found
    for name, value in given.items():
        setattr(found, name, value)
    found.save()
    _refresh_search(client)
    kind = "client.person_changed" if person else "client.person"
    timeline.record(kind, by=by, client=client, person=found.name, changes=changes)
    return found


@transaction.atomic
def put_account(
    client: Client,
    *,
    by: Staff,
    number: str,
    bank: str,
    bic: str = "",
    correspondent: str = "",
    is_main: bool = True,
) -> ClientAccount:
    """Enter a bank account of the client, checked against its bank's code. The same account again only becomes main."""
    refuse_if(card_gates(by))
    client = _locked(client, None, {})
    try:
        number, bic = checked_account(client.country, number, bic)
    except ValueError as wrong:
        refuse_if([Refusal("number", str(wrong.args[0]))])
    if is_main:
        client.accounts.update(is_main=False)
    columns = {"bank": bank, "correspondent": correspondent, "is_main": is_main}
    account, made = ClientAccount.objects.update_or_create(client=client, number=number, bic=bic, defaults=columns)
    if made:
        timeline.record("client.account", by=by, client=client, account=str(account))
    return account


@transaction.atomic
def drop_account(account: ClientAccount, *, by: Staff) -> None:
    """Remove an account that the client has closed; the timeline remembers it."""
    refuse_if(card_gates(by))
    if not ClientAccount.objects.filter(pk=account.pk).exists():
        return
    timeline.record("client.account_dropped", by=by, client=account.client, account=str(account))
    account.delete()


def has_ordered(client_id: int | None, *, on: date) -> None:
    """Goods have left for a client: the day is kept, and a prospect becomes new, a new or former client a current one."""
    status = Client.Status
    Client.objects.filter(pk=client_id or 0).update(
        last_order_on=on,
        since=Coalesce("since", Value(on)),
        status=Case(
            When(status__in=[status.PROSPECT, status.TARGET], then=Value(status.NEW)),
            When(status__in=[status.NEW, status.FORMER], then=Value(status.CURRENT)),
            default=F("status"),
        ),
    )


@transaction.atomic
def mark_former(*, on: date, limit: int = 500) -> int:
    """Clients without orders for `former_client_after_days` count as former (W-1.4.3.2). Answers how many became so."""
    since = on - timedelta(days=standards.whole("former_client_after_days", on))
    dealing = Client.objects.filter(status__in=[Client.Status.NEW, Client.Status.CURRENT], last_order_on__lt=since)
    found = list(dealing.select_for_update(no_key=True, skip_locked=True).order_by("pk")[:limit])
    for client in found:
        changes = {"status": [client.status, Client.Status.FORMER.value]}
        timeline.record("client.former", by=None, client=client, last_on=client.last_order_on, changes=changes)
    Client.objects.filter(pk__in=[client.pk for client in found]).update(
        status=Client.Status.FORMER, version=F("version") + 1
    )
    return len(found)


def _locked(client: Client, version: int | None, mine: Mapping[str, Any]) -> Client:
    """The card under lock. Raises Changed when its version is not the one the person had on the screen."""
    fresh: Client = Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    if version is not None and fresh.version != version:
        theirs = {label: value for label, value, _mine in _differences(fresh, mine)}
        raise Changed(last_changed_by(fresh), {**theirs, "version": str(fresh.version)})
    return fresh


def _differences(client: Client, mine: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    for name, value in mine.items():
        field = Client._meta.get_field(name)
        theirs, ours = display(field, getattr(client, name)), display(field, value)
        if theirs != ours:
            yield str(field.verbose_name), theirs, ours  # type: ignore[union-attr]


def _apply(client: Client, fields: Mapping[str, Any], kind: str, *, by: Staff, said: str = "") -> Client:
    changes = _changes(client, fields)
    if not changes:
        return client
    for name in changes:
        setattr(client, name, fields[name])
    fill_search(client, client.persons.all())
    client.version += 1
    client.save(update_fields=[*changes, *COLUMNS, "version"])
    timeline.record(kind, by=by, client=client, said=said, changes=changes)
    return client


def _changes(row: models.Model, fields: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What differs, by field: [before, after], as the timeline keeps it."""
    pairs = {name: [to_keep(getattr(row, name)), to_keep(value)] for name, value in fields.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _implied(terms: Mapping[str, Any]) -> dict[str, Any]:
    """What an order of payment says by itself: nothing is deferred where everything is prepaid."""
    match terms.get("payment_order"):
        case PaymentOrder.PREPAID:
            return {"prepay_percent": Decimal(100), "credit_days": 0}
        case PaymentOrder.ON_DELIVERY:
            return {"prepay_percent": Decimal(0), "credit_days": 0}
        case PaymentOrder.DEFERRED:
            return {"prepay_percent": Decimal(0)}
    return {}


def _checked(fields: Mapping[str, Any], country: str) -> dict[str, Any]:
    """The fields with requisites as they are kept; refuses with a sentence for each that is wrong."""
    kept, wrong = checked(country, {name: value for name, value in fields.items() if isinstance(value, str)})
    reasons = list(requisite_gates(wrong))
    if "name" in fields and not fields["name"].strip():
        reasons.append(Refusal("name", _("A client needs a name.")))
    refuse_if(reasons)
    return {**fields, **kept}


def _checked_person(fields: Mapping[str, Any], country: str) -> dict[str, Any]:
    given = _checked(fields, country)
    if "phone" in given:
        given["phone_digits"] = phone_digits(given["phone"])
    return given


def _refresh_search(client: Client) -> None:
    fill_search(client, client.persons.all())
    client.save(update_fields=COLUMNS)


def _know(fields: Mapping[str, Any], known: tuple[str, ...]) -> None:
    if strange := set(fields) - set(known):
        raise TypeError(f"A card has no {', '.join(sorted(strange))}.")
