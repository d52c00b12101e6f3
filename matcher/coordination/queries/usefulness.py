"""How often each kind of signal was of use."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.feedback.models import Signal, Strictness
from matcher.foundation.asking import made_once, rows_of

# A judgement takes twenty answers; below two in five, a stricter threshold is proposed.
ENOUGH, WORTH = 20, 0.4


def latest_verdicts(db: Session, programme_id: UUID) -> Mapping[str, list[bool]]:
    """List whether the latest signals of each kind were of use, the newest first."""
    found: dict[str, list[bool]] = defaultdict(list)
    for code, was_useful in rows_of(db, _verdicts(), {"programme_id": programme_id}):
        if len(found[code]) < ENOUGH:
            found[code].append(bool(was_useful))
    return found


@made_once
def _verdicts(programme_id: UUID) -> Select[str, bool | None]:
    return (
        select(Signal.code, Signal.was_useful)
        .where(Signal.programme_id == programme_id, Signal.was_useful.is_not(None))
        .order_by(Signal.handled_at.desc(), Signal.id)
    )


def find_strictness(db: Session, programme_id: UUID, code: str) -> Strictness | None:
    here = Strictness.programme_id == programme_id, Strictness.code == code
    return db.scalar(select(Strictness).where(*here))


def is_seldom_useful(verdicts: list[bool]) -> bool:
    return len(verdicts) >= ENOUGH and sum(verdicts) / len(verdicts) < WORTH
