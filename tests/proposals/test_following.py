"""Who answered, who asked, who said no and why; and the next best comes forward in one click."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Avoidance, Enrolment, EnrolmentState, Programme
from matcher.proposals.models import Answer, MatchRun, Proposal, ProposalState, Question
from matcher.proposals.queries.next_best import list_next_best
from matcher.proposals.services.next_best import bring_forward
from tests.conftest import Browse, Counted, Keep
from tests.factories import NOW, TODAY, a_member, an_enrolment
from tests.factories.proposals import REASONS, a_run, a_suggestion


def declined(run: MatchRun, mentee: str, alternates: list[tuple[Enrolment, float]]) -> Proposal:
    """Make a proposal that its mentor said no to; the mentee waits again."""
    proposal = a_suggestion(run, mentee, "Marijke", state=ProposalState.DECLINED)
    proposal.offered_at, proposal.answer_by = NOW, TODAY + timedelta(days=5)
    proposal.mentor_answer, proposal.mentee_answer = Answer.NO, Answer.YES
    proposal.mentor_reason = "time"
    others = [{"offer": str(e.id), "affinity": value, "costs": 0.1} for e, value in alternates]
    proposal.reasons = {**REASONS, "alternates": others}
    return proposal


def a_mentor(programme: Programme, name: str, places: int = 1) -> Enrolment:
    enrolment = an_enrolment(Side.MENTOR, member=a_member(name), programme=programme)
    enrolment.places = places
    return enrolment


@pytest.fixture
def run(keep: Keep) -> MatchRun:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    keep(run)
    return run


def found(db: Session, run: MatchRun) -> dict[str, str]:
    left = list_next_best(db, run.programme, seen_by=run.programme.contact)
    name = {each.ended.mentee_enrolment.member.name: each.mentor for each in left}
    return {mentee: mentor.member.name if mentor else "" for mentee, mentor in name.items()}


def test_the_best_who_still_has_a_place_comes_next(db: Session, keep: Keep, run: MatchRun) -> None:
    ingrid, ruud = a_mentor(run.programme, "Ingrid"), a_mentor(run.programme, "Ruud")
    full = a_mentor(run.programme, "Full", places=0)
    keep(ingrid, ruud, full)
    keep(declined(run, "Yara", [(ruud, 0.4), (full, 0.9), (ingrid, 0.6)]))

    assert found(db, run) == {"Yara": "Ingrid"}


def test_two_who_are_left_are_not_given_the_same_last_place(
    db: Session, keep: Keep, run: MatchRun
) -> None:
    ingrid, ruud = a_mentor(run.programme, "Ingrid"), a_mentor(run.programme, "Ruud")
    keep(ingrid, ruud)
    alternates = [(ingrid, 0.6), (ruud, 0.5)]
    keep(declined(run, "Amal", alternates), declined(run, "Bilal", alternates))

    assert found(db, run) == {"Amal": "Ingrid", "Bilal": "Ruud"}


def test_nobody_is_proposed_whom_somebody_avoids_or_said_no_to_or_who_left(
    db: Session, keep: Keep, run: MatchRun
) -> None:
    avoided, said_no, left = (a_mentor(run.programme, name) for name in ("A", "B", "C"))
    left.state = EnrolmentState.PAUSED
    keep(avoided, said_no, left)
    ended = declined(run, "Yara", [(avoided, 0.9), (said_no, 0.8), (left, 0.7)])
    earlier = declined(run, "Kofi", [])
    earlier.mentee_enrolment, earlier.mentor_enrolment = ended.mentee_enrolment, said_no
    earlier.offered_at = NOW - timedelta(days=30)
    keep(ended, earlier)
    keep(
        Avoidance(
            programme_id=run.programme_id,
            member_id=avoided.member_id,
            other_id=ended.mentee_enrolment.member_id,
            source="member",
            since=NOW,
        )
    )

    assert found(db, run) == {"Yara": ""}


def test_who_has_another_proposal_on_its_way_is_not_left(
    db: Session, keep: Keep, run: MatchRun
) -> None:
    ended = declined(run, "Yara", [])
    other = a_suggestion(run, mentor="Ruud")
    other.mentee_enrolment = ended.mentee_enrolment
    keep(ended, other)

    assert found(db, run) == {}


def test_one_click_approves_the_next_best_and_leads_to_telling_them(
    browse: Browse, db: Session, keep: Keep, run: MatchRun
) -> None:
    ingrid = a_mentor(run.programme, "Ingrid")
    keep(ingrid)
    ended = declined(run, "Yara", [(ingrid, 0.6)])
    keep(ended)
    browser, here = browse(run.programme.contact), f"/coordination/{run.programme_id}/answers/left"
    assert "Marijke said no: The times do not suit me" in browser.get(here).text

    page = browser.post(here, data={"mentee": str(ended.mentee_enrolment_id)})

    [made] = db.scalars(select(Proposal).where(Proposal.state == ProposalState.APPROVED))
    assert (made.mentor_enrolment_id, made.affinity) == (ingrid.id, 0.6)
    assert made.decided_by_id == run.programme.contact.id
    assert made.reasons["topics_met"] == ["job-search"]
    assert page.location is not None
    assert str(made.id) in page.location
    db.rollback()
    assert "checked" in browser.get(page.location).text
    assert browser.post(here, data={"mentee": "nobody"}).status_code == 302


def test_of_two_coordinators_who_click_at_once_one_brings_forward(
    db: Session, keep: Keep, run: MatchRun
) -> None:
    ingrid = a_mentor(run.programme, "Ingrid")
    keep(ingrid)
    ended = declined(run, "Yara", [(ingrid, 0.6)])
    keep(ended)
    by = run.programme.contact

    made = [
        bring_forward(db, run.programme, ended.mentee_enrolment_id, by=by, now=NOW)
        for _ in range(2)
    ]

    assert [each is not None for each in made] == [True, False]


def test_the_page_tells_who_asked_who_said_no_and_why(
    browse: Browse, keep: Keep, run: MatchRun, counted: Counted
) -> None:
    ended = declined(run, "Yara", [])
    waits = a_suggestion(run, "Kofi", "Ruud", state=ProposalState.OFFERED)
    waits.offered_at, waits.answer_by = NOW, TODAY + timedelta(days=5)
    question = Question(proposal=waits, side=Side.MENTEE, asked_at=NOW)
    question.words = "Which evening?"
    keep(ended, waits, question)
    browser, here = browse(run.programme.contact), f"/coordination/{run.programme_id}/answers"

    with counted() as queries:
        page = browser.get(here).text

    assert queries.value <= 8, queries.statements
    assert "no: The times do not suit me" in page
    assert "A question waits" in page
    assert "Kofi with Ruud" not in browser.get(f"{here}?part=declined").text
    for odd in ("part=x", "page=-4", "page=q"):
        assert browser.get(f"{here}?{odd}").status_code == 200
    assert "Kofi" in browser.post(f"{here}/file?part=asked").text


def test_nobody_reads_here_about_a_proposal_to_themselves(
    browse: Browse, keep: Keep, run: MatchRun
) -> None:
    own = declined(run, "Yara", [])
    own.mentee_enrolment.member = run.programme.contact
    keep(own)
    browser, here = browse(run.programme.contact), f"/coordination/{run.programme_id}/answers"

    assert "Marijke" not in browser.get(here).text
    assert "Marijke" not in browser.get(f"{here}/left").text
