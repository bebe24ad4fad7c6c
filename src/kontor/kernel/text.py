"""Words as they are searched, sorted and compared: one form for what people take for the same."""

import re
import unicodedata

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_WORD = re.compile(r"[^\W_]+")

_LEGAL_FORMS = re.compile(
    r"""(?<![\w-])(?:
        общество\ с\ ограниченной\ ответственностью | (?:(?:публичное|закрытое|открытое|непубличное)\ )?акционерное\ общество
        | индивидуальный\ предприниматель | крестьянское\ \(?фермерское\)?\ хозяйство
        | ооо | оао | зао | пао | нао | ао | ип | тоо | чуп | кфх | гк
        | co\.?\s*,?\s*ltd | l\.?l\.?c | ltd | limited | inc | incorporated | corp | corporation | gmbh | plc | llp | s\.a
    )(?![\w-])\.?""",
    re.X,
)
_CHINESE_FORMS = re.compile(r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|总公司|公司|集团)$")

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
_CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)


def fold(text: str) -> str:
    """Lower case, NFKC, ё = е, single spaces."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    return " ".join(folded.replace("ё", "е").split())


def sort_key(text: str) -> str:
    """A key that sorts by code points as a dictionary would: ё beside е, Chinese by pinyin and tone."""
    return _HAN.sub(
        lambda han: "".join(f"{syllable} " for syllable in _pinyin(han[0], tones=True)), fold(text)
    ).rstrip()


def search_text(*parts: str) -> str:
    """What a search looks through: the parts folded, and Chinese once more as full pinyin and as its initials."""
    folded = [fold(part) for part in parts if part]
    return " ".join(dict.fromkeys(word for part in folded for word in (part, *_latin_of_chinese(part)) if word))


def pairs(text: str) -> list[str]:
    """Every two characters that stand together inside a word, each once: the index of two-letter searches."""
    words = fold(text).split()
    return sorted({word[place : place + 2] for word in words for place in range(len(word) - 1)})


def _latin_of_chinese(text: str) -> tuple[str, ...]:
    """宏远贸易 → hongyuanmaoyi, hymy; nothing for a text without Chinese."""
    syllables = [syllable for han in _HAN.findall(text) for syllable in _pinyin(han)]
    return ("".join(syllables), "".join(syllable[0] for syllable in syllables)) if syllables else ()


def _pinyin(han: str, *, tones: bool = False) -> list[str]:
    from pypinyin import Style, lazy_pinyin  # dictionaries of 0.2 s, which a Russian office need not load

    return lazy_pinyin(han, style=Style.TONE3 if tones else Style.NORMAL)


def bare_name(name: str) -> str:
    """A firm's name without legal form, quotes and punctuation, folded: for finding doubles.

    A name that is nothing but a legal form stays as it is.
    """
    folded = fold(name)
    bare = " ".join(_WORD.findall(_LEGAL_FORMS.sub(" ", folded)))
    return _CHINESE_FORMS.sub("", bare).rstrip() or folded


def keyboard_swap(text: str) -> str:
    """What the same keys give in the other layout: ghbdtn ↔ привет."""
    russian = re.search("[а-яё]", text, re.I)
    return text.translate(_TO_LATIN if russian else _TO_CYRILLIC)


def initials(name: str) -> str:
    """Two letters for an avatar: AP, ЩС; of a Chinese name its last two characters."""
    if han := "".join(_HAN.findall(name)):
        return han[-2:]
    words = [letters for word in _WORD.findall(name) if (letters := "".join(filter(str.isalpha, word)))]
    pair = words[0][:2] if len(words) == 1 else "".join(word[0] for word in words[:2])
    return pair.upper()
