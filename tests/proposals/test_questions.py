"""People ask before they decide; a coordinator answers, and passes on only what she chooses."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.messages.models import Mail
from matcher.proposals.models import Answer, Proposal
from matcher.proposals.services.meanwhile import AboutOneself
from matcher.proposals.services.questions import CoordinatorsReply, ask_question, reply_to
from tests.factories import NOW
from tests.factories.proposals import an_offer


def kept(db: Session) -> Proposal:
    proposal = an_offer()
    db.add(proposal)
    db.flush()
    return proposal


def told(db: Session) -> dict[str, str]:
    return {(mail.letter or {})["name"]: str(mail.letter) for mail in db.scalars(select(Mail))}


@pytest.mark.parametrize(("pass_on", "readers"), [(False, {"Yara"}), (True, {"Yara", "Marijke"})])
def test_the_reply_goes_to_who_asked_and_further_only_by_choice(
    pass_on: bool,  # noqa: FBT001  # a row of the table
    readers: set[str],
    db: Session,
) -> None:
    proposal = kept(db)
    asker = proposal.mentee_enrolment.member
    question = ask_question(db, proposal, "Does she like dogs?", by=asker, now=NOW)
    assert told(db) == {}

    reply = CoordinatorsReply(words="She has two.", pass_on=pass_on)
    reply_to(db, question, reply, by=proposal.programme.contact, now=NOW)

    assert set(told(db)) == readers
    assert all("Does she like dogs?" in letter for letter in told(db).values())
    assert b"dogs" not in (question.words_sealed or b"")


def test_after_an_answer_there_are_no_more_questions(db: Session) -> None:
    proposal = kept(db)
    proposal.mentee_answer = Answer.YES

    with pytest.raises(RuleBroken, match="as long as you have not answered"):
        ask_question(db, proposal, "Why?", by=proposal.mentee_enrolment.member, now=NOW)


def test_a_fourth_question_waits_for_the_replies(db: Session) -> None:
    proposal = kept(db)
    asker = proposal.mentee_enrolment.member
    for number in range(3):
        ask_question(db, proposal, f"Question {number}?", by=asker, now=NOW)

    with pytest.raises(RuleBroken, match="three questions"):
        ask_question(db, proposal, "And?", by=asker, now=NOW)


def test_a_question_is_answered_once_and_never_by_who_it_is_about(db: Session) -> None:
    proposal = kept(db)
    asker = proposal.mentee_enrolment.member
    question = ask_question(db, proposal, "Why me?", by=asker, now=NOW)
    reply = CoordinatorsReply(words="Because.", pass_on=False)

    with pytest.raises(AboutOneself):
        reply_to(db, question, reply, by=proposal.mentor_enrolment.member, now=NOW)
    reply_to(db, question, reply, by=proposal.programme.contact, now=NOW)
    with pytest.raises(RuleBroken, match="answered already"):
        reply_to(db, question, reply, by=proposal.programme.contact, now=NOW)
