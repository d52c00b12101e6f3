"""A concern is told in confidence to one named person, and settled by them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.openings import CONCERN, note_opening
from matcher.audit.services import note
from matcher.feedback.calendar import local_day, working_days_later
from matcher.feedback.known import Known
from matcher.feedback.models import Concern, ConcernAbout, Signal
from matcher.feedback.queries.concerns import Way
from matcher.feedback.raising import raised
from matcher.feedback.services.letters import something_to_read
from matcher.feedback.services.listeners import listener
from matcher.feedback.services.words_from import a_word
from matcher.feedback.triggers import Moment
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.messages.letters import Link
from matcher.messages.services import Occasion

NOBODY = N_("This programme has named nobody else who could read this. Please call for help.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What somebody tells: about whom, in their words, and how they like to be reached."""

    about: ConcernAbout
    text: str
    reach_by: str = ""


def send_concern(db: Session, way: Way, telling: Telling, *, by: Member, now: datetime) -> Concern:
    """Keep a concern sealed, and tell its one reader only that there is something to read."""
    programme, pairing = way.enrolment.programme, way.pairing
    two = {pairing.mentor, pairing.mentee} if pairing else set()
    to = listener(
        db, programme, telling.about, not_to=two | {by}, today=local_day(now, programme.zone)
    )
    if to is None:
        raise RuleBroken(NOBODY)
    concern = Concern(
        programme_id=programme.id,
        from_id=by.id,
        to_id=to.id,
        about=telling.about,
        sent_at=now,
        pairing_id=pairing.id if pairing else None,
        reach_by=telling.reach_by,
    )
    concern.text = telling.text
    db.add(concern)
    _signal(db, concern, zone=programme.zone, now=now)
    link = Link(
        text=sentence(N_("To what waits for you")),
        endpoint="feedback.told",
        values={"concern_id": str(concern.id)},
    )
    something_to_read(db, to, link, subject_id=concern.id, now=now)
    return concern


def settle_concern(  # noqa: PLR0913  # which, by whom, what was done and told, when
    db: Session, concern: Concern, *, by: Member, outcome: str, told: str, now: datetime
) -> None:
    """Note what came of it, and tell the person who spoke up."""
    if concern.handled_at:
        raise RuleBroken(N_("You have settled this already."))
    concern.handled_at = now
    concern.outcome = outcome
    for signal in db.scalars(select(Signal).where(Signal.cause_id == concern.id)):
        signal.handled_at, signal.handled_by_id = now, by.id
    on = Occasion(kind="concern.told", subject_id=concern.id)
    a_word(db, db.get_one(Member, concern.from_id), told, by=by, on=on, now=now)
    note(db, "concern.settled", concern, by=by, at=now, programme_id=concern.programme_id)


def _signal(db: Session, concern: Concern, *, zone: str, now: datetime) -> None:
    """The signal names no pairing: counting a pairing's signals must not give a concern away."""
    for each in raised(Known(concern=True), Moment.CONCERN):
        signal = Signal(
            code=each.code,
            cause_id=concern.id,
            programme_id=concern.programme_id,
            raised_at=now,
            deadline=working_days_later(local_day(now, zone), each.days),
            member_id=concern.from_id,
            for_id=concern.to_id,
        )
        db.add(signal)


def open_concern(db: Session, concern: Concern, *, by: Member, reason: str, now: datetime) -> None:
    """Note that it is read, by whom and why, before a word of it is shown."""
    programme_id = concern.programme_id
    note(db, "concern.read", concern, by=by, at=now, programme_id=programme_id)
    note_opening(db, CONCERN, concern.id, of=concern.from_id, by=by, at=now, reason=reason)
