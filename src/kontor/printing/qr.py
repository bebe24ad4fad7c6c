"""QR codes: the payment code by ГОСТ Р 56042-2014, and plain ones for numbers."""

import io
from collections.abc import Iterator
from decimal import Decimal

import segno

from kontor.printing.parts import Party

BLOCK_BYTES = 300
"""The mandatory block may not be longer; the payee's name gives way."""
SEPARATORS = "|~^;#"


def payment_qr(payee: Party, amount: Decimal, purpose: str) -> str:
    """The payment code as SVG, or an empty text where the payee's account does not allow one."""
    text = payment_text(payee, amount, purpose)
    return svg(text) if text else ""


def payment_text(payee: Party, amount: Decimal, purpose: str) -> str:
    """What the payment code says: UTF-8, the sum in whole kopecks, the mandatory fields first and in order.

    Empty without a Russian account: the code needs the bank's БИК and correspondent account.
    """
    bank = payee.bank
    if bank is None or not (len(bank.code) == 9 and len(bank.account) == len(bank.correspondent) == 20):
        return ""
    mandatory = [
        ("Name", payee.name[:160]),
        ("PersonalAcc", bank.account),
        ("BankName", bank.bank[:45]),
        ("BIC", bank.code),
        ("CorrespAcc", bank.correspondent),
    ]
    optional = [
        ("Sum", str(int((amount * 100).to_integral_value()))),
        ("Purpose", purpose[:160]),
        ("PayeeINN", payee.tax_id),
        ("KPP", payee.kpp),
    ]
    return _joined(list(_within_block(mandatory)), [(key, value) for key, value in optional if value])


def _within_block(mandatory: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The mandatory fields, the name cut at whole characters until the block fits."""
    (key, name), *rest = mandatory
    while len("|".join(f"{k}={v}" for k, v in [(key, name), *rest]).encode()) > BLOCK_BYTES - len("ST00012|"):
        name = name[:-1]
    yield key, name.rstrip()
    yield from rest


def _joined(mandatory: list[tuple[str, str]], optional: list[tuple[str, str]]) -> str:
    """The fields behind their head, with the first separator that no value contains."""
    fields = [(key, " ".join(value.split())) for key, value in mandatory + optional]
    used = set("".join(value for _, value in fields))
    separator = next(sign for sign in SEPARATORS if sign not in used)
    return separator.join(["ST00012", *(f"{key}={value}" for key, value in fields)])


def svg(text: str) -> str:
    """Any text as a QR code: UTF-8 bytes without ECI, error level M, the quiet zone of four modules around it."""
    code = segno.make_qr(text.encode("utf-8"), error="m", mode="byte", boost_error=False)
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=4, omitsize=True, xmldecl=False, nl=False)
    return drawn.getvalue().decode("ascii")
