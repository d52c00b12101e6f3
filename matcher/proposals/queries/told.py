"""Pairs that were told, over all runs of a programme: who answered, who asked, who said no."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager

from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Answer, Proposal, ProposalState, Question

PAGE = 50
_mentor, _mentee = aliased(Enrolment), aliased(Enrolment)
_S = ProposalState


def _has_question() -> ColumnElement[bool]:
    open_one = Question.proposal_id == Proposal.id, Question.answered_at.is_(None)
    return select(Question.id).where(*open_one).exists()


def _one_answered() -> ColumnElement[bool]:
    return or_(Proposal.mentor_answer != Answer.PENDING, Proposal.mentee_answer != Answer.PENDING)


# Which part of the list is shown, by the word in the address.
PARTS: Mapping[str, ColumnElement[bool]] = {
    "all": Proposal.offered_at.is_not(None),
    "waiting": Proposal.state == _S.OFFERED,
    "half": (Proposal.state == _S.OFFERED) & _one_answered(),
    "asked": (Proposal.state == _S.OFFERED) & _has_question(),
    "agreed": Proposal.state == _S.AGREED,
    "declined": Proposal.state == _S.DECLINED,
    "expired": Proposal.state == _S.EXPIRED,
    "ended": Proposal.state.in_((_S.WITHDRAWN, _S.STALE)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedAnswers:
    part: str = "all"
    page: int = 1
    size: int = PAGE


def list_answers(
    db: Session, programme_id: UUID, wanted: WantedAnswers, *, seen_by: Member
) -> Sequence[Proposal]:
    """List a page of told pairs, those that end soonest first; none about whoever looks."""
    query = (
        _of_others(select(Proposal), programme_id, seen_by)
        .where(PARTS[wanted.part])
        .options(
            contains_eager(Proposal.mentor_enrolment.of_type(_mentor)).joinedload(_mentor.member),
            contains_eager(Proposal.mentee_enrolment.of_type(_mentee)).joinedload(_mentee.member),
        )
        .order_by(Proposal.state != _S.OFFERED, Proposal.answer_by, Proposal.id)
        .limit(wanted.size)
        .offset((wanted.page - 1) * wanted.size)
    )
    return db.scalars(query).all()


def count_answers(db: Session, programme_id: UUID, *, seen_by: Member) -> dict[str, int]:
    """Count each part of the list; one query."""
    sums = [func.coalesce(func.sum(case((holds, 1), else_=0)), 0) for holds in PARTS.values()]
    query = _of_others(select(*sums), programme_id, seen_by)
    return dict(zip(PARTS, db.execute(query).one(), strict=True))


def list_asked(db: Session, proposals: Iterable[Proposal]) -> dict[UUID, UUID]:
    """Return the oldest open question of each pair that has one."""
    open_ones = Question.answered_at.is_(None), Question.proposal_id.in_([p.id for p in proposals])
    query = select(Question.proposal_id, Question.id).where(*open_ones)
    newest_first = db.execute(query.order_by(Question.asked_at.desc()))
    return {proposal: question for proposal, question in newest_first}  # noqa: C416  # dict() takes a result for a mapping


def list_reminded(db: Session, proposals: Iterable[Proposal]) -> dict[UUID, datetime]:
    """Return when somebody of each pair was reminded."""
    about = Mail.kind == "proposal.reminded", Mail.subject_id.in_([p.id for p in proposals])
    query = select(Mail.subject_id, func.max(Mail.created_at)).where(*about)
    rows = db.execute(query.group_by(Mail.subject_id))
    return {subject: at for subject, at in rows}  # noqa: C416  # likewise


def _of_others(query: Select[Any], programme_id: UUID, seen_by: Member) -> Select[Any]:
    return (
        query.select_from(Proposal)
        .join(_mentor, Proposal.mentor_enrolment)
        .join(_mentee, Proposal.mentee_enrolment)
        .where(
            Proposal.programme_id == programme_id,
            Proposal.offered_at.is_not(None),
            _mentor.member_id != seen_by.id,
            _mentee.member_id != seen_by.id,
        )
    )
