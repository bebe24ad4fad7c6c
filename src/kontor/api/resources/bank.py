"""The bank morning: statements, their lines with proposals, booking."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _label
from django.utils.translation import gettext_noop as _

from kontor.api import papers
from kontor.api.answers import answer, named, picked
from kontor.api.fields import body, schema_of
from kontor.api.given import Invalid, fill, read, take_list, writing
from kontor.api.site import api
from kontor.clients.queries import fetch
from kontor.documents.register import register
from kontor.kernel.refusals import Refusal, Refused
from kontor.payments import actions, queries
from kontor.payments.models import BankLine
from kontor.payments.queries.bank import Row as BankRow
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.web.forms import DayField, MoneyField

TAGS = ["Bank"]
LINE = ("id", "direction", "posted_on", "number", "amount", "name", "tax_id", "other_account", "purpose", "state", "note")
Row = dict[str, Any]


class StatementForm(forms.Form):
    """The bank's file. `confirmed` accepts sums that do not add up."""

    file = forms.FileField(label=_label("Statement file"))
    confirmed = forms.BooleanField(label=_label("Accepted as it is"), required=False)


class BookForm(forms.Form):
    client = forms.IntegerField(label=_label("Client"))


class PartForm(forms.Form):
    paper = forms.IntegerField(label=_label("Invoice or order"))
    amount = MoneyField(label=_label("Sum"))


class DaysForm(forms.Form):
    since = DayField(label=_label("From"))
    until = DayField(label=_label("to"))
    mine = forms.BooleanField(label=_label("Only my clients"), required=False)


_PARTS = {"type": "array", "items": schema_of(PartForm), "description": "what is not given to a paper is an advance"}
_UPLOAD = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema_of(StatementForm)}}}}


@api.post("/bank/statements", operation_id="load_statement", summary=_("Load the bank's file, whole or not at all"), openapi_extra=_UPLOAD, tags=TAGS)  # fmt: skip
@writing
def load(request: HttpRequest) -> HttpResponse:
    given = fill(StatementForm, read(request), request.FILES).cleaned_data
    name, data = given["file"].name, given["file"].read()
    try:
        loaded = actions.load_statement(
            name, data, by=viewer(request), at=timezone.now(), confirmed=given["confirmed"]
        )
    except actions.Unconfirmed as doubt:
        opens = _now("Send the file again with confirmed=true if it is right as it is.")
        raise Refused(Refusal("unconfirmed", sentence, opens) for sentence in doubt.sentences) from doubt
    return answer(picked(loaded, "new", "lines", "since", "until", "remarks") | {"file": loaded.file.pk}, 201)


@api.get("/bank/lines", operation_id="list_bank_lines", summary=_("Lines that came in, each with its proposal"), tags=TAGS)
def lines(request: HttpRequest, since: date, until: date, mine: bool = False) -> HttpResponse:
    by = viewer(request)
    if not (by.may(Right.LOAD_STATEMENTS) or by.may(Right.ALLOCATE_PAYMENTS)):
        raise PermissionDenied(_now("Only those who load statements or allocate payments see the bank's lines."))
    day = queries.bank_day(_span({"since": since, "until": until}), by, mine=mine)
    totals = {"opening": day.opening, "came": day.came, "went": day.went, "closing": day.closing, "cut": day.cut}
    return answer({"rows": [_line(row) for row in day.rows], **totals})


def _span(given: Row) -> queries.Span:
    if not 0 <= (given["until"] - given["since"]).days <= 92:
        raise Invalid({"until": [_now("The last day comes after the first, at most three months later.")]})
    return queries.Span(given["since"], given["until"])


def _line(row: BankRow) -> Row:
    told = picked(row.line, *LINE) | {"client": named(row.client), "sure": row.sure, "may_book": row.may_book}
    if row.proposal:
        told["proposal"] = {
            "parts": [{"paper": each.paper.pk, "number": each.paper.number, "amount": amount} for each, amount in row.parts],
            "advance": row.advance,
            "reasons": [{"code": reason.code, "sentence": reason.sentence} for reason in row.proposal.reasons],
            "question": row.proposal.question,
        }  # fmt: skip
    if row.booked:
        told["payment"] = row.booked.payment.pk
    return told


@api.post("/bank/lines/{int:id}/book", operation_id="book_line", summary=_("Make a client's payment of a line"), openapi_extra=body(schema_of(BookForm, parts=_PARTS)), tags=TAGS)  # fmt: skip
@writing
def book(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    parts = [_part(each) for each in take_list(sent, "parts")]
    client = fetch(fill(BookForm, sent).cleaned_data["client"], by)
    payment = actions.book(BankLine.objects.get(pk=id), client, parts, by=by, at=timezone.now())
    return answer(_payment(payment, by), 201)


def _part(sent: Any) -> tuple[int, Any]:
    if not isinstance(sent, dict):
        raise Invalid({"parts": [_now("Give objects with paper and amount.")]})
    given = fill(PartForm, sent).cleaned_data
    return given["paper"], given["amount"]


def _payment(payment: Any, by: Staff) -> Row:
    return papers.whole(papers.find(register.kind(payment.kind), payment.pk, by), by)


@api.post("/bank/book-sure", operation_id="book_sure_lines", summary=_("Book every sure proposal of some days"), openapi_extra=body(schema_of(DaysForm)), tags=TAGS)  # fmt: skip
@writing
def book_sure(request: HttpRequest) -> HttpResponse:
    given = fill(DaysForm, read(request)).cleaned_data
    booked = actions.book_sure(_span(given), by=viewer(request), at=timezone.now(), mine=given["mine"])
    told = [picked(payment, "id", "number", "total") | {"client": payment.client_id} for payment in booked.booked]
    return answer({"payments": told, "left": booked.left})
