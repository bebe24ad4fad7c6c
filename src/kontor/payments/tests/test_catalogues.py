import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PAYMENTS = Path(__file__).parent.parent


@pytest.mark.parametrize("language", ["ru", "zh_Hans"])
def test_every_sentence_of_payments_is_translated_with_the_same_parameters(language):
    with (PAYMENTS / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalogue = read_po(file)
    found = extract_from_dir(PAYMENTS, [("**.py", "python")], keywords={"_": None})
    for sentence in {message for name, _line, message, *_rest in found if not name.startswith("tests")}:
        translated = catalogue[sentence].string
        assert translated and not catalogue[sentence].fuzzy, sentence
        assert sorted(set(re.findall(r"{\w+}", translated))) == sorted(set(re.findall(r"{\w+}", sentence)))
