"""The bank morning: statements, their lines with proposals, booking."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from kontor.api import papers
from kontor.api.answers import answer, named, picked
from kontor.api.fields import body, schema_of
from kontor.api.given import Invalid, check_names, fill, read, take_list, writing
from kontor.api.site import api
from kontor.clients.queries import fetch
from kontor.documents.register import register
from kontor.kernel.refusals import Refusal, Refused
from kontor.payments import actions, queries
from kontor.payments.forms import SpanForm
from kontor.payments.models import PAYMENT, BankLine, Payment
from kontor.payments.queries.bank import Row as BankRow
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.people.viewer import viewer
from kontor.web.forms import DayField, MoneyField

TAGS = [_("Bank")]
LINE = (
    "id",
    "direction",
    "posted_on",
    "number",
    "amount",
    "name",
    "tax_id",
    "other_account",
    "purpose",
    "state",
    "note",
)
State = BankLine.State
Row = dict[str, Any]


class StatementForm(forms.Form):
    """The bank's file. `confirmed` accepts sums that do not add up."""

    file = forms.FileField(label=gettext_lazy("Statement file"))
    confirmed = forms.BooleanField(label=gettext_lazy("Accepted as it is"), required=False)


class BookForm(forms.Form):
    client = forms.IntegerField(label=gettext_lazy("Client"))


class PartForm(forms.Form):
    paper = forms.IntegerField(label=gettext_lazy("Invoice or order"))
    amount = MoneyField(label=gettext_lazy("Sum"))


class DecideLineForm(forms.Form):
    """What a line is that pays nothing of a client's: not from a client, unknown, or open to be decided again."""

    state = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=[(State.NOT_CLIENT, ""), (State.UNKNOWN, ""), (State.OPEN, "")]
    )
    note = forms.CharField(label=gettext_lazy("Remark"), max_length=250, required=False)


class ReviewForm(forms.Form):
    day = DayField(label=gettext_lazy("Up to this day"))


class DaysForm(SpanForm):
    mine = forms.BooleanField(label=gettext_lazy("Only my clients"), required=False)


_PARTS = {"type": "array", "items": schema_of(PartForm), "description": "what is not given to a paper is an advance"}
_UPLOAD = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema_of(StatementForm)}}}}


@api.post("/bank/statements", operation_id="load_statement", summary=_("Load the bank's file, whole or not at all"), openapi_extra=_UPLOAD, tags=TAGS)  # fmt: skip
@writing
def load(request: HttpRequest) -> HttpResponse:
    given = fill(StatementForm, read(request), request.FILES).cleaned_data
    name, data = given["file"].name, given["file"].read()
    try:
        loaded = actions.load_statement(name, data, by=viewer(request), at=timezone.now(), confirmed=given["confirmed"])
    except actions.Unconfirmed as doubt:
        opens = gettext("Send the file again with confirmed=true if it is right as it is.")
        raise Refused(Refusal("unconfirmed", sentence, opens) for sentence in doubt.sentences) from doubt
    return answer(picked(loaded, "new", "lines", "since", "until", "remarks") | {"file": loaded.file.pk}, 201)


@api.get(
    "/bank/lines", operation_id="list_bank_lines", summary=_("Lines that came in, each with its proposal"), tags=TAGS
)
def lines(request: HttpRequest, since: date, until: date, mine: bool = False) -> HttpResponse:
    by = viewer(request)
    if not (by.may(Right.LOAD_STATEMENTS) or by.may(Right.ALLOCATE_PAYMENTS)):
        raise PermissionDenied(gettext("Only those who load statements or allocate payments see the bank's lines."))
    day = queries.bank_day(fill(SpanForm, {"since": since, "until": until}).span(), by, mine=mine)
    totals = {"opening": day.opening, "came": day.came, "went": day.went, "closing": day.closing, "cut": day.cut}
    return answer({"rows": [_line(row) for row in day.rows], **totals})


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
        raise Invalid({"parts": [gettext("Give objects with paper and amount.")]})
    given = fill(PartForm, sent).cleaned_data
    return given["paper"], given["amount"]


def _payment(payment: Any, by: Staff) -> Row:
    return papers.whole(papers.find(register.kind(payment.kind), payment.pk, by), by)


@api.post("/bank/book-sure", operation_id="book_sure_lines", summary=_("Book every sure proposal of some days"), openapi_extra=body(schema_of(DaysForm)), tags=TAGS)  # fmt: skip
@writing
def book_sure(request: HttpRequest) -> HttpResponse:
    days = fill(DaysForm, read(request))
    booked = actions.book_sure(days.span(), by=viewer(request), at=timezone.now(), mine=days.cleaned_data["mine"])
    told = [picked(payment, "id", "number", "total") | {"client": payment.client_id} for payment in booked.booked]
    return answer({"payments": told, "left": booked.left})


@api.post("/bank/lines/{int:id}/decide", operation_id="decide_line", summary=_("Not from a client, unknown, or open again"), openapi_extra=body(schema_of(DecideLineForm)), tags=TAGS)  # fmt: skip
@writing
def decide(request: HttpRequest, id: int) -> HttpResponse:
    by, given = viewer(request), fill(DecideLineForm, read(request)).cleaned_data
    line, now = BankLine.objects.get(pk=id), timezone.now()
    match given["state"]:
        case State.NOT_CLIENT:
            line = actions.mark_not_client(line, by=by, at=now, note=given["note"])
        case State.UNKNOWN:
            line = actions.hand_to_accounting(line, by=by, at=now, note=given["note"])
        case _open:
            line = actions.reopen_line(line, by=by, at=now)
    return answer(picked(line, *LINE))


@api.post("/bank/reviews", operation_id="review_statement", summary=_("I have looked through the statement"), openapi_extra=body(schema_of(ReviewForm)), tags=TAGS)  # fmt: skip
@writing
def review(request: HttpRequest) -> HttpResponse:
    day = fill(ReviewForm, read(request)).cleaned_data["day"]
    return answer(picked(actions.review(day, by=viewer(request), at=timezone.now()), "day", "at"))


_PAYS = {"type": "object", "properties": {"parts": _PARTS}, "required": ["parts"]}


@api.post("/payments/{int:id}/allocate", operation_id="allocate_payment", summary=_("Let an advance pay more papers"), openapi_extra=body(_PAYS), tags=["Payments"])  # fmt: skip
@writing
def allocate(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    payment: Payment = papers.find(register.kind(PAYMENT), id, by)
    parts = [_part(each) for each in take_list(sent, "parts")]
    check_names(sent, {})
    return answer(_payment(actions.allocate(payment, parts, by=by, at=timezone.now()), by))
