"""What becomes of an answer, and that nobody learns of the other's before both have answered."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.pairings.models import Pairing
from matcher.programmes.models import Avoidance, EnrolmentState
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.services.answers import Outcome, Reply, answer_proposal
from tests.factories import NOW, TODAY, a_member, an_enrolment
from tests.factories.proposals import an_offer


def kept(db: Session, proposal: Proposal) -> Proposal:
    db.add(proposal)
    db.flush()
    return proposal


def yes(db: Session, proposal: Proposal, side: Side) -> Outcome:
    by = proposal.enrolment_on(side).member
    return answer_proposal(db, proposal, Reply(side=side, answer=Answer.YES), by=by, now=NOW)


def no(db: Session, proposal: Proposal, side: Side) -> Outcome:
    reply = Reply(side=side, answer=Answer.NO, reason="time", words="I work at night.")
    by = proposal.enrolment_on(side).member
    return answer_proposal(db, proposal, reply, by=by, now=NOW)


def mails(db: Session) -> list[tuple[str, str]]:
    rows = db.scalars(select(Mail).order_by(Mail.created_at, Mail.kind))
    return sorted((mail.kind, (mail.letter or {})["name"]) for mail in rows)


def test_a_pairing_begins_once_both_say_yes(db: Session) -> None:
    proposal = kept(db, an_offer())

    first, second = yes(db, proposal, Side.MENTEE), yes(db, proposal, Side.MENTOR)

    assert (first, second) == (Outcome.KEPT, Outcome.PAIRED)
    assert proposal.state == ProposalState.AGREED
    assert proposal.pairing is not None
    assert proposal.pairing.since == TODAY
    assert proposal.mentor_enrolment.state == EnrolmentState.PAIRED
    assert mails(db) == [("pairing.begun", "Marijke"), ("pairing.begun", "Yara")]


def test_a_first_no_frees_ones_own_place_and_changes_nothing_for_the_other(db: Session) -> None:
    proposal = kept(db, an_offer())

    assert no(db, proposal, Side.MENTOR) == Outcome.KEPT

    assert proposal.mentor_enrolment.state == EnrolmentState.WAITING
    assert (proposal.state, proposal.mentee_enrolment.state) == ("offered", "offered")
    assert mails(db) == []


def test_a_no_becomes_a_rule_and_its_words_are_sealed(db: Session) -> None:
    proposal = kept(db, an_offer())

    no(db, proposal, Side.MENTOR)

    avoidance = db.scalars(select(Avoidance)).one()
    assert (avoidance.member_id, avoidance.source) == (
        proposal.mentor_enrolment.member_id,
        "declined",
    )
    assert (proposal.mentor_reason, proposal.mentor_words) == ("time", "I work at night.")
    assert proposal.mentor_words_sealed is not None
    assert b"night" not in proposal.mentor_words_sealed


def test_after_a_yes_and_a_no_only_the_yes_is_written_to_and_without_blame(db: Session) -> None:
    proposal = kept(db, an_offer())
    yes(db, proposal, Side.MENTEE)

    no(db, proposal, Side.MENTOR)

    assert proposal.state == ProposalState.DECLINED
    assert proposal.mentee_enrolment.state == EnrolmentState.WAITING
    mail = db.scalars(select(Mail)).one()
    assert (mail.kind, (mail.letter or {})["name"]) == ("proposal.ended", "Yara")
    assert "says nothing about you" in str(mail.letter)


@pytest.mark.parametrize("first", [yes, no])
def test_the_mail_at_the_end_is_the_same_whoever_spoke_first(first: "object", db: Session) -> None:
    assert callable(first)
    proposal = kept(db, an_offer())
    order = [Side.MENTEE, Side.MENTOR] if first is yes else [Side.MENTOR, Side.MENTEE]

    for side in order:
        (yes if side == Side.MENTEE else no)(db, proposal, side)

    assert mails(db) == [("proposal.ended", "Yara")]


def test_two_noes_need_no_mail_at_all(db: Session) -> None:
    proposal = kept(db, an_offer())

    no(db, proposal, Side.MENTEE)
    no(db, proposal, Side.MENTOR)

    assert proposal.state == ProposalState.DECLINED
    assert mails(db) == []


def test_an_answer_once_given_stands(db: Session) -> None:
    proposal = kept(db, an_offer(mentee=a_member("Ada")))
    no(db, proposal, Side.MENTOR)

    with pytest.raises(RuleBroken, match="already answered about Ada"):
        yes(db, proposal, Side.MENTOR)


def test_when_somebody_has_left_the_answer_changes_nothing(db: Session) -> None:
    proposal = kept(db, an_offer())
    proposal.mentor_enrolment.state = EnrolmentState.WITHDRAWN

    assert yes(db, proposal, Side.MENTEE) == Outcome.ENDED

    assert proposal.state == ProposalState.STALE
    assert proposal.mentee_answer == Answer.PENDING
    assert mails(db) == [("proposal.ended", "Yara")]


def test_a_coordinator_may_write_down_what_somebody_said(db: Session) -> None:
    proposal = kept(db, an_offer())
    reply = Reply(side=Side.MENTEE, answer=Answer.YES, on_behalf="By phone on Monday.")

    answer_proposal(db, proposal, reply, by=proposal.programme.contact, now=NOW)

    assert proposal.mentee_answer == Answer.YES
    assert proposal.on_behalf == {"mentee": "By phone on Monday."}


def test_whoever_has_another_offer_still_waits_for_that_one(db: Session) -> None:
    proposal = kept(db, an_offer())
    proposal.mentor_enrolment.places = 2
    other = an_offer(programme=proposal.programme)
    other.mentor_enrolment = proposal.mentor_enrolment
    kept(db, other)

    no(db, proposal, Side.MENTOR)

    assert proposal.mentor_enrolment.state == EnrolmentState.OFFERED


def test_an_answer_counts_with_what_the_other_said_meanwhile(db: Session, engine: Engine) -> None:
    proposal = kept(db, an_offer())
    db.commit()
    with Session(engine) as elsewhere, elsewhere.begin():
        same = elsewhere.get_one(Proposal, proposal.id)
        yes(elsewhere, same, Side.MENTEE)

    assert yes(db, proposal, Side.MENTOR) == Outcome.PAIRED


def test_the_last_place_is_given_once_though_two_say_yes_at_the_same_moment(
    db: Session, engine: Engine
) -> None:
    first = kept(db, an_offer())
    first.mentor_enrolment.places = 2
    second = an_offer(programme=first.programme)
    second.mentor_enrolment = first.mentor_enrolment
    kept(db, second)
    for each in (first, second):
        yes(db, each, Side.MENTOR)
    first.mentor_enrolment.places = 1  # an accident, or a change of mind
    db.commit()

    def answer(proposal: Proposal) -> str:
        try:
            with Session(engine) as own, own.begin():
                mine = get_proposal(own, proposal.id)
                assert mine is not None
                return yes(own, mine, Side.MENTEE)
        except (StaleDataError, IntegrityError):
            return "again"

    with ThreadPoolExecutor() as at_once:
        outcomes = sorted(at_once.map(answer, [first, second]))

    assert outcomes in (["ended", "paired"], ["again", "paired"])
    assert len(db.scalars(select(Pairing)).all()) == 1


def test_a_mentor_who_is_paired_keeps_their_state_when_another_offer_ends(db: Session) -> None:
    proposal = kept(db, an_offer())
    proposal.mentor_enrolment.places = 2
    yes(db, proposal, Side.MENTOR)
    yes(db, proposal, Side.MENTEE)
    mentee = an_enrolment(Side.MENTEE, programme=proposal.programme, state=EnrolmentState.OFFERED)
    other = an_offer(programme=proposal.programme)
    other.mentor_enrolment, other.mentee_enrolment = proposal.mentor_enrolment, mentee
    other.answer_by = TODAY + timedelta(days=3)
    proposal.mentor_enrolment.state = EnrolmentState.OFFERED
    kept(db, other)

    no(db, other, Side.MENTOR)

    assert proposal.mentor_enrolment.state == EnrolmentState.PAIRED
