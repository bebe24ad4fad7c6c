"""How our firms and clients are named on paper, and in which language a client's papers are."""

from kontor.kernel.identifiers import phone_for_eye
from kontor.parties.models import Account, Client, Country, Firm
from kontor.printing import parts

_LANGUAGES = {Country.RU: "ru", Country.CN: "zh-hans"}


def language_of(client: Client | None) -> str:
    """The language of a client's papers: his own, else his country's."""
    if client is None:
        return "en"
    return client.language or _LANGUAGES.get(Country(client.country), "en")


def bank_account(account: Account | None) -> parts.BankAccount | None:
    if account is None:
        return None
    return parts.BankAccount(
        bank=account.bank, account=account.number, code=account.bic, correspondent=account.correspondent
    )


def seller(firm: Firm, account: Account | None = None) -> parts.Party:
    return parts.Party(
        name=firm.full_name,
        tax_id=firm.tax_id,
        kpp=firm.kpp,
        okpo=firm.okpo,
        registration=firm.registration,
        address=firm.address,
        phone=firm.phone,
        email=firm.email,
        bank=bank_account(account),
    )


def buyer(client: Client, account: Account | None = None) -> parts.Party:
    return parts.Party(
        name=client.full_name or client.name,
        tax_id=client.tax_id,
        kpp=client.kpp,
        registration=client.registration,
        address=client.legal_address,
        phone=phone_for_eye(client.phone),
        email=client.email,
        bank=bank_account(account),
    )
