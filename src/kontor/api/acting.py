"""The one door for every verb of every paper, for programs: its form, its gates, its action."""

import inspect
from typing import Any

from django.db import transaction
from django.forms import Form
from django.http import HttpRequest
from django.utils import timezone

from kontor.api import papers
from kontor.api.given import fill, read, take_version
from kontor.documents.actions import same_version
from kontor.documents.models import Document
from kontor.documents.register import Action, register
from kontor.kernel.refusals import Refused
from kontor.people.models import Staff
from kontor.people.viewer import viewer
from kontor.timeline.models import Event


def act(request: HttpRequest, action: Action, pk: int) -> papers.Row:
    """Do it, and answer the paper that came of it, or the paper itself. Runs inside the call's transaction."""
    by = viewer(request)
    document = papers.find(register.kind(action.kind), pk, by)
    body = read(request)
    version = take_version(body)
    given = fill(action.form or Form, body, request.FILES).cleaned_data
    closed = papers.refusals(action, document, by)
    if [refusal.code for refusal in closed] == ["wrong_status"]:
        result = _done_already(action, document, by, given, Refused(closed))
    elif closed:
        raise Refused(closed)
    else:
        result = _perform(action, document, by, given, version)
    return _told(action, document, result, by)


def _perform(action: Action, document: Any, by: Staff, given: dict[str, Any], version: int | None) -> Any:
    """Carry the verb out over the version that the caller saw; a verb that compares versions itself is told it."""
    if "version" in inspect.signature(action.perform).parameters:
        given = {**given, "version": version}
    elif version is not None:
        same_version(Document.objects.select_for_update(no_key=True).get(pk=document.pk), version)
    return action.perform(document, by=by, at=timezone.now(), **given)


def _done_already(action: Action, document: Any, by: Staff, given: dict[str, Any], refused: Refused) -> Any:
    """A verb that was carried out before answers the same again; any other is refused for the status.

    Whoever does something records it. So the verb is asked, and if it recorded anything or refused, it is taken back.
    """
    last = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    try:
        with transaction.atomic():
            result = _perform(action, document, by, given, None)
            about = {document.pk, result.pk if isinstance(result, Document) else document.pk}
            if Event.objects.filter(pk__gt=last, document_id__in=about).exists():
                raise refused
    except Refused:
        raise refused from None
    return result


def _told(action: Action, document: Any, result: Any, by: Staff) -> papers.Row:
    """The paper as it stands now. One that came of it but is not the caller's to see is named only."""
    paper = result if isinstance(result, Document) and result.kind in register.kinds else document
    kind = register.kind(paper.kind)
    said = str(action.done).format(number=paper.number) if action.done else ""
    try:
        return {**papers.whole(papers.find(kind, paper.pk, by), by), "said": said}
    except Document.DoesNotExist:
        return {"id": paper.pk, "kind": paper.kind, "number": paper.number, "said": said}
