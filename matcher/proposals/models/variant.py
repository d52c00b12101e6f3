"""A way of weighing people that was tried, and perhaps kept under a name."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.programmes.models import Programme

TRIED = about(Audience.COORDINATOR, "compares settings before they are used", Keep.PROGRAMME)


class Variant(Base):
    """Criteria, rules, objective and floor. Trying them tells what would change, and no more."""

    __tablename__ = "variant"
    __table_args__ = (
        UniqueConstraint("programme_id", "name"),
        Index(None, "programme_id", "made_at"),
    )

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    made_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    made_at: Mapped[datetime] = mapped_column(info=TRIED)
    # {"criteria": {name: level}, "rules": [codes], "objective": …, "floor": …}
    settings: Mapped[dict[str, Any]] = mapped_column(info=TRIED)
    # Without a name it was only tried.
    name: Mapped[str | None] = mapped_column(default=None, info=TRIED)
    finished_at: Mapped[datetime | None] = mapped_column(default=None, info=TRIED)
    # What came out, per objective, and how it differs from the run that stands.
    outcome: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=TRIED)
