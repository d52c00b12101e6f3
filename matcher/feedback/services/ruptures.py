"""A hard stretch between two: noticed, shared only by consent, and over when it is quiet again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.known import Known
from matcher.feedback.models import CheckIn, Signal
from matcher.feedback.raising import Raised, raised
from matcher.feedback.services.signals import Cause, raise_signals
from matcher.feedback.triggers import Moment
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.models.rupture import Ended, Rupture, Wish
from matcher.pairings.queries.ruptures import list_open_ruptures

CODES = {"W4", "W5"}
QUIET_PULSES = 2


def notice(
    db: Session,
    check_in: CheckIn,
    signals: Iterable[Raised],
    known: Known,
    *,
    now: datetime,
) -> Rupture | None:
    """Begin a hard stretch for whoever answered, or end theirs after two quiet check-ins."""
    open_ones = list_open_ruptures(db, check_in.pairing)
    mine = next((each for each in open_ones if each.member_id == check_in.member_id), None)
    if any(each.code in CODES for each in signals):
        return mine or _begin(db, check_in, now=now)
    if mine and is_quiet(known):
        mine.ended_at, mine.ended = now, Ended.QUIET
    return None


def is_quiet(known: Known) -> bool:
    """Tell whether the two latest check-ins both stayed without a trigger."""
    looked = [replace(known, pulses=known.pulses[skip:]) for skip in range(QUIET_PULSES)]
    enough = len(known.pulses) > QUIET_PULSES  # the one that began it, and two after it
    return enough and not any(
        each.code in CODES for then in looked for each in raised(then, Moment.ANSWER)
    )


def wish(  # noqa: PLR0913  # whose, in which pairing, what, when
    db: Session, rupture: Rupture, pairing: Pairing, what: Wish, *, by: Member, now: datetime
) -> list[Signal]:
    """Keep how somebody would like to go on. Preparing it together brings the coordinator in."""
    if rupture.ended_at:
        raise RuleBroken(N_("This is over already. You can always tell your coordinator."))
    rupture.wish, rupture.wished_at = what, now
    if what != Wish.TOGETHER:
        return []
    cause = Cause(id=rupture.id, pairing=pairing, member=by)
    return raise_signals(db, raised(Known(wants_help=True), Moment.WISH), cause, now=now)


def share(db: Session, rupture: Rupture, *, by: Member, now: datetime) -> None:
    """Let the other one get a card as well: by consent of whose it is, or by a coordinator."""
    if rupture.ended_at:
        raise RuleBroken(N_("This is over already. You can always tell your coordinator."))
    rupture.shared_at, rupture.shared_by_id = rupture.shared_at or now, by.id
    db.flush()


def note_repaired(db: Session, pairing: Pairing, *, by: Member, now: datetime) -> int:
    """Note that the two have mended it."""
    open_ones = list_open_ruptures(db, pairing)
    for each in open_ones:
        each.ended_at, each.ended = now, Ended.REPAIRED
    note(db, "rupture.repaired", pairing, by=by, at=now, programme_id=pairing.programme_id)
    return len(open_ones)


def _begin(db: Session, check_in: CheckIn, *, now: datetime) -> Rupture:
    """Begin it for one side. When both notice it, each has one of their own.

    Whoever corrects an answer back and forth finds the same one open again.
    """
    again = db.scalar(select(Rupture).where(Rupture.cause_id == check_in.id))
    if again is not None:
        again.ended_at = again.ended = None
        return again
    rupture = Rupture(
        pairing_id=check_in.pairing_id,
        member_id=check_in.member_id,
        cause_id=check_in.id,
        began_at=now,
    )
    db.add(rupture)
    db.flush()
    return rupture
