"""Time goes by: a reminder halfway, the end of the last day, and people who leave meanwhile."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.messages.models import Guarantee, Mail
from matcher.programmes.models import EnrolmentState
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.services.questions import (
    CoordinatorsReply,
    ask_question,
    reply_to,
)
from matcher.proposals.work.deadlines import expire_offers
from tests.factories import NOW, TODAY
from tests.factories.jobs import some_work
from tests.factories.proposals import a_run, a_suggestion, an_offer

At = Callable[[datetime], None]
LATER = NOW + timedelta(days=11)


@pytest.fixture
def at(db: Session, settings: Settings) -> At:
    """Return a way to let the task run at a moment."""

    def _at(moment: datetime) -> None:
        db.commit()
        work = some_work(settings, now=moment)
        expire_offers(work)
        work.doors.close()
        db.expire_all()

    return _at


def kept(db: Session, proposal: Proposal) -> Proposal:
    db.add(proposal)
    db.commit()
    return proposal


def mails(db: Session) -> list[tuple[str, str]]:
    return sorted((mail.kind, (mail.letter or {})["name"]) for mail in db.scalars(select(Mail)))


def test_whoever_has_not_answered_is_reminded_once_halfway(db: Session, at: At) -> None:
    proposal = kept(db, an_offer())
    proposal.mentor_answer = Answer.YES

    at(NOW + timedelta(days=4))
    assert mails(db) == []
    for days in (6, 7):
        at(NOW + timedelta(days=days))

    assert mails(db) == [("proposal.reminded", "Yara")]
    assert db.scalar(select(Mail.guarantee)) == Guarantee.AT_MOST_ONCE


@pytest.mark.parametrize("theirs", list(Answer))
def test_what_the_other_said_changes_nothing_of_the_mails(
    theirs: Answer, db: Session, at: At
) -> None:
    proposal = kept(db, an_offer())
    proposal.mentor_answer = theirs

    at(NOW + timedelta(days=6))
    at(LATER)

    mine = [kind for kind, name in mails(db) if name == "Yara"]
    letters = db.scalars(select(Mail).where(Mail.kind == "proposal.ended")).all()
    assert mine == ["proposal.ended", "proposal.reminded"]
    mine_at_the_end = next(m.letter for m in letters if (m.letter or {})["name"] == "Yara")
    assert mine_at_the_end is not None
    assert mine_at_the_end["subject"]["text"] == "The time to answer is over"


def test_the_last_day_belongs_to_the_people(db: Session, at: At) -> None:
    proposal = kept(db, an_offer())
    assert proposal.answer_by == TODAY + timedelta(days=10)

    states = []
    for moment in (NOW + timedelta(days=10, hours=12), LATER):
        at(moment)
        states.append(proposal.state)

    assert states == [ProposalState.OFFERED, ProposalState.EXPIRED]
    assert proposal.mentee_enrolment.state == EnrolmentState.WAITING


def test_a_no_without_a_second_answer_ends_as_declined(db: Session, at: At) -> None:
    proposal = kept(db, an_offer())
    proposal.mentee_answer = Answer.NO

    at(LATER)

    assert proposal.state == ProposalState.DECLINED


def test_a_question_without_a_reply_holds_the_deadline_and_a_reply_gives_time(
    db: Session, at: At
) -> None:
    proposal = kept(db, an_offer())
    asker = proposal.mentee_enrolment.member
    question = ask_question(db, proposal, "Is she there on Mondays?", by=asker, now=NOW)

    at(LATER)
    assert proposal.state == ProposalState.OFFERED
    reply = CoordinatorsReply(words="Yes, she is.", pass_on=False)
    reply_to(db, question, reply, by=proposal.programme.contact, now=LATER)

    assert proposal.answer_by == LATER.date() + timedelta(days=3)


@pytest.mark.parametrize("state", [EnrolmentState.WITHDRAWN, EnrolmentState.PAUSED])
def test_who_left_takes_the_proposal_along_and_is_not_written_to(
    state: EnrolmentState, db: Session, at: At
) -> None:
    proposal = kept(db, an_offer())
    proposal.mentor_enrolment.state = state

    at(NOW + timedelta(hours=1))

    assert proposal.state == ProposalState.STALE
    assert proposal.mentee_enrolment.state == EnrolmentState.WAITING
    assert mails(db) == [("proposal.ended", "Yara")]


def test_nobody_is_told_of_the_end_of_what_they_never_heard_of(db: Session, at: At) -> None:
    proposal = kept(db, a_suggestion(a_run(), state=ProposalState.APPROVED))
    proposal.mentor_enrolment.state = EnrolmentState.WITHDRAWN

    at(NOW)

    assert (proposal.state, mails(db)) == (ProposalState.STALE, [])
