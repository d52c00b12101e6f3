"""Mail that comes back: the address each mail returns to, and what a server says of it.

Every mail leaves with a return address of its own, `bounces+<token>@…`, in which its id is signed.
So a report is believed only if it comes to an address that we made, whoever sends it; and all that
it can do is say that this one mail came back. Reports are multipart/report (RFC 3462) with a
message/delivery-status part (RFC 3464); everything else that arrives there is left alone.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import default
from uuid import UUID

# A report repeats the mail at most; what is longer is none.
LARGEST = 1_000_000
SEALED = 9  # bytes of the seal: with the 16 of the id they fill forty letters
TOKEN = re.compile(r"\+([a-z2-7]{40})@", re.IGNORECASE)
# Where servers write to whom a mail really came: `To` is only what was asked for.
WHERE = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "To")
STATUS = re.compile(r"^([245])\.\d{1,3}\.\d{1,3}$")
# Failures of this one mail, not of the address: its size, what it holds, who is let through.
OF_THE_MAIL = ("5.3.4", "5.6.", "5.7.")


@dataclass(frozen=True, slots=True)
class Return:
    """One mail came back. Status: "5.1.1", or "" where the server gave none."""

    mail_id: UUID
    status: str

    @property
    def is_of_address(self) -> bool:
        """Whether the address itself does not work, as far as the server says."""
        return self.status.startswith("5.") and not self.status.startswith(OF_THE_MAIL)


def return_address(mail_id: UUID, bounces: str, secret: str) -> str:
    """Make the address to which a mail comes back: `bounces+token@example.org`."""
    name, _at, domain = bounces.rpartition("@")
    token = base64.b32encode(mail_id.bytes + _seal(mail_id, secret)).decode().lower()
    return f"{name}+{token}@{domain}"


def read_return(raw: bytes, secret: str) -> Return | None:
    """Read what came to the return address; nothing, unless it is a report about a mail of ours."""
    if len(raw) > LARGEST:
        return None
    message = BytesParser(policy=default).parsebytes(raw)
    mail_id = next((found for found in _named(message, secret) if found), None)
    if mail_id is None or not _is_report(message):
        return None
    for fields in _recipients(message):
        if str(fields.get("Action", "")).strip().lower() == "failed":
            return Return(mail_id, _status(str(fields.get("Status", ""))))
    return None


def _named(message: Message, secret: str) -> Iterator[UUID | None]:
    for header in WHERE:
        for value in message.get_all(header, []):
            for token in TOKEN.findall(str(value)):
                yield _read_token(token, secret)


def _read_token(token: str, secret: str) -> UUID | None:
    try:
        said = base64.b32decode(token.upper())
    except binascii.Error:
        return None
    mail_id = UUID(bytes=said[:16])
    return mail_id if hmac.compare_digest(said[16:], _seal(mail_id, secret)) else None


def _is_report(message: Message) -> bool:
    kind = str(message.get_param("report-type", "")).lower()
    return message.get_content_type() == "multipart/report" and kind == "delivery-status"


def _recipients(message: Message) -> Iterator[Message]:
    """List what the report says of each reader: the blocks after the one about the mail."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            if isinstance(blocks, list):
                yield from (block for block in blocks if isinstance(block, Message))


def _status(said: str) -> str:
    first = said.split(maxsplit=1)[0] if said.strip() else ""
    return first if STATUS.match(first) else ""


def _seal(mail_id: UUID, secret: str) -> bytes:
    said = b"bounce|" + mail_id.bytes
    return hmac.new(secret.encode(), said, hashlib.sha256).digest()[:SEALED]
