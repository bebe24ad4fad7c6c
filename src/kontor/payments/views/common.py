"""What the pages of this app share: who is asking, where papers lie, files to download."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.rights import Right
from kontor.people.viewer import viewer

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def need(request: HttpRequest, *rights: Right) -> Staff:
    """Whoever is asking, if they hold one of the rights; 403 in words otherwise."""
    staff = viewer(request)
    if not any(staff.may(right) for right in rights):
        names = _(", ").join(str(right.label) for right in rights)
        raise PermissionDenied(_("This page is for who may: {rights}.").format(rights=names))
    return staff


def href(paper: Document | None) -> str:
    """The page of a paper; empty where its kind has none."""
    if paper is None or paper.kind not in register.kinds:
        return ""
    try:
        return register.href(paper)
    except NoReverseMatch:
        return ""


def client_href(client: Client | None) -> str:
    """The client's card lies above this app: its address is asked by name."""
    try:
        return reverse("desk:client", args=[client.pk]) if client else ""
    except NoReverseMatch:
        return ""


def download(data: bytes, name: str, content_type: str = XLSX) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    kind = "inline" if content_type == "application/pdf" else "attachment"
    response.headers["Content-Disposition"] = f'{kind}; filename="{name}"'
    return response
