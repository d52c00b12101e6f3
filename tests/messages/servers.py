"""A real mail server to try the post with, and its moods."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Mood:
    """How the server answers. `received` holds what it took."""

    received: list[EmailMessage] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)  # on the envelopes
    reader: str = "250 OK"
    content: str = "250 OK"
    stalls: float = 0.0
    dies_after_taking: bool = False

    async def handle_RCPT(  # noqa: N802  # the name aiosmtpd looks for
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.reader.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.reader

    async def handle_DATA(  # noqa: N802  # likewise
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        await asyncio.sleep(self.stalls)
        if self.content.startswith("250"):
            content = cast("bytes", envelope.content)
            self.senders.append(str(envelope.mail_from))
            self.received.append(message_from_bytes(content, policy=default))
        if self.dies_after_taking:
            self.dies_after_taking = False
            cast("asyncio.Transport", server.transport).abort()
        return self.content


@contextmanager
def a_server(mood: Mood, **options: Any) -> Iterator[str]:
    """Run a server in this mood; give the address to send to."""
    server = Controller(mood, hostname="127.0.0.1", port=free_port(), **options)
    server.start()
    try:
        yield f"127.0.0.1:{server.port}"
    finally:
        server.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
