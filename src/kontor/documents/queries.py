"""Questions about papers of any kind."""

from typing import Any

from django.db.models import QuerySet

from kontor.documents.models import Document
from kontor.documents.register import register
from kontor.people.models import Staff


def fetch(kind: str, pk: int, viewer: Staff) -> Any:
    """The paper as its own kind, or DoesNotExist: a stranger's paper is not found."""
    return register.kind(kind).objects().visible_to(viewer).get(pk=pk, kind=kind)


def followers(document: Document) -> QuerySet[Document]:
    """What stands on this paper, oldest first."""
    return Document.objects.filter(based_on_id=document.pk).order_by("id")


def chain(document: Document) -> list[Document]:
    """The paper's root and everything that stands on it, for the strip of linked papers."""
    root = document
    while root.based_on_id:
        root = root.based_on  # type: ignore[assignment]
    found, layer = [root], [root.pk]
    while layer:
        children = list(Document.objects.filter(based_on_id__in=layer).order_by("id"))
        found += children
        layer = [child.pk for child in children]
    return found
