"""Where all mails arrive: it keeps the links that people would press, and who was written to."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from typing import Any, cast

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.messages.servers import Mood

LINK = re.compile(r"http://127\.0\.0\.1:\d+(/[\w./~-]+)")


@dataclass(frozen=True, slots=True)
class Letter:
    """A link in a mail to somebody."""

    address: str
    path: str


@dataclass
class Postbox(Mood):
    """A mail server that keeps no texts: tens of thousands of mails come."""

    links: dict[str, list[Letter]] = field(default_factory=lambda: defaultdict(list))
    # By the return address of each mail, which is its own: how often it came, and as which.
    came: Counter[str] = field(default_factory=Counter)
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    async def handle_DATA(  # noqa: N802  # the name aiosmtpd looks for
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        message: Any = message_from_bytes(cast("bytes", envelope.content), policy=default)
        self.came[str(envelope.mail_from)] += 1
        self.names[str(envelope.mail_from)].add(str(message["Message-ID"]))
        text = message.get_body(("plain",)).get_content()
        for path in dict.fromkeys(LINK.findall(text)):
            self.links[path.split("/")[1]].append(Letter(str(message["To"]), path))
        return self.content

    def about(self, room: str) -> list[Letter]:
        """List the links to such pages in all mails so far: "proposals" for /proposals/…."""
        return list(self.links[room])
