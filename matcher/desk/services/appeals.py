"""Changing what a programme says it looks for, and showing it to everybody or no longer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.desk.models import Appeal
from matcher.desk.queries.appeals import find_appeal
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.models import Programme


class AppealChanged(RuleBroken):
    """A colleague saved another text after the page was shown."""

    def __init__(self, theirs: Appeal, by: str) -> None:
        super().__init__(N_("Someone changed this meanwhile. Please look again."))
        self.text_en, self.text_nl = theirs.text_en, theirs.text_nl
        self.by, self.version = by, theirs.version


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealTexts:
    """What it says, which version was on the page (0: none yet), and whether all may read it."""

    text_en: str
    text_nl: str
    seen: int
    is_public: bool


def save_appeal(
    db: Session, programme: Programme, said: AppealTexts, *, by: Member, now: datetime
) -> None:
    appeal, name = find_appeal(db, programme)
    if appeal and appeal.version != said.seen:
        raise AppealChanged(appeal, name)
    if appeal is None:
        appeal = Appeal(
            programme=programme,
            text_en=said.text_en,
            text_nl=said.text_nl,
            changed_at=now,
            by_id=by.id,
        )
        db.add(appeal)
    was_public = appeal.public_since is not None
    appeal.text_en, appeal.text_nl, appeal.changed_at = said.text_en, said.text_nl, now
    appeal.by_id = by.id
    if said.is_public != was_public:
        appeal.public_since = now if said.is_public else None
    db.flush()
    action = "appeal.shown" if said.is_public and not was_public else "appeal.changed"
    action = "appeal.hidden" if was_public and not said.is_public else action
    note(db, action, appeal, by=by, at=now, programme_id=programme.id)
