"""What Hanna did for pairs that needed her, and what the two tried of each other's advice."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.coordination.models import Band, Outcome
from matcher.coordination.services.caring import Deed, Talk, keep_talk
from matcher.coordination.services.looking_back import look_back as look_back_on_pause
from matcher.coordination.services.parting import pause
from matcher.feedback.models import Advice, Signal, Verdict
from matcher.feedback.services.advising import look_back, note_tried, pick
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.services.ending import resume_pairing

NOTE = "Ze willen allebei door. We bellen over twee weken weer."
RESTED = timedelta(days=15)


def care_for(db: Session, by: Member, *, now: datetime) -> None:
    """Talk with a pair that found it hard, and give a tired one two weeks of rest."""
    _talk(db, by, now=now)
    _rest(db, by, now=now)
    _try_advice(db, now=now)


def _talk(db: Session, by: Member, *, now: datetime) -> None:
    found = db.scalars(select(Signal).where(Signal.code == "W4").order_by(Signal.raised_at)).first()
    if found is None or found.pairing_id is None:
        return
    pairing = db.get_one(Pairing, found.pairing_id)
    deed = Deed(pairing=pairing, by=by, now=now, signal_id=found.id)
    talk = Talk(with_id=found.member_id, band=Band.TEN, outcome=Outcome.AGREED, note=NOTE)
    keep_talk(db, deed, talk)


def _rest(db: Session, by: Member, *, now: datetime) -> None:
    query = select(Signal).where(Signal.code == "W10").order_by(Signal.raised_at)
    found = db.scalars(query).first()
    if found is None or found.pairing_id is None:
        return
    pairing, then = db.get_one(Pairing, found.pairing_id), now - RESTED
    deed = Deed(pairing=pairing, by=by, now=then, signal_id=found.id)
    care = pause(db, deed, then.date() + RESTED - timedelta(days=1))
    resume_pairing(db, pairing, by=None, now=now)
    look_back_on_pause(db, care, now=now)


def _try_advice(db: Session, *, now: datetime) -> None:
    """Some picked one thing, some tried it, and of some the giver has said what changed."""
    shown = db.scalars(select(Advice).order_by(Advice.revealed_at, Advice.id)).all()
    for number, advice in enumerate(shown):
        if number % 4 == 0:
            continue  # not picked yet
        pick(db, advice, now=now)
        if number % 4 > 1:
            note_tried(advice, now=now)
        if number % 4 == 3:  # noqa: PLR2004  # every fourth
            look_back(advice, Verdict.BETTER, now=now)
        db.flush()
