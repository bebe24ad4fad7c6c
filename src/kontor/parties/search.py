"""What a client is found by: one folded text, pairs of characters for short words, a key to sort by."""

from collections.abc import Iterable

from kontor.kernel.identifiers import phone_digits
from kontor.kernel.text import bare_name, pairs, search_text, sort_key
from kontor.parties.models import Client, Person

COLUMNS = ("search", "pairs", "sort_key", "bare_name")


def fill_search(client: Client, persons: Iterable[Person] = ()) -> None:
    """Set the search columns of a card from its names, numbers and people. Does not save."""
    people = list(persons)
    names = search_text(client.name, client.full_name)
    client.search = search_text(
        client.name, client.full_name, client.city, client.tax_id, phone_digits(client.phone), client.email,
        *(person.name for person in people), *(person.phone_digits for person in people),
    )  # fmt: skip
    client.pairs = pairs(names)
    client.sort_key = sort_key(client.name)[:200]
    client.bare_name = bare_name(client.name)[:160]
