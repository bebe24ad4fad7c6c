"""Russian in Latin letters, as on a visiting card or in an e-mail address."""

from __future__ import annotations

_PAIRS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [*"abvgdee", "zh", *"ziyklmnoprstuf", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"],
        strict=True,
    )
)


def latin(text: str) -> str:
    """`Щербаков` → `Shcherbakov`; everything that is not Cyrillic stays."""
    out = []
    for i, char in enumerate(text):
        low = char.lower()
        new = _PAIRS.get(low, char)
        if char != low and low in _PAIRS:
            new = new.upper() if text[i + 1 : i + 2].isupper() else new.capitalize()
        out.append(new)
    return "".join(out)


def name_latin(text: str) -> str:
    """A person's name: -ий and -ый at the end become -y."""
    words = []
    for word in text.split(" "):
        end = word[-2:]
        words.append(latin(word[:-2]) + "y" if end in ("ий", "ый") else latin(word))
    return " ".join(words)
