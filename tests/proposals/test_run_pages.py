"""The pages on which a coordinator begins a run, follows it, and reads what came out."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.jobs.services import enqueue
from matcher.jobs.workshop import Workshop
from matcher.messages.models import Mail
from matcher.programmes.models import EnrolmentState, Programme
from matcher.proposals.models import MatchRun, Proposal, ProposalState, RunState
from matcher.proposals.services.questions import ask_question
from tests.conftest import Browse, Count, Keep
from tests.factories import NOW, a_coordinator, a_programme, an_enrolment
from tests.factories.proposals import a_run, a_suggestion, an_offer, work_all

Counted = Callable[[], AbstractContextManager[Count]]


def matching(programme: Programme) -> str:
    return f"/coordination/{programme.id}/matching"


def of(run: MatchRun) -> str:
    return f"{matching(run.programme)}/{run.id}"


def people(keep: Keep, *, mentees: int = 2, mentors: int = 1) -> Programme:
    programme = a_programme()
    keep(
        programme,
        *(an_enrolment(Side.MENTEE, programme=programme) for _ in range(mentees)),
        *(an_enrolment(Side.MENTOR, programme=programme) for _ in range(mentors)),
    )
    return programme


def work_now(db: Session, workshop: Workshop) -> None:
    """Do what the pages have queued: they ask the real clock."""
    workshop.now = clock.now
    work_all(db, workshop)
    db.rollback()


@pytest.mark.parametrize(
    ("mentees", "mentors", "says"),
    [
        (0, 0, "There is nobody to find someone for yet"),
        (1, 0, "There is no mentor with a place free yet"),
        (1, 1, "Begin a run"),
    ],
)
def test_before_the_first_run_the_page_says_what_to_do_next(
    mentees: int, mentors: int, says: str, keep: Keep, browse: Browse
) -> None:
    programme = people(keep, mentees=mentees, mentors=mentors)

    page = browse(programme.contact).get(matching(programme)).text

    assert says in page
    assert ("Begin a run" in page) == (mentees == mentors == 1)


def test_a_run_goes_from_a_click_to_its_result(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    programme = people(keep)
    browser = browse(programme.contact)

    page = browser.post(matching(programme), follow_redirects=True)

    assert "You may close this page." in page.text
    run = db.scalars(select(MatchRun)).one()
    db.commit()
    fragment = browser.get(f"{of(run)}/progress").text
    assert "data-progress" in fragment
    assert "<html" not in fragment
    work_now(db, workshop)
    done = browser.get(of(run)).text
    assert "No other arrangement of these people scores higher." in done
    assert "1 mentee is left" in done
    assert "data-progress" not in browser.get(f"{of(run)}/progress").text


STORY = (
    "Since the winter I sleep badly, I am behind with my letters, and I do not dare to open them."
)


def test_who_wrote_nearly_the_same_is_named_on_top_of_a_run(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    programme = a_programme()
    yara, emre, mentor = (
        an_enrolment(side, programme=programme) for side in (Side.MENTEE, Side.MENTEE, Side.MENTOR)
    )
    yara.member.name, emre.member.name = "Yara", "Emre"
    yara.statements, emre.statements = [STORY], [STORY]
    keep(programme, yara, emre, mentor)
    browser = browse(programme.contact)
    browser.post(matching(programme))
    work_now(db, workshop)

    page = browser.get(of(db.scalars(select(MatchRun)).one())).text

    first = page.split("Look at this first")[1].split("</ul>")[0]
    assert "wrote nearly the same." in first
    assert {"Yara", "Emre"} <= set(re.findall(r"\w+", first))


def test_a_second_run_waits_for_the_first(keep: Keep, browse: Browse) -> None:
    programme = people(keep)
    browser = browse(programme.contact)
    browser.post(matching(programme))

    page = browser.post(matching(programme))

    assert page.status_code == 409
    assert "Run 1 is still going on." in page.text


def test_a_cancelled_run_says_so(keep: Keep, browse: Browse, db: Session) -> None:
    programme = people(keep)
    browser = browse(programme.contact)
    browser.post(matching(programme))
    run = db.scalars(select(MatchRun)).one()
    db.commit()

    browser.post(f"{of(run)}/cancel")

    assert "This run was cancelled." in browser.get(of(run)).text


def test_a_run_that_failed_says_why_and_can_be_tried_again(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    programme = people(keep, mentors=0)
    browser = browse(programme.contact)
    browser.post(matching(programme))
    run = db.scalars(select(MatchRun)).one()
    address = of(run)
    db.commit()
    work_now(db, workshop)

    page = browser.get(address).text

    assert "There is nobody to bring together now." in page
    assert browser.post(f"{address}/retry").status_code == 302
    db.refresh(run)
    assert run.state == RunState.QUEUED


def reviewed(keep: Keep, *, approved: int = 2) -> MatchRun:
    run = a_run()
    run.summary = {
        "needs": 3,
        "offers": 3,
        "places": 3,
        "suggestions": 2,
        "covered": 2,
        "good": 2,
        "mentors_used": 2,
        "free": [],
        "free_count": 1,
        "histogram": [0] * 10,
        "locked": 0,
        "worst": None,
        "tenth": None,
        "scarcity": [],
        "coverage": 0.7,
    }
    keep(run)
    pairs = [a_suggestion(run, state=ProposalState.APPROVED) for _ in range(approved)]
    run.programme.current_run_id = run.id
    keep(*pairs)
    return run


def test_publishing_tells_both_of_each_pair(keep: Keep, browse: Browse, db: Session) -> None:
    run = reviewed(keep)
    browser = browse(run.programme.contact)

    assert "2 pairs can be told." in browser.get(f"{of(run)}/publish").text
    page = browser.post(f"{of(run)}/publish", follow_redirects=True).text

    assert "2 pairs have been told." in page
    assert "Waits for answers" in page
    assert len(db.scalars(select(Mail)).all()) == 4
    db.refresh(run)
    assert run.state == RunState.PUBLISHED


def test_before_publishing_the_page_names_who_cannot_be_told_and_whom_to_call(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run = reviewed(keep)
    first, second = db.scalars(select(Proposal)).all()
    first.mentee_enrolment.confirmed_at = None
    caller = second.mentor_enrolment.member
    caller.name, caller.email, caller.phone = "Gerda Bell", None, "030 123"
    db.commit()

    page = browse(run.programme.contact).get(f"{of(run)}/publish").text

    assert "1 pair can be told." in page
    assert "not confirmed yet" in page
    assert "Gerda Bell" in page
    assert "030 123" in page


def test_pressing_publish_twice_tells_once(keep: Keep, browse: Browse, db: Session) -> None:
    run = reviewed(keep)
    browser = browse(run.programme.contact)

    for _ in range(2):
        assert browser.post(f"{of(run)}/publish").status_code == 302

    assert len(db.scalars(select(Mail)).all()) == 4


def test_more_than_a_hundred_pairs_are_told_in_the_background(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    run = reviewed(keep, approved=101)

    page = browse(run.programme.contact).post(f"{of(run)}/publish", follow_redirects=True)

    assert "We are telling everyone now." in page.text
    work_now(db, workshop)
    db.expire_all()
    states = set(db.scalars(select(Proposal.state)))
    assert states == {ProposalState.OFFERED}


def test_questions_stand_on_the_page_and_are_answered_from_there(
    keep: Keep, browse: Browse, db: Session
) -> None:
    run = reviewed(keep)
    offered = an_offer(programme=run.programme)
    keep(offered)
    asker = offered.mentee_enrolment.member
    question = ask_question(db, offered, "Is she there on Mondays?", by=asker, now=NOW)
    db.commit()
    browser = browse(run.programme.contact)
    address = f"/coordination/{run.programme_id}/questions/{question.id}"

    assert "Is she there on Mondays?" in browser.get(of(run)).text
    assert "Is she there on Mondays?" in browser.get(address).text
    assert browser.post(address, data={"reply": ""}).status_code == 422
    assert browser.post(address, data={"reply": "Yes."}).status_code == 302

    assert "Is she there on Mondays?" not in browser.get(of(run)).text
    db.refresh(question)
    assert question.reply == "Yes."


def test_pages_ask_few_questions_of_the_database(
    keep: Keep, browse: Browse, counted: Counted, db: Session
) -> None:
    run = reviewed(keep, approved=8)
    left = an_enrolment(Side.MENTEE, programme=run.programme, state=EnrolmentState.WAITING)
    keep(left)
    run.summary = {**run.summary, "worst": {"need": str(left.id), "affinity": 0.3}}
    enqueue(db, "match_run", run.id, now=NOW)
    db.commit()
    browser = browse(run.programme.contact)
    browser.post(f"{of(run)}/publish")

    for address in (matching(run.programme), of(run), f"{of(run)}/publish", f"{of(run)}/progress"):
        with counted() as queries:
            assert browser.get(address).status_code == 200
        assert queries.value <= 8, (address, queries.statements)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("colleague", 200),
        ("mentor", 404),
        ("elsewhere", 404),
        ("nobody", 401),
    ],
)
def test_only_its_coordinators_see_the_matching_of_a_programme(
    who: str, status: int, keep: Keep, browse: Browse, app: Flask
) -> None:
    run, other = reviewed(keep), a_programme()
    pair = a_suggestion(run)
    keep(other, pair)
    members = {
        "coordinator": run.programme.contact,
        "colleague": a_coordinator(run.programme_id, "Noor"),
        "mentor": pair.mentor_enrolment.member,
        "elsewhere": other.contact,
    }
    browser = app.test_client() if who == "nobody" else browse(members[who])

    for address in (matching(run.programme), of(run), f"{of(run)}/publish", f"{of(run)}/progress"):
        assert browser.get(address).status_code == status
    refused = 404 if status == 200 else status
    assert browser.get(f"{matching(other)}/{run.id}").status_code == refused


def test_a_run_that_waits_long_is_still_not_visible_in_part(keep: Keep, browse: Browse) -> None:
    run = a_run(state=RunState.RUNNING)
    run.total = run.bound = run.gap = run.seconds = run.finished_at = None
    run.created_at = NOW - timedelta(days=1)
    keep(run, a_suggestion(run))

    page = browse(run.programme.contact).get(of(run)).text

    assert "Review the proposals" not in page
