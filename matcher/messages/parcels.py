"""A mail on its way: everything that carrying it needs, free of the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

from matcher.foundation.words import Language
from matcher.messages.letters import Letter
from matcher.messages.models import Budget, Guarantee, Mail


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    mail_id: UUID
    key: str  # what makes this mail this mail: the same on every attempt
    address: str
    language: Language
    member_id: UUID | None
    budget: Budget
    guarantee: Guarantee
    letter: Letter
    created_at: datetime
    fence: int
    attempts: int

    @classmethod
    def of(cls, mail: Mail) -> Self:
        return cls(
            mail_id=mail.id,
            key=f"{mail.kind}|{mail.subject_id}|{mail.period}|{mail.address}",
            address=mail.address,
            language=mail.language,
            member_id=mail.member_id,
            budget=mail.budget,
            guarantee=mail.guarantee,
            letter=Letter.from_json(mail.letter or {}),
            created_at=mail.created_at,
            fence=mail.fence,
            attempts=mail.attempts,
        )
