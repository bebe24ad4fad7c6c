"""Verbs on a client card: new, requisites, persons, terms, owner, doubles; the card's page."""
