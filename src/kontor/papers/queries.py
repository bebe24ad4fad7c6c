"""Questions about stored files: which there are, and what a file really is."""

from django.db.models import Q, QuerySet

from kontor.documents.models import Document
from kontor.papers.models import File
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.people.rights import Scope

_SIGNS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_BY_NAME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "zip": "application/zip",
    "txt": "text/plain",
    "csv": "text/csv",
    "eml": "message/rfc822",
}
PICTURES_AND_PDF = frozenset({"pdf", "png", "jpg", "jpeg", "gif", "webp"})
ALLOWED = PICTURES_AND_PDF | _BY_NAME.keys()


def ending(name: str) -> str:
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def mime_of(name: str, content: bytes) -> str:
    """What a file is by its first bytes; by its name only where that can do no harm. What the sender claims does not count."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    by_content = next((mime for sign, mime in _SIGNS if content.startswith(sign)), "")
    return by_content or _BY_NAME.get(ending(name), "application/octet-stream")


def light() -> QuerySet[File]:
    """Files for a list: without their contents."""
    return File.objects.defer("content")


def of_document(document: Document) -> QuerySet[File]:
    return light().filter(document_id=document.pk)


def of_client(client: Client) -> QuerySet[File]:
    """The client's folder: files of the card and of every paper."""
    return light().filter(client=client)


def visible_to(staff: Staff) -> QuerySet[File]:
    """Files of papers and clients that this person sees, and those he brought himself."""
    if staff.scope == Scope.ALL:
        return File.objects.all()
    if staff.scope == Scope.OFFICE:
        seen = Q(document__office_id=staff.office_id) | Q(client__office_id=staff.office_id)
    else:
        seen = Q(document__owner=staff) | Q(client__owner=staff)
    return File.objects.filter(seen | Q(by=staff)).distinct()
