"""A named person's consent: decision tables, requests, inbox, consents that are spent once."""
