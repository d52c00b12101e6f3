"""What each takes along, whether the two stay in touch, and what becomes of what was written."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import CardShown, Pairing
from matcher.pairings.models.closing import Farewell, Wish
from matcher.pairings.services.closing import farewell_of
from matcher.pairings.times import local_day

# Time to change one's mind, and the longest that anything of a pairing stays.
SECOND_THOUGHTS = timedelta(days=7)
LONGEST = timedelta(days=365)

Forget = Callable[[Session, UUID, UUID], None]
_forgets: list[Forget] = []


@dataclass(frozen=True, slots=True)
class Takeaway:
    """A mentee's own page: what they can do now, what comes next, who and what helps."""

    can_do: str = ""
    goal: str = ""
    people: str = ""
    places: str = ""


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Whether to stay in touch and how, and what becomes of what one wrote."""

    in_touch: bool
    how: str
    wish: Wish
    keep_until: date | None


def on_forgetting(forget: Forget) -> Forget:
    """Let another room erase what somebody wrote there: given the pairing and the person."""
    _forgets.append(forget)
    return forget


def keep_takeaway(db: Session, pairing: Pairing, takeaway: Takeaway, *, by: Member) -> None:
    """Keep what a mentee takes along. Only they ever see it."""
    if pairing.side_of(by) != Side.MENTEE:
        raise RuleBroken(N_("This page belongs to the mentee."))
    farewell_of(db, pairing, by).takeaway = asdict(takeaway)


def choose_afterwards(
    db: Session, pairing: Pairing, chosen: Afterwards, *, by: Member, now: datetime
) -> None:
    """Keep what somebody wants afterwards. Until it is done, they may choose again."""
    mine = farewell_of(db, pairing, by)
    if mine.forgotten_at:
        raise RuleBroken(N_("What you wrote has been deleted already."))
    today = local_day(now, pairing.programme.zone)
    ended = pairing.closed_on or today
    if chosen.wish == Wish.KEEP and not (
        chosen.keep_until and today < chosen.keep_until <= ended + LONGEST
    ):
        raise RuleBroken(N_("Choose a day within a year after the end."))
    mine.stays_in_touch = "yes" if chosen.in_touch else "no"
    mine.how = chosen.how if chosen.in_touch and chosen.how else None
    mine.wish = chosen.wish
    mine.keep_until = chosen.keep_until if chosen.wish == Wish.KEEP else None


def forget_on(farewell: Farewell) -> date | None:
    """Return the day on which somebody's own texts are deleted, once that is settled."""
    ended = farewell.pairing.closed_on
    if ended is None or farewell.wish is None:
        return None
    kept = farewell.keep_until or ended + LONGEST
    return ended + SECOND_THOUGHTS if farewell.wish == Wish.DELETE else kept


def forget_when_due(db: Session, farewell: Farewell, *, now: datetime) -> None:
    due, today = forget_on(farewell), local_day(now, farewell.pairing.programme.zone)
    if due and due <= today and not farewell.forgotten_at:
        forget(db, farewell, now=now)


def forget(db: Session, farewell: Farewell, *, now: datetime) -> None:
    """Delete what one person wrote in a pairing. What the other one wrote is not touched."""
    farewell.words = farewell.takeaway = farewell.how = None
    farewell.forgotten_at = now
    mine = select(CardShown).where(
        CardShown.pairing_id == farewell.pairing_id, CardShown.member_id == farewell.member_id
    )
    for shown in db.scalars(mine):
        shown.answer = None
    for each in _forgets:
        each(db, farewell.pairing_id, farewell.member_id)
    note(db, "pairing.forgotten", farewell, by=None, at=now)
