"""What the first pages ask for: few questions, as they are asked most often."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from matcher.feedback.models import CheckIn, CheckInState
from matcher.foundation.asking import rows_of
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState
from matcher.programmes.models import Enrolment, EnrolmentState, Programme, ProgrammeState
from matcher.proposals.models import Answer, Proposal, ProposalState


class Place(NamedTuple):
    """A member's enrolment, with the proposal that waits for their answer, if there is one."""

    id: UUID
    side: Side
    state: EnrolmentState
    section: str
    name_en: str
    name_nl: str
    proposal_id: UUID | None
    answer_by: date | None
    partner: str | None

    def programme(self, language: Language) -> str:
        return self.name_nl if language == Language.NL else self.name_en


class Bond(NamedTuple):
    """A member's pairing, with their open check-in and what is ahead, if there is any."""

    id: UUID
    as_mentor: bool
    partner: str
    since: date
    state: PairingState
    closed_on: date | None
    check_in_id: UUID | None
    check_in_until: date | None
    next_meeting: datetime | None
    asks_me: bool  # the other one proposes times
    asked_by_me: bool

    @property
    def side(self) -> Side:
        return Side.MENTOR if self.as_mentor else Side.MENTEE


# What is asked for are columns: rows of their own, not the whole of five tables.


def _places() -> Select[*tuple[Any, ...]]:
    other, other_member = aliased(Enrolment), aliased(Member)
    mine_as_mentor = and_(
        Proposal.mentor_enrolment_id == Enrolment.id, Proposal.mentor_answer == Answer.PENDING
    )
    mine_as_mentee = and_(
        Proposal.mentee_enrolment_id == Enrolment.id, Proposal.mentee_answer == Answer.PENDING
    )
    mine = Enrolment.id, Enrolment.side, Enrolment.state, Enrolment.section
    named = Programme.name_en, Programme.name_nl
    return (
        select(*mine, *named, Proposal.id, Proposal.answer_by, other_member.name)
        .join(Enrolment.programme)
        .outerjoin(
            Proposal,
            and_(or_(mine_as_mentor, mine_as_mentee), Proposal.state == ProposalState.OFFERED),
        )
        .outerjoin(
            other,
            and_(
                other.id != Enrolment.id,
                or_(
                    other.id == Proposal.mentor_enrolment_id,
                    other.id == Proposal.mentee_enrolment_id,
                ),
            ),
        )
        .outerjoin(other_member, other_member.id == other.member_id)
        .where(Enrolment.member_id == ME, Enrolment.state != EnrolmentState.WITHDRAWN)
        .order_by(Enrolment.created_at, Proposal.offered_at)
    )


def _bonds() -> Select[*tuple[Any, ...]]:
    ahead = Meeting.pairing_id == Pairing.id, Meeting.starts_at > bindparam("now")
    planned, proposed = (
        Meeting.state == state for state in (MeetingState.PLANNED, MeetingState.PROPOSED)
    )
    next_meeting = select(func.min(Meeting.starts_at)).where(*ahead, planned).scalar_subquery()
    asked_by_me, asks_me = (
        exists().where(*ahead, proposed, by).correlate(Pairing)
        for by in (Meeting.proposed_by_id == ME, Meeting.proposed_by_id != ME)
    )
    as_mentor = Pairing.mentor_member_id == ME
    partner = case((as_mentor, Pairing.mentee_member_id), else_=Pairing.mentor_member_id)
    pair = Pairing.id, as_mentor, Member.name, Pairing.since, Pairing.state, Pairing.closed_on
    return (
        select(*pair, CheckIn.id, CheckIn.closes_on, next_meeting, asks_me, asked_by_me)
        .join(Member, Member.id == partner)
        .outerjoin(
            CheckIn,
            and_(
                CheckIn.pairing_id == Pairing.id,
                CheckIn.member_id == ME,
                CheckIn.state == CheckInState.OPEN,
            ),
        )
        .where(or_(as_mentor, Pairing.mentee_member_id == ME))
        .order_by(Pairing.since)
    )


# Made once: making them takes longer than the database takes to answer.
ME = bindparam("me", type_=Member.id.type)
_PLACES, _BONDS = _places(), _bonds()


def list_places(db: Session, member: Member) -> list[Place]:
    """List a member's enrolments; one query, with what they are asked to answer."""
    return [Place._make(row) for row in rows_of(db, _PLACES, {"me": member.id})]


def list_bonds(db: Session, member: Member, *, now: datetime) -> list[Bond]:
    """List a member's pairings; one query, with the check-in that is open for them."""
    return [Bond._make(row) for row in rows_of(db, _BONDS, {"me": member.id, "now": now})]


def list_open_programmes(db: Session, *, today: date) -> Sequence[Programme]:
    """List the programmes that people can sign up for."""
    in_time = or_(Programme.sign_up_until.is_(None), Programme.sign_up_until >= today)
    query = select(Programme).where(Programme.state == ProgrammeState.OPEN, in_time)
    return db.scalars(query.order_by(Programme.name_en)).all()


def has_members(db: Session) -> bool:
    """Tell whether anybody is here yet; before that, the first-run page is open."""
    return db.scalar(select(Member.id).limit(1)) is not None
