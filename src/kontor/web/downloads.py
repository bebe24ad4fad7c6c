"""Files that somebody brought: shown only where a browser cannot be made to run them, else saved."""

from urllib.parse import quote

from django.http import HttpResponse

SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/webp", "image/gif"})


def file_answer(content: bytes | memoryview, *, name: str, mime: str) -> HttpResponse:
    """The file under its own name. Whatever is not a picture or PDF is saved and never opened on our address."""
    shown = mime in SHOWN
    answer = HttpResponse(bytes(content), content_type=mime if shown else "application/octet-stream")
    answer.headers["Content-Disposition"] = f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(name)}"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
