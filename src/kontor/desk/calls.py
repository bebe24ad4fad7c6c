"""The call sheet on the desk: the card of the client to call, by htmx on My day and whole on a page of its own; on paper."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from kontor.debts import actions
from kontor.debts import queries as debts
from kontor.debts.forms import CallForm
from kontor.debts.models import CallRow
from kontor.desk.paper import Call, CallSheetPaper, render_call_sheet
from kontor.kernel import formats
from kontor.kernel.identifiers import phone_for_eye
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.standards import queries as standards
from kontor.web.once import once
from kontor.web.parts import is_htmx, redirect, render, toast

_NEXT_SHOWN = 6


def card_of(request: HttpRequest, me: Staff, pk: int | None = None, form: CallForm | None = None) -> dict[str, Any]:
    """The card with its place on the sheet: the row named, else the first not yet called."""
    today = timezone.localdate()
    rows = list(debts.sheet(me, today))
    place = _place(rows, pk)
    context: dict[str, Any] = {
        "sheet": rows, "called": sum(bool(row.outcome) for row in rows), "card": None, "call_today": today,
        "back": request.POST.get("back") or request.path,
    }  # fmt: skip
    if place is None:
        return context
    card = debts.card(rows[place], today)
    waiting = [row for row in rows[place + 1 :] + rows[:place] if not row.outcome]
    return context | {
        "card": card,
        "form": form or CallForm(people=card.row.client.persons.filter(is_gone=False), initial=_presets(card, today)),
        "before": rows[place - 1], "after": rows[(place + 1) % len(rows)], "waiting": waiting[:_NEXT_SHOWN],
    }  # fmt: skip


def _place(rows: list[CallRow], pk: int | None) -> int | None:
    """Where the row stands; without one, the first that waits. None: everybody was called, or nobody is to be."""
    if pk is not None:
        return next((place for place, row in enumerate(rows) if row.pk == pk), None)
    return next((place for place, row in enumerate(rows) if not row.outcome), None)


def _presets(card: debts.Card, today: date) -> dict[str, Any]:
    """What will probably be promised: the late sum, in three working days, and a look the day after."""
    office = card.row.client.owner.office
    calendar = standards.calendar(office, on=today)
    by_day = calendar.add_workdays(today, 3)
    sum_ = card.debtor.age.overdue or card.debtor.age.total or sum((each.open for each in card.unpaid), Decimal(0))
    return {
        "amount": sum_ or None, "by_day": by_day, "next_day": calendar.next_workday(by_day),
        "person": card.person.pk if card.person else None,
    }  # fmt: skip


def card(request: HttpRequest, pk: int) -> HttpResponse:
    """Another row of the sheet in the card, by the arrows, "Skip" or the queue."""
    me = viewer(request)
    _find(me, pk)
    return _shown(request, card_of(request, me, pk))


@require_POST
@once
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the answer and show the next client (W-1.3.3.4a, W-1.3.3.4b)."""
    me = viewer(request)
    row = _find(me, pk)
    form = CallForm(request.POST, people=row.client.persons.filter(is_gone=False))
    if not form.is_valid():
        return _shown(request, card_of(request, me, pk, form), status=422)
    actions.record_call(row, by=me, at=timezone.now(), **form.told())
    said = _("{client}: the answer is recorded.").format(client=row.client.name)
    if not is_htmx(request):
        return redirect(request, reverse("desk:sheet"), said=said)
    return toast(_shown(request, card_of(request, me)), said)


def sheet(request: HttpRequest) -> HttpResponse:
    """The whole sheet of the day: the card, and every row with its reason and outcome (W-1.3.3.3b)."""
    me = viewer(request)
    asked = request.GET.get("row", "")
    context = card_of(request, me, int(asked) if asked.isdecimal() else None)
    clients = [row.client_id for row in context["sheet"]]
    context["debtors"] = debts.debtors(clients, timezone.localdate())
    return render(request, "desk/sheet.html", context, part="sheet")


