"""Verbs on files."""

import hashlib
import re

from django.db import transaction

from kontor.documents.models import Document
from kontor.kernel.refusals import refuse_if
from kontor.papers.gates import file_gates
from kontor.papers.models import File
from kontor.papers.queries import light, mime_of
from kontor.parties.models import Client
from kontor.people.models import Staff


@transaction.atomic
def keep_file(
    name: str,
    content: bytes,
    *,
    by: Staff | None,
    document: Document | None = None,
    client: Client | None = None,
) -> File:
    """Keep a file with a paper, a client, or both. The same bytes with the same paper are kept once."""
    name = _clean(name)
    refuse_if(file_gates(name, content))
    digest = hashlib.sha256(content).hexdigest()
    client_id = client.pk if client else document.client_id if document else None
    place = {"document_id": document.pk if document else None, "client_id": client_id}
    if known := light().filter(sha256=digest, **place).first():
        return known
    return File.objects.create(
        name=name,
        mime=mime_of(name, content),
        size=len(content),
        sha256=digest,
        content=content,
        by=by,
        **place,
    )


def _clean(name: str) -> str:
    """The name without folders and control signs, its ending kept when it is cut."""
    plain = re.sub(r"[\x00-\x1f\x7f]", "", name.replace("\\", "/").rsplit("/", 1)[-1]).strip() or "file"
    stem, dot, tail = plain.rpartition(".")
    return f"{stem[: 159 - len(tail)]}{dot}{tail}" if dot and len(tail) < 12 else plain[:160]
