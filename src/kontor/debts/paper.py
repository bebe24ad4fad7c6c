"""The reconciliation statement: акт сверки, 对账单, statement of account; as PDF and as a workbook."""

from dataclasses import dataclass
from decimal import Decimal

from kontor.kernel.formats import tongue
from kontor.kernel.money import ZERO, total
from kontor.kernel.words import in_words
from kontor.printing import pdf
from kontor.printing.parts import Day, Money, Party, Signatory
from kontor.printing.workbook import Column, Kind, Row, workbook


@dataclass(frozen=True, kw_only=True)
class StatementEntry:
    """A document that made the client owe us more (`debit`) or less (`credit`), and what it owes after it."""

    on: Day
    kind: str
    number: str = ""
    note: str = ""
    debit: Money | None = None
    credit: Money | None = None
    balance: Money | None = None


@dataclass(frozen=True, kw_only=True)
class StatementPaper:
    """The account of a client over a period, in our books. A positive balance is what the client owes us.

    `mirrored` fills the client's half of the Russian form with the same sums the other way round; otherwise it
    stays empty for the client's own. `answer_days` is how long the client has to object.
    """

    number: str
    since: Day
    until: Day
    ours: Party
    theirs: Party
    opening: Money
    closing: Money
    entries: tuple[StatementEntry, ...]
    currency: str = "RUB"
    contract: str = ""
    mirrored: bool = False
    answer_days: int | None = None
    our_signatory: Signatory | None = None
    their_signatory: Signatory | None = None


def render(paper: StatementPaper, language: str) -> bytes:
    """The statement as PDF, in the two halves of an акт сверки or as one account with a running balance."""
    owed = abs(paper.closing)
    return pdf.render(
        "debts/statement",
        paper,
        language,
        sums=_Sums.of(paper),
        they_owe=paper.closing > 0,
        settled=paper.closing == 0,
        answer_days=str(paper.answer_days or ""),
        closing_in_words=in_words(owed, paper.currency, language),
    )


@dataclass(frozen=True)
class _Sums:
    """The sums of the form: a balance stands on the side of who owes."""

    opening_debit: Money | None
    opening_credit: Money | None
    turnover_debit: Money
    turnover_credit: Money
    closing_debit: Money | None
    closing_credit: Money | None
    owed: Money

    @classmethod
    def of(cls, paper: StatementPaper) -> "_Sums":
        opening, closing = _sides(paper.opening), _sides(paper.closing)
        debit = total(each.debit or ZERO for each in paper.entries)
        credit = total(each.credit or ZERO for each in paper.entries)
        return cls(*opening, debit, credit, *closing, owed=abs(paper.closing))


def _sides(balance: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """A balance as debit and credit; nothing owed is a debit of zero."""
    return (balance, None) if balance >= 0 else (None, -balance)


HEADS = {
    "en": (
        "Statement of account",
        "Date",
        "Document",
        "Number",
        "Note",
        "Charged",
        "Paid or returned",
        "Balance",
    ),
    "ru": ("Акт сверки", "Дата", "Документ", "Номер", "Примечание", "Дебет", "Кредит", "Сальдо"),
    "zh": ("对账单", "日期", "单据类型", "单号", "摘要", "应收增加", "收款/退货", "余额"),
}
BALANCES = {
    "en": ("Opening balance", "Closing balance"),
    "ru": ("Сальдо начальное", "Сальдо конечное"),
    "zh": ("期初余额", "期末应收"),
}


def render_workbook(paper: StatementPaper, language: str) -> bytes:
    """The same account as a workbook, for clients who compare by machine."""
    title, on, kind, number, note, debit, credit, balance = HEADS[tongue(language)]
    opening, closing = BALANCES[tongue(language)]
    columns = (
        Column(on, Kind.DATE),
        Column(kind, width=26),
        Column(number, width=14),
        Column(note, width=30),
        Column(debit, Kind.MONEY, total=True),
        Column(credit, Kind.MONEY, total=True),
        Column(balance, Kind.MONEY),
    )
    rows: list[Row] = [(paper.since, opening, "", "", None, None, paper.opening)]
    rows += [(e.on, e.kind, e.number, e.note, e.debit, e.credit, e.balance) for e in paper.entries]
    rows += [(paper.until, closing, "", "", None, None, paper.closing)]
    facts = (
        paper.ours.name,
        f"{paper.theirs.name} {paper.theirs.tax_id}".strip(),
        paper.contract,
        paper.currency,
    )
    return workbook(f"{title} {paper.number}", columns, rows, language, facts=facts)
