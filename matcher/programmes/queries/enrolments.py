"""What can be asked about one enrolment."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.programmes.models import AdmissionCheck, Consent, Enrolment, Programme
from matcher.programmes.models.choices import ADMISSION
from matcher.programmes.models.complete import SECTIONS


def find_enrolment(
    db: Session,
    enrolment_id: UUID,
    *,
    seen_by: Member,
    **_rest: object,  # the section, where the address names one
) -> Enrolment | None:
    """Find an enrolment for whom it is about, and for who looks after its programme."""
    theirs = or_(Enrolment.member_id == seen_by.id, Enrolment.programme_id.in_(seen_by.coordinates))
    return db.scalar(_whole().where(Enrolment.id == enrolment_id, theirs))


def get_enrolment(db: Session, enrolment_id: UUID) -> Enrolment | None:
    """Return a sign-up for the work that is done about it."""
    return db.scalar(_whole().where(Enrolment.id == enrolment_id))


def find_section(
    db: Session, enrolment_id: UUID, section: str, *, seen_by: Member
) -> Enrolment | None:
    """Find an enrolment whose section is asked for: there are only these."""
    return find_enrolment(db, enrolment_id, seen_by=seen_by) if section in SECTIONS else None


def find_person(
    db: Session,
    programme_id: UUID,
    enrolment_id: UUID,
    *,
    seen_by: Member,
) -> Enrolment | None:
    """Find someone's place in a programme, but only for those who look after it."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Enrolment.id == enrolment_id, Enrolment.programme_id == programme_id
    return db.scalar(_whole().where(*here))


def find_item(
    db: Session, programme_id: UUID, enrolment_id: UUID, item: str, *, seen_by: Member
) -> Enrolment | None:
    """Find somebody whose item of the admission list is meant: there are only these."""
    if item not in ADMISSION:
        return None
    return find_person(db, programme_id, enrolment_id, seen_by=seen_by)


def find_sign_up(db: Session, member: Member, programme: Programme, side: Side) -> Enrolment | None:
    """Find what a member has in a programme on one side: there is at most one."""
    here = Enrolment.member_id == member.id, Enrolment.programme_id == programme.id
    return db.scalar(_whole().where(*here, Enrolment.side == side))


def list_sign_ups(db: Session, member: Member, programme: Programme) -> Sequence[Enrolment]:
    """List what a member has in a programme, on both sides."""
    here = Enrolment.member_id == member.id, Enrolment.programme_id == programme.id
    return db.scalars(_whole().where(*here).order_by(Enrolment.created_at)).all()


def last_consent(db: Session, enrolment: Enrolment) -> Consent | None:
    """Find what somebody last agreed to for this enrolment."""
    query = select(Consent).where(Consent.enrolment_id == enrolment.id)
    return db.scalar(query.order_by(Consent.given_at.desc()).limit(1))


def list_checks(db: Session, enrolment: Enrolment) -> Sequence[AdmissionCheck]:
    return db.scalars(
        select(AdmissionCheck).where(AdmissionCheck.enrolment_id == enrolment.id)
    ).all()


def latest_sign_up(db: Session, member: Member, *, but: Side | None = None) -> Enrolment | None:
    """Find where a member last told when and where they can meet."""
    query = select(Enrolment).where(Enrolment.member_id == member.id)
    if but:
        query = query.where(Enrolment.side != but)
    told = query.order_by(Enrolment.saved_at.desc().nulls_last(), Enrolment.created_at.desc())
    return db.scalar(told.limit(1))


def last_mail(db: Session, kind: str, enrolment: Enrolment) -> datetime | None:
    """When a mail of this kind was last written about an enrolment."""
    about = Mail.kind == kind, Mail.subject_id == enrolment.id
    return db.scalar(select(func.max(Mail.created_at)).where(*about))


def _whole() -> Select[Enrolment]:
    """An enrolment with its member and programme, in one query."""
    return (
        select(Enrolment)
        .join(Enrolment.member)
        .join(Enrolment.programme)
        .options(
            contains_eager(Enrolment.member),
            contains_eager(Enrolment.programme).options(
                joinedload(Programme.contact), joinedload(Programme.stand_in)
            ),
        )
    )
