"""Data written as text: easy to read and to add to."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text, parted by space."""
    return tuple(text.split())
