"""Pairs that a coordinator makes herself: weighed, made with a reason, taken back; or forbidden."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.jobs.workshop import Workshop
from matcher.programmes.models import Avoidance, Enrolment
from matcher.proposals.models import (
    ForbiddenPair,
    MatchRun,
    Proposal,
    ProposalState,
    Weighing,
)
from matcher.proposals.queries.by_hand import get_weighing, list_open_around
from matcher.proposals.queries.places import count_taken
from matcher.proposals.services.by_hand import (
    Apart,
    Seen,
    allow_again,
    ask_weighing,
    forbid_pair,
    pair_by_hand,
)
from matcher.proposals.services.making_way import making_way, way_seen
from matcher.proposals.services.meanwhile import AboutOneself
from matcher.proposals.services.review import Choice, Decision, decide
from matcher.proposals.services.snapshot import take_snapshot
from tests.factories import NOW, TODAY, a_member, an_enrolment
from tests.factories.proposals import a_run, a_suggestion, work_all

WHY: dict[str, list[str]] = {
    "contributions": [],
    "words": [],
    "topics_met": [],
    "topics_missing": [],
    "slots": [],
}


def two_pairs(db: Session) -> tuple[MatchRun, Proposal, Proposal]:
    run = a_run()
    db.add(run)
    db.flush()
    run.programme.current_run_id = run.id
    first = a_suggestion(run, "Yara", "Marijke", affinity=0.7)
    second = a_suggestion(run, "Sam", "Joost", affinity=0.5)
    db.add_all([first, second])
    db.commit()
    return run, first, second


def weighed(
    db: Session, run: MatchRun, mentee: Enrolment, mentor: Enrolment, *objections: str
) -> Weighing:
    weighing = Weighing(
        run=run,
        mentee_enrolment=mentee,
        mentor_enrolment=mentor,
        asked_by_id=None,
        asked_at=NOW,
        finished_at=NOW,
        outcome={"affinity": 0.4, "why": WHY, "objections": list(objections)},
    )
    db.add(weighing)
    db.commit()
    return weighing


def made(db: Session, weighing: Weighing, words: str = "") -> Proposal:
    run, mentee, mentor = weighing.run, weighing.mentee_enrolment, weighing.mentor_enrolment
    around = list_open_around(db, run, mentee.id, mentor.id)
    way = making_way(around, count_taken(db, run.programme_id), (mentee, mentor))
    seen = Seen(making_way=way_seen(way), words=words)
    return pair_by_hand(db, weighing, seen, by=run.programme.contact, now=NOW)


def test_a_swap_makes_the_pair_and_those_in_its_place_make_way(db: Session) -> None:
    run, first, second = two_pairs(db)

    pair = made(db, weighed(db, run, first.mentee_enrolment, second.mentor_enrolment))

    assert (pair.state, pair.locked, pair.by_hand) == (ProposalState.APPROVED, True, True)
    assert {first.state, second.state} == {ProposalState.WITHDRAWN}
    assert pair.decided_by_id == run.programme.contact.id


def test_taking_it_back_brings_back_who_made_way(db: Session) -> None:
    run, first, second = two_pairs(db)
    pair = made(db, weighed(db, run, first.mentee_enrolment, second.mentor_enrolment))
    db.commit()

    choice = Choice(decision=Decision.UNDO, seen=pair.version)
    decide(db, pair, choice, by=run.programme.contact, now=NOW)

    assert pair.state == ProposalState.WITHDRAWN
    assert {first.state, second.state} == {ProposalState.SUGGESTED}


def test_nobody_comes_back_into_a_place_that_is_held(db: Session) -> None:
    run, first, second = two_pairs(db)
    made(db, weighed(db, run, first.mentee_enrolment, second.mentor_enrolment))
    db.commit()

    choice = Choice(decision=Decision.UNDO, seen=first.version)
    with pytest.raises(RuleBroken):
        decide(db, first, choice, by=run.programme.contact, now=NOW)


def test_with_a_place_free_nobody_makes_way(db: Session) -> None:
    run, first, second = two_pairs(db)
    second.mentor_enrolment.places = first.mentee_enrolment.places = 2
    db.commit()

    made(db, weighed(db, run, first.mentee_enrolment, second.mentor_enrolment))

    assert {first.state, second.state} == {ProposalState.SUGGESTED}


def test_rules_that_object_are_overruled_with_a_reason_which_is_sealed(db: Session) -> None:
    run, first, second = two_pairs(db)
    weighing = weighed(
        db, run, first.mentee_enrolment, second.mentor_enrolment, "no_shared_language"
    )
    with pytest.raises(RuleBroken):
        made(db, weighing)

    pair = made(db, weighing, "They both speak Tigrinya, they told me.")

    assert pair.overruled == ["no_shared_language"]
    assert pair.why == "They both speak Tigrinya, they told me."
    assert b"Tigrinya" not in (pair.why_sealed or b"")


@pytest.mark.parametrize("code", ["avoid", "same_person", "offered"])
def test_somebodys_own_wish_is_overruled_by_nobody(code: str, db: Session) -> None:
    run, first, second = two_pairs(db)
    weighing = weighed(db, run, first.mentee_enrolment, second.mentor_enrolment, code)

    with pytest.raises(RuleBroken):
        made(db, weighing, "I know better.")


def test_what_changed_since_the_page_was_shown_is_noticed(db: Session) -> None:
    run, first, second = two_pairs(db)
    weighing = weighed(db, run, first.mentee_enrolment, second.mentor_enrolment)

    with pytest.raises(RuleBroken):
        pair_by_hand(
            db,
            weighing,
            Seen(making_way=frozenset(), words=""),
            by=run.programme.contact,
            now=NOW,
        )


def test_nobody_pairs_or_forbids_herself(db: Session) -> None:
    run, first, second = two_pairs(db)
    herself, other = first.mentee_enrolment, second.mentor_enrolment

    with pytest.raises(AboutOneself):
        ask_weighing(db, run, herself, other, by=herself.member, now=NOW)
    with pytest.raises(AboutOneself):
        forbid_pair(
            db, run.programme, herself, other, Apart(reason="fit"), by=herself.member, now=NOW
        )


def test_a_forbidden_pair_is_ruled_out_of_the_next_run_until_it_is_allowed_again(
    db: Session,
) -> None:
    run, first, second = two_pairs(db)
    by = run.programme.contact
    mentee, mentor = first.mentee_enrolment, second.mentor_enrolment

    forbidden = forbid_pair(
        db, run.programme, mentee, mentor, Apart(reason="known", words="Cousins."), by=by, now=NOW
    )
    db.flush()
    pair = (str(mentee.id), str(mentor.id), "forbidden")
    ruled = {(f.need, f.offer, f.code) for f in take_snapshot(db, run, today=TODAY).forbidden}
    assert pair in ruled
    assert b"Cousins" not in (forbidden.words_sealed or b"")

    allow_again(db, forbidden, by=by, now=NOW)
    assert not take_snapshot(db, run, today=TODAY).forbidden


def test_making_a_forbidden_pair_lifts_the_ban(db: Session) -> None:
    run, first, second = two_pairs(db)
    by, (mentee, mentor) = run.programme.contact, (first.mentee_enrolment, second.mentor_enrolment)
    forbid_pair(db, run.programme, mentee, mentor, Apart(reason="fit"), by=by, now=NOW)

    made(db, weighed(db, run, mentee, mentor, "forbidden"), "I spoke to them both.")

    assert db.scalars(select(ForbiddenPair)).all() == []


def test_a_pair_by_hand_stands_in_the_next_run_unless_somebody_asks_otherwise(db: Session) -> None:
    run, first, second = two_pairs(db)
    pair = made(
        db,
        weighed(db, run, first.mentee_enrolment, second.mentor_enrolment, "declined"),
        "They talked.",
    )
    ids = (str(pair.mentee_enrolment_id), str(pair.mentor_enrolment_id))
    snapshot = take_snapshot(db, run, today=TODAY)
    assert snapshot.locked == snapshot.overruled == (ids,)

    mentee, mentor = pair.mentee_enrolment.member_id, pair.mentor_enrolment.member_id
    wish = Avoidance(
        programme_id=run.programme_id, member_id=mentee, other_id=mentor, source="member", since=NOW
    )
    db.add(wish)
    assert take_snapshot(db, run, today=TODAY).locked == ()


def test_weighing_is_done_in_the_background_and_says_what_the_whole_would_be(
    db: Session, workshop: Workshop
) -> None:
    run, _first, second = two_pairs(db)
    lonely = an_enrolment(Side.MENTEE, member=a_member("Noor"), programme=run.programme)
    lonely.languages = ["ti"]
    rule = {"kind": "must_share", "need": "languages", "code": "no_shared_language"}
    run.settings = {**run.settings, "rules": [*run.settings["rules"], rule]}
    db.add(lonely)
    weighing = ask_weighing(
        db, run, lonely, second.mentor_enrolment, by=run.programme.contact, now=NOW
    )
    db.commit()

    work_all(db, workshop)

    db.expire_all()
    done = get_weighing(db, weighing.id)
    assert done
    assert done.finished_at
    assert "no_shared_language" in done.outcome["objections"]
    assert 0 < done.outcome["affinity"] < 1
    assert done.outcome["effect"]["covered"] == [2, 2]
    assert str(lonely.id) in done.outcome["moves"]
