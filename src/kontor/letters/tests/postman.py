"""A real SMTP server for tests: it keeps what it was given, or refuses whom it is told to refuse."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


@dataclass
class Postman:
    """`refuses` are addresses that come back; `letters` what arrived."""

    refuses: set[str] = field(default_factory=set)
    letters: list[EmailMessage] = field(default_factory=list)
    url: str = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.refuses:
            return "550 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK"


@contextmanager
def postman(refuses: set[str] | None = None) -> Iterator[Postman]:
    man = Postman(refuses or set())
    port = _free_port()
    controller = Controller(man, hostname="127.0.0.1", port=port, data_size_limit=50_000_000)
    controller.start()
    man.url = f"smtp://127.0.0.1:{port}"
    try:
        yield man
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
