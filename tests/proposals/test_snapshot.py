"""Who is in a run, with how many places, and which two may not be brought together."""

from datetime import timedelta

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.matching.snapshot import Snapshot
from matcher.pairings.services import begin_pairing
from matcher.programmes.models import Avoidance, Enrolment, Programme
from matcher.proposals.models import Answer, MatchRun, ProposalState
from matcher.proposals.services.snapshot import take_snapshot
from tests.factories import NOW, TODAY, a_member, a_programme, an_enrolment
from tests.factories.proposals import a_run, a_suggestion, an_offer


def of(db: Session, run: MatchRun) -> Snapshot:
    db.add(run)
    db.flush()
    return take_snapshot(db, run, today=TODAY)


def two(db: Session, programme: Programme, *, places: int = 1) -> tuple[Enrolment, Enrolment]:
    mentor = an_enrolment(Side.MENTOR, programme=programme, member=a_member("Marijke"))
    mentee = an_enrolment(Side.MENTEE, programme=programme, member=a_member("Yara"))
    mentor.places = places
    db.add_all([mentor, mentee])
    db.flush()
    return mentor, mentee


def test_people_are_in_it_with_what_they_wrote_and_without_their_names(db: Session) -> None:
    programme = a_programme()
    _, mentee = two(db, programme)
    mentee.statements, mentee.goal = ["I look for work.", " "], "One good talk."

    snapshot = of(db, a_run(programme))

    (need,) = snapshot.needs
    assert (need.id, need.person) == (str(mentee.id), str(mentee.member_id))
    assert need.statements == ("I look for work.", "One good talk.")
    assert "Yara" not in snapshot.to_json()


def test_places_that_pairings_and_offers_hold_are_not_given_again(db: Session) -> None:
    programme = a_programme()
    mentor, mentee = two(db, programme, places=3)
    begin_pairing(db, mentor, mentee, since=TODAY, now=NOW)
    offered = an_offer(programme=programme)
    offered.mentor_enrolment = mentor
    db.add(offered)

    snapshot = of(db, a_run(programme))

    assert [(offer.id, offer.places) for offer in snapshot.offers] == [(str(mentor.id), 1)]
    assert snapshot.needs == ()


def test_whoever_said_no_can_be_looked_for_though_the_other_is_still_thinking(db: Session) -> None:
    offered = an_offer()
    offered.mentor_answer = Answer.NO
    offered.mentor_enrolment.places = offered.mentee_enrolment.places = 2
    db.add(offered)

    snapshot = of(db, a_run(offered.programme))

    assert [offer.places for offer in snapshot.offers] == [2]
    assert [need.demand for need in snapshot.needs] == [1]


def test_pairs_that_were_settled_before_are_ruled_out_each_with_its_reason(db: Session) -> None:
    programme = a_programme()
    first = a_run(programme)
    no = a_suggestion(first, state=ProposalState.REJECTED)
    said_no = a_suggestion(first, state=ProposalState.DECLINED)
    late = a_suggestion(first, state=ProposalState.EXPIRED)
    db.add_all([no, said_no, late])

    snapshot = of(db, a_run(programme, number=2))

    assert {(each.need, each.code) for each in snapshot.forbidden} == {
        (str(no.mentee_enrolment_id), "forbidden"),
        (str(said_no.mentee_enrolment_id), "declined"),
    }


def test_whom_somebody_would_rather_avoid_is_a_wish_and_a_no_holds_both_ways(db: Session) -> None:
    programme = a_programme()
    mentor, mentee = two(db, programme)
    third = an_enrolment(Side.MENTEE, programme=programme)
    third.avoids_own_organisation = True
    db.add(third)
    db.flush()
    for source, other in (("member", third), ("declined", mentee)):
        db.add(
            Avoidance(
                programme_id=programme.id,
                member_id=mentor.member_id,
                other_id=other.member_id,
                source=source,
                since=NOW,
            )
        )

    snapshot = of(db, a_run(programme))

    avoid = {person.id: set(person.avoid) for person in (*snapshot.needs, *snapshot.offers)}
    assert avoid[str(mentor.id)] == {str(third.member_id)}
    assert avoid[str(third.id)] == {"same_organisation"}
    assert [(each.need, each.code) for each in snapshot.forbidden] == [(str(mentee.id), "declined")]


def test_only_people_with_a_recorded_ground_are_in_it_before_they_confirm(db: Session) -> None:
    programme = a_programme()
    mentor, mentee = two(db, programme)
    mentor.confirmed_at = mentee.confirmed_at = None
    mentee.ground = "She asked for it on the phone."
    db.flush()

    snapshot = of(db, a_run(programme))

    assert (len(snapshot.needs), len(snapshot.offers)) == (1, 0)


def test_approved_and_locked_pairs_stand_in_the_next_run(db: Session) -> None:
    programme = a_programme()
    first = a_run(programme)
    approved = a_suggestion(first, state=ProposalState.APPROVED)
    locked, other = a_suggestion(first), a_suggestion(first)
    locked.locked = True
    db.add_all([approved, locked, other])
    db.flush()
    programme.current_run_id = first.id

    snapshot = of(db, a_run(programme, number=2))

    assert {need for need, _ in snapshot.locked} == {
        str(approved.mentee_enrolment_id),
        str(locked.mentee_enrolment_id),
    }


def test_the_same_people_give_the_same_snapshot(db: Session) -> None:
    programme = a_programme()
    two(db, programme)
    run = a_run(programme)

    first, later = of(db, run), take_snapshot(db, run, today=TODAY + timedelta(days=1))

    assert first.fingerprint == later.fingerprint
