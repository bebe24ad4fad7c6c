"""Reads everything, writes nothing: the Standard page, the proof of the books."""
