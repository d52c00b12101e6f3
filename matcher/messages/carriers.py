"""Who carries mails away: a mail server, or a folder while trying things out."""

import os
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol, Self
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

PATIENCE = 20.0  # seconds that a server may take for each answer
LOOPBACK = {"localhost", "127.0.0.1", "::1"}

HandOver = Callable[[EmailMessage], None]


class NotCarried(Exception):
    """Why a mail did not go: a short word for the row, without what the server said."""


class Refused(NotCarried):
    """The server will never take this mail."""


class Later(NotCarried):
    """The server asks to try this mail again later."""


class Unreachable(NotCarried):
    """There is no server to talk to, or it does not want us: it has nothing of this mail."""


class Unsure(NotCarried):
    """The server had all of it, and never said whether it took it."""


class Carrier(Protocol):
    def open(self) -> AbstractContextManager[HandOver]:
        """Begin a round: within it, mails can be handed over one by one."""


def carrier_for(url: str, *, folder: Path) -> Carrier:
    """Return who carries mails: `outbox:`, `smtp://…?starttls=1` or `smtps://…`."""
    parts = urlsplit(url)
    if parts.scheme == "outbox":
        return Folder(folder)
    if parts.scheme in {"smtp", "smtps"} and parts.hostname:
        return Server.at(parts)
    raise ValueError("MATCHER_MAIL_URL must be outbox:, smtp://host or smtps://host.")


@dataclass(frozen=True, slots=True)
class Folder:
    """Keeps each mail as a file that mail programs can open."""

    folder: Path

    @contextmanager
    def open(self) -> Iterator[HandOver]:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield self._keep

    def _keep(self, message: EmailMessage) -> None:
        name = str(message["Message-ID"]).strip("<>").partition("@")[0][:40]
        target = self.folder / f"{name}.eml"
        unfinished = target.with_suffix(".part")
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.truncate()
            file.write(bytes(message))
        unfinished.replace(target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Hands mails to an SMTP server, over a connection whose certificate was checked."""

    host: str
    port: int
    is_tls: bool
    starttls: bool
    user: str
    password: str
    trusted: str | None
    patience: float

    @classmethod
    def at(cls, parts: SplitResult) -> Self:
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        is_tls = parts.scheme == "smtps"
        host = parts.hostname or ""
        return cls(
            host=host,
            port=parts.port or (465 if is_tls else 587),
            is_tls=is_tls,
            starttls=asked.get("starttls", "0" if is_tls or host in LOOPBACK else "1") == "1",
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            trusted=asked.get("ca"),
            patience=float(asked.get("patience", PATIENCE)),
        )

    @contextmanager
    def open(self) -> Iterator[HandOver]:
        with _reaching():
            client = self._connect()
        try:
            yield lambda message: _hand_over(client, message)
        finally:
            with suppress(smtplib.SMTPException, OSError):
                client.quit()
            client.close()

    def _connect(self) -> smtplib.SMTP:
        checked = ssl.create_default_context(cafile=self.trusted)
        if self.is_tls:
            client: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=self.patience, context=checked
            )
        else:
            client = smtplib.SMTP(self.host, self.port, timeout=self.patience)
        try:
            if self.starttls:
                client.starttls(context=checked)
            if self.user:
                client.login(self.user, self.password)
        except BaseException:
            client.close()
            raise
        return client


@contextmanager
def _reaching() -> Iterator[None]:
    """Whatever fails before a mail is handed over: nothing of it is out of our hands."""
    try:
        yield
    except (smtplib.SMTPException, OSError) as error:
        raise Unreachable(type(error).__name__) from error


def _hand_over(client: smtplib.SMTP, message: EmailMessage) -> None:
    sender = _back(message) or message["From"].addresses[0].addr_spec
    reader = message["To"].addresses[0].addr_spec
    with _reaching():
        client.ehlo_or_helo_if_needed()
        client.rset()
        # Who does not take our sender takes none of our mails: that is no fault of this one.
        _check(client.mail(sender), "sender", never=Unreachable)
        _check(client.rcpt(reader), "reader")
    try:
        answer = client.data(bytes(message))
    except smtplib.SMTPDataError as refusal:  # before it had anything
        answer = (refusal.smtp_code, b"")
    except (smtplib.SMTPException, OSError) as error:
        raise Unsure(type(error).__name__) from error
    _check(answer, "mail")


def _back(message: EmailMessage) -> str:
    """Take off where the mail comes back to: it belongs on the envelope, not in the mail."""
    back = str(message["Return-Path"] or "").strip("<> ")
    del message["Return-Path"]
    return back


def _check(answer: tuple[int, bytes], about: str, *, never: type[NotCarried] = Refused) -> None:
    code, _text = answer  # the text often holds the address
    if code == 421:  # noqa: PLR2004  # RFC 5321: the server closes the connection
        raise Unreachable("421")
    if 400 <= code < 500:  # noqa: PLR2004  # RFC 5321: not now
        raise Later(f"{about}: {code}")
    if code >= 500:  # noqa: PLR2004  # RFC 5321: never
        raise never(f"{about}: {code}")
