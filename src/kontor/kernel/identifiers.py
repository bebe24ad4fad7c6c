"""Numbers that states, banks and telephone companies give out: normalised, or refused with what is wrong.

Every `check_…` takes what was typed, spaces and all, returns it as it is kept, and raises ValueError with a sentence.
"""

import re
import unicodedata

import phonenumbers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum.cn import uscc
from stdnum.ru import inn

_ACCOUNT_LETTERS = dict(zip("ABCEHKMPTX", "0123456789", strict=True))
_USCC_LETTERS = re.compile(r"[0-9A-HJ-NP-RTUW-Y]{18}")
_EXTENSION = re.compile(
    r"(?:转|轉|分机|分機|\bдоб(?:авочный|\.)?|\bвн(?:утренний|утр\.?|\.)?|\bext\.?|#)\s*[.:：]?\s*(?=[0-9])",
    re.I,
)


def check_inn(value: str) -> str:
    """Russian tax number (ИНН): 10 digits of a company, 12 of a person."""
    number = _digits(value, _("An INN has digits only."))
    if len(number) not in (10, 12):
        raise ValueError(
            _("An INN has 10 digits (a company) or 12 (a person); this one has {count}.").format(count=len(number))
        )
    return _checked(number, inn.is_valid(number), _("The check digit of this INN does not fit: a digit is mistyped."))


def check_kpp(value: str) -> str:
    """Russian tax registration reason code (КПП): nine characters, no check digit; a sole trader has none."""
    code = _plain(value)
    if len(code) != 9:
        raise ValueError(_("A KPP has 9 characters; this one has {count}.").format(count=len(code)))
    fits = re.fullmatch(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}", code) is not None
    return _checked(code, fits, _("A KPP has digits only; Latin letters may stand in places 5 and 6."))


def check_ogrn(value: str) -> str:
    """Russian state registration number: ОГРН of a company, 13 digits, or ОГРНИП of a sole trader, 15."""
    number = _digits(value, _("An OGRN has digits only."))
    if len(number) not in (13, 15):
        raise ValueError(
            _("An OGRN has 13 digits (a company) or 15 (a sole trader); this one has {count}.").format(
                count=len(number)
            )
        )
    # Not by stdnum: version 2.2 forgets the second "mod 10" for 15 digits and refuses valid numbers.
    fits = int(number[:-1]) % (len(number) - 2) % 10 == int(number[-1])
    return _checked(number, fits, _("The check digit of this OGRN does not fit: a digit is mistyped."))


def check_bic(value: str) -> str:
    """Russian bank code (БИК): nine digits, 04 for a bank, 00 to 02 for the Bank of Russia and the Treasury."""
    number = _digits(value, _("A BIC has digits only."))
    if len(number) != 9:
        raise ValueError(_("A BIC has 9 digits; this one has {count}.").format(count=len(number)))
    return _checked(number, number[:2] in ("04", "00", "01", "02"), _("A Russian bank's BIC begins with 04."))


def check_account(value: str, bic: str) -> str:
    """A Russian account against its bank's code, checked too: the key in place 9 agrees with both."""
    account, bic = _plain(value), check_bic(bic)
    if len(account) != 20:
        raise ValueError(_("An account number has 20 digits; this one has {count}.").format(count=len(account)))
    if not re.fullmatch(r"[0-9]{5}[0-9ABCEHKMPTX][0-9]{14}", account):
        raise ValueError(_("An account number has digits only."))
    sentence = _("The account does not belong to the bank with BIC {bic}: a digit of one of them is mistyped.")
    return _checked(account, _account_key(account, bic) == 0, sentence.format(bic=bic))


def _account_key(account: str, bic: str) -> int:
    """0 when account and bank belong together (weights 7, 1, 3); a correspondent account is keyed by the region's branch."""
    prefix = f"0{bic[4:6]}" if account.startswith("301") else bic[-3:]
    digits = prefix + account[:5] + _ACCOUNT_LETTERS.get(account[5], account[5]) + account[6:]
    return sum(int(digit) * (7, 1, 3)[place % 3] for place, digit in enumerate(digits)) % 10


def check_uscc(value: str) -> str:
    """Chinese unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last one a check."""
    code = _plain(value)
    if len(code) != 18:
        raise ValueError(
            _("A unified social credit code has 18 characters; this one has {count}.").format(count=len(code))
        )
    if not _USCC_LETTERS.fullmatch(code):
        raise ValueError(_("A unified social credit code has digits and Latin letters, without I, O, S, V and Z."))
    sentence = _("The last character of this unified social credit code does not fit: a character is mistyped.")
    return _checked(code, code[-1] == uscc.calc_check_digit(code[:-1]), sentence)


def normal_phone(text: str, country: str) -> str:
    """A telephone number as it is kept: `+74951234567`, with an extension `+74951234567;ext=12` (RFC 3966).

    `country` (RU, CN) is where a number without a country code is dialled.
    """
    plain = _EXTENSION.sub(" ext. ", unicodedata.normalize("NFKC", text))
    try:
        number = phonenumbers.parse(plain, country)
    except phonenumbers.NumberParseException as error:
        raise ValueError(_("“{text}” is not a telephone number.").format(text=text.strip()[:40])) from error
    if not phonenumbers.is_possible_number(number) or not phonenumbers.is_valid_number(number):
        raise ValueError(
            _("“{text}” cannot be dialled. Write the number whole, with its area code.").format(text=text.strip()[:40])
        )
    normal = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{normal};ext={number.extension}" if number.extension else normal


def phone_for_eye(phone: str) -> str:
    """A kept number as people read it: `+7 495 123-45-67`, `+7 495 123-45-67 ext. 12`."""
    bare, _sign, extension = phone.partition(";ext=")
    try:
        number = phonenumbers.parse(bare)
    except phonenumbers.NumberParseException:
        return phone
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return _("{phone} ext. {extension}").format(phone=shown, extension=extension) if extension else shown


def phone_digits(text: str) -> str:
    """The digits alone, for search."""
    return "".join(re.findall("[0-9]", unicodedata.normalize("NFKC", text)))


def _plain(value: str) -> str:
    """Full-width characters made plain, upper case, without spaces, hyphens and what other programs leave invisible."""
    return re.sub(r"[\s\u200b\ufeff\-–.]", "", unicodedata.normalize("NFKC", value)).upper()


def _digits(value: str, otherwise: Promise) -> str:
    number = _plain(value)
    return _checked(number, re.fullmatch("[0-9]*", number) is not None, otherwise)


def _checked(value: str, fits: bool, otherwise: str | Promise) -> str:
    if not fits:
        raise ValueError(otherwise)
    return value
