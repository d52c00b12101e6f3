"""What a coordinator has in hand while she reviews: pairs, lists, and the page before her."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base

GLANCE = about(
    Audience.COORDINATOR, "says which colleague has the same pair before them", Keep.SHORT
)
OWN = about(Audience.OWN, "keeps what a coordinator has in hand", Keep.PROGRAMME)


class ChosenPairs(Base):
    """The pairs somebody ticked, over all pages of a run's list: `id.version` of each."""

    __tablename__ = "chosen_pairs"
    __table_args__ = (UniqueConstraint("run_id", "member_id"),)

    run_id: Mapped[UUID] = mapped_column(ForeignKey("match_run.id", ondelete="CASCADE"), info=LINK)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    changed_at: Mapped[datetime] = mapped_column(info=OWN)
    pairs: Mapped[list[str]] = mapped_column(default_factory=list, info=OWN)


class SavedSearch(Base):
    """A way of looking at the proposals of a programme, under a name of one's own."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("programme_id", "member_id", "name"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    name: Mapped[str] = mapped_column(info=OWN)
    # The rest of the address: "part=open&topic=job-search".
    asked: Mapped[str] = mapped_column(info=OWN)
    saved_at: Mapped[datetime] = mapped_column(info=OWN)


class Looking(Base):
    """Somebody has the page of a pair before them. Its page says so as long as it is open."""

    __tablename__ = "looking"
    __table_args__ = (UniqueConstraint("proposal_id", "member_id"), Index(None, "seen_at"))

    proposal_id: Mapped[UUID] = mapped_column(
        ForeignKey("proposal.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    since: Mapped[datetime] = mapped_column(info=GLANCE)
    seen_at: Mapped[datetime] = mapped_column(info=GLANCE)