@require_POST
@once
def form_sheet(request: HttpRequest) -> HttpResponse:
    """Form the sheet, or bring it up to date; nothing that was recorded is lost."""
    me = viewer(request)
    rows = actions.form_sheet(me, timezone.localdate(), by=me, at=timezone.now())
    said = ngettext("{count} client on the sheet.", "{count} clients on the sheet.", len(rows))
    return redirect(request, _back(request), said=said.format(count=len(rows)))


@require_POST
@once
def add(request: HttpRequest) -> HttpResponse:
    """Put a client on the sheet by hand."""
    me, asked = viewer(request), request.POST.get("client", "")
    client = get_object_or_404(Client.objects.visible_to(me), pk=asked if asked.isdecimal() else 0)
    row = actions.add_to_sheet(client, by=me, day=timezone.localdate())
    return redirect(request, reverse("desk:sheet") + f"?row={row.pk}")


@require_POST
@once
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place up or down."""
    me = viewer(request)
    actions.move_row(_find(me, pk), by=me, up=request.POST.get("to") == "up")
    return redirect(request, reverse("desk:sheet"))


def sheet_pdf(request: HttpRequest) -> HttpResponse:
    """The sheet on paper, with writing space beside every client."""
    me, today = viewer(request), timezone.localdate()
    language = translation.get_language() or "en"
    rows = [row for row in debts.sheet(me, today).prefetch_related("client__persons") if not row.outcome]
    known = debts.debtors([row.client_id for row in rows], today)
    paper = CallSheetPaper(
        title=_("Call sheet of debts"), on=today, caller=me.name,
        calls=tuple(_call(row, known[row.client_id], today) for row in rows),
        currency=_currency(rows),
    )  # fmt: skip
    response = HttpResponse(render_call_sheet(paper, language), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="calls-{today:%Y-%m-%d}.pdf"'
    return response


def _currency(rows: list[CallRow]) -> str:
    return "CNY" if rows and rows[0].client.country == "CN" else "RUB"


def _call(row: CallRow, debtor: debts.Debtor, today: date) -> Call:
    person = debts.whom_to_ask([each for each in row.client.persons.all() if not each.is_gone])
    phone = (person.phone if person else "") or row.client.phone
    late = debtor.age.oldest_days
    return Call(
        client=row.client.name, person=person.name if person else "", phone=phone_for_eye(phone) if phone else "",
        owed=debtor.age.total or None, overdue=debtor.age.overdue or None,
        days_late=ngettext("{count} day late", "{count} days late", late).format(count=late) if late > 0 else "",
        documents=", ".join(item.number for item in debtor.items), said=debtor.last.said if debtor.last else "",
        said_on=timezone.localdate(debtor.last.at) if debtor.last else None, promised=_promised(debtor, today),
        reason=str(row.get_reason_display()),
    )  # fmt: skip


def _promised(debtor: debts.Debtor, today: date) -> str:
    if debtor.promise:
        return _("{sum} promised for {day}").format(
            sum=formats.money0(debtor.promise.amount), day=formats.day(debtor.promise.by_day)
        )
    count = debtor.broken
    return ngettext("{count} promise broken", "{count} promises broken", count).format(count=count) if count else ""


def _find(me: Staff, pk: int) -> CallRow:
    rows = CallRow.objects.filter(owner=me, day__gt=timezone.localdate() - timedelta(days=1))
    return get_object_or_404(rows.select_related("client"), pk=pk)


def _shown(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """The card alone for htmx, else the whole sheet around it."""
    if not is_htmx(request):
        clients = [row.client_id for row in context["sheet"]]
        context["debtors"] = debts.debtors(clients, timezone.localdate())
    return render(request, "desk/sheet.html", context, part="callcard", status=status)


def _back(request: HttpRequest) -> str:
    return reverse("desk:my_day") if request.POST.get("back") == "/" else reverse("desk:sheet")
