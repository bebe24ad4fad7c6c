"""Pages of debts: the table, and the statements with their papers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.debts import actions, books, queries, workbook
from kontor.debts.forms import DrawUpForm
from kontor.debts.models import Reconciliation
from kontor.debts.queries.statements import journal
from kontor.documents.register import register
from kontor.kernel.dates import parse_date
from kontor.parties.models import Client, Firm
from kontor.people.models import Staff
from kontor.people.rights import Right, Scope
from kontor.people.viewer import viewer
from kontor.receivables.queries import statement
from kontor.timeline import queries as timeline
from kontor.web.once import once
from kontor.web.pages import page
from kontor.web.parts import redirect, render

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the debt table: as of a day, by name, by age, own or all. `wrong`: a day that cannot be read."""

    on: date
    text: str
    only: str
    mine: bool
    wrong: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        today, sent = timezone.localdate(), request.GET
        on, wrong = today, ""
        try:
            if sent.get("on"):
                on = min(parse_date(sent["on"], today, translation.get_language() or "en"), today)
        except ValueError as unreadable:
            wrong = str(unreadable)
        return cls(on, sent.get("q", ""), sent.get("only", ""), sent.get("whose") == "mine", wrong)


def debts(request: HttpRequest) -> HttpResponse:
    """The table of client debts (W-1.3.3.3a); a client's row opens to its documents."""
    me, asked = viewer(request), Asked.of(request)
    table = queries.debt_table(
        me, asked.on, text=asked.text, only=asked.only, mine=asked.mine, after=request.GET.get("after", "")
    )
    context = {
        "table": table, "asked": asked, "chips": _chips(), "shared": me.scope != Scope.OWN,
        "share_late": table.age.overdue * 100 / table.age.total if table.age.total else 0,
        "may_reconcile": me.may(Right.RECONCILE), "may_call": me.may(Right.LOG_CONTACTS),
        "unsigned": queries.unsigned(me).count() if me.may(Right.RECONCILE) else 0,
    }  # fmt: skip
    return render(request, "debts/list.html", context, part="debts")


def _chips() -> list[tuple[str, str, str]]:
    return [
        ("", _("All debts"), ""), ("late", _("Overdue"), ""), ("7", _("1–7 days"), ""), ("30", _("8–30 days"), ""),
        ("60", _("31–60 days"), ""), ("older", _("over 60 days"), ""), ("advance", _("Advances"), ""),
    ]  # fmt: skip


def debts_xlsx(request: HttpRequest) -> HttpResponse:
    """The same table as a workbook, a row per document."""
    asked = Asked.of(request)
    rows = queries.documents(viewer(request), asked.on, text=asked.text, only=asked.only, mine=asked.mine)
    data = workbook.debts(rows, asked.on, translation.get_language() or "en")
    return _file(data, _XLSX, f"debts-{asked.on:%Y-%m-%d}.xlsx", saved=True)


def statements(request: HttpRequest) -> HttpResponse:
    """Reconciliation statements; those not yet signed by age (W-1.3.3.5b)."""
    me, state = viewer(request), request.GET.get("state", "open")
    order = ("pk",) if state == "open" else ("-pk",)
    context = {
        "page": page(journal(me, state), request.GET.get("after", ""), size=50, order=order),
        "state": state, "may_reconcile": me.may(Right.RECONCILE),
        "chips": [("open", _("Not signed yet"), ""), ("all", _("All"), ""), *((code, label, "") for code, label in Reconciliation.Status.choices)],
    }  # fmt: skip
    return render(request, "debts/statements.html", context, part="statements")


@once
def new(request: HttpRequest) -> HttpResponse:
    """Draw up a statement for one client, or for everybody who traded or owes in the period."""
    me, client = viewer(request), _client(request)
    since, until = queries.last_quarter(timezone.localdate())
    firms = queries.firms_of(client) if client else list(Firm.objects.order_by("id"))
    initial = {"since": since, "until": until, "firm": firms[0].pk if firms else None}
    form = DrawUpForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        return _drawn_up(request, me, client, form.cleaned_data)
    context = {"form": form, "client": client}
    return render(request, "debts/new.html", context, part="new", status=422 if form.is_bound else 200)


def _drawn_up(request: HttpRequest, me: Staff, client: Client | None, asked: dict[str, Any]) -> HttpResponse:
    firm, since, until, now = asked["firm"], asked["since"], asked["until"], timezone.now()
    if client:
        paper = actions.draw_up(client, firm, since, until, by=me, at=now)
        return redirect(request, reverse("debts:reconciliation", args=[paper.pk]))
    clients = queries.movers(me, firm, since, until).select_related("owner", "office")
    papers = actions.draw_up_many(clients, firm, since, until, by=me, at=now)
    said = ngettext("{count} statement is drawn up.", "{count} statements are drawn up.", len(papers)).format(
        count=len(papers)
    )
    return redirect(request, reverse("debts:reconciliations"), said=said)


def _client(request: HttpRequest) -> Client | None:
    asked = request.POST.get("client") or request.GET.get("client", "")
    if not asked:
        return None
    return get_object_or_404(Client.objects.visible_to(viewer(request)), pk=asked if asked.isdecimal() else 0)


def reconciliation(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement: both sides' figures, the account line by line, what happened, what may be done."""
    me, paper = viewer(request), _find(request, pk)
    account = statement(paper.client, paper.firm, paper.since, paper.until)
    context = {
        "paper": paper, "account": account, "register": register,
        "changed": account.closing - paper.closing, "actions": register.open_to(paper, me),
        "difference": paper.their_closing - paper.closing if paper.their_closing is not None else None,
        "history": [timeline.render(event) for event in timeline.of_document(paper, me)],
    }  # fmt: skip
    return render(request, "debts/statement.html", context)


def statement_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """On paper, in the client's language; `?mirrored=1` fills the client's half too."""
    data = books.pdf(_find(request, pk), mirrored=request.GET.get("mirrored") == "1")
    return _file(data, "application/pdf", f"statement-{pk}.pdf")


def statement_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(books.xlsx(_find(request, pk)), _XLSX, f"statement-{pk}.xlsx", saved=True)


def _find(request: HttpRequest, pk: int) -> Reconciliation:
    papers = Reconciliation.objects.visible_to(viewer(request))
    found: Reconciliation = get_object_or_404(papers.select_related("client", "owner", "firm", "office"), pk=pk)
    return found


def _file(data: bytes, mime: str, name: str, *, saved: bool = False) -> HttpResponse:
    response = HttpResponse(data, content_type=mime)
    response.headers["Content-Disposition"] = f'{"attachment" if saved else "inline"}; filename="{name}"'
    return response
