"""Reading what is usual in a programme: opened in this process, never summed by query."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from matcher.feedback.history import pulse_of
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.usual import Said, usual
from matcher.guidance.stages import stage_of
from matcher.guidance.tips import Side, Stage, Tip
from matcher.pairings.models import Pairing

# The latest answers say what is usual now; more of them would not say it better.
MOST = 240
Usual = Mapping[Side, Mapping[Tip, float]]


def find_all_usual(db: Session, pairing: Pairing, *, today: date) -> Usual:
    """Return the programme's means for each side in this stage, without this pair."""
    query = (
        select(CheckIn)
        .join(CheckIn.pairing)
        .where(Pairing.programme_id == pairing.programme_id, Pairing.id != pairing.id)
        .where(CheckIn.state == CheckInState.ANSWERED)
        .where(CheckIn.kind != CheckInKind.FOLLOW_UP)
        .options(joinedload(CheckIn.pairing))
        .order_by(CheckIn.opens_on.desc(), CheckIn.id)
        .limit(MOST)
    )
    said = [each for check_in in db.scalars(query) for each in _said(check_in)]
    stage = _stage(pairing, today)
    return {side: usual(said, without=pairing.id, side=side, stage=stage) for side in Side}


def find_usual(db: Session, pairing: Pairing, side: Side, *, today: date) -> Mapping[Tip, float]:
    """Return the programme's means for one side in this stage, without this pair."""
    return find_all_usual(db, pairing, today=today)[side]


def _said(check_in: CheckIn) -> Iterator[Said]:
    stage = _stage(check_in.pairing, check_in.opens_on)
    for each in pulse_of(check_in).answered():
        yield Said(
            pairing_id=check_in.pairing_id,
            member_id=check_in.member_id,
            side=check_in.side,
            stage=stage,
            tip=each.tip,
            value=each.value,
        )


def _stage(pairing: Pairing, day: date) -> Stage:
    return stage_of(first_met_on=pairing.first_met_on, planned_days=pairing.planned_days, today=day)
