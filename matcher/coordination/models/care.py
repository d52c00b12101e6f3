"""One thing that a coordinator did for a pairing."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.foundation.words import N_

CARE = about(Audience.COORDINATOR, "remembers what was done for a pairing", Keep.PAIRING)


class CareKind(StrEnum):
    NUDGE = "nudge"
    TALK = "talk"
    THREE_WAY = "three_way"
    PAUSE = "pause"
    REMATCH = "rematch"
    CLOSE = "close"
    ESCALATE = "escalate"
    REPAIRED = "repaired"
    CARD = "card"  # the other side got a card about the hard stretch
    TOLD = "told"  # the person who signalled was told what happened


class Band(StrEnum):
    """How long a talk took. Ten minutes or more is the aim."""

    SHORT = "short"
    TEN = "ten"
    HALF_HOUR = "half_hour"
    LONG = "long"


class Outcome(StrEnum):
    FINE = "fine"
    AGREED = "agreed"
    AGAIN = "again"
    THREE_WAY = "three_way"
    PAUSE = "pause"
    REMATCH = "rematch"
    END = "end"


BANDS: Mapping[Band, str] = {
    Band.SHORT: N_("Less than ten minutes"),
    Band.TEN: N_("Ten minutes or more"),
    Band.HALF_HOUR: N_("Half an hour or more"),
    Band.LONG: N_("An hour or more"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.FINE: N_("It is all right"),
    Outcome.AGREED: N_("We agreed something"),
    Outcome.AGAIN: N_("We talk again"),
    Outcome.THREE_WAY: N_("A talk of the three comes next"),
    Outcome.PAUSE: N_("A pause comes next"),
    Outcome.REMATCH: N_("Another partner would be better"),
    Outcome.END: N_("They would like to finish"),
}


class Care(Base):
    """What was done, by whom and for which signal. Notes and messages are sealed."""

    __tablename__ = "care"
    __table_args__ = (Index(None, "pairing_id", "at"), Index(None, "signal_id"))

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    kind: Mapped[CareKind] = mapped_column(info=CARE)
    at: Mapped[datetime] = mapped_column(info=CARE)
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    pairing_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), default=None, info=LINK
    )
    signal_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("signal.id", ondelete="SET NULL"), default=None, info=LINK
    )
    with_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    band: Mapped[Band | None] = mapped_column(default=None, info=CARE)
    outcome: Mapped[Outcome | None] = mapped_column(default=None, info=CARE)
    until: Mapped[date | None] = mapped_column(default=None, info=CARE)
    text_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CARE)

    text = SealedText("text_sealed")  # a note, or the message that was sent
