"""Clients and their people: search, cards, doubles, terms, persons, accounts."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Query

from kontor.api.answers import answer, columns, listed, named
from kontor.api.fields import FormClass, body, schema_of
from kontor.api.given import Invalid, amend, fill, read, take_list, take_version, writing
from kontor.api.site import api
from kontor.clients import actions, queries
from kontor.clients.forms import AccountForm, CardForm, OwnerForm, PersonForm, TermsForm
from kontor.parties.models import Client, ClientAccount, Person
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.receivables import queries as receivables
from kontor.web.middleware import problem
from kontor.web.pages import page

TAGS = [_("Clients")]
ONE = "/clients/{int:id}"
ROW = ("id", "name", "tax_id", "city", "phone", "email", "status", "grade", "owner_id", "owner__name", "version")
UNSEEN = ("search", "pairs", "sort_key", "bare_name")
_SEEN = {"type": "array", "items": {"type": "integer"}, "description": "doubles that were looked at and are others"}
Row = dict[str, Any]


def _told(form: FormClass, **more: Any) -> dict[str, Any]:
    return {"openapi_extra": body(schema_of(form, **more)), "tags": TAGS}


def whole(client: Client, by: Staff) -> Row:
    """The card with people, accounts and how far we stand with the client."""
    card = {name: getattr(client, name) for name in columns(Client, by, but=UNSEEN)}
    standing = receivables.exposure(client)
    return {
        **card,
        "owner": named(client.owner),
        "office": named(client.office),
        "price_level": named(client.price_level),
        "persons": [person_row(each, by) for each in queries.persons(client)],
        "accounts": list(client.accounts.values(*columns(ClientAccount, by, but=("client_id",)))),
        "debt": standing.debt,
        "overdue": standing.overdue,
        "advance": standing.advance,
        "credit_left": standing.left,
    }


def person_row(person: Person, by: Staff) -> Row:
    return {name: getattr(person, name) for name in columns(Person, by, but=("client_id", "phone_digits"))}


@api.get("/clients", operation_id="list_clients", summary=_("Clients by name, tax id, phone or a person"), tags=TAGS)
def clients(
    request: HttpRequest, q: str = "", after: str = "", limit: Annotated[int, Query(50, ge=1, le=200)] = 50
) -> HttpResponse:
    found: Any = page(
        queries.search(q, viewer(request)).values(*ROW, "sort_key"), after, size=limit, order=("sort_key", "id")
    )
    return answer(listed(found, [_row(row) for row in found.rows]))


def _row(row: Row) -> Row:
    owner = {"id": row["owner_id"], "name": row["owner__name"]}
    shown = {name: value for name, value in row.items() if name not in ("owner_id", "owner__name", "sort_key")}
    return {**shown, "owner": owner}


@api.get("/clients/doubles", operation_id="find_doubles", summary=_("Cards that may be the same client"), tags=TAGS)
def doubles(request: HttpRequest, tax_id: str = "", phone: str = "", name: str = "") -> HttpResponse:
    found = queries.doubles(tax_id=tax_id, phone=phone, name=name, viewer=viewer(request))
    return answer({"doubles": [_double(each) for each in found]})


def _double(double: queries.Double) -> Row:
    """A colleague's card is named, so that nobody enters it twice; more of it is not told."""
    shown = {**(named(double.client) or {}), "owner": named(double.client.owner)}
    return {**shown, "reason": double.reason, "sentence": double.sentence, "is_open": double.open_to_viewer}


@api.post(
    "/clients", operation_id="enter_client", summary=_("Enter a client; cards that may be the same come back first"),
    **_told(CardForm, person=schema_of(PersonForm), seen=_SEEN),
)  # fmt: skip
@writing
def enter(request: HttpRequest) -> HttpResponse:
    by, sent = viewer(request), read(request)
    seen, person = {str(pk) for pk in take_list(sent, "seen")}, sent.pop("person", None)
    given = fill(CardForm, sent).cleaned_data
    people = [_person(person, given["country"])] if person is not None else []
    phone = (people[0].get("phone") if people else "") or given["phone"]
    found = queries.doubles(tax_id=given["tax_id"], phone=phone, name=given["name"], viewer=by)
    if unseen := [double for double in found if str(double.client.pk) not in seen]:
        sentence = gettext("The client may be entered already. Look at these cards, and send them as seen.")
        return problem(409, "doubles", sentence, doubles=[_double(double) for double in unseen])
    client = actions.enter(by=by, on=timezone.localdate(), persons=people, **given)
    return answer(whole(client, by), 201)


