"""Questions about talks with clients: the log, what was agreed, what is planned, who called last."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from kontor.contacts.models import Contact, Plan
from kontor.kernel.text import fold
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.rights import Scope
from kontor.standards import queries as standards


def log(viewer: Staff) -> QuerySet[Contact]:
    """The contacts the viewer may see: with own clients and by own hand, the office's, or all."""
    found = Contact.objects.select_related("client", "person", "by", "document")
    if viewer.scope == Scope.ALL:
        return found
    if viewer.scope == Scope.OFFICE:
        return found.filter(Q(client__office_id=viewer.office_id) | Q(by=viewer))
    return found.filter(Q(client__owner=viewer) | Q(by=viewer))


def about(contacts: QuerySet[Contact], text: str) -> QuerySet[Contact]:
    """Contacts whose client answers to the text."""
    asked = fold(text)
    return contacts.filter(client__search__contains=asked) if asked else contacts


def agreed(client: Client, limit: int = 5) -> list[Contact]:
    """Agreements to remember, in the client's words, the newest first. A corrected one gives way to its correction."""
    found = Contact.objects.filter(client=client, agreed=True, corrections=None)
    return list(found.select_related("person", "by").order_by("-at", "-id")[:limit])


def planned(client: Client) -> list[Plan]:
    """Contacts planned with the client, the next one first."""
    return list(Plan.objects.filter(client=client, done_at=None).select_related("owner").order_by("at", "id"))


def plan_of(owner: Staff, until: datetime) -> QuerySet[Plan]:
    """A person's planned contacts up to a moment, those overdue first: rows of My day."""
    found = Plan.objects.filter(owner=owner, done_at=None, at__lte=until)
    return found.select_related("client", "document").order_by("at", "id")


def end_of_day(on: date) -> datetime:
    """The last moment of a day on the house's clock."""
    return timezone.make_aware(datetime.combine(on, time.max))


def last_words(client: Client) -> Contact | None:
    """The last talk: what the client said then stands beside the next call."""
    found = Contact.objects.filter(client=client, result=Contact.Result.TALKED).exclude(said="")
    return found.select_related("person", "by").order_by("-at", "-id").first()


def called_by_colleague(client: Client, *, by: Staff, at: datetime) -> Contact | None:
    """A colleague's call within the quiet time, if there was one: the client need not be called twice. Clause W-1.4.3."""
    quiet = timedelta(days=standards.whole("call_quiet_days", timezone.localdate(at)))
    found = Contact.objects.filter(client=client, at__gt=at - quiet, at__lte=at, result=Contact.Result.TALKED)
    return found.exclude(by=by).select_related("by").order_by("-at").first()
