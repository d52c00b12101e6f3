"""A programme chooses how soon a kind of signal is raised."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.coordination.queries.usefulness import find_strictness
from matcher.feedback.models import Strictness
from matcher.feedback.triggers import TRIGGERS
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.models import Programme

STRICTER = frozenset(each.code for each in TRIGGERS if each.strict is not None)


def choose_threshold(  # noqa: PLR0913  # where, which, how, by whom
    db: Session, programme: Programme, code: str, *, strict: bool, by: Member, now: datetime
) -> None:
    """Choose the stricter threshold, or the usual one again. Signals that are open stay."""
    if code not in STRICTER:
        raise RuleBroken(N_("This signal has no stricter threshold."))
    kept = find_strictness(db, programme.id, code)
    if strict and kept is None:
        db.add(Strictness(programme_id=programme.id, code=code, since=now, by_id=by.id))
    elif kept is not None and not strict:
        db.delete(kept)
    where = programme.id
    note(db, "signal.threshold", programme, by=by, at=now, programme_id=where, kind=code)
