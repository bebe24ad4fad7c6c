"""The bank's file of this morning, to be saved and dropped on the bank page."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

STATEMENT = "statement-today.txt"


@require_safe
def statement(request: HttpRequest) -> FileResponse:
    """The file as `actions.fill` left it in the data folder."""
    path = Path(settings.KONTOR_HOME) / STATEMENT
    if not path.exists():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=STATEMENT, content_type="text/plain")
