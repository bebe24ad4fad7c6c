"""Forms of a card: new, edit, terms, manager, people, accounts."""

from collections.abc import Iterable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kontor.clients import actions, gates, queries
from kontor.clients.forms import AccountForm, CardForm, OwnerForm, PersonForm, TermsForm
from kontor.kernel.refusals import Refusal
from kontor.parties.models import Client, Country
from kontor.people.viewer import viewer
from kontor.web.once import once
from kontor.web.parts import is_htmx, redirect, render

_MOST_OPTIONS = 8


@once
def new(request: HttpRequest) -> HttpResponse:
    """A new client. Doubles are shown; whoever has seen them may enter the card all the same."""
    by = viewer(request)
    posted = request.POST if request.method == "POST" else None
    form = CardForm(posted, initial=request.GET.dict())
    country = form["country"].value() or Country.RU
    person = PersonForm(posted, prefix="person", optional=True, initial=_person_asked(request), country=country)
    found = _doubles(request, form) if posted else []
    unseen = {str(double.client.pk) for double in found} - set(request.POST.getlist("seen"))
    if posted and form.is_valid() & person.is_valid() and not unseen:
        people = [_filled(person.cleaned_data)] if person.cleaned_data.get("name") else []
        client = actions.enter(by=by, on=timezone.localdate(), persons=people, **form.cleaned_data)
        return redirect(request, client_page(client), said=_("The card is entered."))
    context = {
        "form": form,
        "person": person,
        "doubles": found,
        "unseen": unseen,
        "refusals": list(gates.card_gates(by)),
    }
    if request.method == "GET" and is_htmx(request):
        return render(request, "clients/requisites.html", context, part="requisites")
    return render(request, "clients/new.html", context, part="form", status=422 if posted else 200)


def options(request: HttpRequest) -> HttpResponse:
    """The clients that a type-ahead offers: name, city, manager. The option's value is the client's key."""
    asked = request.GET.get("q") or request.GET.get("client-name", "")
    found = queries.search(asked, viewer(request)).select_related("owner") if asked.strip() else Client.objects.none()
    return render(
        request, "clients/options.html", {"found": list(found[:_MOST_OPTIONS]), "asked": asked}, part="options"
    )


def doubles(request: HttpRequest) -> HttpResponse:
    """The cards that may be the same client, while it is being typed."""
    found = _doubles(request, CardForm(initial=request.GET.dict()))
    return render(request, "clients/doubles.html", {"doubles": found, "unseen": set()}, part="doubles")


@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    by = viewer(request)
    client = _card(request, pk)
    form = CardForm(request.POST or None, instance=client, initial=request.GET.dict())
    if form.is_bound and form.is_valid():
        actions.change(client, by=by, version=_version(request), **form.cleaned_data)
        return redirect(request, client_page(client), said=_("The card is changed."))
    if request.method == "GET" and is_htmx(request):
        return render(request, "clients/requisites.html", {"form": form}, part="requisites")
    return _form(request, client, form, gates.card_gates(by), fields="card", title=_("Card"))


@once
def terms(request: HttpRequest, pk: int) -> HttpResponse:
    by = viewer(request)
    client = _card(request, pk)
    form = TermsForm(request.POST or None, instance=client)
    if form.is_bound and form.is_valid():
        actions.set_terms(client, by=by, version=_version(request), **form.cleaned_data)
        return redirect(request, client_page(client), said=_("The terms are set."))
    closed = gates.terms_gates(client, {}, by=by)
    return _form(request, client, form, closed, fields="terms", title=_("Prices and terms"), verb=_("Set the terms"))


@once
def owner(request: HttpRequest, pk: int) -> HttpResponse:
    by = viewer(request)
    client = _card(request, pk)
    form = OwnerForm(request.POST or None)
    if form.is_bound and form.is_valid():
        new_owner = form.cleaned_data["owner"]
        actions.pass_to(client, new_owner, by=by, version=_version(request), reason=form.cleaned_data["reason"])
        said = _("{client} is now with {manager}.").format(client=client, manager=new_owner)
        gone = not Client.objects.visible_to(by).filter(pk=pk).exists()
        return redirect(request, reverse("desk:clients") if gone else client_page(client), said=said)
    sub = _("Now with {name}. Papers under way stay with whoever drew them up.").format(name=client.owner)
    title, verb = _("Pass to another manager"), _("Pass the client")
    return _form(request, client, form, gates.owner_gates(by), fields="owner", title=title, verb=verb, sub=sub)


@once
def person(request: HttpRequest, pk: int, person_pk: int | None = None) -> HttpResponse:
    by = viewer(request)
    client = _card(request, pk)
    found = get_object_or_404(client.persons, pk=person_pk) if person_pk else None
    form = PersonForm(request.POST or None, instance=found, country=client.country)
    if form.is_bound and form.is_valid():
        actions.put_person(client, by=by, person=found, **form.cleaned_data)
        return redirect(request, client_page(client), said=_("The person is saved."))
    title = found.name if found else _("New person")
    return _form(request, client, form, gates.card_gates(by), fields="person", title=title)


@once
def account(request: HttpRequest, pk: int) -> HttpResponse:
    by = viewer(request)
    client = _card(request, pk)
    form = AccountForm(request.POST or None, country=client.country)
    if form.is_bound and form.is_valid():
        actions.put_account(client, by=by, **form.cleaned_data)
        return redirect(request, _details(client), said=_("The account is saved."))
    return _form(request, client, form, gates.card_gates(by), fields="account", title=_("Bank account"))


@require_POST
@once
def drop_account(request: HttpRequest, pk: int, account_pk: int) -> HttpResponse:
    client = _card(request, pk)
    actions.drop_account(get_object_or_404(client.accounts, pk=account_pk), by=viewer(request))
    return redirect(request, _details(client), said=_("The account is removed."))


def client_page(client: Client) -> str:
    """The client's passport, a page of the desk."""
    return reverse("desk:client", args=[client.pk])


def _details(client: Client) -> str:
    return reverse("desk:client_tab", args=[client.pk, "details"])


def _card(request: HttpRequest, pk: int) -> Client:
    cards = Client.objects.visible_to(viewer(request)).select_related("owner", "office", "price_level")
    return get_object_or_404(cards, pk=pk)


def _form(
    request: HttpRequest, client: Client, form: BaseForm, closed: Iterable[Refusal], *,
    fields: str, title: str, verb: str = "", sub: str = "",
) -> HttpResponse:  # fmt: skip
    """The page of a form about a client; `closed` are the reasons why this person cannot send it."""
    context = {
        "client": client, "form": form, "refusals": [each for each in closed if each.code == "not_allowed"],
        "fields": fields, "title": title, "verb": verb or _("Save"), "sub": sub,
        "versioned": fields in ("card", "terms", "owner"),
    }  # fmt: skip
    return render(request, "clients/form.html", context, part="form", status=422 if form.is_bound else 200)


def _doubles(request: HttpRequest, form: CardForm) -> list[queries.Double]:
    sent = request.POST if request.method == "POST" else request.GET
    phone = sent.get("person-phone") or sent.get("phone", "")
    tax_id, name = sent.get("tax_id", "").replace(" ", ""), sent.get("name", "")
    return queries.doubles(tax_id=tax_id, phone=phone, name=name, viewer=viewer(request))


def _person_asked(request: HttpRequest) -> dict[str, str]:
    """What was typed about the person survives a change of the country."""
    prefix = "person-"
    return {name.removeprefix(prefix): request.GET[name] for name in request.GET if name.startswith(prefix)}


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", None)}


def _version(request: HttpRequest) -> int | None:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() else None
