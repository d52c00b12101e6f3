"""What coordinators decide, also two of them at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from matcher.audit.models import Event
from matcher.foundation.errors import RuleBroken
from matcher.jobs.services import enqueue
from matcher.jobs.workshop import Workshop
from matcher.members.models import Member
from matcher.programmes.models import EnrolmentState
from matcher.proposals.models import Proposal, ProposalState, RunState
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.services.meanwhile import AboutOneself, DecidedMeanwhile
from matcher.proposals.services.review import Choice, Decision, Note, decide, write_note
from matcher.proposals.services.states import PROPOSAL_MOVES, RUN_MOVES, Deed, move_proposal
from tests.factories import NOW, a_coordinator, a_member, a_programme
from tests.factories.proposals import a_run, a_suggestion, work_all


def kept(db: Session, **given: object) -> Proposal:
    proposal = a_suggestion(a_run(), **given)  # type: ignore[arg-type]  # passed on
    db.add(proposal)
    db.commit()
    return proposal


def choose(db: Session, proposal: Proposal, decision: Decision, **more: object) -> ProposalState:
    by = more.pop("by", proposal.programme.contact)
    choice = Choice(decision=decision, seen=proposal.version, **more)  # type: ignore[arg-type]  # likewise
    return decide(db, proposal, choice, by=by, now=NOW)  # type: ignore[arg-type]  # a member


def test_every_state_says_where_it_may_go() -> None:
    assert set(PROPOSAL_MOVES) == set(ProposalState)
    assert set(RUN_MOVES) == set(RunState)


def test_a_proposal_goes_only_where_its_state_allows(db: Session) -> None:
    proposal = kept(db)

    with pytest.raises(RuleBroken, match="cannot become"):
        move_proposal(db, proposal, ProposalState.OFFERED, Deed(by=None, now=NOW))


def test_a_decision_is_kept_with_who_when_and_why_and_can_be_undone(db: Session) -> None:
    proposal = kept(db)

    choose(db, proposal, Decision.REJECT, reason="fit", words="Both talk a lot.")

    assert (proposal.state, proposal.note) == (ProposalState.REJECTED, "Both talk a lot.")
    event = db.scalars(select(Event).where(Event.action == "proposal.rejected")).one()
    assert (event.actor, event.facts["reason"]) == (proposal.programme.contact.audit_key, "fit")
    assert choose(db, proposal, Decision.UNDO) == ProposalState.SUGGESTED


def test_what_a_coordinator_notes_is_sealed(db: Session) -> None:
    proposal = kept(db)

    write_note(
        db, proposal, Note("She is shy on the phone."), by=proposal.programme.contact, now=NOW
    )

    assert proposal.note == "She is shy on the phone."
    assert b"shy" not in (proposal.note_sealed or b"")


def test_nobody_decides_about_herself(db: Session) -> None:
    proposal = kept(db)
    herself = proposal.mentor_enrolment.member

    with pytest.raises(AboutOneself):
        choose(db, proposal, Decision.APPROVE, by=herself)
    with pytest.raises(AboutOneself):
        write_note(db, proposal, Note("I like him."), by=herself, now=NOW)


def test_a_pair_in_which_somebody_left_is_no_longer_possible(db: Session) -> None:
    proposal = kept(db)
    proposal.mentee_enrolment.state = EnrolmentState.WITHDRAWN
    db.flush()

    assert choose(db, proposal, Decision.APPROVE) == ProposalState.STALE


def test_a_lock_outlasts_approval_and_not_a_rejection(db: Session) -> None:
    proposal = kept(db)

    kept_locks = []
    for decision in (Decision.LOCK, Decision.APPROVE, Decision.REJECT):
        choose(db, proposal, decision)
        kept_locks.append(proposal.locked)

    assert kept_locks == [True, True, False]
    with pytest.raises(RuleBroken, match="put aside"):
        choose(db, proposal, Decision.LOCK)


def test_the_later_of_two_coordinators_is_told_who_decided(db: Session) -> None:
    proposal = kept(db)
    seen = proposal.version
    noor = a_coordinator(proposal.programme_id, "Noor")
    db.add(noor)
    choose(db, proposal, Decision.APPROVE, by=noor)

    late = Choice(decision=Decision.REJECT, seen=seen)
    with pytest.raises(DecidedMeanwhile) as told:
        decide(db, proposal, late, by=proposal.programme.contact, now=NOW)

    assert told.value.decided_by_id == noor.id
    assert proposal.state == ProposalState.APPROVED


def race(engine: Engine, proposal: Proposal, choices: list[tuple[Member, Decision]]) -> list[str]:
    """Let coordinators decide at the same moment, each in a transaction of their own."""
    start, seen = Barrier(len(choices)), proposal.version

    def act(chosen: tuple[Member, Decision]) -> str:
        start.wait()
        try:
            with Session(engine) as own, own.begin():
                mine = get_proposal(own, proposal.id)
                by = own.get_one(Member, chosen[0].id)
                assert mine is not None
                return decide(own, mine, Choice(decision=chosen[1], seen=seen), by=by, now=NOW)
        except (DecidedMeanwhile, StaleDataError):
            return "late"

    with ThreadPoolExecutor(len(choices)) as at_once:
        return sorted(at_once.map(act, choices))


def test_of_two_decisions_at_the_same_moment_one_holds(db: Session, engine: Engine) -> None:
    proposal = kept(db)
    hanna, noor = proposal.programme.contact, a_coordinator(proposal.programme_id, "Noor")
    db.add(noor)
    db.commit()

    outcomes = race(engine, proposal, [(hanna, Decision.APPROVE), (noor, Decision.REJECT)])

    assert outcomes in (["approved", "late"], ["late", "rejected"])
    db.rollback()
    db.refresh(proposal)
    assert proposal.state in outcomes


def test_many_decisions_are_carried_out_in_the_background_each_on_its_own(
    db: Session, workshop: Workshop
) -> None:
    programme = a_programme()
    run = a_run(programme)
    pairs = [a_suggestion(run) for _ in range(5)]
    her_own = a_suggestion(run)
    her_own.mentor_enrolment.member = programme.contact
    changed = pairs[0]
    db.add_all([*pairs, her_own])
    db.commit()
    seen = [[str(each.id), each.version] for each in (*pairs, her_own)]
    choose(db, changed, Decision.REJECT)
    payload = {"by": str(programme.contact.id), "decision": "approve", "pairs": seen}
    enqueue(db, "decide_proposals", run.id, now=NOW, payload=payload)
    db.commit()

    work_all(db, workshop)

    states = [_state(db, each) for each in (*pairs, her_own)]
    assert states == ["rejected", *["approved"] * 4, "suggested"]


def test_whoever_no_longer_coordinates_decides_nothing_in_the_background(
    db: Session, workshop: Workshop
) -> None:
    proposal = kept(db)
    former = a_member("Former")
    db.add(former)
    pairs = [[str(proposal.id), proposal.version]]
    payload = {"by": str(former.id), "decision": "approve", "pairs": pairs}
    enqueue(db, "decide_proposals", proposal.id, now=NOW, payload=payload)
    db.commit()

    work_all(db, workshop)

    assert _state(db, proposal) == "suggested"


def _state(db: Session, proposal: Proposal) -> str:
    db.rollback()
    db.refresh(proposal)
    return proposal.state
