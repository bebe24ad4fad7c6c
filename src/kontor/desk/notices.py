"""Notices: what others did with my clients and their papers since I last looked."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.timeline import queries as timeline
from kontor.timeline.models import Event
from kontor.web.pages import page
from kontor.web.parts import render

_DAYS = 14
_LOOKED = "notices_looked_at"


def news(me: Staff, since: datetime) -> QuerySet[Event]:
    """Events of my clients by others, or by the system. Read by clients: each has its index."""
    return timeline.readable(me, Event.objects.filter(client__owner=me, at__gt=since)).exclude(by=me)


def fresh(request: HttpRequest, me: Staff) -> int:
    """Is there anything since the last look? The bell has a dot, not a number: one or none. One query."""
    return int(news(me, _looked(request)).order_by().exists())


def notices(request: HttpRequest) -> HttpResponse:
    """The last two weeks, newest first; looking at them puts the dot out."""
    me, now = viewer(request), timezone.now()
    looked = _looked(request)
    request.session[_LOOKED] = now.isoformat()
    events = news(me, now - timedelta(days=_DAYS)).select_related("by", "document", "client")
    found = page(events, request.GET.get("after", ""), size=50, order=("-at", "-pk"))
    entries = [(timeline.render(event), event.client, event.at > looked) for event in found.rows]
    context = {"page": found, "entries": entries}
    return render(request, "desk/notices.html", context, part="notices")


def _looked(request: HttpRequest) -> datetime:
    """When this person last looked, on this device; at first, a day ago."""
    kept = parse_datetime(request.session.get(_LOOKED, ""))
    return kept or timezone.now() - timedelta(days=1)
