"""Who opened what of whom: so that a member can see who read what they wrote in confidence."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from sqlalchemy import exists, insert, literal, select
from sqlalchemy.orm import Session

from matcher.audit.models import Opening
from matcher.foundation.words import N_

CONCERN, CHECK_INS = "concern", "check_ins"
WHAT = {
    CONCERN: N_("what you told in confidence"),
    CHECK_INS: N_("your check-in answers"),
}
# Looking at a page again and again is one opening.
ONCE = timedelta(hours=1)


class Reader(Protocol):
    """Whoever opens something: a member."""

    @property
    def id(self) -> UUID: ...


def note_opening(  # noqa: PLR0913  # who, of whom, what, when, why: an opening has these
    db: Session,
    what: str,
    thing_id: UUID,
    *,
    of: UUID,
    by: Reader,
    at: datetime,
    reason: str = "",
) -> None:
    """Note that somebody opened something of a member's, before a word of it is shown."""
    if of == by.id:
        return
    opening = Opening(at=at, member_id=of, by_id=by.id, what=what, thing_id=thing_id)
    if reason:
        opening.reason = reason
    table = Opening.__table__
    values = {column.name: getattr(opening, column.name) for column in table.columns}
    again = exists().where(
        *(Opening.member_id == of, Opening.by_id == by.id, Opening.what == what),
        *(Opening.thing_id == thing_id, Opening.at > at - ONCE, Opening.reason_sealed.is_(None)),
    )
    new = select(*(literal(value, table.c[name].type) for name, value in values.items()))
    db.execute(insert(Opening).from_select(list(values), new.where(~again)))
