"""What can be told, in a few values of each pair: a run may have thousands that are approved."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, aliased

from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.queries.choosing import as_hex, raw
from matcher.proposals.queries.offers import with_people

TAKES_PART = (EnrolmentState.WAITING, EnrolmentState.OFFERED, EnrolmentState.PAIRED)


class Approved(NamedTuple):
    """An approved pair, by what decides whether and how the two can be told."""

    id: str
    mentee: str
    mentor: str
    mentee_places: int
    mentor_places: int
    takes_part: bool
    is_confirmed: bool
    mentee_language: Language
    mentor_language: Language
    mentee_mail: bool
    mentor_mail: bool

    def language(self, side: Side) -> Language:
        return self.mentee_language if side == Side.MENTEE else self.mentor_language

    @property
    def calls(self) -> int:
        """How many of the two have no address, and are called."""
        return 2 - self.mentee_mail - self.mentor_mail


def list_to_tell(db: Session, run: MatchRun) -> list[Approved]:
    """List a run's approved pairs briefly; one query."""
    mentee, mentor = aliased(Enrolment), aliased(Enrolment)
    one, other = aliased(Member), aliased(Member)
    query = (
        select(
            *(raw(Proposal.id, "pair"), raw(mentee.id, "need"), raw(mentor.id, "offer")),
            *(mentee.places, mentor.places),
            and_(mentee.state.in_(TAKES_PART), mentor.state.in_(TAKES_PART)),
            and_(_is_confirmed(mentee, one), _is_confirmed(mentor, other)),
            *(one.language, other.language, _has_mail(one), _has_mail(other)),
        )
        .join(mentee, Proposal.mentee_enrolment)
        .join(mentor, Proposal.mentor_enrolment)
        .join(one, mentee.member)
        .join(other, mentor.member)
        .where(Proposal.run_id == run.id, Proposal.state == ProposalState.APPROVED)
        .order_by(Proposal.id)
    )
    return [
        Approved(as_hex(key), as_hex(need), as_hex(offer), *rest)
        for key, need, offer, *rest in db.execute(query)
    ]


def _has_mail(member: Any) -> ColumnElement[bool]:
    return and_(member.email.is_not(None), member.email != "")


def _is_confirmed(enrolment: Any, member: Any) -> ColumnElement[bool]:
    """The same as `Enrolment.is_confirmed`."""
    known = or_(member.email.is_(None), member.email_confirmed_at.is_not(None))
    return and_(enrolment.confirmed_at.is_not(None), known)


def list_whole(db: Session, ids: Collection[str]) -> dict[str, Proposal]:
    """Return some of them with the people they are about, by their ids in hexadecimal digits."""
    if not ids:
        return {}
    found: Sequence[Proposal] = db.scalars(
        with_people().where(Proposal.id.in_([UUID(each) for each in ids]))
    ).all()
    return {each.id.hex: each for each in found}
