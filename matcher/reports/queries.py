"""What a report is made of, and the report itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, func, select
from sqlalchemy.orm import Session, joinedload

from matcher.feedback.models import Band, CheckIn, CheckInKind, CheckInState, Concern, Health
from matcher.members.models import Member
from matcher.pairings.models import CardShown, Pairing, PairingState, ResourceShown
from matcher.reports.models import ProgrammeReport, YouSaid

OVER = (CheckInState.ANSWERED, CheckInState.CLOSED)
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is needed; answers are still sealed, and only Python opens them."""

    pairs: int
    check_ins: Sequence[CheckIn]
    cards: Sequence[CardShown]
    concerns: int
    places: Sequence[ResourceShown] = ()
    bands: Sequence[tuple[UUID, Band]] = ()


def gather(db: Session, programme_id: UUID) -> Gathered:
    here = Pairing.programme_id == programme_id
    check_ins = select(CheckIn).join(CheckIn.pairing).where(here, CheckIn.state.in_(OVER))
    check_ins = check_ins.where(CheckIn.kind != CheckInKind.FIT)
    cards = (
        select(CardShown).join(CardShown.pairing).where(here, CardShown.answered_at.is_not(None))
    )
    told = select(func.count(Concern.id)).where(Concern.programme_id == programme_id)
    return Gathered(
        pairs=db.scalar(select(func.count(Pairing.id)).where(here)) or 0,
        check_ins=db.scalars(
            check_ins.options(joinedload(CheckIn.pairing)).order_by(CheckIn.id)
        ).all(),
        cards=db.scalars(cards.order_by(CardShown.id)).all(),
        concerns=db.scalar(told) or 0,
        places=db.scalars(_places(programme_id)).all(),
        bands=[(pairing_id, band) for pairing_id, band in db.execute(_bands(programme_id))],
    )


def _places(programme_id: UUID) -> Select[ResourceShown]:
    """Whatever was shown to somebody who said what came of it."""
    query = select(ResourceShown).join(ResourceShown.pairing).order_by(ResourceShown.id)
    said = ResourceShown.shared_at.is_not(None), ResourceShown.tried.is_not(None)
    options = joinedload(ResourceShown.pairing)
    return query.where(Pairing.programme_id == programme_id, *said).options(options)


def _bands(programme_id: UUID) -> Select[UUID, Band]:
    query = select(Pairing.id, Health.band).join(Health, Health.pairing_id == Pairing.id)
    here = Pairing.programme_id == programme_id, Pairing.state != PairingState.CLOSED
    return query.where(*here).order_by(Pairing.id)


def find_report(db: Session, programme_id: UUID) -> ProgrammeReport | None:
    return db.scalar(select(ProgrammeReport).where(ProgrammeReport.programme_id == programme_id))


def list_you_said(db: Session, programme_id: UUID) -> Sequence[YouSaid]:
    query = select(YouSaid).where(YouSaid.programme_id == programme_id)
    return db.scalars(query.order_by(YouSaid.told_at.desc(), YouSaid.id).limit(MOST_TOLD)).all()


def find_told(db: Session, programme_id: UUID, told_id: UUID, *, seen_by: Member) -> YouSaid | None:
    if programme_id not in seen_by.coordinates:
        return None
    here = YouSaid.id == told_id, YouSaid.programme_id == programme_id
    return db.scalar(select(YouSaid).where(*here))


def count_told(pairing_id: UUID, _reader: UUID) -> ScalarSelect[int]:
    """Count what a pair's programme told everyone."""
    told = select(func.count(YouSaid.id)).join(
        Pairing, Pairing.programme_id == YouSaid.programme_id
    )
    return told.where(Pairing.id == pairing_id).scalar_subquery()
