"""The mailbox to which mails come back, read over IMAP: `imaps://user:password@host/INBOX`."""

import imaplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from matcher.messages.carriers import LOOPBACK, PATIENCE

# The rest follows in the next round.
MOST = 200
SECURE, PLAIN = 993, 143


class MailboxAway(Exception):
    """The mailbox cannot be read now: a short word, without what the server said."""


def read_mailbox(url: str, keep: Callable[[bytes], None], *, largest: int) -> int:
    """Hand over what was not read yet, one by one, and mark each as read once it is kept."""
    try:
        client = _connect(url)
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxAway(type(error).__name__) from error
    try:
        return _read(client, urlsplit(url).path.strip("/") or "INBOX", keep, largest)
    except (OSError, imaplib.IMAP4.error) as error:
        raise MailboxAway(type(error).__name__) from error
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            client.logout()


def _connect(url: str) -> imaplib.IMAP4:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "imaps":
        checked = ssl.create_default_context()
        client: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            host, parts.port or SECURE, ssl_context=checked, timeout=PATIENCE
        )
    elif parts.scheme == "imap" and host in LOOPBACK:
        client = imaplib.IMAP4(host, parts.port or PLAIN, timeout=PATIENCE)
    else:  # a password does not travel in the clear
        raise MailboxAway("MATCHER_BOUNCE_URL must begin with imaps://")
    try:
        client.login(unquote(parts.username or ""), unquote(parts.password or ""))
    except BaseException:
        client.shutdown()
        raise
    return client


def _read(client: imaplib.IMAP4, folder: str, keep: Callable[[bytes], None], largest: int) -> int:
    state, _ = client.select(f'"{folder}"')
    if state != "OK":
        raise MailboxAway("no such folder")
    _, found = client.uid("SEARCH", "UNSEEN")
    numbers = (found[0] or b"").split()[:MOST]
    for number in numbers:
        _, parts = client.uid("FETCH", number.decode(), f"(BODY.PEEK[]<0.{largest + 1}>)")
        for part in parts:
            if isinstance(part, tuple):
                keep(part[1])
        client.uid("STORE", number.decode(), "+FLAGS", r"(\Seen)")
    return len(numbers)
