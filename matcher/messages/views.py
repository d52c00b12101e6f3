"""What is shown of mails: in the outbox page of a demo, and on the page of a stop link."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

from matcher.foundation.translate import say
from matcher.messages.models import Delivery, Mail
from matcher.messages.parcels import Parcel
from matcher.messages.rendering import SaidLetter, Stationery, compose, speak


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """One mail in the list."""

    id: UUID
    to: str
    subject: str
    written_at: datetime
    delivery: Delivery

    @classmethod
    def of(cls, mail: Mail) -> Self:
        subject = Parcel.of(mail).letter.subject
        return cls(
            id=mail.id,
            to=mail.address,
            subject=say(subject, mail.language),
            written_at=mail.created_at,
            delivery=mail.delivery,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMail:
    """One mail to read: its letter with links that lead somewhere, and its text part as sent."""

    line: MailLine
    language: str
    letter: SaidLetter
    text: str
    attachment: str | None

    @classmethod
    def of(cls, mail: Mail, paper: Stationery) -> Self:
        parcel = Parcel.of(mail)
        body = compose(parcel, paper, now=mail.created_at).get_body(("plain",))
        return cls(
            line=MailLine.of(mail),
            language=str(mail.language),
            letter=speak(parcel, paper),
            text=str(body.get_content()) if body else "",
            attachment=parcel.letter.attachment,
        )
