"""Saying that somebody has a pair before them, for as long as they do."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.proposals.models import Looking, Proposal
from matcher.proposals.queries.looking import LOOKS

# What nobody has looked at for so long is put away at the next occasion.
OVER = timedelta(hours=1)


def look_at(db: Session, proposal: Proposal, *, by: Member, now: datetime) -> None:
    """Keep that somebody looks at a pair. Coming back after a while begins anew."""
    db.execute(delete(Looking).where(Looking.seen_at < now - OVER))
    mine = Looking.proposal_id == proposal.id, Looking.member_id == by.id
    away = Looking.seen_at < now - LOOKS
    db.execute(update(Looking).where(*mine, away).values(since=now, seen_at=now))
    found = db.execute(update(Looking).where(*mine).values(seen_at=now))
    if found.rowcount:  # type: ignore[attr-defined]  # of an update it is there
        return
    try:
        with db.begin_nested():
            db.add(Looking(proposal_id=proposal.id, member_id=by.id, since=now, seen_at=now))
    except IntegrityError:
        return  # another page of the same person was faster, and says the same
