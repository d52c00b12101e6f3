"""The page on which two people read about each other and answer: it tells neither of the other."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing
from matcher.proposals.models import Answer, Proposal, ProposalState, Question
from tests.conftest import Browse, Count, Keep
from tests.factories import a_member
from tests.factories.proposals import a_run, a_suggestion, an_offer

YES, NO = {"answer": "yes"}, {"answer": "no", "reason": "time", "words": "Nights."}

SAID = {Answer.YES: YES, Answer.NO: NO}


def address(proposal: Proposal) -> str:
    return f"/proposals/{proposal.id}"


def plain(page: str) -> str:
    """Leave out what is new on every page."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page)


def test_both_read_what_the_other_shared_and_nothing_of_coordinators(
    keep: Keep, browse: Browse
) -> None:
    proposal = an_offer()
    proposal.note = "SECRET-NOTE"
    proposal.mentor_enrolment.organisation = "SECRET-ORGANISATION"
    proposal.mentor_enrolment.note = "SECRET-PERSON"
    keep(proposal)

    page = browse(proposal.mentee_enrolment.member).get(address(proposal)).text

    assert "You and Marijke" in page
    assert "One good conversation." in page
    assert "SECRET" not in page
    assert "0.6" not in page
    assert str(proposal.mentor_enrolment.member.email) not in page


@pytest.mark.parametrize("theirs", [Answer.YES, Answer.NO])
def test_the_pages_are_the_same_to_the_byte_whatever_the_other_said(
    theirs: Answer, keep: Keep, browse: Browse
) -> None:
    proposal = an_offer()
    keep(proposal)
    browser = browse(proposal.mentee_enrolment.member)
    pages = (address(proposal), "/home")
    before = [plain(browser.get(page).text) for page in pages]

    other = browse(proposal.mentor_enrolment.member)
    assert other.post(address(proposal), data=SAID[theirs]).status_code == 302

    assert [plain(browser.get(page).text) for page in pages] == before


@pytest.mark.parametrize("theirs", [Answer.PENDING, Answer.NO])
def test_what_is_said_after_a_first_yes_does_not_tell_either(
    theirs: Answer, keep: Keep, browse: Browse
) -> None:
    proposal = an_offer()
    keep(proposal)
    if theirs == Answer.NO:
        browse(proposal.mentor_enrolment.member).post(address(proposal), data=NO)
    browser = browse(proposal.mentee_enrolment.member)

    page = browser.post(address(proposal), data=YES, follow_redirects=True).text

    assert "Your answer is kept" in page


def test_who_has_answered_is_not_asked_again(keep: Keep, browse: Browse) -> None:
    proposal = an_offer()
    keep(proposal)
    browser = browse(proposal.mentee_enrolment.member)
    assert "There is a proposal for you" in browser.get("/home").text

    browser.post(address(proposal), data=YES)

    assert "There is a proposal for you" not in browser.get("/home").text
    assert "You said yes." in browser.get(address(proposal)).text


def test_looking_changes_nothing(keep: Keep, browse: Browse, db: Session) -> None:
    proposal = an_offer()
    keep(proposal)
    version = proposal.version

    browse(proposal.mentee_enrolment.member).get(address(proposal))

    db.refresh(proposal)
    assert proposal.version == version


def test_a_no_without_a_reason_keeps_what_was_typed(
    keep: Keep, browse: Browse, db: Session
) -> None:
    proposal = an_offer()
    keep(proposal)
    browser = browse(proposal.mentee_enrolment.member)

    page = browser.post(address(proposal), data={"answer": "no", "words": "It is my work."})

    assert page.status_code == 422
    assert "Choose the reason that comes closest." in page.text
    assert "It is my work." in page.text
    db.refresh(proposal)
    assert proposal.mentee_answer == Answer.PENDING


@pytest.mark.parametrize("data", [{}, {"answer": "maybe"}, {"answer": "no", "reason": "hacked"}])
def test_nonsense_is_shown_again(data: dict[str, str], keep: Keep, browse: Browse) -> None:
    proposal = an_offer()
    keep(proposal)

    page = browse(proposal.mentee_enrolment.member).post(address(proposal), data=data)

    assert page.status_code == 422


