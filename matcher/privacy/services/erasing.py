"""A person asks to be erased: they leave everything kindly, and then their data goes."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.models import Concern
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.jobs.services import enqueue
from matcher.members.models import Grant, Member, Role
from matcher.members.services.signing_in import end_every_sign_in
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.services.ending import CloseReason, Next, close_pairing
from matcher.programmes.models import Enrolment, Programme, ProgrammeState
from matcher.programmes.services.pausing import STOPPABLE, withdraw_enrolment
from matcher.proposals.models import Proposal, ProposalState
from matcher.proposals.services.closing import drop_impossible

KIND = "erase_member"
# Long enough for the mails that say goodbye to others to leave before their traces are looked for.
SOON = timedelta(minutes=2)
CONTACT = N_("You are the contact of %(programme)s. Let somebody else take that over first.")
LAST = N_("You are the only administrator. Name another one first.")
WAITS = N_("Somebody told you something in confidence that still waits. Settle it first.")
ELSEWHERE = N_(
    "%(name)s has a part in other programmes, or a role here. Ask the administrator, or ask them "
    "to erase themselves."
)
OPEN = (ProposalState.SUGGESTED, ProposalState.APPROVED, ProposalState.OFFERED)


def refuse_to_erase(db: Session, member: Member) -> None:
    """Say what somebody must hand over before they can go, if there is anything."""
    named = or_(Programme.contact_id == member.id, Programme.stand_in_id == member.id)
    open_now = Programme.state != ProgrammeState.CLOSED
    programme = db.scalar(select(Programme).where(named, open_now).limit(1))
    if programme:
        raise RuleBroken(CONTACT, programme=programme.name_en or programme.name_nl)
    if member.is_administrator and not _other_administrator(db, member):
        raise RuleBroken(LAST)
    waits = select(Concern.id).where(Concern.to_id == member.id, Concern.handled_at.is_(None))
    if db.scalar(waits.limit(1)):
        raise RuleBroken(WAITS)


def begin_erasure(db: Session, member: Member, *, by: Member, now: datetime) -> None:
    """Take somebody out of everything, close their account, and queue the erasing itself."""
    refuse_to_erase(db, member)
    if member.disabled_at is not None:
        return  # it has begun already
    for enrolment in db.scalars(select(Enrolment).where(Enrolment.member_id == member.id)).all():
        leave(db, enrolment, now=now)
    note(db, "member.erasure_asked", member, by=by, at=now)
    end_every_sign_in(member)
    member.disabled_at = now
    job = enqueue(db, KIND, member.id, now=now)
    job.due_at = now + SOON


def leave(db: Session, enrolment: Enrolment, *, now: datetime) -> None:
    """Take somebody out of one programme: pairings, the search, and what was proposed."""
    member, key = enrolment.member, enrolment.id
    mine = or_(Pairing.mentor_enrolment_id == key, Pairing.mentee_enrolment_id == key)
    open_now = Pairing.state != PairingState.CLOSED
    for pairing in db.scalars(select(Pairing).where(mine, open_now)).all():
        close_pairing(db, pairing, CloseReason.UNSAID, by=member, now=now, after=Next.STOP)
    if enrolment.state in STOPPABLE:
        withdraw_enrolment(db, enrolment, by=member, now=now)
    db.flush()
    around = or_(Proposal.mentor_enrolment_id == key, Proposal.mentee_enrolment_id == key)
    for proposal in db.scalars(select(Proposal).where(around, Proposal.state.in_(OPEN))).all():
        drop_impossible(db, proposal, now=now)


def refuse_to_erase_for(db: Session, member: Member, *, by: Member) -> None:
    """A coordinator answers for their own programmes only, and never for a colleague's account."""
    if by.is_administrator:
        return
    elsewhere = select(Enrolment.id).where(
        Enrolment.member_id == member.id, Enrolment.programme_id.not_in(by.coordinates)
    )
    if member.current_grants or db.scalar(elsewhere.limit(1)):
        raise RuleBroken(ELSEWHERE, name=member.name)


def _other_administrator(db: Session, member: Member) -> bool:
    others = (
        select(Grant.id)
        .join(Grant.member)
        .where(Grant.role == Role.ADMINISTRATOR, Grant.ended_at.is_(None))
        .where(Grant.member_id != member.id, Member.disabled_at.is_(None))
    )
    return db.scalar(others.limit(1)) is not None
