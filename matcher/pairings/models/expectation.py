"""What each of the two expects at the start, and what they agree on before they first meet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson
from matcher.guidance.tips import Side
from matcher.pairings.models.pairing import Pairing

EXPECTED = about(Audience.PAIR, "lets two people see what the other expects", Keep.PAIRING)
AGREED = about(Audience.PAIR, "keeps what two people agreed on", Keep.PAIRING)


class Expectation(Base):
    """One side's answers at the start. The other sees them once both have answered."""

    __tablename__ = "expectation"
    __table_args__ = (UniqueConstraint("pairing_id", "side"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    side: Mapped[Side] = mapped_column(info=STATE)
    answered_at: Mapped[datetime] = mapped_column(info=EXPECTED)
    answers_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=EXPECTED)

    # {"every": "14", "months": 6, "channels": [...], "hours": [...], "helps": [two of them]}
    answers = SealedJson("answers_sealed")


class Agreement(Base):
    """What the two agree on. It counts once both said yes to the same text."""

    __tablename__ = "agreement"

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, unique=True, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    drafted_at: Mapped[datetime] = mapped_column(info=AGREED)
    # Whether what they expected lay far apart (W9), as a fact: no answer can be read from it.
    differs: Mapped[bool] = mapped_column(info=AGREED)
    changed_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    changed_at: Mapped[datetime | None] = mapped_column(default=None, info=AGREED)
    mentor_yes_at: Mapped[datetime | None] = mapped_column(default=None, info=AGREED)
    mentee_yes_at: Mapped[datetime | None] = mapped_column(default=None, info=AGREED)
    terms_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=AGREED)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    # {"every": "14", "months": 6, "channels": [...], "hours": [...], "topics": "…", …}
    terms = SealedJson("terms_sealed")

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_agreed(self) -> bool:
        return self.mentor_yes_at is not None and self.mentee_yes_at is not None

    @property
    def edition(self) -> int:
        """Tell one wording from another: a yes changes the row, and leaves the wording as it is."""
        return round((self.changed_at or self.drafted_at).timestamp() * 1_000_000)

    def yes_of(self, side: Side) -> datetime | None:
        return self.mentor_yes_at if side == Side.MENTOR else self.mentee_yes_at

    def say_yes(self, side: Side, at: datetime) -> None:
        if side == Side.MENTOR:
            self.mentor_yes_at = at
        else:
            self.mentee_yes_at = at
