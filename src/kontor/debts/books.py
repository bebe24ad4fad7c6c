"""The statement as its form wants it, from the ledger, and the letter that carries it; both in the client's language."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from kontor.debts import paper as form
from kontor.debts.models import Reconciliation
from kontor.debts.paper import StatementEntry, StatementPaper
from kontor.documents.register import register
from kontor.kernel.formats import day_full, money
from kontor.parties import on_paper
from kontor.parties.models import Person
from kontor.people.models import Staff
from kontor.printing.parts import Signatory
from kontor.receivables.queries import StatementRow, statement
from kontor.standards import queries as standards


def as_paper(paper: Reconciliation, language: str, *, mirrored: bool = False) -> StatementPaper:
    """What is printed. `mirrored` fills the client's half with the same sums the other way round."""
    account = statement(paper.client, paper.firm, paper.since, paper.until)
    with override(language):
        return StatementPaper(
            number=paper.number,
            since=paper.since,
            until=paper.until,
            ours=on_paper.seller(paper.firm),
            theirs=on_paper.buyer(paper.client),
            opening=account.opening,
            closing=account.closing,
            entries=tuple(_entry(row) for row in account.rows),
            currency=paper.currency,
            mirrored=mirrored,
            answer_days=standards.whole("reconciliation_answer_days", paper.dated_on),
            our_signatory=Signatory(post=_("Chief accountant"), name=paper.firm.accountant),
            their_signatory=_their_signatory(paper),
        )


def _entry(row: StatementRow) -> StatementEntry:
    kind = register.kinds.get(row.document_kind)
    return StatementEntry(
        on=row.on, kind=str(kind.label) if kind else row.label, number=row.number, debit=row.debit or None,
        credit=row.credit or None, balance=row.balance,
    )  # fmt: skip


def _their_signatory(paper: Reconciliation) -> Signatory | None:
    signs = paper.client.persons.filter(is_gone=False, duty=Person.Duty.DIRECTOR).first()
    return Signatory(post=signs.position or _("Director"), name=signs.name) if signs else None


def pdf(paper: Reconciliation, language: str = "", *, mirrored: bool = False) -> bytes:
    language = language or on_paper.language_of(paper.client)
    return form.render(as_paper(paper, language, mirrored=mirrored), language)


def xlsx(paper: Reconciliation, language: str = "") -> bytes:
    language = language or on_paper.language_of(paper.client)
    return form.render_workbook(as_paper(paper, language), language)


def letter_of(paper: Reconciliation, message: str, by: Staff) -> tuple[str, str, str]:
    """Subject, text and language of the letter that carries a statement."""
    language = on_paper.language_of(paper.client)
    with override(language):
        period = {"since": day_full(paper.since), "until": day_full(paper.until)}
        subject = _("Reconciliation statement № {number}, {since} – {until}").format(number=paper.number, **period)
        text = _(
            "Good day!\n\nEnclosed is the statement of our account from {since} to {until}. By our books the balance is "
            "{closing} {currency}.\n\nPlease compare it with yours: sign and return one copy, or tell us what differs."
        ).format(closing=money(paper.closing), currency=paper.get_currency_display(), **period)
        signature = "\n".join(part for part in (by.name, by.title, by.phone, paper.firm.name) if part)
    return subject, "\n\n".join(part for part in (message, text, signature) if part), language