def test_answering_twice_is_explained_in_ones_own_language(keep: Keep, browse: Browse) -> None:
    proposal = an_offer(mentor=a_member("Marijke", language=Language.NL))
    keep(proposal)
    browser = browse(proposal.mentor_enrolment.member)
    browser.post(address(proposal), data=NO)

    page = browser.post(address(proposal), data=YES)

    assert page.status_code == 409
    assert "Je hebt al geantwoord over Yara." in page.text


def test_a_question_goes_to_the_coordinator_and_the_asker_sees_the_reply(
    keep: Keep, browse: Browse, db: Session
) -> None:
    proposal = an_offer()
    keep(proposal)
    browser = browse(proposal.mentee_enrolment.member)

    page = browser.post(f"{address(proposal)}/question", data={"question": "Is she kind?"})

    assert page.status_code == 302
    question = db.scalars(select(Question)).one()
    assert (question.side, question.words) == (Side.MENTEE, "Is she kind?")
    assert "Is she kind?" in browser.get(address(proposal)).text
    other = browse(proposal.mentor_enrolment.member)
    assert "Is she kind?" not in other.get(address(proposal)).text


@pytest.mark.parametrize(
    ("who", "reads", "answers"),
    [
        ("mentor", 200, 422),
        ("mentee", 200, 422),
        ("coordinator", 404, 404),
        ("someone else", 404, 404),
        ("nobody", 401, 401),
    ],
)
def test_who_may_do_what(  # noqa: PLR0913, PLR0917  # a table needs its columns
    who: str, reads: int, answers: int, app: Flask, keep: Keep, browse: Browse
) -> None:
    proposal = an_offer()
    keep(proposal)
    people = {
        "mentor": proposal.mentor_enrolment.member,
        "mentee": proposal.mentee_enrolment.member,
        "coordinator": proposal.programme.contact,
        "someone else": a_member(),
    }
    browser = app.test_client() if who == "nobody" else browse(people[who])

    assert browser.get(address(proposal)).status_code == reads
    assert browser.post(address(proposal)).status_code == answers
    assert browser.post(f"{address(proposal)}/question").status_code == answers


@pytest.mark.parametrize("state", ["suggested", "approved", "rejected", "withdrawn"])
def test_nobody_sees_a_proposal_before_it_is_published(
    state: str, keep: Keep, browse: Browse
) -> None:
    proposal = a_suggestion(a_run(), state=ProposalState(state))
    keep(proposal)

    assert browse(proposal.mentee_enrolment.member).get(address(proposal)).status_code == 404


def test_two_answers_by_one_member_at_the_same_moment_leave_one(keep: Keep, browse: Browse) -> None:
    proposal = an_offer()
    keep(proposal)
    mentor = proposal.mentor_enrolment.member
    browsers = [browse(mentor), browse(mentor)]

    pages = at_once(browsers, proposal)

    assert sorted(page // 100 for page in pages) == [3, 4]
    assert 409 in pages


def test_two_sides_at_the_same_moment_do_not_miss_each_other(
    db: Session, keep: Keep, browse: Browse
) -> None:
    proposal = an_offer()
    keep(proposal)
    sides = (proposal.mentor_enrolment.member, proposal.mentee_enrolment.member)
    browsers = [browse(member) for member in sides]

    pages = at_once(browsers, proposal)

    # SQLite lets one wait for the other; PostgreSQL may ask the later one to try again.
    assert len(db.scalars(select(Pairing)).all()) == 1 or 409 in pages


def at_once(browsers: list[FlaskClient], proposal: Proposal) -> list[int]:
    def say_yes(browser: FlaskClient) -> int:
        return browser.post(address(proposal), data=YES).status_code

    with ThreadPoolExecutor() as together:
        return list(together.map(say_yes, browsers))


def test_the_page_asks_few_questions_of_the_database(
    keep: Keep, browse: Browse, counted: "object"
) -> None:
    assert callable(counted)
    proposal = an_offer()
    keep(proposal)
    browser = browse(proposal.mentee_enrolment.member)

    watch: AbstractContextManager[Count] = counted()
    with watch as queries:
        assert browser.get(address(proposal)).status_code == 200

    assert queries.value <= 4, queries.statements
