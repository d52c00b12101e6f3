"""Letting two people rest, finish, or look for another partner: nobody is to blame."""

from datetime import date
from enum import StrEnum

from babel import dates
from sqlalchemy.orm import Session

from matcher.coordination.models import Care, CareKind
from matcher.coordination.queries.caring import was_attempted, was_rematched
from matcher.coordination.services.caring import Deed, keep
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter
from matcher.messages.services import Occasion
from matcher.pairings.models import PairingState
from matcher.pairings.services.closing import Why, choose_end
from matcher.pairings.services.ending import CloseReason, close_pairing
from matcher.pairings.services.letters import to_the_space, why
from matcher.pairings.services.states import move_pairing
from matcher.pairings.times import local_day

LONGEST_PAUSE_DAYS = 42


class Ground(StrEnum):
    """Why two may be parted: it was tried, or trying is not right here."""

    TRIED = "tried"
    SAFETY = "safety"
    MISFIT = "misfit"


def pause(db: Session, deed: Deed, until: date) -> Care:
    """Let both rest until a day, at most six weeks ahead. Afterwards a coordinator looks back."""
    pairing, now = deed.pairing, deed.now
    today = local_day(now, pairing.programme.zone)
    if not 0 < (until - today).days <= LONGEST_PAUSE_DAYS:
        raise RuleBroken(N_("Choose a day after today, at most six weeks ahead."))
    move_pairing(db, pairing, PairingState.PAUSED, by=deed.by, now=now, reason="cared")
    pairing.paused_until = until
    care = keep(db, deed, CareKind.PAUSE)
    care.until = until
    for to in (pairing.mentee, pairing.mentor):
        _tell_of_pause(db, deed, care, to)
    return care


def rematch(db: Session, deed: Deed, ground: Ground, *, reviewed: bool) -> Care:
    """Part two people who both wait for another partner then."""
    pairing = deed.pairing
    if ground == Ground.TRIED and not was_attempted(db, pairing):
        raise RuleBroken(N_("Talk with them first, and note the talk. Then this can be chosen."))
    if was_rematched(db, pairing) and not reviewed:
        raise RuleBroken(
            N_("One of them was parted before. Look at it together with a colleague first.")
        )
    care = keep(db, deed, CareKind.REMATCH)
    close_pairing(db, pairing, CloseReason.UNSAID, by=deed.by, now=deed.now)
    return care


def close_together(db: Session, deed: Deed, ends_on: date) -> Care:
    """Choose a day, at least four weeks ahead, on which the two finish well. Both get a mail."""
    care = keep(db, deed, CareKind.CLOSE)
    care.until = ends_on
    why_then = Why(coordinator_tells=True)
    choose_end(db, deed.pairing, ends_on, why_then, by=deed.by, now=deed.now)
    return care


def close_now(db: Session, deed: Deed) -> Care:
    """End a pairing today, for instance when one of the two has moved away."""
    care = keep(db, deed, CareKind.CLOSE)
    close_pairing(db, deed.pairing, CloseReason.UNSAID, by=deed.by, now=deed.now)
    return care


def _tell_of_pause(db: Session, deed: Deed, care: Care, to: Member) -> None:
    pairing = deed.pairing
    partner = pairing.mentor if to.id == pairing.mentee_member_id else pairing.mentee
    day = dates.format_date(care.until, "EEEE d MMMM y", locale=str(to.language))
    letter = Letter(
        subject=sentence(N_("You and %(name)s rest for a while"), name=partner.name),
        name=to.name,
        paragraphs=(
            sentence(
                N_(
                    "%(coordinator)s has noted that you rest until %(day)s. Nothing is asked of "
                    "you until then. You may go on sooner."
                ),
                coordinator=deed.by.name,
                day=day,
            ),
        ),
        button=to_the_space(pairing),
        why=why(pairing),
    )
    on = Occasion(kind="care.pause", subject_id=care.id)
    write_to(db, to, letter, on=on, now=deed.now)
