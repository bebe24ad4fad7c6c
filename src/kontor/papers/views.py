"""The door to stored files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kontor.papers import queries
from kontor.people.viewer import viewer
from kontor.web.downloads import file_answer


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """A file of a paper or client that the reader sees."""
    file = get_object_or_404(queries.visible_to(viewer(request)), pk=pk)
    return file_answer(file.content, name=file.name, mime=file.mime)
