"""Numbers with check digits: tax ids, bank accounts, bar codes, made so that every validator accepts them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _digits(rng: Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def _weighted(number: str, weights: Sequence[int]) -> int:
    return sum(int(d) * w for d, w in zip(number, weights, strict=False))


def inn_company(rng: Random, tax_office: str) -> str:
    """ИНН of a company: tax office, number, one check digit."""
    body = tax_office + _digits(rng, 5)
    return body + str(_weighted(body, (2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10)


def inn_person(rng: Random, tax_office: str) -> str:
    """ИНН of a sole trader: tax office, number, two check digits."""
    body = tax_office + _digits(rng, 6)
    body += str(_weighted(body, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10)
    return body + str(_weighted(body, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10)


def ogrn(rng: Random, year: int, region: str, *, person: bool = False) -> str:
    """ОГРН (13 digits) or ОГРНИП (15 digits) registered in `year` in the region of two digits."""
    modulus, length = (13, 9) if person else (11, 7)
    while True:  # a remainder of two digits is written by its last; not every validator knows
        body = f"{3 if person else 1}{year % 100:02d}{region}" + _digits(rng, length)
        if int(body) % modulus < 10:
            return body + str(int(body) % modulus)


def account_key(bic: str, number: str) -> int:
    """Zero when a 20-digit account agrees with the bank's БИК."""
    return _weighted(bic[-3:] + number, (7, 1, 3) * 8) % 10


def account(rng: Random, bic: str, balance: str = "40702") -> str:
    """A rouble account whose key, the ninth digit, agrees with the БИК."""
    tail = "00" + _digits(rng, 9)
    return next(f"{balance}810{k}{tail}" for k in range(10) if account_key(bic, f"{balance}810{k}{tail}") == 0)


def correspondent(bic: str) -> str:
    """The bank's own account at the central bank; its key is counted with 0 and the region of the БИК."""
    prefix = "0" + bic[4:6]
    tail = "00000000" + bic[-3:]
    fits = (f"30101810{k}{tail}" for k in range(10))
    return next(n for n in fits if _weighted(prefix + n, (7, 1, 3) * 8) % 10 == 0)


def uscc(rng: Random, area: str, *, person: bool = False) -> str:
    """统一社会信用代码: kind, six digits of the area, organisation code with its check digit, check digit."""
    body = "".join(rng.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=6))
    organisation = ("L" if person else "M") + "A" + body
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = [int(c, 36) for c in organisation]
    check = (11 - sum(v * w for v, w in zip(values, weights, strict=True)) % 11) % 11
    number = ("92" if person else "91") + area + organisation + "0123456789X"[check]
    total = sum(USCC.index(c) * pow(3, i, 31) for i, c in enumerate(number))
    return number + USCC[(31 - total % 31) % 31]


def card_account(rng: Random, prefix: str) -> str:
    """A Chinese company account of 19 digits; the banks have no common check digit."""
    return prefix + _digits(rng, 19 - len(prefix))


def ean13(body: str) -> str:
    """Twelve digits and their check digit."""
    return body + str(-sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(body)) % 10)
