"""Questions about client cards: search, doubles, people, who changed what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kontor.kernel.identifiers import phone_digits
from kontor.kernel.text import bare_name, fold, keyboard_swap
from kontor.parties.models import Client, Person
from kontor.people.models import Staff
from kontor.timeline.models import Event

ALIKE = 0.6
"""How similar two names are, by trigrams, when the second is offered as a double."""

_MOST_DOUBLES = 5
_PHONE = re.compile(r"[\d\s()+\-.]+")


def fetch(pk: int, viewer: Staff) -> Client:
    """The card with what its head shows, or DoesNotExist: a stranger's client is not found."""
    cards = Client.objects.visible_to(viewer).select_related("owner", "office", "region", "price_level")
    return cards.get(pk=pk)


def search(text: str, viewer: Staff) -> QuerySet[Client]:
    """Clients the viewer may see that answer to a part of the name, pinyin, city, tax id, phone, or a person's name.

    Words typed in the other keyboard layout are found too. An empty text finds all.
    """
    return found(Client.objects.visible_to(viewer), text)


def found(cards: QuerySet[Client], text: str) -> QuerySet[Client]:
    """The cards among `cards` that answer to the text."""
    asked = fold(text)
    if not asked:
        return cards
    if _PHONE.fullmatch(asked) and len(digits := phone_digits(asked)) > 3:
        national = digits[1:] if len(digits) == 11 and digits[0] == "8" else digits
        return cards.filter(search__contains=national)
    return cards.filter(_answers(asked) | _answers(fold(keyboard_swap(asked))))


def _answers(asked: str) -> Q:
    """Every word is there. Two characters are looked up among pairs, which have an index; one alone begins the name."""
    condition, words = Q(), asked.split()
    for word in words:
        if len(word) == 1 and len(words) == 1:
            condition &= Q(sort_key__startswith=word)
        elif len(word) == 2:
            condition &= Q(pairs__contains=[word])
        else:
            condition &= Q(search__contains=word)
    return condition


@dataclass(frozen=True, slots=True)
class Double:
    """A card that may be the same client, and why. `open_to_viewer`: the viewer may see more than name and owner."""

    client: Client
    reason: str
    sentence: str
    open_to_viewer: bool


def doubles(
    *, tax_id: str = "", phone: str = "", name: str = "", viewer: Staff, but: int | None = None
) -> list[Double]:
    """Cards that may be the same client, the surest first, at most five; offered, never forced.

    Those the viewer may not open come too: the same firm must not be entered twice because it is a colleague's.
    """
    hits: dict[int, tuple[Client, str, str]] = {}
    cards = Client.objects.exclude(pk=but or 0).select_related("owner", "office")
    for client, reason, sentence in _hits(cards, tax_id.strip(), phone_digits(phone), name):
        hits.setdefault(client.pk, (client, reason, sentence))
    chosen = list(hits.values())[:_MOST_DOUBLES]
    opened = set(
        Client.objects.visible_to(viewer).filter(pk__in=[card.pk for card, *_why in chosen]).values_list("pk", flat=True)
    ) if chosen else set()  # fmt: skip
    return [Double(client, reason, sentence, client.pk in opened) for client, reason, sentence in chosen]


def _hits(cards: QuerySet[Client], tax_id: str, digits: str, name: str) -> Iterator[tuple[Client, str, str]]:
    if tax_id:
        for client in cards.filter(tax_id=tax_id)[:_MOST_DOUBLES]:
            yield client, "tax_id", _("same tax id")
    if len(digits) > 6:
        yield from _same_phone(cards, digits[-10:])
    bare = bare_name(name)
    if len(bare) > 1:
        alike = cards.filter(bare_name__trigram_similar=bare).annotate(likeness=TrigramSimilarity("bare_name", bare))
        for client in alike.filter(likeness__gte=ALIKE).order_by("-likeness", "id")[:_MOST_DOUBLES]:
            yield client, "name", _("similar name")


def _same_phone(cards: QuerySet[Client], digits: str) -> Iterator[tuple[Client, str, str]]:
    """Numbers are compared by their last ten digits, so that 8 … and +7 … agree."""
    for client in cards.filter(search__contains=digits).prefetch_related("persons")[:_MOST_DOUBLES]:
        person = next((one for one in client.persons.all() if one.phone_digits.endswith(digits)), None)
        if person:
            yield client, "phone", _("same phone of {name}").format(name=person.name)
        elif phone_digits(client.phone).endswith(digits):
            yield client, "phone", _("same phone")


def persons(client: Client) -> list[Person]:
    """The client's people, those who are gone last."""
    return list(client.persons.all())


def last_changed_by(client: Client) -> str:
    """Who changed the card last: the author of the newest entry about it."""
    events = Event.objects.filter(client=client, kind__startswith="client.").select_related("by")
    last = events.order_by("-at", "-id").first()
    return str(last.by) if last and last.by else ""
