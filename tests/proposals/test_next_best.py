"""The next best comes with all that a run says of its own pairs; and both sides have others."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.jobs.workshop import Workshop
from matcher.programmes.models import Programme
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.services.runs import start_run
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_member, a_programme, an_enrolment
from tests.factories.proposals import work_all


def a_town(db: Session) -> Programme:
    """Three mentees and four mentors: one mentor is left over."""
    programme = a_programme()
    topics = programme.topics
    for number, side in enumerate([*[Side.MENTEE] * 3, *[Side.MENTOR] * 4]):
        person = an_enrolment(side, member=a_member(f"{side} {number}"), programme=programme)
        person.topics = topics[: number % 3 + 1] if side == Side.MENTEE else topics
        person.statements = [f"I like to talk about {' and '.join(person.topics)}."]
        db.add(person)
    db.commit()
    return programme


def after_a_no(db: Session, workshop: Workshop) -> Proposal:
    """Make a run, of which one pair was told and said no."""
    programme = a_town(db)
    run = start_run(db, programme, by=programme.contact, now=NOW)
    db.commit()
    work_all(db, workshop)
    db.refresh(run)
    used = select(Proposal.mentor_enrolment_id).where(Proposal.run_id == run.id)
    taken = {str(each) for each in db.scalars(used)}
    pairs = db.scalars(select(Proposal).where(Proposal.run_id == run.id)).all()
    ended = next(
        each
        for each in pairs
        if any(other["offer"] not in taken for other in each.reasons["alternates"])
    )
    ended.state, ended.offered_at = ProposalState.DECLINED, NOW
    ended.answer_by = TODAY + timedelta(days=5)
    ended.mentor_answer, ended.mentor_reason = Answer.NO, "time"
    db.commit()
    return ended


def test_a_next_best_is_explained_as_a_pair_of_the_run_is(
    db: Session, workshop: Workshop, browse: Browse
) -> None:
    ended = after_a_no(db, workshop)
    browser = browse(ended.programme.contact)
    here, mentee = f"/coordination/{ended.programme_id}", ended.mentee_enrolment_id
    db.rollback()
    left = browser.get(f"{here}/answers/left").text
    assert "Costs the whole" in left
    assert "See why" in left

    browser.post(f"{here}/answers/left", data={"mentee": str(mentee)})
    query = select(Proposal).where(
        Proposal.mentee_enrolment_id == mentee, Proposal.state == ProposalState.APPROVED
    )
    made = db.scalars(query).one()
    where, version = f"{here}/proposals/{made.id}", made.version
    db.rollback()
    assert "What makes up the affinity is being worked out." in browser.get(where).text

    workshop.now = clock.now
    work_all(db, workshop)

    made = db.scalars(query.execution_options(populate_existing=True)).one()
    assert made.reasons["contributions"]
    assert made.reasons["effect"]["covered"][1] >= made.reasons["effect"]["covered"][0]
    assert made.version == version
    db.rollback()
    page = browser.get(where).text
    assert "is being worked out" not in page
    assert "together" in page
    assert "It costs the whole" in page or "the whole gains" in page or "it costs the whole" in page


def test_both_of_a_pair_have_others_with_their_effect_on_the_whole(
    db: Session, workshop: Workshop, browse: Browse
) -> None:
    ended = after_a_no(db, workshop)
    pairs = db.scalars(select(Proposal).where(Proposal.run_id == ended.run_id)).all()
    wanted = next(
        each
        for each in pairs
        if each.state == ProposalState.SUGGESTED
        and any(o["need"] != str(each.mentee_enrolment_id) for o in each.reasons["wanting"])
    )
    where = f"/coordination/{wanted.programme_id}/proposals/{wanted.id}"
    contact = wanted.programme.contact
    db.rollback()

    page = browse(contact).get(where).text

    assert 'id="others-offer"' in page
    assert 'id="others-need"' in page
    assert page.count("More without anyone") >= 2
    assert page.count("See this swap") >= 2
    assert "Both are free</strong>" in page or "no time at which both are free" in page
