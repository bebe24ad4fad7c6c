"""Kontor: a sales office that runs by its own written standard."""

__version__ = "0.1.0"
