"""Why a letter may not be sent again."""

from django.core.exceptions import ValidationError

from kontor.documents.gates import right_gate
from kontor.kernel.refusals import Gates, Refusal
from kontor.letters.models import Letter
from kontor.people.models import Staff
from kontor.people.rights import Right


def again_gates(letter: Letter, to: str, *, by: Staff) -> Gates:
    """Who wrote it, or who writes to clients, sends it again, and only to what is an address."""
    if letter.by_id != by.pk:
        yield from right_gate(by, Right.LOG_CONTACTS)
    try:
        Letter._meta.get_field("to").run_validators(to)
    except ValidationError as wrong:
        for sentence in wrong.messages:
            yield Refusal("address", sentence)
