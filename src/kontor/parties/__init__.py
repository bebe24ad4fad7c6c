"""Whom we deal with and as whom: tables of clients, persons, regions, requisites; our own firms and bank accounts."""