def _person(sent: Any, country: str) -> Row:
    if not isinstance(sent, dict):
        raise Invalid({"person": [gettext("Give an object with the person's fields.")]})
    given: Row = fill(PersonForm, sent, country=country).cleaned_data
    return given


@api.get(ONE, operation_id="get_client", summary=_("A client's card"), tags=TAGS)
def client(request: HttpRequest, id: int) -> HttpResponse:
    by = viewer(request)
    return answer(whole(queries.fetch(id, by), by))


@api.patch(ONE, operation_id="change_client", summary=_("Change the card"), **_told(CardForm))
@writing
def change(request: HttpRequest, id: int) -> HttpResponse:
    return _changed(request, id, CardForm, actions.change)


@api.patch(ONE + "/terms", operation_id="set_client_terms", summary=_("Prices, payment, delivery"), **_told(TermsForm))
@writing
def terms(request: HttpRequest, id: int) -> HttpResponse:
    return _changed(request, id, TermsForm, actions.set_terms)


def _changed(request: HttpRequest, pk: int, form: Any, verb: Any) -> HttpResponse:
    by, sent = viewer(request), read(request)
    card, version = queries.fetch(pk, by), take_version(sent)
    given = amend(form, queries.fetch(pk, by), sent).cleaned_data
    verb(card, by=by, version=version, **given)
    return answer(whole(queries.fetch(pk, by), by))


@api.post(
    ONE + "/owner", operation_id="pass_client", summary=_("Pass the client to another manager"), **_told(OwnerForm)
)
@writing
def owner(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    version, card = take_version(sent), queries.fetch(id, by)
    given = fill(OwnerForm, sent).cleaned_data
    passed = actions.pass_to(card, given["owner"], by=by, version=version, reason=given["reason"])
    return answer({**(named(passed) or {}), "owner": named(passed.owner), "version": passed.version})


@api.get(ONE + "/persons", operation_id="list_persons", summary=_("The client's people"), tags=TAGS)
def persons(request: HttpRequest, id: int) -> HttpResponse:
    by = viewer(request)
    return answer({"rows": [person_row(each, by) for each in queries.persons(queries.fetch(id, by))]})


@api.post(ONE + "/persons", operation_id="enter_person", summary=_("Somebody at the client's"), **_told(PersonForm))
@writing
def enter_person(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    card = queries.fetch(id, by)
    person = actions.put_person(card, by=by, **_person(sent, card.country))
    return answer(person_row(person, by), 201)


@api.patch(
    ONE + "/persons/{int:person}", operation_id="change_person", summary=_("Change a person"), **_told(PersonForm)
)
@writing
def change_person(request: HttpRequest, id: int, person: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    card = queries.fetch(id, by)
    given = amend(PersonForm, card.persons.get(pk=person), sent, country=card.country).cleaned_data
    return answer(person_row(actions.put_person(card, by=by, person=card.persons.get(pk=person), **given), by))


@api.post(
    ONE + "/accounts", operation_id="enter_account", summary=_("A bank account of the client"), **_told(AccountForm)
)
@writing
def account(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    card = queries.fetch(id, by)
    kept = actions.put_account(card, by=by, **fill(AccountForm, sent, country=card.country).cleaned_data)
    return answer({name: getattr(kept, name) for name in columns(ClientAccount, by)}, 201)


@api.delete(ONE + "/accounts/{int:account}", operation_id="drop_account", summary=_("Remove an account that was closed"), tags=TAGS)  # fmt: skip
@writing
def drop_account(request: HttpRequest, id: int, account: int) -> HttpResponse:
    by = viewer(request)
    actions.drop_account(queries.fetch(id, by).accounts.get(pk=account), by=by)
    return answer(whole(queries.fetch(id, by), by))
