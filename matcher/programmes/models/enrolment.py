"""A member's place in a programme, as mentor or mentee, with what they need or offer."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models.programme import Programme

SHARED = about(Audience.PAIR, "finds and introduces a partner", Keep.PROGRAMME)
MATCHING = about(Audience.COORDINATOR, "finds a partner", Keep.PROGRAMME)
ADMISSION = about(Audience.COORDINATOR, "shows who may begin", Keep.PROGRAMME)
CONSENT = about(Audience.OWN, "proves what was agreed to", Keep.AUDIT)


class EnrolmentState(StrEnum):
    """draft → waiting → offered → paired → finished; paused and withdrawn from any of them."""

    DRAFT = "draft"
    WAITING = "waiting"
    OFFERED = "offered"
    PAIRED = "paired"
    FINISHED = "finished"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


class Meets(StrEnum):
    ONLINE = "online"
    IN_PERSON = "in_person"
    EITHER = "either"


class Source(StrEnum):
    """Who brought the sign-up in."""

    MEMBER = "member"
    COORDINATOR = "coordinator"
    IMPORT = "import"


class Enrolment(Base):
    """What a mentee looks for, or what a mentor can give and to how many (`places`)."""

    __tablename__ = "enrolment"
    __table_args__ = (
        UniqueConstraint("member_id", "programme_id", "side"),
        # With the import, without which nobody knows whether somebody is shown already.
        Index("ix_enrolment_by_state", "programme_id", "side", "state", "import_id"),
        # Only those who were written down by somebody else and have not read it over yet.
        Index(
            "ix_enrolment_unconfirmed",
            *("programme_id", "id"),
            sqlite_where=text("confirmed_at IS NULL"),
            postgresql_where=text("confirmed_at IS NULL"),
        ),
        CheckConstraint("places BETWEEN 0 AND 20", "places"),
    )

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member: Mapped[Member] = relationship(foreign_keys=member_id)
    programme: Mapped[Programme] = relationship()
    side: Mapped[Side] = mapped_column(info=SHARED)
    created_at: Mapped[datetime] = mapped_column(info=MATCHING)
    state: Mapped[EnrolmentState] = mapped_column(default=EnrolmentState.DRAFT, info=MATCHING)
    state_since: Mapped[datetime | None] = mapped_column(default=None, info=MATCHING)
    # The section of the sign-up that comes next, and when something was last saved.
    section: Mapped[str] = mapped_column(default="", info=STATE)
    saved_at: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
    # mentors: how many mentees at once; mentees: how many mentors at once.
    places: Mapped[int] = mapped_column(default=1, info=MATCHING)
    role: Mapped[str] = mapped_column(default="", info=SHARED)  # work or study, in a few words
    organisation: Mapped[str] = mapped_column(default="", info=MATCHING)
    level: Mapped[int | None] = mapped_column(default=None, info=MATCHING)
    languages: Mapped[list[str]] = mapped_column(default_factory=list, info=SHARED)
    place: Mapped[str] = mapped_column(default="", info=SHARED)
    meets: Mapped[Meets | None] = mapped_column(default=None, info=SHARED)
    # "mon-evening" …: what both can, is what they share.
    slots: Mapped[list[str]] = mapped_column(default_factory=list, info=SHARED)
    topics: Mapped[list[str]] = mapped_column(default_factory=list, info=SHARED)
    statements: Mapped[list[str]] = mapped_column(default_factory=list, info=SHARED)
    goal: Mapped[str] = mapped_column(default="", info=SHARED)
    styles: Mapped[list[str]] = mapped_column(default_factory=list, info=SHARED)
    avoids_own_organisation: Mapped[bool] = mapped_column(default=False, info=MATCHING)
    # Whom they asked not to be brought together with, as references of a spreadsheet.
    avoids: Mapped[list[str]] = mapped_column(default_factory=list, info=MATCHING)
    # As written in a spreadsheet ("mee-001"), so that a later import finds the same person.
    reference: Mapped[str | None] = mapped_column(default=None, info=MATCHING)
    source: Mapped[Source] = mapped_column(default=Source.MEMBER, info=MATCHING)
    # A coordinator entered this, and why (by phone, with a language coach).
    entered_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    entered_why: Mapped[str] = mapped_column(default="", info=MATCHING)
    # Until the person confirms, nothing of them is shown to another member.
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None, info=MATCHING)
    # The ground on which a coordinator includes somebody in a run who has not confirmed yet.
    ground: Mapped[str] = mapped_column(default="", info=MATCHING)
    # Rows of an import stay invisible until the import is applied as a whole.
    import_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("import.id", ondelete="SET NULL"), default=None, info=LINK
    )
    paused_until: Mapped[date | None] = mapped_column(default=None, info=MATCHING)
    note_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=MATCHING)
    reason_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=MATCHING)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    note = SealedText("note_sealed")
    reason = SealedText("reason_sealed")  # why they paused or withdrew, if they said so

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_over(self) -> bool:
        """Whether this came to its end, so that the same person may begin again."""
        return self.state in {EnrolmentState.WITHDRAWN, EnrolmentState.FINISHED}

    @property
    def is_confirmed(self) -> bool:
        """Whether the person stands behind this, at an address that we know is theirs."""
        who = self.member
        return stands_behind(self.confirmed_at, who.email, who.email_confirmed_at)


def stands_behind(
    confirmed_at: datetime | None, email: str | None, email_confirmed_at: datetime | None
) -> bool:
    """Whether a sign-up was confirmed by somebody whose address, if any, is theirs."""
    return confirmed_at is not None and (email is None or email_confirmed_at is not None)


class Consent(Base):
    """What a member agreed to, in which words, and when. Withdrawing keeps the row."""

    __tablename__ = "consent"

    enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    enrolment: Mapped[Enrolment] = relationship()
    text: Mapped[str] = mapped_column(info=CONSENT)
    language: Mapped[Language] = mapped_column(info=CONSENT)
    text_version: Mapped[int] = mapped_column(info=CONSENT)
    given_at: Mapped[datetime] = mapped_column(info=CONSENT)
    given_for_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None, info=CONSENT)


class AdmissionCheck(Base):
    """A required item (intake talk, reference, training, VOG) that somebody has shown."""

    __tablename__ = "admission_check"
    __table_args__ = (UniqueConstraint("enrolment_id", "item"), Index(None, "expires_on"))

    enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    enrolment: Mapped[Enrolment] = relationship()
    item: Mapped[str] = mapped_column(info=ADMISSION)
    done_on: Mapped[date] = mapped_column(info=ADMISSION)
    recorded_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    expires_on: Mapped[date | None] = mapped_column(default=None, info=ADMISSION)


class Avoidance(Base):
    """Two people who shall not be brought together again; `source` says who wished so."""

    __tablename__ = "avoidance"
    __table_args__ = (UniqueConstraint("programme_id", "member_id", "other_id"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    source: Mapped[str] = mapped_column(info=MATCHING)  # member, coordinator, declined, ended
    since: Mapped[datetime] = mapped_column(info=MATCHING)
