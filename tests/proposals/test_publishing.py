"""From the moment of publishing two people know of each other: never too early, never too many."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.words import Language
from matcher.jobs.services import enqueue
from matcher.jobs.workshop import Workshop
from matcher.messages.models import Mail
from matcher.programmes.models import EnrolmentState
from matcher.proposals.models import Proposal, ProposalState, RunState
from matcher.proposals.services.publishing import Day, Hindrance, note_published, offer
from tests.factories import NOW, TODAY
from tests.factories.proposals import a_run, a_suggestion, an_offer, work_all

DAY = Day(now=NOW, today=TODAY)


def approved(db: Session) -> Proposal:
    proposal = a_suggestion(a_run(), state=ProposalState.APPROVED)
    db.add(proposal)
    db.flush()
    return proposal


def test_both_are_told_each_in_their_own_language_with_a_deadline(db: Session) -> None:
    proposal = approved(db)
    proposal.mentee_enrolment.member.language = Language.NL

    assert offer(db, proposal, by=proposal.programme.contact, day=DAY) is None

    assert (proposal.state, proposal.offered_at) == (ProposalState.OFFERED, NOW)
    assert proposal.answer_by == TODAY + timedelta(days=10)
    assert proposal.mentor_enrolment.state == EnrolmentState.OFFERED
    letters = {mail.language: str(mail.letter) for mail in db.scalars(select(Mail))}
    assert "Thursday 12 March" in letters[Language.EN]
    assert "donderdag 12 maart" in letters[Language.NL]
    assert all("proposals.show" in letter for letter in letters.values())


def test_a_run_is_published_once(db: Session) -> None:
    proposal = approved(db)
    assert proposal.run is not None

    for _ in range(2):
        note_published(db, proposal.run, by=None, now=NOW)

    assert (proposal.run.state, proposal.run.published_at) == (RunState.PUBLISHED, NOW)


def test_nothing_is_told_of_people_who_have_not_confirmed(db: Session) -> None:
    proposal = approved(db)
    proposal.mentee_enrolment.confirmed_at = None
    proposal.mentee_enrolment.ground = "On the phone."

    assert offer(db, proposal, by=None, day=DAY) == Hindrance.UNCONFIRMED

    assert proposal.state == ProposalState.APPROVED
    assert db.scalars(select(Mail)).all() == []


def test_the_last_place_is_not_offered_twice(db: Session) -> None:
    proposal = approved(db)
    taken = an_offer(programme=proposal.programme)
    taken.mentor_enrolment = proposal.mentor_enrolment
    db.add(taken)

    assert offer(db, proposal, by=None, day=DAY) == Hindrance.FULL


@pytest.mark.parametrize("state", [EnrolmentState.WITHDRAWN, EnrolmentState.PAUSED])
def test_a_pair_in_which_somebody_left_is_dropped_and_nobody_is_told(
    state: EnrolmentState, db: Session
) -> None:
    proposal = approved(db)
    proposal.mentor_enrolment.state = state

    assert offer(db, proposal, by=None, day=DAY) == Hindrance.GONE

    assert proposal.state == ProposalState.STALE
    assert db.scalars(select(Mail)).all() == []


def test_many_pairs_are_told_in_the_background(db: Session, workshop: Workshop) -> None:
    run = a_run()
    pairs = [a_suggestion(run, state=ProposalState.APPROVED) for _ in range(3)]
    pairs[1].mentor_enrolment.confirmed_at = None
    db.add_all(pairs)
    payload = {"by": str(run.programme.contact.id), "pairs": [str(each.id) for each in pairs]}
    enqueue(db, "publish_proposals", run.id, now=NOW, payload=payload)
    db.commit()

    work_all(db, workshop)

    db.rollback()
    for each in pairs:
        db.refresh(each)
    assert [each.state for each in pairs] == ["offered", "approved", "offered"]
    assert len(db.scalars(select(Mail)).all()) == 4
