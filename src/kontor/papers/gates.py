"""Why a file is not taken."""

from django.utils.translation import gettext as _

from kontor.kernel import formats
from kontor.kernel.refusals import Gates, Refusal
from kontor.papers.queries import ALLOWED, PICTURES_AND_PDF, ending, mime_of

LARGEST = 15 * 1024 * 1024


def file_gates(name: str, content: bytes) -> Gates:
    """Empty, too large, of a kind that an office does not need, or not what its name says."""
    if not content:
        yield Refusal("empty_file", _("The file {name} is empty.").format(name=name))
    if len(content) > LARGEST:
        yield Refusal(
            "too_large",
            _("The file {name} has {size}; at most {largest} are kept.").format(
                name=name, size=formats.size(len(content)), largest=formats.size(LARGEST)
            ),
        )
    if ending(name) not in ALLOWED:
        yield Refusal(
            "kind_of_file",
            _("Files like {name} are not kept. PDF, pictures, office documents, text, mail and ZIP are.").format(
                name=name
            ),
        )
    elif content and ending(name) in PICTURES_AND_PDF and mime_of(name, content) == "application/octet-stream":
        yield Refusal("not_what_it_says", _("The file {name} is not what its name says.").format(name=name))
