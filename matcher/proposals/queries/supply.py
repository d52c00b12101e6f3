"""What was counted of a large programme's people, and which programmes are to be counted again."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, contains_eager

from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import AdmissionCheck, Enrolment, EnrolmentState, Programme
from matcher.programmes.queries.matchable import is_visible
from matcher.proposals.models import Proposal, ProposalState, Supply

# Up to so many people are counted anew each time somebody looks.
AT_ONCE = 400
GONE = (EnrolmentState.WITHDRAWN, EnrolmentState.FINISHED)


def find_supply(db: Session, programme_id: UUID) -> Supply | None:
    return db.scalar(select(Supply).where(Supply.programme_id == programme_id))


def list_large(db: Session) -> list[UUID]:
    """List the programmes that are counted beforehand, and those that were."""
    by_programme = select(Enrolment.programme_id).group_by(Enrolment.programme_id)
    large = db.scalars(by_programme.having(func.count() > AT_ONCE))
    return list(dict.fromkeys([*large, *db.scalars(select(Supply.programme_id))]))


def mark_of(db: Session, programme: Programme, today: date) -> str:
    """Name what a count depends on, cheaply: with the same mark it would come to the same."""
    here = Enrolment.programme_id == programme.id
    versions = func.coalesce(func.sum(Enrolment.version + Member.version), 0)
    people = db.execute(
        select(func.count(), versions, func.sum(case((is_visible(), 1), else_=0)))
        .select_from(Enrolment)
        .join(Enrolment.member)
        .where(here)
    ).one()
    checks = (
        select(func.count(), func.max(AdmissionCheck.expires_on))
        .join(AdmissionCheck.enrolment)
        .where(here)
    )
    held = [
        db.scalar(select(func.count()).where(*each))
        for each in (
            (Pairing.programme_id == programme.id, Pairing.closed_on.is_(None)),
            (Proposal.programme_id == programme.id, Proposal.state == ProposalState.OFFERED),
        )
    ]
    parts = [*people, *db.execute(checks).one(), *held, programme.version, today]
    return " ".join(str(each) for each in parts)


def list_still_there(db: Session, ids: Sequence[UUID]) -> Sequence[Enrolment]:
    """List those of these sign-ups that still take part, with their members."""
    if not ids:
        return ()
    query = (
        select(Enrolment)
        .join(Enrolment.member)
        .where(Enrolment.id.in_(ids), Enrolment.state.not_in(GONE))
        .options(contains_eager(Enrolment.member))
    )
    return db.scalars(query).all()
