"""Why purchasing's answer is not possible now."""

from datetime import date

from django.utils.translation import gettext as _

from kontor.documents.gates import right_gate, status_gate
from kontor.kernel.formats import day_full
from kontor.kernel.refusals import Gates, Refusal
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.procurement.models import PurchaseRequest

ANSWERABLE = frozenset({PurchaseRequest.Status.SUBMITTED, PurchaseRequest.Status.ACCEPTED})


def answer_gates(request: PurchaseRequest, *, by: Staff) -> Gates:
    yield from right_gate(by, Right.BUY_GOODS)
    yield from status_gate(request, ANSWERABLE)


def expected_gate(expected_on: date, today: date) -> Gates:
    if expected_on < today:
        yield Refusal(
            "past",
            _("{day} is past: name the day on which the goods arrive.").format(day=day_full(expected_on)),
        )
