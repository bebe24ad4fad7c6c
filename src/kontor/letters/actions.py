"""Verbs on letters: write one into the outbox, attach files, deliver it through SMTP."""

import smtplib
from collections.abc import Iterable

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from kontor.documents.models import Document
from kontor.kernel.refusals import refuse_if
from kontor.letters.gates import again_gates
from kontor.letters.models import Attachment, Letter
from kontor.letters.queries import mail_server
from kontor.parties.models import Client
from kontor.people.models import Staff
from kontor.timeline import actions as timeline

MOST_ATTEMPTS = 5


def write(
    to: str,
    subject: str,
    body: str,
    *,
    by: Staff | None,
    client: Client | None = None,
    document: Document | None = None,
    language: str = "",
) -> Letter:
    """A letter in the outbox. Whoever writes it enqueues its delivery."""
    return Letter.objects.create(
        to=to,
        subject=subject[:200],
        body=body,
        by=by,
        client=client,
        document_id=document.pk if document else None,
        language=language,
    )


def attach(letter: Letter, files: Iterable[tuple[str, str, bytes]]) -> None:
    """Put files (name, type, contents) with a letter; a letter that has them already keeps them."""
    if not letter.attachments.exists():
        Attachment.objects.bulk_create(
            Attachment(letter=letter, name=name, mime=mime, content=content) for name, mime, content in files
        )


@transaction.atomic
def deliver(letter: Letter) -> Letter:
    """Hand a waiting letter to the mail server, once: a letter that went out is never sent again.

    Without a mail server it stays in the outbox. A refusal of the address is final; an unreachable server is tried again
    up to five times, then the letter counts as failed and says why.
    """
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    server = mail_server()
    if letter.state != Letter.State.WAITING or server is None:
        return letter
    letter.attempts += 1
    try:
        _message(letter, server).send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as refusal:
        _failed(letter, str(refusal))
    except (OSError, smtplib.SMTPException) as trouble:
        letter.problem = str(trouble)[:250]
        if letter.attempts >= MOST_ATTEMPTS:
            _failed(letter, letter.problem)
    else:
        letter.state, letter.sent_at, letter.problem = Letter.State.SENT, timezone.now(), ""
    letter.save(update_fields=["state", "sent_at", "attempts", "problem"])
    return letter


def _failed(letter: Letter, problem: str) -> None:
    letter.state, letter.problem = Letter.State.FAILED, problem[:250]
    timeline.record(
        "letter.failed",
        by=letter.by,
        client=letter.client,
        document=letter.document,
        to=letter.to,
        problem=letter.problem,
    )


def _message(letter: Letter, server: dict[str, object]) -> EmailMessage:
    sender = str(server["sender"])
    connection = get_connection(
        "django.core.mail.backends.smtp.EmailBackend",
        host=server["host"],
        port=server["port"],
        username=server["user"],
        password=server["password"],
        use_tls=server["tls"],
        use_ssl=server["ssl"],
        timeout=20,
    )
    reply_to = [letter.by.email] if letter.by else None
    message = EmailMessage(letter.subject, letter.body, sender, [letter.to], reply_to=reply_to, connection=connection)
    for attachment in letter.attachments.all():
        message.attach(attachment.name, bytes(attachment.content), attachment.mime)
    return message


@transaction.atomic
def send_again(letter: Letter, *, by: Staff, to: str = "") -> Letter:
    """Try a failed letter once more, if need be to a corrected address."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.state != Letter.State.FAILED:
        return letter
    refuse_if(again_gates(letter, to or letter.to, by=by))
    letter.to, letter.state, letter.attempts, letter.problem = to or letter.to, Letter.State.WAITING, 0, ""
    letter.save(update_fields=["to", "state", "attempts", "problem"])
    return letter
