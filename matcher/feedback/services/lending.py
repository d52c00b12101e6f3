"""A mentee lets their answers choose tips for their mentor: asked once, and theirs to change."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, Leave
from matcher.feedback.queries.leaves import find_leave
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing

KEY = "guides_mentor"


def choose_leave(
    db: Session, pairing: Pairing, *, allows: bool, by: Member, now: datetime
) -> Leave:
    """Keep the choice until it is changed. It counts for answers that are given from now on."""
    leave = find_leave(db, pairing.id, by.id)
    if leave is None:
        leave = Leave(pairing_id=pairing.id, member_id=by.id, allows=allows, since=now)
        db.add(leave)
    elif leave.allows != allows:
        leave.allows, leave.since = allows, now
    db.flush()
    return leave


def with_leave(
    db: Session, check_in: CheckIn, given: Mapping[str, Any], *, now: datetime
) -> dict[str, Any]:
    """Return the answers with the choice that counts for them: said just now, or standing."""
    kept = {key: value for key, value in given.items() if key != KEY}
    if check_in.side != Side.MENTEE:
        return kept
    pairing, member = check_in.pairing, check_in.member
    if KEY in given:
        choose_leave(db, pairing, allows=bool(given[KEY]), by=member, now=now)
    leave = find_leave(db, pairing.id, member.id)
    return {**kept, KEY: True} if leave and leave.allows else kept
