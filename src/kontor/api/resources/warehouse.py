"""What the warehouse counts: the end of picking asks for a quantity per line, so it has an address of its own."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kontor.api import papers
from kontor.api.answers import answer
from kontor.api.fields import body
from kontor.api.given import Invalid, check_names, fill, read, writing
from kontor.api.site import api
from kontor.documents.register import register
from kontor.people.viewer import viewer
from kontor.shipments import actions
from kontor.shipments.forms import CountForm
from kontor.shipments.models import PICKING, Picking

_COUNT = {
    "type": "object",
    "properties": {
        "quantities": {
            "type": "object",
            "additionalProperties": {"type": "string", "format": "decimal"},
            "description": "what was picked, by the id of the request's line; zero if nothing was there",
        }
    },
    "required": ["quantities"],
}


@api.post("/pickings/{int:id}/finish", operation_id="finish_picking", summary=_("Enter what was picked: the waybill is made"), openapi_extra=body(_COUNT), tags=["Picking requests"])  # fmt: skip
@writing
def finish(request: HttpRequest, id: int) -> HttpResponse:
    by, sent = viewer(request), read(request)
    picking: Picking = papers.find(register.kind(PICKING), id, by)
    check_names(sent, {"quantities": None})
    shipment = actions.finish_picking(picking, _quantities(picking, sent), by=by, at=timezone.now())
    kind = register.kind(shipment.kind)
    return answer(papers.whole(papers.find(kind, shipment.pk, by), by))


def _quantities(picking: Picking, sent: dict[str, Any]) -> dict[int, Decimal]:
    """The counted quantities, read by the very form of the page."""
    counted = sent.get("quantities")
    if not isinstance(counted, dict):
        raise Invalid({"quantities": [gettext("Give an object with a quantity for each line.")]})
    lines = list(picking.lines.select_related("product"))
    found: dict[int, Decimal] = fill(
        CountForm, {f"line-{line}": quantity for line, quantity in counted.items()}, lines=lines
    ).quantities
    return found
